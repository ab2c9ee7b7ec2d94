"""The three standard streams, whatever they are: closed, not waiting, full, or in another encoding.

What is written to standard output is written whole, or the failure is told. Documents for machines are UTF-8.
"""

import io
import os
import select
import sys
from contextlib import suppress
from typing import TextIO

_PLACES = ("stdin", "stdout", "stderr")


class OutputLostError(OSError):
    """What could not be written to standard output or error. A reader that went away is BrokenPipeError instead."""


class _Whole(io.FileIO):
    """Waits until a stream takes more, also one that would not wait by itself."""

    def write(self, data: object, /) -> int:
        try:
            while (written := super().write(data)) is None:  # type: ignore[arg-type]  # whatever FileIO takes
                select.select([], [self], [])
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputLostError(error.errno, error.strerror) from error
        return written


def take_streams() -> None:
    """Make the standard streams what the program relies on. Elsewhere than on POSIX they stay as they are."""
    if os.name != "posix":
        return
    for number, name in enumerate(_PLACES):
        stream: TextIO | None = getattr(sys, name)
        if stream is None:
            _open_dead(number)
        if number:
            setattr(sys, name, _whole(number, stream))
        elif stream is None:
            sys.stdin = open(number, closefd=False, encoding="utf-8")  # noqa: SIM115  # as long as the program
    _forget_stale_size()


def _open_dead(number: int) -> None:
    """Something in place of a closed stream that can neither be read nor written; else the next file would take it."""
    wrong_way = os.open(os.devnull, os.O_RDONLY if number else os.O_WRONLY)
    if wrong_way != number:
        os.dup2(wrong_way, number)
        os.close(wrong_way)


def _whole(number: int, stream: TextIO | None) -> TextIO:
    return io.TextIOWrapper(
        io.BufferedWriter(_Whole(number, "w", closefd=False)),
        encoding=stream.encoding if stream else "utf-8",
        errors=stream.errors if stream else "backslashreplace",
        line_buffering=number == 2 or os.isatty(number),
    )


def _forget_stale_size() -> None:
    """A terminal knows its own size; COLUMNS and LINES may be of another one, or of before it was resized."""
    with suppress(OSError):
        if all(os.get_terminal_size(1)):
            os.environ.pop("COLUMNS", None)
            os.environ.pop("LINES", None)


def write_document(document: str | bytes) -> None:
    """Write what a machine reads to standard output: UTF-8 whatever the locale is."""
    data = document if isinstance(document, bytes) else document.encode(errors="backslashreplace")
    sys.stdout.flush()
    sys.stdout.buffer.write(data)


def wait_for_input() -> None:
    """Let standard input wait for what comes: one that does not wait would read as the end."""
    with suppress(OSError, ValueError):  # a stream in memory
        os.set_blocking(sys.stdin.fileno(), True)
