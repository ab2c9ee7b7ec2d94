"""A signal at any moment: an exit code, and never a traceback. Python's own first moments are Python's.

The system of Linux says whether the program hears by now; no clock has to.
"""

import os
import signal
import subprocess
import time
from collections.abc import Collection
from pathlib import Path

import pytest

from tests.installed_program import clean_environment, program

COMMANDS = (
    ("contacts",),
    ("info",),
    ("author", "lint"),
    ("check-premi", "--age", "50"),
    ("follow-up", "--answers", "-", "--json"),
    ("follow-up", "--lines"),
    ("author", "book"),
    ("--help",),
)
CODES = {signal.SIGINT: 4, signal.SIGTERM: 143, signal.SIGHUP: 129}


def signalled(
    command: tuple[str, ...], number: signal.Signals, after: float, folder: Path, times: int = 1
) -> int:
    """Start a command, send it a signal some seconds after it can hear one, perhaps several times; its exit code."""
    running = subprocess.Popen(
        [program(), *command],
        cwd=folder,
        env=clean_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _wait_until_heard(running)
    time.sleep(after)
    for _ in range(times):
        running.send_signal(number)
    _, told = running.communicate(timeout=20)
    assert b"Traceback" not in told
    assert b"ignored" not in told
    return running.returncode


def _wait_until_heard(
    running: "subprocess.Popen[bytes]", of_these: Collection[signal.Signals] = CODES
) -> None:
    """Wait until it hears these signals: until then they are Python's, which at Ctrl-C shows a traceback of its own."""
    wanted = sum(1 << (number - 1) for number in of_these)
    status = Path(f"/proc/{running.pid}/status")
    while running.poll() is None:
        heard = next(line for line in status.read_text().splitlines() if line.startswith("SigCgt"))
        if int(heard.split()[1], 16) & wanted == wanted:
            return
        time.sleep(0.001)


def ends_well(command: tuple[str, ...], code: int, number: signal.Signals) -> bool:
    """Whether a command ended by the signal, or was done before it came."""
    return code in (CODES[number], 10 if command[0] == "check-premi" else 0)


@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("milliseconds", [0, 20, 60, 120, 250])
def test_a_signal_in_the_first_moments_is_quiet(
    tmp_path: Path, milliseconds: int, number: signal.Signals
) -> None:
    command = COMMANDS[milliseconds // 10 % len(COMMANDS)]
    code = signalled(command, number, milliseconds / 1000, tmp_path)
    assert ends_well(command, code, number)


@pytest.mark.long
@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("milliseconds", [0, 100, 300])
def test_a_signal_three_times_is_quiet(tmp_path: Path, milliseconds: int, number: signal.Signals) -> None:
    code = signalled(("author", "lint"), number, milliseconds / 1000, tmp_path, times=3)
    assert ends_well(("author", "lint"), code, number)


@pytest.mark.long
@pytest.mark.parametrize("number", CODES)
@pytest.mark.parametrize("command", COMMANDS, ids=str)
def test_a_signal_at_any_moment_is_quiet(
    tmp_path: Path, command: tuple[str, ...], number: signal.Signals
) -> None:
    for milliseconds in range(0, 600, 10):
        for times in (1, 3):
            code = signalled(command, number, milliseconds / 1000, tmp_path, times)
            assert ends_well(command, code, number), milliseconds


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGHUP])
def test_what_was_ignored_at_the_start_stays_ignored(tmp_path: Path, number: signal.Signals) -> None:
    running = subprocess.Popen(
        ["sh", "-c", f'trap "" {number.name[3:]}; exec "$MISKRAAM" contacts'],
        cwd=tmp_path,
        env=clean_environment(MISKRAAM=program()),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    _wait_until_heard(running, CODES.keys() - {number})
    running.send_signal(number)
    out, told = running.communicate(timeout=20)
    assert (running.returncode, told) == (0, b"")
    assert b"112" in out


@pytest.mark.long
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 4), (signal.SIGTERM, 143)])
def test_a_reader_that_does_not_read_holds_up_no_signal(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    reading, writing = os.pipe()
    running = subprocess.Popen(
        [program(), "author", "book"], cwd=tmp_path, env=clean_environment(), stdout=writing, stderr=writing
    )
    os.close(writing)
    time.sleep(3)
    for _ in range(2):
        running.send_signal(number)
        time.sleep(0.3)
    assert running.wait(timeout=10) == code
    os.close(reading)
