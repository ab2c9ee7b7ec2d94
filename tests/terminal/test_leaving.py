"""Ways to leave a prompt: back with the unfinished answer kept, and stop."""

import pytest

from tests.terminal.walk_both_ways import by_keys
from tests.terminal.walk_steps import ENTER, SHIFT_TAB, Press, Type
from tests.terminal.walk_table import NO, YES
from tests.terminal.walked_questionnaires import WALKED

ESCAPE = "\x1b"
BACK = pytest.mark.parametrize("back", [SHIFT_TAB, ESCAPE], ids=["Shift-Tab", "Esc"])
KINDS = pytest.mark.parametrize("kind", ["boolean", "choices", "text", "integer"])


@BACK
@KINDS
def test_back_goes_to_the_question_before(kind: str, back: str) -> None:
    walked = by_keys(WALKED[kind], (YES, Press(back)))
    assert [prompt.id for prompt in walked.prompts] == ["first", "q", "first"]
    assert walked.prompts[-1].chosen == ("true",)


@BACK
def test_what_was_typed_and_not_given_is_there_on_return(back: str) -> None:
    walked = by_keys(WALKED["decimal"], (YES, Press("38," + back), NO))
    assert walked.prompts[-1].typed == "38,"
    assert "q" not in walked.answers


@BACK
def test_what_was_ticked_and_not_given_is_there_on_return(back: str) -> None:
    walked = by_keys(WALKED["choices"], (YES, Press("12" + back), NO))
    assert walked.prompts[-1].chosen == ("rash", "cough")


@BACK
def test_where_the_pointer_stood_it_stands_on_return(back: str) -> None:
    walked = by_keys(WALKED["choice"], (YES, Press("\x1b[B\x1b[B" + back), NO))
    assert walked.prompts[-1].chosen == ("blue",)


@BACK
@pytest.mark.parametrize("wrong", ["386", "abc", "33,9"])
def test_back_works_from_an_answer_that_was_refused_and_keeps_it(wrong: str, back: str) -> None:
    walked = by_keys(WALKED["decimal"], (YES, Type(wrong), Press(back), NO))
    assert walked.prompts[2].error
    assert [prompt.id for prompt in walked.prompts] == ["first", "q", "q", "first", "q"]
    assert (walked.prompts[-1].typed, walked.prompts[-1].error) == (wrong, "")
    assert "q" not in walked.answers


@BACK
def test_back_at_the_first_question_stays_there(back: str) -> None:
    walked = by_keys(
        WALKED["boolean"], (Press(back + SHIFT_TAB + "2" + ENTER),)
    )  # Esc and 2 at once are Alt-2
    assert walked.answers == {"first": False}


@KINDS
@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_stop_stops_and_keeps_what_was_answered(kind: str, key: str) -> None:
    walked = by_keys(WALKED[kind], (YES, Press(key)))
    assert walked.ended.how == "stopped"
    assert walked.answers == {"first": True}


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_stop_in_a_half_typed_text_gives_no_answer(key: str) -> None:
    walked = by_keys(WALKED["text"], (YES, Press("half" + key)))
    assert walked.ended.how == "stopped"
    assert "q" not in walked.answers


def test_twice_refused_enter_alone_is_the_way_out() -> None:
    walked = by_keys(WALKED["decimal"], (YES, Type("386"), Type("388"), Press(ENTER)))
    assert "Enter" in walked.prompts[3].error
    assert [option.id for option in walked.prompts[4].options] == ["fill_in", "unknown"]
