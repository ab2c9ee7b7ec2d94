"""After the summary: what she can take home, by the installed program in a terminal."""

import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.flat_text import unbroken
from tests.pseudo_terminal import BACK, ENTER, STOP, Terminal, terminal

ANSWERS = """
{hospital: lumc, fainting: "no", bleeding: less, pain: none, temperature_measured: yes, temperature: 38.6,
 worried: false, confirmed: scan, painkillers: [none], weeks_at_loss: 9, treatment: waiting, passed: "yes",
 loss_date: 2026-11-01, bleeding_over_6_weeks: false, period_returned: false, feelings: [none], talk: "no",
 next_info: not_now, question: Mag ik werken?}
"""
MENU = "Wat wilt u nog doen?"
HOW_MUCH = "Hoeveel wilt u meenemen?"
FILE = "Welke naam krijgt het bestand?"
DAY = "071 526 28 70"


@contextmanager
def at_the_menu(folder: Path, *options: str, path: str = os.environ["PATH"]) -> Iterator[Terminal]:
    """The program at the menu below the last page of a summary."""
    (folder / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    arguments = ("follow-up", "--answers", "answers.yaml", "--now", "2026-11-22T12:00", *options)
    with terminal(*arguments, folder=folder, PATH=path) as shown:
        shown.answer("Dit was de laatste vraag.", "1", ENTER)
        shown.read_on_to(MENU)
        yield shown


def by_hand(folder: Path) -> set[str]:
    """The files that the program left."""
    return {path.name for path in folder.iterdir()} - {"answers.yaml", "bin"}


@pytest.mark.parametrize(
    ("name", "holds", "with_what"),
    [
        ("mine.html", "<html", "uw browser"),
        ("mine.md", "# ", "een tekstprogramma"),
        ("mine.txt", "Uw overzicht", "een tekstprogramma"),
        ("mine", "Uw overzicht", "een tekstprogramma"),
    ],
)
def test_she_saves_it_in_the_form_that_the_name_chooses(
    tmp_path: Path, name: str, holds: str, with_what: str
) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "2", ENTER)
        shown.answer(HOW_MUCH, "1", ENTER)
        shown.answer(FILE, "\x15", name, ENTER)
        told = shown.wait_for(f"Open dat bestand met {with_what}.", MENU)
        assert f"Uwoverzichtstaatin{tmp_path / name}Open" in unbroken(told)
        assert shown.end() == 0
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert holds in written
    assert "38,6" in written
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


@pytest.mark.parametrize("names_another", [True, False])
def test_a_file_that_could_not_be_written_is_told_and_she_may_name_another(
    tmp_path: Path, names_another: bool
) -> None:
    with at_the_menu(tmp_path, "--output", "nowhere/mine.txt") as shown:
        if names_another:
            shown.answer(MENU, "2", ENTER)
            shown.answer(HOW_MUCH, "1", ENTER)
            shown.answer(FILE, "\x15", "mine.txt", ENTER)
            shown.wait_for("Open dat bestand met", MENU)
        assert shown.end() == (0 if names_another else 6)
        assert "die map bestaat niet" in shown.written.decode()
    assert by_hand(tmp_path) == ({"mine.txt"} if names_another else set())


def test_the_short_form_has_the_numbers_and_none_of_her_answers(tmp_path: Path) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "2", ENTER)
        shown.answer(HOW_MUCH, "2", ENTER)
        shown.answer(FILE, "\x15", "mine.txt", ENTER)
        shown.wait_for("Open dat bestand met", MENU)
        assert shown.end() == 0
    written = (tmp_path / "mine.txt").read_text(encoding="utf-8")
    assert DAY in written
    assert "38,6" not in written
    assert "miskraam" not in written.lower()


def test_a_file_that_is_there_already_is_not_lost_and_another_name_is_asked(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("precious", encoding="utf-8")
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "2", ENTER)
        shown.answer(HOW_MUCH, "1", ENTER)
        shown.answer(FILE, "\x15", "mine.txt", ENTER)
        shown.wait_for("mine.txt is er al.", "Ctrl-C")
        shown.press("\x15", "other.txt", ENTER)
        shown.wait_for("Open dat bestand met", MENU)
        assert shown.end() == 0
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "precious"


def test_a_name_that_cannot_be_meant_is_asked_again_and_stands_there_to_be_mended(tmp_path: Path) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "2", ENTER)
        shown.answer(HOW_MUCH, "1", ENTER)
        shown.answer(FILE, "\x15", "nieuw/mine.docx", ENTER)
        shown.wait_for("Een naam op .docx kan hier niet.", ".html", "Ctrl-C")
        shown.press("\x7f" * 4, "html", ENTER)
        told = shown.wait_for("is niet te schrijven (die map bestaat niet).", "Ctrl-C")
        assert "nieuw/mine.htmlisniet" in unbroken(told)
        (tmp_path / "nieuw").mkdir()
        shown.press(ENTER)
        shown.wait_for("Open dat bestand met", MENU)
        assert shown.end() == 0
    assert by_hand(tmp_path) == {"nieuw"}


@pytest.mark.parametrize("key", [BACK, STOP])
def test_thinking_better_of_it_leaves_nothing(tmp_path: Path, key: str) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "2", ENTER)
        shown.answer(HOW_MUCH, "1", ENTER)
        shown.answer(FILE, key)
        shown.wait_for(f"{MENU} 1")
        assert shown.end() == 0
    assert by_hand(tmp_path) == set()


def test_a_number_becomes_a_code_that_stands_on_the_screen_whole(tmp_path: Path) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "3", ENTER)
        shown.answer("Welk nummer of welke website?", "1", ENTER)
        screen = shown.wait_for("LUMC, overdag: 071 526 28 70", "Verder")
        assert "Richt de camera" in screen
        shown.press(ENTER)
        shown.wait_for_question(MENU)
        assert shown.end() == 0


def test_changed_answers_give_another_summary(tmp_path: Path) -> None:
    with at_the_menu(tmp_path) as shown:
        shown.answer(MENU, "4", ENTER)
        shown.answer("Eerst dit", "7", ENTER)
        shown.answer("Hoe hoog was uw temperatuur?", "\x15", "37,2", ENTER)
        shown.answer("Dit was de laatste vraag.", "1", ENTER)
        before = len(shown.everything)
        shown.read_on_to(f"{MENU} 1")
        assert "Uw temperatuur is 38,6" not in shown.everything[before - 500 :]
        assert shown.end() == 0


def test_the_clinician_copies_the_record(tmp_path: Path) -> None:
    with at_the_menu(tmp_path, "--for", "clinician") as shown:
        shown.answer(MENU, "3", ENTER)
        shown.wait_for("staat klaar om te plakken", MENU)
        assert b"\x1b]52;c;" in shown.written
        assert shown.end() == 0


def test_on_a_kiosk_nothing_is_offered_that_leaves_a_trace(tmp_path: Path) -> None:
    with at_the_menu(tmp_path, "--setting", "kiosk") as shown:
        screen = shown.wait_for(MENU)
        assert "bestand" not in screen.partition(MENU)[2]
        assert "afdrukken" not in screen.partition(MENU)[2]
        assert shown.end() == 0
    assert by_hand(tmp_path) == set()


@pytest.mark.parametrize(("ends", "says"), [(0, "naar de printer"), (1, "Afdrukken lukte niet.")])
def test_it_goes_to_the_print_command_under_a_title_that_says_nothing(
    tmp_path: Path, ends: int, says: str
) -> None:
    folder = tmp_path / "bin"
    folder.mkdir()
    printer = folder / "lp"
    printer.write_text(f'#!/bin/sh\necho "$@" > "{folder}/title"\ncat > "{folder}/paper"\nexit {ends}\n')
    printer.chmod(0o755)
    with at_the_menu(tmp_path, path=f"{folder}:{os.environ['PATH']}") as shown:
        shown.answer(MENU, "3", ENTER)
        shown.answer(HOW_MUCH, "2", ENTER)
        shown.wait_for(says, MENU)
        assert shown.end() == 0
    assert (folder / "title").read_text() == "-s -t Overzicht\n"
    assert DAY in (folder / "paper").read_text(encoding="utf-8")


def test_with_a_file_named_beforehand_she_sees_it_on_the_screen_too(tmp_path: Path) -> None:
    with at_the_menu(tmp_path, "--output", "mine.html") as shown:
        assert shown.end() == 0
    assert "38,6" in shown.everything
    assert "38,6" in (tmp_path / "mine.html").read_text(encoding="utf-8")


def test_by_lines_the_same_is_offered(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(ANSWERS, encoding="utf-8")
    with terminal("follow-up", "--answers", "answers.yaml", "--lines", folder=tmp_path) as shown:
        shown.wait_for("Druk op Enter om verder te gaan.")
        shown.press("\n")
        shown.wait_for(MENU, "5. Niets meer. Ik ben klaar.", "Typ een nummer, en dan Enter.")
        shown.press("2\n")
        shown.wait_for(HOW_MUCH)
        shown.press("2\n")
        shown.wait_for(FILE)
        shown.press("mine.txt\n")
        shown.wait_for("Open dat bestand met", MENU)
        assert shown.end() == 0
    assert DAY in (tmp_path / "mine.txt").read_text(encoding="utf-8")


@pytest.mark.long
def test_a_printer_that_hangs_is_given_up_in_words(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    printer = tmp_path / "bin" / "lp"
    printer.write_text("#!/bin/sh\nexec /bin/sleep 600\n", encoding="utf-8")
    printer.chmod(0o755)
    with at_the_menu(tmp_path, path=f"{tmp_path / 'bin'}:{os.environ['PATH']}") as shown:
        shown.answer(MENU, "3", ENTER)
        shown.answer(HOW_MUCH, "2", ENTER)
        time.sleep(4)
        shown.wait_for("Afdrukken lukte niet.")
