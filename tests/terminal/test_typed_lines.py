"""Lines that a person types: what a terminal says by itself is no text, and an Enter on nothing no answer."""

import io
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Answered, Back, Jump, Prompt, Stop
from miskraam_cli.terminal.lines import Lines
from tests.installed_program import program
from tests.pseudo_terminal import command_in_terminal, is_sane, terminal
from tests.terminal.complaints_questionnaire import BODY, FAINT, SIGNS, complaints_asked
from tests.terminal.no_keys import REPLIES
from tests.terminal.one_prompt import NUMBER, ONE, SEVERAL
from tests.terminal.walk_both_ways import by_lines
from tests.terminal.walk_steps import EnterOnNothing, Type
from tests.terminal.walk_table import NO, YES
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import NL, write_questionnaire

LISTS = [ONE, SEVERAL]


def asked(prompt: Prompt, typed: Iterable[bytes]) -> Answered | Back | Jump | Stop:
    """What becomes of a prompt when these bytes are typed, and a line is ended after each."""
    stream = io.TextIOWrapper(io.BytesIO(b"".join(line + b"\n" for line in typed)), encoding="utf-8")
    with mock.patch("sys.stdin", stream):
        return Lines(NL).ask(prompt)


@given(prompt=st.sampled_from(LISTS), said=st.lists(REPLIES, min_size=1, max_size=4))
@settings(max_examples=200, deadline=None)
def test_what_a_terminal_says_chooses_nothing(prompt: Prompt, said: list[bytes]) -> None:
    assert isinstance(asked(prompt, said), Stop), "at the end of all lines"
    assert asked(prompt, [*said, b"2"]) == Answered(("o2",))


@given(said=st.lists(REPLIES, min_size=1, max_size=4).map(b"".join))
@settings(max_examples=200, deadline=None)
def test_what_a_terminal_says_is_no_text(said: bytes) -> None:
    given = asked(NUMBER, [said + b"38,6"])
    assert given == Answered(typed="38,6")


@pytest.mark.parametrize(
    "keys", ["\x1b[D\x1b[D", "\x1bOD", "\x1b[1;5D", "\x1b[3~", "\x1b[Z", "\x1b]11;rgb:0/0/0\x07"]
)
def test_arrows_are_no_text(keys: str) -> None:
    walked = by_lines(WALKED["text"], (YES, Type(f"moe{keys} en{keys} moe")))
    assert walked.answers["q"] == "moe en moe"


def test_bytes_that_are_no_text_are_left_out() -> None:
    assert asked(NUMBER, [b"38\xff,6"]) == Answered(typed="38 ,6")
    assert asked(ONE, [b"\xff\xfe", b"3"]) == Answered(("o3",))


def test_enter_on_nothing_says_what_can_be_chosen() -> None:
    walked = by_lines(WALKED["boolean"], (YES, EnterOnNothing(), NO))
    assert "Typ een nummer van 1 tot en met 3. Weet u het niet? Kies 3." in walked.shown


def test_a_standard_input_that_does_not_wait_is_waited_for(tmp_path: Path) -> None:
    unblocked = "import os, sys; os.set_blocking(0, False); os.execv(sys.argv[1], sys.argv[1:])"
    file = write_questionnaire(BODY, tmp_path)
    arguments = ("-c", unblocked, program(), "run", file, "--lines")
    with command_in_terminal(sys.executable, *arguments, folder=tmp_path) as shown:
        shown.wait_for(FAINT, "stop.")
        time.sleep(0.3)
        shown.type_line("3")
        shown.wait_for(SIGNS)
        shown.type_line("stop")
        assert shown.end() == 4
        assert is_sane(shown)


def test_lines_typed_before_a_question_stands_there_do_not_answer_it(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, "--lines") as shown:
        shown.type_line("3\n3\n3\n")
        shown.wait_for(SIGNS, "stop.")
        shown.type_line("2")
        shown.type_line("stop")
        assert shown.end() == 4
    assert "klachten: Bloedverlies" in shown.everything


def test_an_alert_takes_no_line_of_its_first_second_and_none_that_is_empty(tmp_path: Path) -> None:
    with terminal("follow-up", "--hospital", "lumc", "--lines", folder=tmp_path) as shown:
        shown.type_line("1")
        shown.wait_for("1. Ik zoek nu hulp")
        shown.press("1\n")
        shown.type_line("")
        shown.wait_for("Dat is geen keuze.")
        shown.type_line("2")
        shown.wait_for("Hoeveel bloed verliest u vandaag?")
        shown.type_line("stop")
        assert shown.end() == 4
