"""Signals, from the first instruction to the last: an exit code, and never a traceback.

1. While the program starts, and once its work is done or has failed, a signal ends it on the spot.
2. While it works Ctrl-C is a KeyboardInterrupt; SIGTERM and SIGHUP are a SystemExit, so that the terminal is put right
   on the way and what must stand last is shown.
3. Once SIGTERM or SIGHUP ends it, no further signal counts, and within a few seconds it is over: output may be frozen
   by Ctrl-S.

What was ignored when the program was started (`nohup`) stays ignored. Nothing heavy is imported here: until this file
is read, a signal is Python's.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # as in typing, which takes too long to import here
if TYPE_CHECKING:
    from collections.abc import Callable

STOPPED = 4  # by the person

_SECONDS_TO_END = 3.0
_A_MOMENT = 0.02
_ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


def end_at_once() -> None:
    """From now on a signal ends the process where it is."""
    _on_each(lambda number, _frame: os._exit(_code(number)))


def end_by_exception(last: Callable[[], None]) -> None:
    """From now on a signal is an exception. `last` puts the terminal right where the end takes too long."""

    def end(number: int, _frame: object) -> None:
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        _on_each(signal.SIG_IGN)
        _thaw()
        _after(_SECONDS_TO_END, lambda: _leave(_code(number), last))
        raise SystemExit(_code(number))

    def fell_where_nothing_can_be_raised(found: sys.UnraisableHookArgs) -> None:
        if issubclass(found.exc_type, KeyboardInterrupt):
            _after(_A_MOMENT, lambda: end(signal.SIGINT, None))
        elif isinstance(found.exc_value, SystemExit) and isinstance(found.exc_value.code, int):
            number = found.exc_value.code - 128
            _after(_A_MOMENT, lambda: end(number, None))
        else:
            sys.__unraisablehook__(found)

    sys.unraisablehook = fell_where_nothing_can_be_raised
    _on_each(end)


def _on_each(handler: Callable[[int, object], None] | signal.Handlers) -> None:
    for number in _ENDING:
        if number in _heard:
            signal.signal(number, handler)


def _after(seconds: float, then: Callable[[], None]) -> None:
    """Do this by a clock of the system, whatever the program waits for. Windows has none."""
    if hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, lambda _number, _frame: then())
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _thaw() -> None:
    """Let a terminal go on that was stopped by Ctrl-S: what must stand last would never be seen."""
    try:
        import termios

        termios.tcflow(1, termios.TCOOFF)  # by itself "on" undoes no Ctrl-S
        termios.tcflow(1, termios.TCOON)
    except Exception:  # no such module, no terminal
        return


def _leave(code: int, last: Callable[[], None]) -> None:
    last()
    os._exit(code)


def _code(number: int) -> int:
    return STOPPED if number == signal.SIGINT else 128 + number


_heard = frozenset(number for number in _ENDING if signal.getsignal(number) is not signal.SIG_IGN)
