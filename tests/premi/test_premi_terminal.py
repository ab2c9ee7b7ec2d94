"""At a terminal check-premi asks nothing; with `--ask` what the flags leave open. The verdict stays in sight."""

import json
from pathlib import Path

import pytest

from tests.premi.check_premi_flags import flags
from tests.pseudo_terminal import ENTER, STOP, terminal

QUESTIONS = {
    "nl": {
        "age": "Hoe oud bent u?",
        "miscarriages": "Hoeveel miskramen heeft u gehad?",
        "cause": "Is er een oorzaak gevonden?",
        "pregnant": "Bent u nu zwanger?",
        "speaks": "Welke taal spreekt u goed?",
    },
    "en": {
        "age": "How old are you?",
        "miscarriages": "How many miscarriages have you had?",
        "cause": "Has a cause been found?",
        "pregnant": "Are you pregnant now?",
        "speaks": "Which language do you speak well?",
    },
}
MEETS = {"nl": "voldoet aan de criteria in de folder", "en": "meets the criteria in the leaflet"}
END = {"nl": "Dit was de laatste vraag.", "en": "This was the last question."}


@pytest.mark.parametrize("language", QUESTIONS)
def test_only_what_is_missing_is_asked(tmp_path: Path, language: str) -> None:
    asked = QUESTIONS[language]
    given = ("--ask", "--age", "32", "--miscarriages", "3", "--not-pregnant", "--lang", language)
    with terminal("check-premi", *given, folder=tmp_path) as screen:
        screen.answer(asked["cause"], "1", ENTER)
        screen.answer(asked["speaks"], "1", ENTER)
        screen.answer(END[language], "1", ENTER)
        assert screen.end() == 0
        assert MEETS[language] in screen.everything
        for name in ("age", "miscarriages", "pregnant"):
            assert asked[name] not in screen.everything


def test_all_of_it_can_be_asked_and_what_is_asked_counts(tmp_path: Path) -> None:
    asked = QUESTIONS["nl"]
    with terminal("check-premi", "--ask", folder=tmp_path) as screen:
        screen.answer(asked["age"], "32", ENTER)
        screen.answer(asked["miscarriages"], "3", ENTER)
        screen.answer(asked["cause"], "3", ENTER)
        screen.answer("Bij hoeveel miskramen is géén oorzaak gevonden?", "2", ENTER)
        screen.answer(asked["pregnant"], "1", ENTER)
        screen.answer("Hoeveel hele weken bent u zwanger?", "7", ENTER)
        screen.answer("En hoeveel dagen?", "0", ENTER)
        screen.answer(asked["speaks"], "1", ENTER)
        screen.answer(END["nl"], "1", ENTER)
        assert screen.end() == 10
        assert "voldoet niet aan de criteria in de folder" in screen.everything
        assert "zwangerschap: past niet." in screen.everything


@pytest.mark.parametrize(
    ("given", "code", "verdict"),
    [
        (flags(), 0, "PREMI-studie: zij voldoet aan de criteria in de folder"),
        (flags(age="--age 40"), 10, "PREMI-studie: zij voldoet niet aan de criteria in de folder"),
        (("--age", "32"), 11, "PREMI-studie: kan niet worden bepaald"),
        ((), 11, "PREMI-studie: kan niet worden bepaald"),
    ],
)
def test_nothing_is_asked_and_the_verdict_stands_last_on_the_screen(
    tmp_path: Path, given: tuple[str, ...], code: int, verdict: str
) -> None:
    with terminal("check-premi", *given, folder=tmp_path) as screen:
        assert screen.end() == code
        assert screen.screen.splitlines()[-1] == verdict
        assert "Vraag 1" not in screen.everything


def test_with_every_flag_there_is_nothing_left_to_ask(tmp_path: Path) -> None:
    with terminal("check-premi", "--ask", *flags(), folder=tmp_path) as screen:
        assert screen.end() == 0
        assert MEETS["nl"] in screen.everything
        assert "Vraag 1" not in screen.everything


def test_with_json_nothing_is_asked(tmp_path: Path) -> None:
    with terminal("check-premi", "--age", "32", "--json", folder=tmp_path) as screen:
        assert screen.end() == 11
        found = json.loads(screen.written)
        assert found["verdict"] == "cannot-tell"


def test_who_stops_gets_no_verdict(tmp_path: Path) -> None:
    with terminal("check-premi", "--ask", "--age", "32", folder=tmp_path) as screen:
        screen.answer(QUESTIONS["nl"]["miscarriages"], STOP)
        assert screen.end() == 4
        assert "voldoet" not in screen.everything
        assert "worden bepaald" not in screen.everything


def test_more_unexplained_than_she_then_says_is_no_verdict(tmp_path: Path) -> None:
    given = flags(miscarriages="--cause found --unexplained 3")
    with terminal("check-premi", "--ask", *given, folder=tmp_path) as screen:
        screen.answer(QUESTIONS["nl"]["miscarriages"], "3", ENTER)
        screen.answer(END["nl"], "1", ENTER)
        assert screen.end() == 2
        assert "--unexplained moet kleiner zijn dan --miscarriages" in screen.everything
        assert "voldoet" not in screen.everything
