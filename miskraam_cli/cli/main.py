"""The one way in and the one way out: every exception becomes an exit code and a line or two of words."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType
from typing import Any, NoReturn

from miskraam_cli.errors import OURS

_MADE_BEFORE_COLLECTING = 5_000  # a command makes hardly any rubbish, and looking for it takes time


def main() -> NoReturn:
    """Run the program and end the process."""
    gc.set_threshold(_MADE_BEFORE_COLLECTING)
    code = run(sys.argv[1:])
    gc.freeze()  # nothing is left to collect at the end: it goes with the process
    try:
        sys.stdout.flush()
    except (
        OSError,
        KeyboardInterrupt,
    ):  # the reader went away, or the terminal; or nobody waits for the rest
        _silence()
    _hear_no_more()
    sys.exit(code)


def kiosk() -> NoReturn:
    """The kiosk as a login shell: whatever it is started with, no argument reaches it."""
    sys.argv[1:] = ["kiosk"]
    main()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code. A fault of ours is 70, never a verdict."""
    modes = _terminal_modes()
    try:
        _end_on_signals()
        _write_what_can_be_shown()
        return _run(list(arguments))
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else OURS
    except BrokenPipeError:
        _silence()
        return 0
    except BaseException as error:  # the last line of defence
        return _failed(error, arguments)
    finally:
        _restore(modes)


def _run(arguments: list[str]) -> int:
    from miskraam_cli.cli.commands import command
    from miskraam_cli.cli.option_places import behind_the_command

    if "_MISKRAAM_COMPLETE" in os.environ:
        command()(prog_name="miskraam")
    from typer import Exit

    try:
        with command().make_context("miskraam", behind_the_command(arguments, command())) as context:
            command().invoke(context)
    except Exit as ended:
        return ended.exit_code
    return 0


def _failed(error: BaseException, arguments: Sequence[str]) -> int:
    _hear_no_more()
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
    try:
        from miskraam_cli.cli.failures import explain

        code, lines = explain(error, arguments)
    except Exception as wordless:  # the words themselves are out of reach
        found = getattr(wordless, "problems", ())
        code, lines = (
            OURS,
            (f"miskraam: {type(error).__name__}", *(f"{item.place}: {item.code}" for item in found)),
        )
    with suppress(OSError):  # there may be no terminal left to tell
        from miskraam_cli.terminal.screen import tell

        for line in lines:
            tell(line)
    return code


def _end_on_signals() -> None:
    """SIGTERM and SIGHUP end the program by an exception, so that the terminal is put right on the way."""

    def end(number: int, _frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)


def _hear_no_more() -> None:
    """The program is ending: one more Ctrl-C would only make a traceback of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _terminal_modes() -> list[Any] | None:
    """How the terminal was when we came; None where there is none, or none of this kind."""
    try:
        import termios

        return termios.tcgetattr(sys.stdin)
    except Exception:  # no such module, no such stream, no terminal
        return None


def _restore(modes: list[Any] | None) -> None:
    """Leave the terminal as it was, also where a signal fell between a prompt's beginning and its end."""
    if modes is not None and modes != _terminal_modes():
        import termios

        with suppress(termios.error, OSError):  # there may be no terminal left
            termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)


def _write_what_can_be_shown() -> None:
    from miskraam_cli.terminal.ascii import install

    install()


def _silence() -> None:
    """A reader that went away is no error; nothing more can be written to it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
