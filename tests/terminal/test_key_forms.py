"""Every key that is used does the same in every form in which a terminal may send it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from miskraam_cli.interview.prompt import Prompt, PromptOption
from tests.terminal.one_prompt import A_MOMENT, NUMBER, ONE, SEVERAL, OnePrompt, one_prompt

CHARACTERS = {
    "Ctrl-C": "\x03",
    "Ctrl-D": "\x04",
    "Enter": "\r\n",
    "Ctrl-O": "\x0f",
    "2": "2",
    "space": " ",
    "j": "j",
    "J": "J",
    "?": "?",
    "Backspace": "\x7f\x08",
}
SEQUENCES = {
    "Ctrl-C": "[99;5u [99;5:1u [99;5:2u [27;5;99~ [67;6u [99;69u [99;133u [99:67;6u [1089::99;5u [27;6;67~ [99::105;5u",
    "Ctrl-D": "[100;5u [100;5:1u [27;5;100~",
    "Esc": "[27u [27;1u [27;1:1u [27;129u [27;1;27~ [91;5u",
    "Shift-Tab": "[Z [1;2Z [9;2u [9;2:1u [9;130u [27;2;9~ \t",
    "Enter": "[13u [13;1u [13;1:1u [13;2u [13;5u [13;129u [27;2;13~ [27;5;13~ [57414u [57414;129u OM [106;5u",
    "Ctrl-O": "[111;5u [111;5:2u [27;5;111~",
    "2": "[50u [50;1u [50;1:1u [50;129u [57401u [57401;129u [27;1;50~ [50;1;50u [233:50;2u Or",
    "space": "[32u [32;1:1u [32;2u [27;2;32~",
    "j": "[106u [106;1u [106;1:1u [106;1;106u [27;1;106~",
    "J": "[106;2u [106:74;2u [106:74;2:1u [74;2u [27;2;74~ [106;65u [106:74;2;74u",
    "?": "[63u [63;2u [47;2u [47:63;2u [27;2;63~ [47;2;63u",
    "Backspace": "[127u [127;1u [127;1:1u [127;2u [8u [27;2;127~ [104;5u",
    "Down": "[B OB [1;1B [1;1:1B [1;1:2B [1;129B [57420u [57420;129u",
    "F1": "OP [11~ [[A [P [1;1P [1;1:1P [11;129~",
}
"""What stands behind Escape, in xterm's ways and in kitty's; with a Num Lock, a Caps Lock, another alphabet."""

KINDS = pytest.mark.parametrize("prompt", [ONE, SEVERAL, NUMBER], ids=lambda prompt: str(prompt.kind))
YES_NO = Prompt("q", "one", "Wat?", (PromptOption("no", "Nee"), PromptOption("yes", "Ja")))
WORDS = replace(NUMBER, free_text=True)
LISTS = pytest.mark.parametrize("prompt", [ONE, SEVERAL], ids=lambda prompt: str(prompt.kind))


def every_form(*keys: str) -> pytest.MarkDecorator:
    """A test for each form of these keys."""
    found = [character for key in keys for character in CHARACTERS.get(key, "")]
    found += [f"\x1b{sequence}" for key in keys for sequence in SEQUENCES[key].split(" ")]
    return pytest.mark.parametrize("pressed", [form.encode() for form in found], ids=ascii)


@pytest.fixture(scope="module")
def asked() -> Iterator[OnePrompt]:
    with one_prompt() as prompts:
        yield prompts


@every_form("Ctrl-C")
@KINDS
def test_ctrl_c_stops(asked: OnePrompt, prompt: Prompt, pressed: bytes) -> None:
    assert asked.left(prompt, pressed).how == "stop"


@every_form("Ctrl-D")
@KINDS
def test_ctrl_d_closes(asked: OnePrompt, prompt: Prompt, pressed: bytes) -> None:
    assert asked.left(prompt, pressed).how == "closed"


@every_form("Esc", "Shift-Tab")
@KINDS
def test_esc_and_shift_tab_go_back(asked: OnePrompt, prompt: Prompt, pressed: bytes) -> None:
    assert asked.left(prompt, pressed).how == "back"


@KINDS
def test_a_lone_escape_goes_back_when_nothing_follows(asked: OnePrompt, prompt: Prompt) -> None:
    assert asked.left(prompt, b"\x1b").how == "idle"
    assert asked.left(prompt, b"\x1b", A_MOMENT).how == "back"
    assert asked.left(prompt, b"\x1b\x1b\x1b", A_MOMENT).how == "back"


@every_form("Enter")
def test_enter_answers(asked: OnePrompt, pressed: bytes) -> None:
    one = asked.left(ONE, b"2", pressed)
    assert (one.how, one.chosen) == ("answered", ("o2",))
    several = asked.left(SEVERAL, b"23", pressed)
    assert (several.how, several.chosen) == ("answered", ("o2", "o3"))
    typed = asked.left(NUMBER, b"38,6", pressed)
    assert (typed.how, typed.typed) == ("answered", "38,6")


@every_form("Ctrl-O")
@KINDS
def test_ctrl_o_looks_at_all_answers(asked: OnePrompt, prompt: Prompt, pressed: bytes) -> None:
    assert asked.left(prompt, pressed).how == "review"


@every_form("2")
def test_a_digit_points_ticks_and_is_typed(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(ONE, pressed).chosen == ("o2",)
    assert asked.left(SEVERAL, pressed).chosen == ("o2",)
    assert asked.left(NUMBER, pressed).typed == "2"


@every_form("space")
def test_space_ticks_what_is_pointed_at_and_is_typed(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(SEVERAL, b"\x1b[B\x1b[B", pressed).chosen == ("o2",)
    assert asked.left(NUMBER, b"9", pressed, b"w").typed == "9 w"


@every_form("j", "J")
def test_a_letter_points(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(YES_NO, pressed).chosen == ("yes",)


@pytest.mark.parametrize("letter", ["j", "J"])
def test_a_letter_is_typed_as_it_is(asked: OnePrompt, letter: str) -> None:
    for pressed in every_form(letter).args[1]:
        assert asked.left(NUMBER, pressed).typed == letter


@every_form("?", "F1")
@KINDS
def test_a_question_mark_and_f1_help_and_are_no_text(
    asked: OnePrompt, prompt: Prompt, pressed: bytes
) -> None:
    before = b"9" if prompt.kind == "typed" else b""
    left = asked.left(prompt, before, pressed, A_MOMENT)
    assert (left.how, left.chosen, left.typed) == ("idle", (), before.decode())
    assert "Uitleg." in asked.seen


@every_form("?")
def test_a_question_mark_in_her_own_words_is_a_letter(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(WORDS, b"Mag dit", pressed, A_MOMENT).typed == "Mag dit?"
    assert "Uitleg." not in asked.seen


@every_form("F1")
def test_f1_helps_in_her_own_words_too(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(WORDS, b"Mag dit", pressed, A_MOMENT).typed == "Mag dit"
    assert "Uitleg." in asked.seen


@every_form("Backspace")
def test_backspace_wipes_a_letter(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(NUMBER, b"38,6", pressed).typed == "38,"


@every_form("Down")
def test_down_points_at_the_next(asked: OnePrompt, pressed: bytes) -> None:
    assert asked.left(ONE, pressed, pressed).chosen == ("o2",)


@every_form(*SEQUENCES)
@KINDS
def test_a_form_that_comes_in_pieces_is_the_same_key(
    asked: OnePrompt, prompt: Prompt, pressed: bytes
) -> None:
    pieces = [pressed[at : at + 1] for at in range(len(pressed))]
    assert asked.left(prompt, *pieces) == asked.left(prompt, pressed)


@pytest.mark.parametrize(
    "key", ["99;5", "100;5", "27;1", "9;2", "13;1", "111;5", "50;1", "57401;1", "106;1", "32;1"]
)
@KINDS
def test_a_key_that_is_released_does_nothing(asked: OnePrompt, prompt: Prompt, key: str) -> None:
    left = asked.left(prompt, f"\x1b[{key}:3u".encode())
    assert (left.how, left.chosen, left.typed) == ("idle", (), "")


@pytest.mark.parametrize(
    "pressed",
    [
        "\x1b2",
        "\x1b\r",
        "\x1bj",
        "[",
        "[50;3u",
        "[13;3u",
        "[27;3u",
        "[13;9u",
        "[50;33u",
        "[27;3;13~",
        "[1;3B",
    ],
)
@LISTS
def test_a_key_together_with_alt_or_a_higher_one_does_nothing(
    asked: OnePrompt, prompt: Prompt, pressed: str
) -> None:
    whole = pressed if pressed.startswith("\x1b") else f"\x1b{pressed}"
    left = asked.left(prompt, whole.encode(), A_MOMENT)
    assert (left.how, left.chosen) == ("idle", ())
