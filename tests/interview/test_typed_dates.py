"""Dates as people write them, on Sunday 22 November 2026."""

from datetime import date

import pytest

from miskraam_cli.interview.typed import Refused, read_typed
from miskraam_cli.language import Words
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import EN, NL, TODAY

DAY = WALKED["date"].by_id["q"]
IN_BOTH = {
    "22-11": (2026, 11, 22), "22-11-2026": (2026, 11, 22), "22/11/26": (2026, 11, 22), "22/11": (2026, 11, 22),
    "22.11.2026": (2026, 11, 22), "22.11": (2026, 11, 22), "22 11": (2026, 11, 22), "1-2-26": (2026, 2, 1),
    "01-02-2026": (2026, 2, 1), "22 - 11 - 2026": (2026, 11, 22), " 22-11 ": (2026, 11, 22),
    "2026-11-22": (2026, 11, 22), "22-11-'25": (2025, 11, 22), "23-11": (2025, 11, 23), "31-12": (2025, 12, 31),
    "29-2-2024": (2024, 2, 29), "22 nov": (2026, 11, 22), "22 november": (2026, 11, 22),
    "22 NOVEMBER 2025": (2025, 11, 22), "22 nov. 2026": (2026, 11, 22), "22-nov-26": (2026, 11, 22),
    "november 22": (2026, 11, 22), "yesterday": (2026, 11, 21), "gisteren": (2026, 11, 21),
    "vandaag": (2026, 11, 22), "today": (2026, 11, 22),
}  # fmt: skip
DUTCH = {
    "Gisteren": (2026, 11, 21), "eergisteren": (2026, 11, 20), "gister": (2026, 11, 21), "3 mrt": (2026, 3, 3),
    "3 maart": (2026, 3, 3), "3 mei 2025": (2025, 5, 3), "1e december": (2025, 12, 1), "5 okt": (2026, 10, 5),
}  # fmt: skip
ENGLISH = {
    "Yesterday": (2026, 11, 21), "the day before yesterday": (2026, 11, 20), "March 3": (2026, 3, 3),
    "3 March": (2026, 3, 3), "Nov 22, 2025": (2025, 11, 22), "November 1st": (2026, 11, 1),
    "2nd May 2026": (2026, 5, 2), "5 Oct": (2026, 10, 5),
}  # fmt: skip
ASKED_AGAIN = [
    "", "0-0", "11/22/2026", "22", "2211", "22-13", "22-00-2026", "maandag",
    "vorige week", "3 dagen geleden", "22 foo", "22 m", "22 ma 2026", "22-11-202", "abc", "22-11-2026-1", "٢٢-١١",
]  # fmt: skip


def read(text: str, words: Words) -> object:
    return read_typed(text, DAY, words, TODAY)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("text", "day"), IN_BOTH.items())
def test_a_date_is_taken_in_both_languages(text: str, day: tuple[int, int, int], words: Words) -> None:
    assert read(text, words) == date(*day)


@pytest.mark.parametrize(("text", "day"), DUTCH.items())
def test_a_date_in_dutch(text: str, day: tuple[int, int, int]) -> None:
    assert read(text, NL) == date(*day)


@pytest.mark.parametrize(("text", "day"), ENGLISH.items())
def test_a_date_in_english(text: str, day: tuple[int, int, int]) -> None:
    assert read(text, EN) == date(*day)


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("text", ASKED_AGAIN)
def test_anything_else_is_asked_again(text: str, words: Words) -> None:
    found = read(text, words)
    assert isinstance(found, Refused)
    example = {"nl": "bijvoorbeeld 22-11 of gisteren", "en": "for example 22 November or yesterday"}
    assert (found.key, dict(found.values)["example"]) == ("typed.date", example[words.language])


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-11", "31 november"),
        ("31 november 2026", "31 november"),
        ("30 februari", "30 februari"),
        ("30-2-2026", "30 februari"),
        ("2026-11-31", "31 november"),
        ("32-1", "32 januari"),
        ("0-1", "0 januari"),
        ("29-2", "29 februari 2026"),
        ("29-2-2025", "29 februari 2025"),
        ("1-1-0000", "1 januari"),
    ],
)
def test_a_day_that_does_not_exist_is_called_so(text: str, day: str) -> None:
    found = read(text, NL)
    assert isinstance(found, Refused)
    assert NL(found.key, **dict(found.values)) == f"{day} bestaat niet. Typ een andere dag."


def test_the_last_twenty_ninth_of_february_is_meant_where_there_is_one() -> None:
    assert read_typed("29-2", DAY, NL, date(2024, 3, 1)) == date(2024, 2, 29)
    assert read_typed("29-2", DAY, NL, date(2025, 3, 1)) == date(2024, 2, 29)
    assert read_typed("29-2", DAY, NL, date(2028, 1, 10)) == Refused("typed.future")


@pytest.mark.parametrize("text", ["23-11-2026", "22-11-2027", "1 jan 2027", "2026-11-23", "22-11-85"])
def test_a_day_to_come_is_asked_again(text: str) -> None:
    assert read(text, NL) == Refused("typed.future")
