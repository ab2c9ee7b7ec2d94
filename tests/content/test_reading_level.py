"""The texts for patients are easy to read: short words, short sentences."""

from functools import cache

import pytest

from miskraam_cli.library import read_files
from tests.benchmarks.reading_level import (
    LEAST_SCORE,
    MOST_MEAN,
    MOST_WORDS,
    Level,
    level,
    patient_texts,
)
from tests.tiny_questionnaires import shipped

NAMES = [path.stem for path in read_files.shipped()]


@cache
def read(name: str, language: str) -> Level:
    return level(patient_texts(shipped(name)[0], language), language)


@pytest.mark.parametrize("name", NAMES)
def test_dutch_is_easy_to_read(name: str) -> None:
    assert read(name, "nl").score >= LEAST_SCORE


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_sentences_are_short(name: str, language: str) -> None:
    assert read(name, language).too_long == ()
    assert read(name, language).longest <= MOST_WORDS
    assert read(name, language).mean <= MOST_MEAN


def test_texts_with_names_are_read_with_a_value_and_notes_for_clinicians_not_at_all() -> None:
    texts = patient_texts(shipped("follow-up")[0], "nl")
    assert any("Uw temperatuur is 38,6" in text for text in texts)
    assert not any("{" in text or "anti-D" in text for text in texts)


def test_the_score_is_that_of_flesch_and_douma() -> None:
    # 206.835 - 0.93 * words a sentence - 77 * syllables a word
    assert level(["De kat zit op de mat."], "nl").score == pytest.approx(206.835 - 0.93 * 6 - 77)


def test_a_long_sentence_is_named() -> None:
    long = "Bel " + "en bel " * 10 + "nu."
    assert level(["Dag.", long], "nl").too_long == (long,)
