"""`miskraam info`: what the leaflets know in general, the words they use, and where each fact is used."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import fill

from miskraam_cli import library
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.questionnaires import questionnaire_at
from miskraam_cli.cli.session import open_session
from miskraam_cli.errors import FilesWrongError, WrongInputError, near
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.file import load_file
from miskraam_cli.questionnaire.information import InfoFile, Topic
from miskraam_cli.questionnaire.model import Fact, Questionnaire, Statement

_WIDTH = 76


@dataclass(frozen=True)
class Knowledge:
    """All that can be read: the topics and words, and every questionnaire by the name of its file."""

    info: InfoFile
    questionnaires: Mapping[str, Questionnaire]

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact of the leaflets."""
        return next(iter(self.questionnaires.values())).facts

    def statement(self, name: str) -> Statement:
        """The statement a topic names: its own, a shared one, or one of a questionnaire. KeyError if none."""
        own = {str(statement.id): statement for statement in self.info.statements}
        if name in own:
            return own[name]
        questionnaire, _, local = name.rpartition(".")
        return self.questionnaires[questionnaire or next(iter(self.questionnaires))].statements[local]


def knowledge() -> Knowledge:
    """Read the topics and the questionnaires. Raises FilesWrongError with every problem."""
    file = load_file(library.read(library.SHIPPED / "common" / "info.yaml"), InfoFile)
    if file.content is None or file.problems:
        raise FilesWrongError(file.problems)
    found = {path.stem: questionnaire_at(path)[0] for path in library.shipped()}
    return Knowledge(file.content, found)


def show_info(about: str | None, options: Options) -> None:
    """Print the topics, or one topic, word or fact. Raises WrongInputError where there is no such thing."""
    words = open_session(options).words
    known = knowledge()
    for line in _lines(about, known, words):
        print(line)


def _lines(about: str | None, known: Knowledge, words: Words) -> Iterator[str]:
    if about is None:
        yield from _contents(known, words)
        return
    asked = about.strip().lower()
    if about.upper() in known.facts:
        yield from _fact(known.facts[about.upper()], known, words)
        return
    for topic in known.info.topics:
        if asked in (topic.id, *_spoken(topic.title)):
            yield from _topic(topic, known, words)
            return
    for word in known.info.glossary:
        if asked in _spoken(word.word):
            text = f"{word.word.in_language(words.language)}: {word.text.in_language(words.language)}"
            yield fill(text, _WIDTH)
            return
    names = (*(str(topic.id) for topic in known.info.topics), *_glossary(known, words), *known.facts)
    raise WrongInputError("error.no_topic", name=about, near=near(asked, names[:_NAMES]))


_NAMES = 60  # topics and words; hundreds of facts are no good suggestions


def _contents(known: Knowledge, words: Words) -> Iterator[str]:
    yield words("info.topics")
    for topic in known.info.topics:
        yield f"  {topic.id:<12}{topic.title.in_language(words.language)}"
    yield ""
    yield words("info.words")
    yield fill(", ".join(_glossary(known, words)), _WIDTH, initial_indent="  ", subsequent_indent="  ")


def _topic(topic: Topic, known: Knowledge, words: Words) -> Iterator[str]:
    yield topic.title.in_language(words.language)
    for name in topic.say:
        yield ""
        statement = known.statement(name)
        yield fill(
            statement.text.in_language(words.language), _WIDTH, initial_indent="  ", subsequent_indent="  "
        )


def _fact(fact: Fact, known: Knowledge, words: Words) -> Iterator[str]:
    """Where a fact stands, and every statement and rule that cites it."""
    leaflets = next(iter(known.questionnaires.values())).leaflets
    title = leaflets[fact.leaflet].title.in_language(words.language)
    yield fill(words("info.fact", fact=fact.id, title=title, heading=fact.heading or title), _WIDTH)
    yield fill(fact.text_en, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield ""
    yield words("info.cited_by")
    yield from dict.fromkeys(f"  {use}" for use in uses(fact.id, known))


def uses(fact: str, known: Knowledge) -> Iterator[str]:
    """Every place that cites a fact: statements, the findings that say them, questions, topics, words."""
    for name, questionnaire in known.questionnaires.items():
        for question in questionnaire.questions:
            if fact in question.facts:
                yield f"{name}: {question.id} (question)"
        for statement in questionnaire.statements.values():
            if fact in statement.facts:
                saying = [finding.id for finding in questionnaire.findings if statement.id in finding.say]
                yield from (f"{name}: {finding} > {statement.id}" for finding in saying)
    for topic in known.info.topics:
        for name in topic.say:
            if fact in known.statement(name).facts:
                yield f"info: {topic.id} > {name}"
    for word in known.info.glossary:
        if fact in word.facts:
            yield f"info: {word.word.nl}"


def _glossary(known: Knowledge, words: Words) -> tuple[str, ...]:
    return tuple(word.word.in_language(words.language) for word in known.info.glossary)


def _spoken(text: Text) -> tuple[str, str]:
    return text.nl.lower(), text.en.lower()
