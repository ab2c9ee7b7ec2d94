"""Terminals that can do less: no cursor, no colour, no accents, no answer; and a person who types fast."""

import re
import time
from pathlib import Path

import pytest

from tests.terminal.complaints_questionnaire import DEGREES, END, FAINT, SIGNS, complaints_asked

ENTER = "\r"
_ASKABLE = {"PROMPT_TOOLKIT_NO_CPR": ""}  # nothing outside keeps the program from asking the terminal
COLOUR = re.compile(rb"\x1b\[[0-9;]*\b(3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)[0-9;]*m")


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_dumb_terminal_gets_lines_by_itself(tmp_path: Path, term: str) -> None:
    with complaints_asked(tmp_path, environment={"TERM": term}) as shown:
        shown.wait_for(FAINT, "1. Ja, één keer", "Typ een nummer, en dan Enter.")
        for line in ("2", "1,2", "37,5", "Mag ik werken?", "1"):
            shown.type_line(line)
        shown.wait_for(END)
        shown.type_line("")
        assert shown.end() == 0
    assert b"\x1b" not in shown.written
    assert "klachten: Pijn, Bloedverlies" in shown.everything


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}], ids=str)
def test_no_colour_where_none_is_wanted(tmp_path: Path, variables: dict[str, str]) -> None:
    with complaints_asked(tmp_path, environment=variables) as shown:
        shown.wait_for(FAINT, "stop")
        if "TERM" in variables:
            shown.wait_for_cursor_on(">")  # a signal in readline's first moment waits for a key
        shown.press("\x03")
        assert shown.end() == 4
    assert not COLOUR.search(shown.written)


def test_there_is_colour_where_it_can_be_shown(tmp_path: Path) -> None:
    with complaints_asked(tmp_path) as shown:
        shown.answer(FAINT, "\x03")
        assert shown.end() == 4
    assert COLOUR.search(shown.written)


@pytest.mark.parametrize(
    "variables",
    [
        {"PYTHONIOENCODING": "ascii"},
        {"LANG": "en_US.ISO-8859-1", "LC_ALL": "en_US.ISO-8859-1", "PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ],
    ids=str,
)
def test_without_utf_8_letters_lose_no_more_than_their_accents(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    with complaints_asked(tmp_path, environment=variables) as shown:
        shown.wait_for("een keer of vaker flauwgevallen?", "1 Ja, een keer", "Ctrl-C")
        shown.press("1")
        shown.wait_for_cursor_on("> 1 Ja, een keer")
        shown.press(ENTER)
        shown.answer(SIGNS, "1", ENTER)
        shown.answer(DEGREES, "38,2", ENTER)
        shown.wait_for("Wat wilt u nog vragen?", "Ctrl-C")
        shown.press("\x03")
        assert shown.end() == 4
    assert "Ja, een keer, misschien" in shown.everything
    assert not re.search(r"\w\?\w|\?n", shown.everything)
    assert b"Traceback" not in shown.written
    assert shown.written.isascii()


def test_a_terminal_with_some_accents_works_too(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, environment={"PYTHONIOENCODING": "latin-1"}) as shown:
        shown.wait_for("flauwgevallen?", "1 Ja, een keer", "Ctrl-C")
        shown.press("1")
        shown.wait_for_cursor_on("> 1 Ja, een keer")
        shown.press(ENTER)
        shown.answer(SIGNS, "\x03")
        assert shown.end() == 4
    assert "Bent u één keer".encode("latin-1") in shown.written
    assert b"Traceback" not in shown.written


def test_a_terminal_that_never_answers_is_not_asked_and_not_waited_for(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, environment=_ASKABLE) as shown:
        shown.wait_for_question(FAINT)
        started = time.monotonic()
        shown.press("3" + ENTER)
        shown.wait_for_question(SIGNS)
        shown.press("3" + ENTER)
        shown.wait_for_question(DEGREES)
        assert time.monotonic() - started < 0.8, (
            "two questions; asking where the cursor is costs a second each"
        )
    assert b"\x1b[6n" not in shown.written


def test_the_first_question_stands_there_at_once(tmp_path: Path) -> None:
    took = []
    for attempt in ("one", "two", "three"):
        (tmp_path / attempt).mkdir()
        started = time.monotonic()
        with complaints_asked(tmp_path / attempt, environment=_ASKABLE) as shown:
            shown.wait_for(FAINT)
            took.append(time.monotonic() - started)
    assert min(took) < 0.8


def test_digits_typed_ahead_answer_one_question(tmp_path: Path) -> None:
    with complaints_asked(tmp_path) as shown:
        shown.answer(FAINT, f"2{ENTER}2{ENTER}")  # in one piece, so that no key can come late
        shown.wait_for_question(SIGNS)
        time.sleep(0.2)
        shown.wait_for("[ ] 1 Pijn", "[ ] 2 Bloedverlies")


def test_keys_typed_before_the_first_question_answer_nothing(tmp_path: Path) -> None:
    with complaints_asked(tmp_path) as shown:
        shown.press("22", ENTER)
        shown.wait_for_question(FAINT)
        time.sleep(0.2)
        assert shown.asks(FAINT)
        assert "❯" not in shown.screen
