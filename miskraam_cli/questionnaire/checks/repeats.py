"""Sentences that stand in two texts: what two places say must be one statement, so that a change reaches both."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from miskraam_cli.errors import Place, Problem, problem
from miskraam_cli.language import LANGUAGES, Text
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, QuestionsFile, Repeat, StatementsFile
from miskraam_cli.questionnaire.info import InfoFile
from miskraam_cli.questionnaire.model import Statement
from miskraam_cli.questionnaire.question import Question

MIN_WORDS = 6  # shorter ones ("Bel dan.") are words of the language rather than texts


@dataclass(frozen=True)
class Passage:
    """The texts of one statement, question, help or word of the interface, and where it stands."""

    place: Place
    texts: tuple[Text, ...]


def passages(
    file: QuestionnaireFile | QuestionsFile | StatementsFile | InfoFile,
) -> Iterator[Passage]:
    """Every passage of whole sentences in a file; labels, choices and clauses are none."""
    if isinstance(file, QuestionsFile):
        yield from (_question(question) for question in file.questions)
        return
    if isinstance(file, QuestionnaireFile):
        for section in file.sections:
            for item in section.questions:
                if isinstance(item, Question):
                    yield _question(item)
                else:
                    yield _passage(item.place, item.help, item.doubt.text if item.doubt else None)
    if isinstance(file, InfoFile):
        yield from (_passage(word.place, word.text) for word in file.glossary)
    yield from (_statement(statement) for statement in file.statements)


def check_repeats(found: Iterable[Passage], allowed: Iterable[Repeat]) -> Iterator[Problem]:
    """Q232 a sentence of six words or more that stands in two passages."""
    exempt = {
        _key(language, repeat.text.in_language(language)) for repeat in allowed for language in LANGUAGES
    }
    first: dict[tuple[str, str], Place] = {}
    for passage in found:
        here: dict[tuple[str, str], str] = {}
        for text in passage.texts:
            for language in LANGUAGES:
                for sentence in _sentences(text.in_language(language)):
                    if len(sentence.split()) >= MIN_WORDS:
                        here.setdefault(_key(language, sentence), sentence)
        for key, sentence in here.items():
            before = first.setdefault(key, passage.place)
            if before != passage.place and key not in exempt:
                yield problem("Q232", passage.place, sentence=sentence, first=before)


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.?!]) ", " ".join(text.split()))


def _key(language: str, sentence: str) -> tuple[str, str]:
    """What makes two sentences the same: their words, whatever stands around them."""
    return language, " ".join(sentence.split()).casefold().rstrip(".?!:")


def _question(question: Question) -> Passage:
    doubt = question.doubt.text if question.doubt else None
    variants = (variant.text for variant in question.variants)
    return _passage(question.place, question.text, question.help, doubt, *variants)


def _statement(statement: Statement) -> Passage:
    return _passage(statement.place, statement.text, statement.kiosk)


def _passage(place: Place, *texts: Text | None) -> Passage:
    return Passage(place, tuple(text for text in texts if text is not None))
