"""What can be looked up: topics, words and facts, and where each fact is used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from miskraam_cli.language import Text
from miskraam_cli.questionnaire.comparison import SILENT
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.info import InfoFile, Topic, Word
from miskraam_cli.questionnaire.model import Fact, Questionnaire, Statement


@dataclass(frozen=True)
class FactUse:
    """One place that cites a fact: its file, what it is (a key under `info` in the words), and its names."""

    file: str
    kind: str
    name: str
    statement: str = ""


@dataclass(frozen=True)
class Knowledge:
    """All that can be read: topics, words and contacts, and every questionnaire by the name of its file."""

    info: InfoFile
    directory: Directory
    questionnaires: Mapping[str, Questionnaire]

    @property
    def any(self) -> Questionnaire:
        """One of the questionnaires, for facts, leaflets and shared statements, which are the same in all."""
        return next(iter(self.questionnaires.values()))

    def statement(self, name: str) -> Statement:
        """The statement that a topic names: its own, a shared one, or one of a questionnaire. KeyError for another."""
        own = {str(statement.id): statement for statement in self.info.statements}
        if name in own:
            return own[name]
        questionnaire, _, local = name.rpartition(".")
        return (self.questionnaires[questionnaire] if questionnaire else self.any).statements[local]

    def find(self, about: str) -> Topic | Word | Fact | None:
        """What a person asked for, by its id or its name in either language; None where there is nothing by it."""
        asked = about.strip().casefold()
        if asked.upper() in self.any.facts:
            return self.any.facts[asked.upper()]
        for topic in self.info.topics:
            if asked in (topic.id, *_spoken(topic.title)):
                return topic
        found = next((word for word in self.info.glossary if asked in _spoken(word.word)), None)
        return found or next((topic for topic in self.info.topics if asked in _also(topic)), None)

    def names(self, language: str) -> tuple[str, ...]:
        """What can be asked for beside facts: topics by id, title and other words, and explained words."""
        topics = [(str(topic.id), topic.title.in_language(language)) for topic in self.info.topics]
        words = (word.word.in_language(language) for word in self.info.glossary)
        also = (word for topic in self.info.topics if topic.also for word in getattr(topic.also, language))
        return (*(name for pair in topics for name in pair), *words, *also)

    def uses(self, fact: str) -> tuple[FactUse, ...]:
        """Every place that cites a fact, each once."""
        return tuple(dict.fromkeys(self._uses(fact)))

    def _uses(self, fact: str) -> Iterator[FactUse]:
        for file, questionnaire in self.questionnaires.items():
            for question in questionnaire.questions:
                if fact in question.facts:
                    yield FactUse(file, "question", question.id)
            for kind, name, statement in _sayings(questionnaire):
                known = questionnaire.statements.get(statement)
                if known and fact in known.facts:
                    yield FactUse(file, kind, name, statement)
        for contact in self.directory.contacts:
            if fact in contact.facts:
                yield FactUse("contacts", "contact", contact.id)
        for topic in self.info.topics:
            for statement in topic.say:
                if fact in self.statement(statement).facts:
                    yield FactUse("info", "topic", topic.id, statement)
        for word in self.info.glossary:
            if fact in word.facts:
                yield FactUse("info", "word", word.word.nl)


def _sayings(questionnaire: Questionnaire) -> Iterator[tuple[str, str, str]]:
    """Everything that says a statement: what it is, its name, and the statement."""
    if questionnaire.opening:
        yield "opening", questionnaire.id, questionnaire.opening.id
    for finding in questionnaire.findings:
        yield from (("finding", finding.id, statement) for statement in finding.say)
    for name, criteria in questionnaire.criteria.items():
        yield from (("criterion", f"{name}.{found.id}", found.say) for found in criteria.criteria)
    if questionnaire.compare:
        for row in questionnaire.compare.rows:
            yield from (("row", row.id, cell) for cell in row.cells.values() if cell != SILENT)
        for value in questionnaire.compare.values:
            yield from (("value", value.question, cell) for cell in value.cells.values() if cell != SILENT)
    for action in questionnaire.actions:
        for statement in (action.home, action.late, action.kiosk, action.workstation):
            yield "action", action.level, statement
    yield "closing", questionnaire.id, questionnaire.worry.id


def _also(topic: Topic) -> tuple[str, ...]:
    """The other words of a topic, in either language."""
    return tuple(word.casefold() for word in (*topic.also.nl, *topic.also.en)) if topic.also else ()


def _spoken(text: Text) -> tuple[str, str]:
    return text.nl.casefold(), text.en.casefold()
