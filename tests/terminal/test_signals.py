"""The program is ended from outside, or by a key that stops: its exit code, a sane terminal, no traceback."""

import os
import pty
import re
import signal
import time
from pathlib import Path

import pytest

from tests.installed_program import clean_environment, program
from tests.pseudo_terminal import Terminal, is_sane
from tests.terminal.complaints_questionnaire import BODY, DEGREES, FAINT, SIGNS, WISH, complaints_asked
from tests.tiny_questionnaires import write_questionnaire

ENTER = "\r"


def to(shown: Terminal, question: str) -> None:
    """Answer until this question is asked."""
    for put, keys in ((FAINT, "3" + ENTER), (SIGNS, "3" + ENTER), (DEGREES, "37" + ENTER)):
        if put == question:
            break
        shown.answer(put, keys)
    shown.wait_for_question(question)


@pytest.mark.parametrize("question", [FAINT, SIGNS, WISH], ids=["choice", "choices", "text"])
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_with_its_code_and_a_sane_terminal(
    tmp_path: Path, number: signal.Signals, code: int, question: str
) -> None:
    with complaints_asked(tmp_path) as shown:
        to(shown, question)
        shown.send_signal(number)
        assert shown.end() == code
        assert is_sane(shown)


AT_ONCE = (
    0,
    8,
    16,
)  # milliseconds after the key that leads to a prompt: it is being built, drawn, stands there
SOON = tuple(range(40))


@pytest.mark.parametrize(
    "milliseconds", [*AT_ONCE, *(pytest.param(at, marks=pytest.mark.long) for at in SOON)]
)
@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_in_the_first_moment_of_a_field_shows_no_traceback(
    tmp_path: Path, number: signal.Signals, code: int, milliseconds: int
) -> None:
    with complaints_asked(tmp_path) as shown:
        to(shown, DEGREES)
        shown.press("37" + ENTER)
        time.sleep(milliseconds / 1000)
        shown.send_signal(number)
        assert shown.end() == code
        assert is_sane(shown)
        said = shown.written.decode(errors="replace")
        assert not re.search(r"Traceback|Unhandled|[Ee]xception|Press ENTER", said), said


@pytest.mark.parametrize("question", [FAINT, WISH], ids=["choice", "text"])
@pytest.mark.parametrize("how", ["Ctrl-C", "Ctrl-D", "SIGINT"])
def test_stopping_is_4_with_a_summary_and_a_sane_terminal(tmp_path: Path, how: str, question: str) -> None:
    with complaints_asked(tmp_path) as shown:
        to(shown, question)
        if how == "SIGINT":
            shown.send_signal(signal.SIGINT)
        else:
            shown.press({"Ctrl-C": "\x03", "Ctrl-D": "\x04"}[how])
        assert shown.end() == 4
        assert is_sane(shown)
        assert "020 123 45 67" in shown.everything


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 4)]
)
def test_a_signal_at_a_line_ends_with_its_code(tmp_path: Path, number: signal.Signals, code: int) -> None:
    with complaints_asked(tmp_path, "--lines") as shown:
        shown.wait_for(FAINT, "stop.")
        shown.wait_for_cursor_on(">")  # a signal in readline's first moment waits for a key
        shown.send_signal(number)
        assert shown.end() == code
        assert is_sane(shown)


@pytest.mark.long
@pytest.mark.parametrize("more", [(), ("--lines",)], ids=["prompts", "lines"])
@pytest.mark.parametrize("times", [1, 3])
def test_a_screen_that_stands_still_ends_all_the_same(
    tmp_path: Path, more: tuple[str, ...], times: int
) -> None:
    with complaints_asked(tmp_path, *more) as shown:
        shown.wait_for(FAINT)
        shown.press("\x13")  # Ctrl-S
        shown.press(*(["?\n"] * 30))
        for _ in range(times):
            shown.send_signal(signal.SIGTERM)
        assert shown.end() == 143
        assert is_sane(shown)
        assert "Ongerust? Bel." in shown.everything


@pytest.mark.parametrize("more", [(), ("--lines",)], ids=["prompts", "lines"])
def test_a_terminal_that_is_closed_leaves_no_process(tmp_path: Path, more: tuple[str, ...]) -> None:
    file = write_questionnaire(BODY, tmp_path)
    environment = clean_environment(TERM="xterm-256color")
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(tmp_path)
        os.execve(program(), [program(), "run", file, *more], environment)
    read = b""
    while b"stop" not in read:
        read += os.read(terminal, 4096)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(_waited(child)) == 129


def _waited(child: int) -> int:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError("still running ten seconds after its terminal was closed")
