"""The real cursor stands on what is highlighted, for magnifiers and screen readers."""

from pathlib import Path

import pytest

from tests.terminal.complaints_questionnaire import DEGREES, FAINT, SIGNS, complaints_asked

DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"
SIZES = pytest.mark.parametrize(("columns", "rows"), [(80, 24), (20, 24)])


@SIZES
def test_the_cursor_follows_the_pointer(tmp_path: Path, columns: int, rows: int) -> None:
    with complaints_asked(tmp_path, columns=columns, rows=rows) as shown:
        shown.wait_for_question(FAINT)
        shown.wait_for_cursor_on("1 Ja,")
        assert "❯" not in shown.screen, "nothing is pointed at, and the cursor rests at the first choice"
        for key, option in ((DOWN, "1 Ja,"), (DOWN, "2 Ja, vaker"), (DOWN, "3 Nee"), (UP, "2 Ja, vaker")):
            shown.press(key)
            shown.wait_for_cursor_on(f"❯ {option}")
            assert shown.cursor[0] == 3, "on the first letter after the pointer"
        shown.press("3", ENTER)
        shown.wait_for_question(SIGNS)
        shown.wait_for_cursor_on("[ ] 1 Pijn")
        shown.press("2")
        shown.wait_for_cursor_on("❯ [x] 2 Bloed")


def test_the_cursor_stands_where_the_text_goes_on(tmp_path: Path) -> None:
    with complaints_asked(tmp_path) as shown:
        shown.answer(FAINT, "3", ENTER)
        shown.answer(SIGNS, "3", ENTER)
        shown.answer(DEGREES, "38,")
        shown.wait_for_cursor_on("> 38,")
        assert shown.cursor[0] == shown.cursor_line.index("38,") + len("38,")
