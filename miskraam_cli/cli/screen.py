"""What the terminal at hand can show."""

import os
import shutil
import sys

from miskraam_cli.terminal.plain import shows_everything
from miskraam_cli.terminal.theme import Theme


def columns() -> int:
    """The width of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def is_dumb() -> bool:
    """Whether the terminal can only print lines."""
    return os.environ.get("TERM", "") in ("", "dumb", "unknown")


def colour() -> bool:
    """Whether colour is wanted and can be shown."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not is_dumb()


def theme() -> Theme:
    """The theme for this terminal."""
    return Theme(styled=sys.stdout.isatty() and not is_dumb(), colour=colour(), letters=shows_everything())
