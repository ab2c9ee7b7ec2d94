"""A signal at any call within a prompt ends the prompt by its own exception, and nothing is told of an error."""

import gc
import logging
import os
import signal
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import pytest

from miskraam_cli.cli import signals
from miskraam_cli.terminal.leaving import Left
from tests.terminal.one_prompt import NUMBER, ONE, SEVERAL, one_prompt

KINDS = {"one": ONE, "several": SEVERAL, "typed": NUMBER}
ENDINGS = {
    signal.SIGTERM: ("SystemExit(143)",),
    signal.SIGHUP: ("SystemExit(129)",),
    signal.SIGINT: ("stop", "KeyboardInterrupt()", "idle"),  # a key like another, which may come too late
}
# Before the loop, in its first moments, while it is drawn, when it is left, and behind that.
PLACES = (
    "create_task",
    "set_is_running",
    "create_future",
    "_pre_run",
    "raw_mode",
    "draw",
    "_leave_when_idle",
    "leave",
    "cancel_and_wait_for_background_tasks",
)
_IDLE = 0.2  # seconds until a prompt without keys is left


class _Calls:
    """Counts the calls of functions, and sends a signal at one of them: the first of this name, or that number."""

    def __init__(self, number: int = 0, at: int | str | None = None) -> None:
        self.count, self._at, self._number = 0, at, number
        self.sent = False

    def __call__(self, frame: FrameType, event: str, _argument: object) -> None:
        if event == "call":
            self.count += 1
            if not self.sent and self._at in (self.count, frame.f_code.co_name):
                self.sent = True
                os.kill(os.getpid(), self._number)


@contextmanager
def _ending_by_exception() -> Iterator[None]:
    numbers = (*ENDINGS, signal.SIGALRM)
    before, hook = {number: signal.getsignal(number) for number in numbers}, sys.unraisablehook
    signals.end_by_exception(lambda: None)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)  # it ends the process that takes too long to end
        for number, handler in before.items():
            signal.signal(number, handler)
        sys.unraisablehook = hook


@contextmanager
def _told() -> Iterator[list[str]]:
    """What asyncio and Python tell of errors that nobody caught."""
    found: list[str] = []
    heard, log = _Heard(found), logging.getLogger("asyncio")
    log.addHandler(heard)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", RuntimeWarning)  # a coroutine that was never awaited
            yield found
            gc.collect()
            found.extend(str(one.message) for one in warned)
    finally:
        log.removeHandler(heard)


class _Heard(logging.Handler):
    def __init__(self, found: list[str]) -> None:
        super().__init__()
        self._found = found

    def emit(self, record: logging.LogRecord) -> None:
        self._found.append(record.getMessage())


def _run(kind: str, calls: _Calls) -> Left:
    """Put a prompt and leave it without a key."""
    with one_prompt() as shown:
        shown.applications.built(kind)
        sys.setprofile(calls)
        try:
            return shown.applications.run(KINDS[kind], (), "", lambda: "Wat?", _IDLE)
        finally:
            sys.setprofile(None)


def _ends_quietly(kind: str, number: signal.Signals, at: int | str) -> bool:
    """Whether the signal came before the prompt was over; how it then ended is as it should be."""
    with _told() as told, _ending_by_exception():
        calls = _Calls(number, at)
        try:
            ended: str = _run(kind, calls).how
        except (SystemExit, KeyboardInterrupt) as raised:
            ended = repr(raised)
    if calls.sent:
        assert ended in ENDINGS[number], at
        assert told == [], at
    return calls.sent


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("kind", KINDS)
def test_a_signal_in_a_prompt_ends_it_and_no_error_is_told(kind: str, number: signal.Signals) -> None:
    for place in PLACES:
        assert _ends_quietly(kind, number, place), place


@pytest.mark.long
@pytest.mark.parametrize("number", ENDINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_signal_at_any_call_of_a_prompt_ends_it_and_no_error_is_told(
    kind: str, number: signal.Signals
) -> None:
    _run(kind, _Calls())  # the first time much is imported
    calls = _Calls()
    _run(kind, calls)
    for at in range(1, calls.count, max(1, calls.count // 300)):
        if not _ends_quietly(kind, number, at):
            break
