"""Empties the screen, and what could be scrolled back to."""

import sys

WIPED = "\x1b[2J\x1b[3J\x1b[H"


def wipe() -> None:
    """Empty the screen, and leave nothing above it to scroll back to."""
    sys.stdout.write(WIPED)
    sys.stdout.flush()
