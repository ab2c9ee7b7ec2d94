"""`miskraam` alone: a questionnaire is chosen, or whom to call is shown at once and she chooses again."""

from pathlib import Path

import pytest

from tests.installed_program import miskraam
from tests.pseudo_terminal import ENTER, STOP, terminal

MENU = "Waar gaat het over?"
NUMBERS = ("071 526 28 70", "071 529 95 17", "112")


def by_lines(folder: Path, *lines: str, options: tuple[str, ...] = ()) -> tuple[int, str]:
    ran = miskraam("--lines", *options, folder=folder, stdin="".join(f"{line}\n" for line in lines))
    return ran.code, " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("number", "asked"),
    [
        ("1", "Bij welk ziekenhuis bent u?"),
        ("3", "Bij welk ziekenhuis bent u?"),
        ("4", "Bij welk ziekenhuis bent u?"),
    ],
)
def test_a_questionnaire_is_chosen(tmp_path: Path, number: str, asked: str) -> None:
    code, out = by_lines(tmp_path, number, "stop", "2")
    assert code == 4
    assert asked in out


def test_whom_to_call_stands_there_at_once_and_then_she_chooses_again(tmp_path: Path) -> None:
    code, out = by_lines(tmp_path, "2", "2", "1", "stop", "2")
    assert code == 4
    first, second, third = out.split(MENU)[1:]
    for shown in (first, second):
        assert all(number in shown for number in NUMBERS)
        assert "ziekenhuis bent u" not in shown
    assert "Bij welk ziekenhuis bent u?" in third


def test_calling_stands_neither_first_nor_last(tmp_path: Path) -> None:
    _, out = by_lines(tmp_path, "stop")
    assert "1. Na een miskraam 2. Ik wil nu bellen 3. Herhaalde miskramen 4. Kiezen na een miskraam" in out


@pytest.mark.parametrize(
    ("language", "helps"),
    [
        ("nl", ("Na een miskraam: uw klachten", "Herhaalde miskramen: vragen", "Kiezen na een miskraam: ")),
        (
            "en",
            (
                "After a miscarriage: your symptoms",
                "Recurrent miscarriage: ",
                "Choosing after a miscarriage: ",
            ),
        ),
    ],
)
def test_help_says_what_each_questionnaire_is(tmp_path: Path, language: str, helps: tuple[str, ...]) -> None:
    code, out = by_lines(tmp_path, "?", "stop", options=("--lang", language))
    assert code == 4
    assert all(text in out for text in helps)


def test_stop_ends_it(tmp_path: Path) -> None:
    assert by_lines(tmp_path, "stop")[0] == 4
    with terminal(folder=tmp_path) as shown:
        shown.answer(MENU, STOP)
        assert shown.end() == 4


def test_at_a_full_terminal_the_numbers_stay_above_the_menu(tmp_path: Path) -> None:
    with terminal(folder=tmp_path) as shown:
        shown.answer(MENU, "?")
        shown.wait_for("Na een miskraam: uw klachten")
        shown.press("2", ENTER)
        shown.wait_for(*NUMBERS[:2], "Om mee te praten", MENU, "Ctrl-C")
        shown.press(STOP)
        assert shown.end() == 4
