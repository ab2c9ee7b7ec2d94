"""The one way in and the one way out: every exception becomes an exit code and a line or two of words.

Only what hears signals is imported before `main` runs: an early Ctrl-C must find somebody who hears it.
"""

from __future__ import annotations

import gc
import os
import sys

from miskraam_cli.cli import signals

TYPE_CHECKING = False  # as in typing, which takes too long to import here
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

_MADE_BEFORE_COLLECTING = 5_000  # a command makes hardly any rubbish, and looking for it takes time
_BY_SIGNAL = 128  # and above: exit codes of who was ended; there may be no terminal left


def main() -> NoReturn:
    """Run the program and end the process, without what Python does at its end: a signal then makes a traceback."""
    signals.end_at_once()
    gc.set_threshold(_MADE_BEFORE_COLLECTING)
    from miskraam_cli.terminal.streams import take_streams

    take_streams()
    arguments = sys.argv[1:]
    try:
        code = _written(run(arguments), arguments)
    except (KeyboardInterrupt, SystemExit) as late:  # while an earlier one was told
        code = late.code if isinstance(late, SystemExit) and isinstance(late.code, int) else signals.STOPPED
    os._exit(code)


def kiosk() -> NoReturn:
    """The kiosk as a login shell: whatever it is started with, no argument reaches it."""
    sys.argv[1:] = ["kiosk"]
    main()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code. A fault of ours is 70, never a verdict."""
    from miskraam_cli.errors import OURS

    modes = _terminal_modes()
    try:
        _write_what_can_be_shown()
        return _run(list(arguments), modes)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else OURS
    except BrokenPipeError:
        return 0
    except BaseException as error:  # the last line of defence
        return _failed(error, arguments)
    finally:
        _restore(modes)
        signals.end_at_once()


def _run(arguments: list[str], modes: list[Any] | None) -> int:
    from typer import Exit

    from miskraam_cli.cli.commands import command
    from miskraam_cli.cli.option_places import behind_the_command

    if "_MISKRAAM_COMPLETE" in os.environ:
        command()(prog_name="miskraam")
    try:
        with command().make_context("miskraam", behind_the_command(arguments, command())) as context:
            signals.end_by_exception(lambda: _restore(modes))
            command().invoke(context)
    except Exit as ended:
        return ended.exit_code
    return 0


def _written(code: int, arguments: Sequence[str]) -> int:
    """The exit code, once all is written; that of a failure where it cannot be. A reader that went away is none."""
    from miskraam_cli.errors import OutOfReachError

    try:
        sys.stdout.flush()
    except BrokenPipeError:
        return code
    except OSError as error:
        is_told = code == OutOfReachError.exit_code or code >= _BY_SIGNAL
        return code if is_told else _failed(error, arguments)
    return code


def _failed(error: BaseException, arguments: Sequence[str]) -> int:
    signals.end_at_once()
    if "--debug" in arguments:
        import traceback

        traceback.print_exception(error)
    code, lines = _in_words(error, arguments)
    from miskraam_cli.terminal.screen import tell

    for line in lines:
        tell(line)
    return code


def _in_words(error: BaseException, arguments: Sequence[str]) -> tuple[int, Sequence[str]]:
    """The exit code, and what to say. The words themselves may be out of reach, or half imported by a Ctrl-C."""
    try:
        from miskraam_cli.cli.failures import explain

        return explain(error, arguments)
    except Exception as wordless:
        if isinstance(error, KeyboardInterrupt):
            return signals.STOPPED, ()
        from miskraam_cli.errors import OURS

        found = getattr(wordless, "problems", ())
        return OURS, (
            f"miskraam: {type(error).__name__}",
            *(f"{item.place}: {item.code}" for item in found),
        )


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
        from contextlib import suppress

        with suppress(termios.error, OSError):  # there may be no terminal left
            termios.tcsetattr(sys.stdin, termios.TCSANOW, modes)


def _write_what_can_be_shown() -> None:
    from miskraam_cli.terminal.ascii import install

    install()
