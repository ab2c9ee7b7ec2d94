"""A text to the printer, by a program of the system; one that hangs is given up."""

import subprocess
from collections.abc import Sequence


def print_text(text: str, command: Sequence[str], seconds: float) -> bool:
    """Give a text to a printing program; whether it took it within so many seconds."""
    nothing = (
        subprocess.DEVNULL
    )  # not a pipe: what the program has started may hold that open when it is gone
    try:
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=nothing, stderr=nothing, start_new_session=True
        ) as printer:
            try:
                printer.communicate(text.encode(), seconds)
            finally:
                printer.kill()  # nothing, where it has ended
            return printer.returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
