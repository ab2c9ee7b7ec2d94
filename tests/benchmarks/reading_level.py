"""`python -m tests.benchmarks.reading_level`: how easy the texts for patients read, beside the leaflets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import textstat

from miskraam_cli.language import LANGUAGES, Text
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question
from tests.tiny_questionnaires import shipped

LEAST_SCORE = 65  # Flesch-Douma, Dutch; more is easier
MOST_MEAN = 12
MOST_WORDS = 20

# Flesch-Douma of the two leaflets as the project's goal gives them; their text is not in this repository.
LEAFLETS = {"Herhaalde miskramen": 58.8, "Een miskraam in de eerste maanden": 54.8}

SAMPLE = {"nl": "38,6", "en": "38.6"}  # what stands for every {name}

_LINE = "{:34} {:8} {:>6} {:>6} {:>8}"


@dataclass(frozen=True)
class Level:
    """Flesch-Douma (Dutch) or Flesch reading ease (English), and the sentences in words."""

    score: float
    mean: float
    longest: int
    too_long: tuple[str, ...]


def patient_texts(found: Questionnaire, language: str) -> list[str]:
    """Every text of a questionnaire that a patient reads, each once."""
    texts = (text.in_language(language, **_samples(text, language)) for text in _texts(found))
    return list(dict.fromkeys(texts))


def level(texts: Iterable[str], language: str) -> Level:
    """How easy these texts read; one without a full stop is a sentence all the same."""
    split = [sentence for text in texts for sentence in _sentences(text)]
    lengths = [len(sentence.split()) for sentence in split]
    textstat.set_rounding(False)  # else syllables a word go by tenths, and the score by 7.7
    textstat.set_lang(language)
    return Level(
        score=textstat.flesch_reading_ease(" ".join(split)),
        mean=sum(lengths) / len(lengths),
        longest=max(lengths),
        too_long=tuple(
            sentence for sentence, length in zip(split, lengths, strict=True) if length > MOST_WORDS
        ),
    )


def main() -> None:
    """Print the table."""
    print(_LINE.format("", "language", "score", "mean", "longest"))  # noqa: T201
    for path in read_files.shipped():
        found = shipped(path.stem)[0]
        for language in LANGUAGES:
            read = level(patient_texts(found, language), language)
            score, mean = f"{read.score:.1f}", f"{read.mean:.1f}"
            print(_LINE.format(path.stem, language, score, mean, read.longest))  # noqa: T201
    for title, leaflet in LEAFLETS.items():
        print(_LINE.format(title, "nl", leaflet, "", "").rstrip())  # noqa: T201
    print(_LINE.format("goal", "nl", f">={LEAST_SCORE}", f"<={MOST_MEAN}", f"<={MOST_WORDS}"))  # noqa: T201


def _texts(found: Questionnaire) -> Iterator[Text]:
    for question in found.questions:
        yield from _asked(question)
    for statement in found.statements.values():
        if statement.basis is None:  # the others are a clinician's notes
            yield from filter(None, (statement.text, statement.kiosk))


def _asked(question: Question) -> Iterator[Text]:
    yield question.text
    yield from (variant.text for variant in question.variants)
    yield from filter(None, (question.help, question.doubt and question.doubt.text))
    yield from (option.text for option in question.choices)


def _samples(text: Text, language: str) -> dict[str, str]:
    return dict.fromkeys(text.names(), SAMPLE[language])


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"(?<=[.?!])\s+", text.strip()):
        yield sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."


if __name__ == "__main__":
    main()
