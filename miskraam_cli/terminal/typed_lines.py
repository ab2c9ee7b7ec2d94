"""Lines that a person types: waited for however the stream is set, without what the terminal says by itself."""

import io
import sys
import time
from contextlib import suppress

from miskraam_cli.interview.letters import clean
from miskraam_cli.terminal.escape_sequences import Kind, SequenceReader
from miskraam_cli.terminal.streams import OutputLostError, wait_for_input


class TypedLines:
    """Reads standard input line by line. A reply of the terminal with a line break in it is one all the same."""

    def __init__(self) -> None:
        self._kept: list[str] = []
        self._reader = SequenceReader(self._keep)
        if isinstance(sys.stdin, io.TextIOWrapper):
            with suppress(io.UnsupportedOperation):  # something has been read already
                sys.stdin.reconfigure(errors="surrogateescape")  # a byte that is no text ends nothing

    def read(self) -> str:
        """The next line, cleaned. Raises EOFError where no more comes, KeyboardInterrupt where she interrupts."""
        wait_for_input()
        self._kept.clear()
        self._reader.feed(f"{_line('> ')}\n")
        while self._reader.is_unfinished:  # the line was broken by a reply, not by Enter
            self._reader.feed(f"{_line()}\n")
        if not sys.stdin.isatty():
            print()  # nobody pressed Enter on this screen
        return clean("".join(self._kept))

    def forget(self) -> None:
        """What was typed at a terminal by now is meant for nothing that comes."""
        if not sys.stdin.isatty():
            return
        with suppress(ImportError, OSError):
            import termios

            termios.tcflush(sys.stdin, termios.TCIFLUSH)

    def wait_deaf(self, seconds: float) -> None:
        """Let a terminal wait, and forget what was typed meanwhile: what went before must not answer an alert."""
        if seconds and sys.stdin.isatty():
            sys.stdout.flush()
            time.sleep(seconds)
            self.forget()

    def _keep(self, kind: Kind, text: str) -> None:
        if kind in ("character", "pasted"):
            self._kept.append(text)


def _line(shown: str = "") -> str:
    """One line as it is typed. Raises EOFError also where the stream is closed, or the terminal is gone."""
    try:
        return input(shown)
    except (OutputLostError, BrokenPipeError):
        raise
    except OSError as error:
        raise EOFError from error
