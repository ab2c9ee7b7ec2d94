"""Neither a key nor a signal leads out or hangs it; from outside it is ended, and leaves a terminal as it was."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.installed_program import program
from tests.kiosk.kiosk_program import (
    DIZZY,
    ENTER,
    MORE,
    PIN,
    SIGNS,
    STAFF,
    START,
    WISH,
    Kiosk,
    at_wish,
    begin,
    processes_of,
    settle,
)
from tests.pseudo_terminal import BACK, Terminal, command_in_terminal, is_sane

pytestmark = pytest.mark.service

KEYS = {
    **{f"Ctrl-{letter}": chr(ord(letter) - 64) for letter in "CZDQSRLVXOPGTWUKNY"},
    "Ctrl-backslash": "\x1c",
    "Ctrl-]": "\x1d",
    "Ctrl-X Ctrl-E": "\x18\x05",
    "Alt-x": "\x1bx",
    "F1": "\x1bOP",
    "F10": "\x1b[21~",
    "F12": "\x1b[24~",
    "Shift-F5": "\x1b[15;2~",
    "Insert": "\x1b[2~",
    "Alt-F4": "\x1b[1;3S",
    "a report of the mouse": "\x1b[M !!",
    "a report of the cursor": "\x1b[5;7R",
    "an unknown sequence": "\x1b[?9999;1z",
    "half a sequence": "\x1b[",
    "a paste": "\x1b[200~een\ntwee\x03\nrm -rf\n\x1b[201~",
    "a long paste": "\x1b[200~" + "x" * 20_000 + "\x1b[201~",
    "bytes that are no text": "\udcff\udcfe",
}


def at_the_text(shown: Terminal) -> None:
    begin(shown)
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("2", ENTER)
    at_wish(shown)


def send(shown: Terminal, keys: str) -> None:
    shown._child.send(keys.encode("utf-8", "surrogateescape"))
    time.sleep(0.1)


def goes_on(shown: Terminal) -> None:
    """Whatever was pressed: the question can be answered, and the next one comes."""
    settle(shown, 0.2)
    if DIZZY in shown.screen:  # an Esc goes back one
        shown.press("2", ENTER)
        settle(shown, 0.2)
    if MORE in shown.screen:
        shown.press("2", ENTER)
    shown.wait_for(WISH, "F4: ik word geroepen")
    shown.press("nog", ENTER)
    shown.wait_for(SIGNS, "F4: ik word geroepen")


@pytest.mark.long
def test_no_key_leaves_or_hangs_it_at_a_typed_question(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        at_the_text(shown)
        (child,) = processes_of(shown.process)
        for name, keys in KEYS.items():
            if name == "Ctrl-O":
                continue  # shows her answers, as the screen says
            send(shown, keys)
            goes_on(shown)
            shown.press(BACK)
            shown.wait_for(WISH, "F4: ik word geroepen")
            assert processes_of(shown.process) == [child], name
    assert kiosk.events() == ["on", "started"]


def test_none_of_them_leaves_or_hangs_it_at_the_start_or_at_a_choice(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        shown.wait_for(START, "F9: medewerker")
        for keys in KEYS.values():
            send(shown, keys)
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        for name, keys in KEYS.items():
            if name != "Ctrl-O":  # shows her answers, as the screen says
                send(shown, keys)
        assert DIZZY in settle(shown)
        shown.press("2", ENTER)
        at_wish(shown)
    assert kiosk.events() == ["on", "started"]


def test_keys_between_two_screens_do_nothing(tmp_path: Path) -> None:
    """While one process ends and the next begins nothing reads the keys, and none of them makes a signal."""
    with Kiosk(tmp_path).on() as shown:
        shown.wait_for(START, "F9: medewerker")
        (child,) = processes_of(shown.process)
        os.kill(child, signal.SIGSTOP)
        for keys in ("\x03", "\x1c", "\x1a", "\x13", "\x04", "\x0f", "1"):
            send(shown, keys)
        os.kill(child, signal.SIGKILL)
        shown.wait_for(START, "F9: medewerker")
        time.sleep(0.3)
        at_the_text(shown)


def test_these_signals_do_nothing(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        at_the_text(shown)
        (child,) = processes_of(shown.process)
        for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGTSTP):
            for process in (shown.process, child):
                os.kill(process, number)
                time.sleep(0.1)
        goes_on(shown)
        assert processes_of(shown.process) == [child]
    assert kiosk.events() == ["on", "started"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_these_wipe_and_end_it_with_a_sane_terminal(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    with Kiosk(tmp_path).on() as shown:
        at_the_text(shown)
        (child,) = processes_of(shown.process)
        shown.send_signal(number)
        assert shown.end() == code
        assert is_sane(shown)
        assert not Path(f"/proc/{child}").exists()
    assert shown.screen.strip() == ""
    assert shown.written.rfind(b"\x1b[?1049l") > shown.written.rfind(b"\x1b[?1049h")


def test_a_patients_process_dies_with_its_parent(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        at_the_text(shown)
        (child,) = processes_of(shown.process)
        shown.send_signal(signal.SIGKILL)
        deadline = time.monotonic() + 5
        while Path(f"/proc/{child}").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not Path(f"/proc/{child}").exists()


def test_another_size_of_the_screen_is_drawn_anew(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        at_the_text(shown)
        for columns, rows in ((50, 20), (120, 40), (20, 8), (80, 24)):
            shown.resize(columns, rows)
            time.sleep(0.4)
        shown.wait_for(WISH, "F4: ik word geroepen")
        assert shown.screen.count(WISH) == 1
        shown.press("nog", ENTER)
        shown.wait_for(SIGNS)


def leave(shown: Terminal, *code: str) -> None:
    shown.press(STAFF)
    shown.wait_for("typ de pincode", "Enter: klaar")
    shown.press(*code, ENTER)


def test_staff_leave_by_a_key_and_the_pin(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        shown.wait_for(START, "F9: medewerker")
        leave(shown, *PIN)
        shown.wait_for("Voor medewerkers", "Dit scherm afsluiten", "Enter: antwoorden")
        shown.press("3", ENTER)
        assert shown.end() == 0
        assert is_sane(shown)
    assert kiosk.events()[-2:] == ["right_pin", "off"]


def test_a_wrong_pin_waits_longer_each_time_for_the_next_patient_too(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        shown.wait_for(START, "F9: medewerker")
        leave(shown, *"1111")
        shown.wait_for(START, "F9: medewerker")
        started = time.monotonic()
        leave(shown, *"2222")
        first = time.monotonic() - started
        shown.wait_for(START, "F9: medewerker")
        (child,) = processes_of(shown.process)
        os.kill(child, signal.SIGKILL)
        time.sleep(0.3)
        shown.wait_for(START, "F9: medewerker")
        started = time.monotonic()
        shown.press(STAFF)
        shown.wait_for("Even geduld")
        shown.wait_for("typ de pincode", "Enter: klaar")
        assert time.monotonic() - started > 1.9 > 0.9 < first + 0.1
        shown.press(*PIN, ENTER)
        shown.wait_for("Dit scherm afsluiten")
    assert kiosk.events().count("wrong_pin") == 2
    assert "2222" not in (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert b"2222" not in shown.written


def test_staff_see_nothing_of_hers_and_she_goes_on_afterwards(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        at_the_text(shown)
        shown.press("half")
        shown.wait_for("half")
        shown.press(STAFF)
        screen = shown.wait_for("typ de pincode", "Enter: klaar")
        assert WISH not in screen and "half" not in screen
        shown.press(*PIN, ENTER)
        screen = shown.wait_for("Voor medewerkers", "Terug")
        assert WISH not in screen and "half" not in screen
        shown.press("1", ENTER)
        shown.wait_for(WISH, "half", "F4: ik word geroepen")


@pytest.mark.parametrize("arguments", [("-c", "id"), ("--help",), ("author", "lint"), ()])
def test_as_a_login_shell_it_ignores_what_it_is_started_with(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    kiosk = Kiosk(tmp_path)
    shell = str(Path(program()).with_name("miskraam-kiosk"))
    with command_in_terminal(shell, *arguments, folder=tmp_path, MISKRAAM_CONFIG=kiosk.config) as shown:
        shown.wait_for(START, "F9: medewerker")


def test_as_a_login_shell_it_may_be_named_with_a_dash(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    shell = str(Path(program()).with_name("miskraam-kiosk"))
    script = f"import os; os.execv({shell!r}, ['-miskraam-kiosk'])"
    with command_in_terminal(
        sys.executable, "-c", script, folder=tmp_path, MISKRAAM_CONFIG=kiosk.config
    ) as shown:
        shown.wait_for(START, "F9: medewerker")
