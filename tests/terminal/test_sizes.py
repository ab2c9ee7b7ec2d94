"""Small screens, and screens that change while a question stands there."""

from pathlib import Path

import pytest

from miskraam_cli.terminal.theme import wrapped
from tests.flat_text import flat
from tests.pseudo_terminal import terminal
from tests.terminal.complaints_questionnaire import DEGREES, FAINT, LONG, SIGNS, WISH, complaints_asked

ENTER = "\r"
KEYS_OF = (
    (FAINT, "2" + ENTER),
    (SIGNS, "12" + ENTER),
    (DEGREES, "37,5" + ENTER),
    (WISH, "Mag ik werken?" + ENTER),
)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (50, 20), (20, 24)])
def test_a_whole_walk_shows_every_word_at_any_size(tmp_path: Path, columns: int, rows: int) -> None:
    with complaints_asked(tmp_path, columns=columns, rows=rows) as shown:
        for question, keys in KEYS_OF:
            shown.answer(question, keys)
        shown.wait_for("1 Ja", "Ctrl-C")
        before = shown.everything
        shown.press("1", ENTER)
        shown.wait_for("laatste vraag", "Verder")
        shown.press("1", ENTER)
        assert shown.read_to_the_end("Er is nog meer te lezen.") == 0
    assert LONG in before
    for label in ("Ja, vaker", "Pijn, Bloedverlies", "37,5 °C", "uw vraag: opgeschreven"):
        assert label in shown.everything


@pytest.mark.parametrize("sizes", [[(50, 20)], [(20, 24)], [(50, 20), (20, 24), (80, 24)]], ids=str)
def test_a_new_size_in_mid_question_keeps_the_question_and_takes_its_answer(
    tmp_path: Path, sizes: list[tuple[int, int]]
) -> None:
    with complaints_asked(tmp_path) as shown:
        shown.answer(FAINT, "3", ENTER)
        shown.answer(SIGNS, "1")
        shown.wait_for("[x] 1 Pijn")
        for columns, rows in sizes:
            shown.resize(columns, rows)
            shown.wait_for(SIGNS, "[x] 1 Pijn", "[ ] 2 Bloed", "stoppen")
        shown.press(ENTER)
        shown.wait_for_question(DEGREES)
        shown.press("\x03")
        assert shown.end() == 4
        assert "Traceback" not in shown.everything


def test_a_wider_terminal_repeats_nothing(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, columns=50, rows=20) as shown:
        shown.answer(FAINT, "3", ENTER)
        shown.wait_for_question(SIGNS)
        shown.resize(80, 24)
        shown.press("1")
        shown.wait_for("[x] 1 Pijn")
        shown.answer(SIGNS, ENTER)
        shown.wait_for_question(DEGREES)
        assert shown.everything.count(SIGNS) == 0, "what is answered is one quiet line"
        assert shown.everything.count(DEGREES) == 1


def test_on_a_tiny_screen_every_choice_can_be_reached_and_seen(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, columns=20, rows=10) as shown:
        shown.wait_for_cursor_on("1 Ja, één keer")
        for option in ("1 Ja, één keer", "2 Ja, vaker", "3 Nee", "4 Weet ik niet"):
            shown.press("\x1b[B")
            shown.wait_for_cursor_on(f"❯ {option}")


def test_where_not_all_choices_are_seen_the_keys_say_so(tmp_path: Path) -> None:
    more = "↓: meer"
    run = ("intake", "--hospital", "lumc", "--now", "2026-11-24T12:00")
    for size, last_is_seen in (((80, 24), True), ((40, 15), False)):
        with terminal(*run, folder=tmp_path, columns=size[0], rows=size[1]) as shown:
            shown.wait_for("Heeft u nu een van deze klachten?", "Enter")
            assert ("Weet ik niet" in shown.screen) is last_is_seen, "else this shows nothing"
            assert (more in shown.screen) is not last_is_seen


@pytest.mark.parametrize("columns", range(20, 81, 3))
def test_a_number_to_call_is_never_broken_over_two_lines(columns: int) -> None:
    lines = wrapped("LUMC, buiten werktijden: 071 529 95 17, en anders 112", columns=columns).splitlines()
    assert any("071 529 95 17" in line for line in lines)
    assert all(len(line) <= columns for line in lines)


def test_the_line_of_keys_is_broken_between_keys(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, columns=50) as shown:
        shown.wait_for_question(FAINT)
        lines = [line.strip() for line in shown.screen.splitlines()]
    keys = lines[lines.index(next(line for line in lines if "aanwijzen" in line)) :]
    assert flat(" · ".join(keys)).split(" · ") == [
        "cijfer of ↑ ↓: aanwijzen",
        "Enter: antwoorden",
        "?: uitleg",
        "Ctrl-C: stoppen",
    ]
