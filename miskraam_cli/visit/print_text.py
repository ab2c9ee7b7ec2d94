"""A text to the printer, by a program of the system; one that hangs is given up."""

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress


def print_text(text: str, command: Sequence[str], seconds: float) -> bool:
    """Give a text to a printing program; whether it took it within so many seconds."""
    # Not a pipe: what the program has started may hold that open when it is gone.
    nothing = subprocess.DEVNULL
    try:
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, start_new_session=True
        ) as printer:
            try:
                printer.communicate(text.encode(), seconds)
            except subprocess.TimeoutExpired:
                _give_up(printer)
                return False
            return printer.returncode == 0
    except OSError:
        return False


def _give_up(printer: subprocess.Popen[bytes]) -> None:
    """End a program, and all that it started, where the system knows of groups."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(printer.pid, signal.SIGKILL)
        else:
            printer.kill()
