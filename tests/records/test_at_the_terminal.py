"""Set up, opened, corrected and deleted by a person at a terminal."""

import re
import stat
import subprocess
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pexpect
import pytest

from tests.flat_text import flat
from tests.needed_programs import needed
from tests.pseudo_terminal import DOWN, ENTER, STOP, Terminal, is_sane, terminal
from tests.records.clinic_machine import FEVER, Clinic, as_file

PASSPHRASE = "vier losse woorden samen"
ASK = "Uw wachtzin:"
MENU = "Wat wilt u nog doen?"
OPEN = "Wat wilt u doen?"
WRONG, REFUSED = "iets anders dan dat", f"miskraam: Deze wachtzin past niet. {ASK}"
CHOOSE = "Kies een wachtzin, bijvoorbeeld vier woorden:"


@contextmanager
def at(folder: Path, *arguments: str, columns: int = 80) -> Iterator[Terminal]:
    """The program in a terminal, with its configuration in `folder`."""
    config = str(folder / "config.toml")
    with terminal(*arguments, folder=folder, columns=columns, MISKRAAM_CONFIG=config) as screen:
        yield screen


def set_up(folder: Path, *arguments: str) -> str:
    """Run the set-up with a passphrase typed twice; all that it said."""
    (folder / "config.toml").touch()
    with at(folder, "setup", *arguments) as screen:
        screen.wait_for("Kies een wachtzin")
        screen.press(PASSPHRASE, ENTER)
        screen.wait_for("Nog een keer:")
        screen.press(PASSPHRASE, ENTER)
        assert screen.end() == 0
        assert PASSPHRASE not in screen.everything, "what is typed is not seen"
        return screen.everything


def recipients(folder: Path) -> list[str]:
    with (folder / "config.toml").open("rb") as file:
        return list(tomllib.load(file)["records"]["recipients"])


def test_setup_makes_a_protected_key_says_what_goes_on_a_kiosk_and_overwrites_nothing(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('hospital = "lumc"  # ours\n', encoding="utf-8")
    told = set_up(tmp_path)
    (public,) = recipients(tmp_path)
    assert public in told.replace(" ", "")
    assert "kiosk" in told
    identity = tmp_path / "identity.age"
    assert stat.S_IMODE(identity.stat().st_mode) == 0o600
    assert b"AGE-SECRET-KEY" not in identity.read_bytes()
    before = {file: file.read_bytes() for file in (identity, tmp_path / "config.toml")}
    assert before[tmp_path / "config.toml"].startswith(b'hospital = "lumc"  # ours\n')
    with at(tmp_path, "setup") as screen:
        assert screen.end() == 2
    assert {file: file.read_bytes() for file in before} == before


def test_a_wrong_passphrase_is_said_and_the_right_one_opens(tmp_path: Path) -> None:
    set_up(tmp_path)
    clinic = Clinic.found(tmp_path)
    code = clinic.keep()
    with at(tmp_path, "records", "open", code, "--for", "clinician") as screen:
        screen.wait_for(ASK)
        screen.press("iets anders dan dat", ENTER)
        screen.wait_for(f"Deze wachtzin past niet. {ASK}")
        screen.press(PASSPHRASE, ENTER)
        screen.read_on_to(f"{OPEN} 1")
        screen.press("1", ENTER)
        assert "koorts 38,6" in screen.everything
        assert PASSPHRASE not in screen.everything
        assert screen.end() == 0
    assert clinic.log() == [("unlock", "refused"), ("unlock", "done"), ("open", "done")]


def test_what_is_typed_while_a_passphrase_is_tried_is_not_seen_and_answers_nothing(tmp_path: Path) -> None:
    set_up(tmp_path)
    code = Clinic.found(tmp_path).keep()
    with at(tmp_path, "records", "open", code, "--for", "clinician") as screen:
        screen.wait_for(ASK)
        screen.press(WRONG, ENTER, PASSPHRASE, ENTER, "qqq", ENTER)
        screen.wait_for(REFUSED)
        screen.press(WRONG, ENTER)
        screen.wait_for("Even geduld: 1 s.")
        screen.press(PASSPHRASE, ENTER, "qqq", ENTER)
        screen.wait_for(f"Even geduld: 1 s. {REFUSED}")
        screen.press(PASSPHRASE, ENTER)
        screen.wait_for("Even geduld: 2 s.")
        screen.press("1", ENTER, ENTER)
        screen.read_on_to(OPEN)
        assert PASSPHRASE not in screen.everything
        assert "qqq" not in screen.everything
        screen.press("1", ENTER)
        assert screen.end() == 0
        assert is_sane(screen)


def test_who_stops_while_a_passphrase_is_tried_gets_her_terminal_back(tmp_path: Path) -> None:
    set_up(tmp_path)
    with at(tmp_path, "records", "list") as screen:
        screen.wait_for(ASK)
        screen.press(WRONG, ENTER)
        screen.wait_for(REFUSED)
        screen.press(WRONG, ENTER)
        screen.wait_for("Even geduld: 1 s.")
        screen.press(STOP)
        assert screen.end() == 4
        assert is_sane(screen)


@pytest.mark.long
def test_a_new_key_takes_the_place_of_the_old_one_and_both_open(tmp_path: Path) -> None:
    set_up(tmp_path, "--recipient", "age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg")
    clinic = Clinic.found(tmp_path)
    old, (first, other) = clinic.keep(), recipients(tmp_path)
    password = tmp_path / "passphrase"
    password.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    by_file = {"MISKRAAM_PASSPHRASE_FILE": str(password)}
    assert clinic.run("setup", "--rotate", **by_file).code == 0
    new = clinic.keep()
    second, still = recipients(tmp_path)
    assert second != first
    assert still == other
    for code in (old, new):
        assert clinic.run("records", "open", code, **by_file).code == 0


def test_a_passphrase_that_cannot_be_taken_is_asked_again_twice_and_then_nothing_is_made(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.toml").touch()
    with at(tmp_path, "setup") as screen:
        for shown, typed in (
            (CHOOSE, "kort"),
            (f"Neem vier woorden. {CHOOSE}", PASSPHRASE),
            (f"{CHOOSE} Nog een keer:", "iets heel anders"),
            (f"niet gelijk. {CHOOSE}", "te kort"),
        ):
            screen.wait_for(shown)
            screen.press(typed, ENTER)
        assert screen.end() == 2
        assert not any(typed in screen.everything for typed in ("kort", PASSPHRASE, "iets heel anders"))
    assert not (tmp_path / "identity.age").exists()
    assert (tmp_path / "config.toml").read_bytes() == b""


def test_after_a_passphrase_that_is_too_short_a_better_one_is_taken_and_a_new_key_asks_for_a_new_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "config.toml").touch()
    new = CHOOSE.replace("een", "een nieuwe", 1)
    for arguments, steps in (
        ((), ((CHOOSE, "kort"), (f"Neem vier woorden. {CHOOSE}", PASSPHRASE), ("Nog een keer:", PASSPHRASE))),
        (("--rotate",), ((ASK, PASSPHRASE), (new, PASSPHRASE), ("Nog een keer:", PASSPHRASE))),
    ):
        with at(tmp_path, "setup", *arguments) as screen:
            for shown, typed in steps:
                screen.wait_for(shown)
                screen.press(typed, ENTER)
            assert screen.end() == 0
    assert len(recipients(tmp_path)) == 1


def test_a_list_on_a_narrow_screen_breaks_between_words(clinic: Clinic) -> None:
    codes = [clinic.keep(), clinic.keep()]
    piped = clinic.run("records", "list").out
    with at(clinic.folder, "records", "list", columns=40) as screen:
        assert screen.end() == 0
        lines = screen.screen.splitlines()
    assert " ".join(lines).split() == piped.split(), "every word is whole, and none is lost"
    assert len(lines) > len(codes) == len(piped.splitlines())
    assert [line[:6] for line in lines if not line.startswith(" ")] == codes


def test_an_answer_is_corrected_at_the_screen(clinic: Clinic) -> None:
    code = clinic.keep()
    with at(clinic.folder, "records", "open", code) as screen:
        screen.read_on_to(f"{OPEN} 1")
        screen.press("2", ENTER)
        screen.wait_for_question("Ik verander niets. Verder.")
        for _ in range(7):
            screen.press(DOWN)
        screen.wait_for_cursor_on("temperatuur")
        screen.press(ENTER)
        screen.answer("Hoe hoog was uw temperatuur?", *["\x08"] * 8, "36,8", ENTER)
        screen.answer("Dit was de laatste vraag.", "1", ENTER)
        screen.wait_for("was: 38,6")
        screen.read_on_to(f"{OPEN} 1")
        screen.press("1", ENTER)
        assert screen.end() == 0
        assert "temp: 36,8 °C (was: 38,6 °C)" in screen.everything
    assert clinic.run("records", "export", code).json["records"][0]["answers"]["temperature"] == 36.8


@pytest.mark.parametrize(("key", "status"), [("1", 4), ("2", 0)])
def test_another_code_within_a_minute_is_asked_about_before_anything_is_shown(
    clinic: Clinic, key: str, status: int
) -> None:
    first, second = clinic.keep(), clinic.keep(FEVER)
    assert clinic.open(first).code == 0
    for code in (first, second):
        with at(clinic.folder, "records", "open", code) as screen:
            if code == second:
                screen.wait_for_question("Vraag haar de code.")
                assert f"Is die {second}?" in screen.everything
                assert "koorts" not in screen.everything
                screen.press(key, ENTER)
            if code == first or status == 0:
                screen.read_on_to(f"{OPEN} 1")
                screen.press("1", ENTER)
            assert screen.end() == (0 if code == first else status)
    assert clinic.log().count(("open", "done")) == (3 if status == 0 else 2)


@pytest.mark.parametrize(("key", "gone"), [("1", False), ("2", True)])
def test_deleting_is_asked_once_more(clinic: Clinic, key: str, gone: bool) -> None:
    code = clinic.keep()
    with at(clinic.folder, "records", "delete", code) as screen:
        screen.answer("Dit wist 1 gesprek(ken) voorgoed", key, ENTER)
        assert screen.end() == (0 if gone else 4)
    assert (clinic.open(code).code == 2) is gone


def test_a_walk_at_a_workstation_shows_the_code_at_its_end(clinic: Clinic) -> None:
    rest = {name: value for name, value in FEVER.items() if name != "worried"}
    (clinic.folder / "mine.json").write_text(as_file(rest), encoding="utf-8")
    with at(
        clinic.folder, "follow-up", "--answers", "mine.json", "--setting", "workstation", "--for", "clinician"
    ) as screen:
        screen.answer("ongerust", "1", ENTER)
        screen.answer("Dit was de laatste vraag.", "1", ENTER)
        assert screen.read_to_the_end("Enter: verder") == 0
        shown = screen.everything
    code = shown.rpartition("Code: ")[2][:6]
    assert f"· code {code} ·" in flat(shown)
    assert clinic.open(code, "--json").json["answers"]["worried"] is True


@pytest.mark.service
def test_age_opens_the_identity_that_setup_made(tmp_path: Path) -> None:
    """age asks for the passphrase on the terminal itself."""
    age = needed("age")
    set_up(tmp_path)
    sealed = subprocess.run(
        [age, "-r", recipients(tmp_path)[0]], input=b"hello", capture_output=True, check=True, timeout=30
    ).stdout
    (tmp_path / "sealed").write_bytes(sealed)
    child: pexpect.spawn[bytes] = pexpect.spawn(
        age, ["-d", "-i", str(tmp_path / "identity.age"), str(tmp_path / "sealed")], timeout=20
    )
    child.expect(b"passphrase")
    child.sendline(PASSPHRASE)
    child.expect(b"hello")
    child.close()


def test_who_changes_an_answer_after_the_end_is_kept_once_more_under_the_same_code(clinic: Clinic) -> None:
    (clinic.folder / "mine.json").write_text(as_file(FEVER), encoding="utf-8")
    with at(clinic.folder, "follow-up", "--answers", "mine.json", "--keep") as screen:
        screen.answer("Dit was de laatste vraag.", "1", ENTER)
        screen.read_on_to(f"{MENU} 1")
        (digit,) = re.findall(r"(\d)  Mijn antwoorden veranderen", screen.wait_for(MENU))
        screen.answer(MENU, digit, ENTER)
        screen.answer("Eerst dit", "7", ENTER)
        screen.answer("Hoe hoog was uw temperatuur?", "\x15", "37,2", ENTER)
        screen.answer("Dit was de laatste vraag.", "1", ENTER)
        screen.read_on_to(f"{MENU} 1")
        assert screen.end() == 0
        (code,) = re.findall(r"Code: (\w{6})", screen.everything)
    shown = clinic.open(code).out
    assert "veranderd sinds" in shown
    assert "temp  38,6 °C  37,2 °C" in shown
