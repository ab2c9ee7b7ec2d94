"""Every walk of the table comes to the same answers by keys and by lines: those written by hand."""

import re
from functools import cache

import pytest

from tests.flat_text import flat
from tests.terminal.walk_both_ways import Walked, by_keys, by_lines
from tests.terminal.walk_table import ROWS
from tests.terminal.walked_questionnaires import WALKED

_WALKS = {"keys": by_keys, "lines": by_lines}


@cache
def walked_by(by: str, number: int) -> Walked:
    """A row of the table, walked once for all tests."""
    return _WALKS[by](WALKED[ROWS[number].questionnaire], ROWS[number].steps)


def named(number: int) -> str:
    return ROWS[number].name


every_row = pytest.mark.parametrize("number", range(len(ROWS)), ids=named)


@pytest.mark.parametrize("by", _WALKS)
@every_row
def test_a_walk_comes_to_the_answers_written_by_hand(number: int, by: str) -> None:
    row, walked = ROWS[number], walked_by(by, number)
    assert walked.answers == row.answers
    assert walked.ended.how == ("done" if row.done else "stopped")
    for words in row.seen:
        assert flat(words) in walked.shown


@every_row
def test_both_presenters_keep_the_same_answers_in_the_same_order(number: int) -> None:
    keys, lines = (walked_by(by, number) for by in _WALKS)
    assert list(keys.answers.items()) == list(lines.answers.items())


@every_row
def test_lines_move_no_cursor_and_draw_nothing(number: int) -> None:
    written = walked_by("lines", number).screen.written
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u2500-\u259f❯]", written)


@every_row
def test_the_words_at_a_full_terminal_are_dutch(number: int) -> None:
    shown = walked_by("keys", number).shown
    assert not re.search(r"done|select|Use arrow|<space>|Invalid|Cancelled|\bYes\b", shown)
