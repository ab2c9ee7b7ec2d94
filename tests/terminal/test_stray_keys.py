"""Stray keys at a full terminal: none of them ticks, answers or ends anything by itself."""

import pytest

from miskraam_cli.language import Words
from tests.terminal.walk_both_ways import by_keys
from tests.terminal.walk_steps import ENTER, Press, Stay, Step, Type
from tests.terminal.walk_table import YES
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import EN, NL

LATIN = "abcdefghijklmnopqrstuvwxyz"
IGNORED = {"Ctrl-Q": "\x11", "Ctrl-Z": "\x1a", "Ctrl-S": "\x13", "Ctrl-R": "\x12", "Ctrl-L": "\x0c"}


def answer(kind: str, *steps: Step, words: Words = NL) -> object:
    return by_keys(WALKED[kind], (YES, *steps), words).answers.get("q")


@pytest.mark.parametrize(
    ("words", "letter", "value"),
    [(NL, "j", True), (NL, "J", True), (NL, "n", False), (EN, "y", True), (EN, "n", False)],
)
def test_a_letter_and_enter_is_what_the_letter_says(words: Words, letter: str, value: bool) -> None:
    assert answer("boolean", Press(letter + ENTER), words=words) is value


def test_a_letter_that_no_choice_begins_with_points_at_nothing() -> None:
    assert answer("boolean", Stay("k" + ENTER)) is None


def test_a_letter_alone_answers_nothing() -> None:
    assert answer("boolean", Press(LATIN + "\x03")) is None


@pytest.mark.parametrize("letters", ["a", "i", "A", "I", LATIN])
def test_no_letter_ticks_anything(letters: str) -> None:
    walked = by_keys(WALKED["choices"], (YES, Stay(letters + ENTER), Press("1" + ENTER)))
    assert walked.answers["q"] == ("rash",)
    assert "Zet eerst een vinkje met spatie of een cijfer. Past er niets? Kies 3." in walked.shown


def test_a_tick_survives_stray_letters() -> None:
    assert answer("choices", Press("2ai" + ENTER)) == ("cough",)


def test_space_ticks_where_the_pointer_stands() -> None:
    assert answer("choices", Press("\x1b[B\x1b[B " + ENTER)) == ("cough",)


def test_a_choice_that_stands_alone_puts_out_the_others() -> None:
    assert answer("choices", Press("123" + ENTER)) == ("none",)
    assert answer("choices", Press("31" + ENTER)) == ("rash",)


@pytest.mark.parametrize("key", IGNORED.values(), ids=IGNORED.keys())
@pytest.mark.parametrize("kind", ["boolean", "choices", "text"])
def test_a_key_that_stops_elsewhere_does_nothing_here(kind: str, key: str) -> None:
    given = {"boolean": "1" + ENTER, "choices": "1" + ENTER, "text": "x" + ENTER}[kind]
    taken = {"boolean": True, "choices": ("rash",), "text": "x"}[kind]
    assert answer(kind, Press(key + given)) == taken


@pytest.mark.parametrize("keys", ["\x1b1", "\x1b[1;5P", "\x1b[25;3~", "\x1b[<0;1;1M", "\x1b[M1!1", "\x1bO1"])
@pytest.mark.parametrize("kind", ["boolean", "choices"])
def test_a_key_that_no_list_knows_neither_answers_nor_goes_back(kind: str, keys: str) -> None:
    given = {"boolean": "2" + ENTER, "choices": "2" + ENTER}[kind]
    taken = {"boolean": False, "choices": ("cough",)}[kind]
    assert answer(kind, Press(keys + given)) == taken


@pytest.mark.parametrize("key", ["\x1b[[B", "\x1bOQ", "\x1b[12~"])
def test_function_keys_are_known_on_every_terminal(key: str) -> None:
    assert answer("boolean", Press(key + "2" + ENTER)) is False


def test_two_digits_at_once_answer_one_question() -> None:
    walked = by_keys(WALKED["boolean"], (YES, Press("22" + ENTER)))
    assert walked.answers == {"first": True, "q": False}
    assert walked.prompts[-1].id == "last"


@pytest.mark.parametrize("digit", "456789")
def test_a_digit_beyond_the_list_does_nothing(digit: str) -> None:
    assert answer("boolean", Press(digit + "2" + ENTER)) is False


def test_the_arrows_end_where_they_point() -> None:
    assert answer("choice", Press("\x1b[B\x1b[B\x1b[B\x1b[A" + ENTER)) == "blue"


def test_a_question_mark_within_a_text_is_text() -> None:
    assert answer("text", Type("mag ik werken?")) == "mag ik werken?"
