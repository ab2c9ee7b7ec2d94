"""How a text for a patient is written: words that it may not have, and the length of its sentences."""

import re
from collections.abc import Iterator
from functools import cache

from miskraam_cli.errors import Place, Problem, problem
from miskraam_cli.language import LANGUAGES, Text
from miskraam_cli.questionnaire.file_formats import Never, StatementsFile
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question

MAX_WORDS = 20


def check_wording(questionnaire: Questionnaire, shared: StatementsFile) -> Iterator[Problem]:
    """Q230 a word that no patient reads, Q231 a sentence of more than twenty words."""
    for question in questionnaire.questions:
        for text in question_texts(question):
            yield from check_text(text, question.place, shared.never)
    for statement in questionnaire.statements.values():
        if statement.basis is None:  # the others are a clinician's notes
            for text in filter(None, (statement.text, statement.kiosk)):
                yield from check_text(text, statement.place, shared.never)


def question_texts(question: Question) -> Iterator[Text]:
    """Every text of a question that a patient reads."""
    own = (
        question.text,
        question.help,
        question.label,
        question.because,
        question.because_not,
        question.declined,
    )
    doubt = question.doubt.text if question.doubt else None
    variants = (text for item in question.variants for text in (item.text, item.label, item.because))
    options = (text for option in question.choices for text in (option.text, option.because, option.pauses))
    yield from (text for text in (*own, doubt, *variants, *options) if text is not None)


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in re.split(r"(?<=[.?!:])\s+", text) if part]


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE)


def check_text(text: Text, place: Place, never: Never) -> Iterator[Problem]:
    """What is wrong with the words of one text."""
    for language in LANGUAGES:
        spoken = text.in_language(language)
        words = getattr(never, language)
        for found in dict.fromkeys(_pattern(words).findall(spoken) if words else ()):
            yield problem("Q230", place, word=found.lower())
        for sentence in sentences(spoken):
            if len(sentence.split()) > MAX_WORDS:
                yield problem("Q231", place, limit=MAX_WORDS, start=" ".join(sentence.split()[:4]))
