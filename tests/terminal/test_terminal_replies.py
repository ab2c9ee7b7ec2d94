# a test may import what it tests
"""What a terminal says by itself is no key: it answers nothing, points at nothing, and is no text."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.escape_sequences import SequenceReader
from miskraam_cli.terminal.leaving import Left
from tests.terminal.no_keys import PASTES, REPLIES, UNFINISHED, in_pieces
from tests.terminal.one_prompt import A_MOMENT, NUMBER, ONE, SEVERAL, OnePrompt, one_prompt

LISTS = st.sampled_from([ONE, SEVERAL])
PROMPTS = LISTS | st.just(NUMBER)
NOTHING = Left("idle")


@st.composite
def said(draw: st.DrawFn, prompts: st.SearchStrategy[Prompt] = PROMPTS) -> tuple[Prompt, list[bytes]]:
    """A prompt, and what a terminal says at it by itself, in pieces; what is pasted into a list is no answer either."""
    prompt = draw(prompts)
    each = REPLIES if prompt.kind == "typed" else REPLIES | PASTES
    whole = b"".join(draw(st.lists(each, min_size=1, max_size=4)))
    return prompt, draw(in_pieces(whole))


@pytest.fixture(scope="module")
def asked() -> Iterator[OnePrompt]:
    with one_prompt() as prompts:
        yield prompts


def answers_nothing(asked: OnePrompt, prompt: Prompt, pieces: Sequence[bytes]) -> None:
    assert asked.left(prompt, *pieces) == NOTHING


@given(said=said())
@settings(max_examples=200, deadline=None)
def test_nothing_that_a_terminal_says_answers(asked: OnePrompt, said: tuple[Prompt, list[bytes]]) -> None:
    answers_nothing(asked, *said)


@pytest.mark.long
@given(said=said())
@settings(max_examples=20_000, deadline=None)
def test_nothing_of_all_that_a_terminal_may_say_answers(
    asked: OnePrompt, said: tuple[Prompt, list[bytes]]
) -> None:
    answers_nothing(asked, *said)


@given(said=said(), unfinished=UNFINISHED, data=st.data())
@settings(max_examples=100, deadline=None)
def test_nothing_that_is_never_finished_answers(
    said: tuple[Prompt, list[bytes]], unfinished: bytes, data: st.DataObject
) -> None:
    prompt, pieces = said
    with one_prompt() as asked:  # the rest that never comes must not be looked for in the next example
        answers_nothing(asked, prompt, [*pieces, *data.draw(in_pieces(unfinished))])


@given(said=said(LISTS))
@settings(max_examples=200, deadline=None)
def test_the_key_that_follows_is_hers(asked: OnePrompt, said: tuple[Prompt, list[bytes]]) -> None:
    prompt, pieces = said
    assert asked.left(prompt, *pieces, b"2", b"\r") == Left("answered", ("o2",))


@given(said=said(), data=st.data())
@settings(max_examples=200, deadline=None)
def test_what_began_before_the_prompt_stood_there_answers_nothing(
    asked: OnePrompt, said: tuple[Prompt, list[bytes]], data: st.DataObject
) -> None:
    """Keys pressed before it, and a reply of which the rest comes when it stands there."""
    prompt, pieces = said
    begun, *rest = pieces
    assume(not begun.endswith(b"\x1b"))  # that is a key, pressed before
    keys = data.draw(st.sampled_from([b"", b"2", b"2\r", b"\r\r\r"]))
    assert asked.left(prompt, *rest, before=keys + begun) == NOTHING


def test_a_paste_that_began_before_the_field_stood_there_is_not_in_it(asked: OnePrompt) -> None:
    assert asked.left(NUMBER, b"38\x1b[201~", before=b"\x1b[200~39") == NOTHING
    assert asked.left(NUMBER, b"38\x1b[201~", b"7", before=b"\x1b[200~39").typed == "7"


def test_what_is_pasted_into_a_field_is_text(asked: OnePrompt) -> None:
    pasted = "\x1b[200~een\rtwee\t\x1b[31mdrie\x07\x1b]11;1\x07\x1b[201~"
    assert asked.left(NUMBER, pasted.encode()) == Left("idle", typed="een twee [31mdrie ]11;1")


def test_a_sequence_that_is_never_finished_keeps_no_key_back_for_long(asked: OnePrompt) -> None:
    pause = [A_MOMENT] * 14  # more than a second
    assert asked.left(ONE, b"\x1b]11;rgb", *pause, b"2", b"\r") == Left("answered", ("o2",))


@pytest.mark.parametrize(
    ("begun", "seconds"),
    [
        *((begun, 1.1) for begun in ("[", "[1;", "]11;rgb", "P>|", "_G", "O", "[M1", "[[", "X", "^")),
        ("[200~1\r", 5.1),
    ],
)
def test_what_is_never_finished_is_dropped_after_a_while_and_not_before(begun: str, seconds: float) -> None:
    now = 0.0
    told: list[str] = []
    reader = SequenceReader(lambda _, text: told.append(text), lambda: now)
    reader.feed(f"\x1b{begun}")
    now = seconds - 0.2
    reader.feed("")
    assert not told
    now += seconds
    reader.feed("2\r")
    assert told == ["2", "\r"]


@given(pieces=st.lists(REPLIES | PASTES, min_size=1, max_size=4).map(b"".join).flatmap(in_pieces))
@settings(max_examples=100, deadline=None)
def test_nothing_that_a_terminal_says_is_a_key_of_a_screen_that_asks_nothing(
    asked: OnePrompt, pieces: list[bytes]
) -> None:
    keys = (*"0123456789", "f2", "f9", "enter", "backspace", "escape", "f8")
    assert asked.still(keys, *pieces, b"\x1b[19~") == "f8"
