"""What the terminal at hand can show."""

import os
import shutil
import sys
from contextlib import suppress
from typing import TextIO

from miskraam_cli.cells import fill
from miskraam_cli.terminal.ascii import shows_everything
from miskraam_cli.terminal.theme import Theme

WIPED = "\x1b[2J\x1b[3J\x1b[H"  # nothing on the screen, nor above it to scroll back to

LOW = 20  # lines; on a lower screen every line counts

_PROMPT_ROWS = 6
_MENU_ROWS = 11  # of what is offered below the last page


def columns() -> int:
    """The width of the terminal, 80 where there is none."""
    return shutil.get_terminal_size((80, 24)).columns


def fitted(text: str, stream: TextIO, hanging: str = "") -> str:
    """`text` in lines that fit the terminal behind `stream`, broken between words; elsewhere as it is.

    A path or an option stays whole. What follows a first line stands `hanging` further to the right.
    """
    if not stream.isatty():
        return text
    room = os.get_terminal_size(stream.fileno()).columns or 80
    return "\n".join(_filled(line, max(20, room), hanging) for line in text.split("\n"))


def _filled(line: str, room: int, hanging: str) -> str:
    indent = line[: len(line) - len(line.lstrip())]
    return fill(
        line.lstrip(),
        room,
        initial_indent=indent,
        subsequent_indent=indent + hanging,
        break_long_words=False,
    )


def wipe() -> None:
    """Empty the screen, and what scrolls back."""
    sys.stdout.write(WIPED)
    sys.stdout.flush()


def tell(text: str) -> None:
    """Write something for the person to standard error, beside what was asked for; nothing where nobody can read it."""
    with suppress(OSError):
        print(fitted(text, sys.stderr), file=sys.stderr)


def pages(text: str, rows: int) -> list[str]:
    """`text` in pieces that fit a screen of `rows` lines with room for what is asked below, cut at empty lines."""
    *whole, last = cut(text, rows - _PROMPT_ROWS)
    return [*whole, *cut(last, rows - _MENU_ROWS)]


def cut(text: str, room: int) -> list[str]:
    """`text` in pieces of at most `room` lines, or eight where there is less room than that; cut at empty lines."""
    room = max(8, room)
    found: list[list[str]] = [[]]
    for part in text.strip("\n").split("\n\n"):
        lines = part.split("\n")
        while len(lines) > room:
            found.append(lines[:room])
            lines = lines[room:]
        if found[-1] and len(found[-1]) + 1 + len(lines) > room:
            found.append([])
        found[-1] += [*([""] if found[-1] else []), *lines]
    return ["\n".join(page) for page in found if page]


def rows() -> int:
    """The height of the terminal, 24 where there is none."""
    return shutil.get_terminal_size((80, 24)).lines


def is_dumb() -> bool:
    """Whether the terminal can only print lines."""
    return os.environ.get("TERM", "") in ("", "dumb", "unknown")


def colour(*, contrast: bool) -> bool:
    """Whether colour is wanted and can be shown; in high contrast it is not wanted."""
    return not contrast and sys.stdout.isatty() and not os.environ.get("NO_COLOR") and not is_dumb()


def theme(*, contrast: bool) -> Theme:
    """The theme for this terminal, in high contrast where that was asked for."""
    return Theme(
        styled=sys.stdout.isatty() and not is_dumb(),
        colour=colour(contrast=contrast),
        dim=not contrast,
        letters=shows_everything(),
    )
