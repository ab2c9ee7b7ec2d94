"""A key that is held down, among all that a terminal says by itself: it answers nothing that she did not mean."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pseudo_terminal import STOP, is_sane, terminal
from tests.terminal.no_keys import REPLIES
from tests.terminal.walk_both_ways import by_keys
from tests.terminal.walk_steps import CTRL_C, ENTER, Press
from tests.terminal.walk_table import WHAT_A_TERMINAL_SAYS, YES
from tests.terminal.walked_questionnaires import QUESTIONS, WALKED

SOME = settings(max_examples=40, deadline=None)
MANY = settings(max_examples=300, deadline=None)
ASKED = st.sampled_from(sorted(QUESTIONS.keys() - {"note"}))
NO_DIGITS = st.sampled_from(
    [
        "\r",
        "\n",
        " ",
        "\t",
        "\x7f",
        "j",
        "n",
        "w",
        "?",
        "\x1b[A",
        "\x1b[B",
        "\x1b[Z",
        "\x0f",
        "\x1bOP",
        "\x1b[5~",
    ]
)
TIMES = st.integers(1, 40)


@st.composite
def held(draw: st.DrawFn) -> str:
    """One key that is no digit, held down while the terminal says something."""
    key = draw(NO_DIGITS)
    said = [reply.decode("utf-8", "surrogateescape") for reply in draw(st.lists(REPLIES, max_size=3))]
    return "".join(part + key * draw(TIMES) for part in ["", *said])


def answers_nothing(kind: str, keys: str) -> None:
    assert by_keys(WALKED[kind], (YES, Press(keys + CTRL_C))).answers == {"first": True}


def answers_no_more_than_one(kind: str, digit: str, before: int, after: int) -> None:
    """A digit is held, Enter is pressed, and the digit is still held when the next question stands there."""
    first = Press(digit * before + ENTER + digit * after + CTRL_C)
    walked = by_keys(WALKED[kind], (YES, first, Press(digit * after + CTRL_C)))
    assert walked.answers.keys() <= {"first", "q"}


@given(kind=ASKED, keys=held())
@SOME
def test_a_held_key_that_is_no_digit_answers_nothing(kind: str, keys: str) -> None:
    answers_nothing(kind, keys)


@pytest.mark.long
@given(kind=ASKED, keys=held())
@MANY
def test_no_held_key_that_is_no_digit_answers_anything(kind: str, keys: str) -> None:
    answers_nothing(kind, keys)


@given(kind=ASKED, digit=st.sampled_from("0123456789"), before=TIMES, after=TIMES)
@SOME
def test_a_held_digit_and_enter_answer_one_question(kind: str, digit: str, before: int, after: int) -> None:
    answers_no_more_than_one(kind, digit, before, after)


@pytest.mark.long
@given(kind=ASKED, digit=st.sampled_from("0123456789"), before=TIMES, after=TIMES)
@MANY
def test_no_held_digit_and_enter_answer_more_than_one_question(
    kind: str, digit: str, before: int, after: int
) -> None:
    answers_no_more_than_one(kind, digit, before, after)


@pytest.mark.parametrize("key", [ENTER, " ", "\x1b[B", "w"], ids=["Enter", "space", "Down", "w"])
def test_in_the_installed_program_the_first_question_still_stands_there(tmp_path: Path, key: str) -> None:
    question = "Bent u flauwgevallen, of zag u sterretjes?"
    with terminal("follow-up", "--hospital", "lumc", folder=tmp_path) as shown:
        shown.wait_for_question(question)
        for reply in WHAT_A_TERMINAL_SAYS:
            for piece in (reply.said[:1], reply.said[1:4], reply.said[4:], key, key):
                shown.press(piece)
                time.sleep(0.005)
        shown.wait_for_question(question)
        shown.press(STOP)
        assert shown.end() == 4
        assert is_sane(shown)
    assert "flauwgevallen: " not in shown.everything.lower()
