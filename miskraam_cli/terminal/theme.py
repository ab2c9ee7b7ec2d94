"""How text looks in a terminal: weight first, a little colour, readable on light and dark. Never colour alone."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from miskraam_cli.cells import cells, fill

_CODES = {"plain": "", "strong": "1", "quiet": "2", "alarm": "1"}
_COLOURS = {"alarm": "1;31"}
_MAX_WIDTH = 80
_UNBROKEN = "\N{NO-BREAK SPACE}"
_BETWEEN = " · "


@dataclass(frozen=True)
class Theme:
    """`styled` allows weight, `colour` and `dim` allow these too, `letters` allows more than ASCII."""

    styled: bool = True
    colour: bool = True
    letters: bool = True
    dim: bool = True

    def paint(self, text: str, style: str) -> str:
        """`text` in a style: plain, strong, quiet or alarm."""
        code = _CODES.get(style, "") if self.dim or style != "quiet" else ""
        if self.colour:
            code = _COLOURS.get(style, code)
        return f"\x1b[{code}m{text}\x1b[0m" if self.styled and code else text


def width() -> int:
    """The width to write in: the terminal's, no more than is easy to read, no less than makes sense."""
    return max(20, min(shutil.get_terminal_size((80, 24)).columns, _MAX_WIDTH))


def full_width() -> int:
    """The width of the terminal for what stands in columns, where it is at most 200."""
    return min(shutil.get_terminal_size((80, 24)).columns, 200)


def wrapped(text: str, indent: str = "", columns: int = 0) -> str:
    """`text` in lines of at most the width of the terminal."""
    return _wrapped(text, indent, columns or width())


@lru_cache  # a prompt is measured and drawn from the same lines, several times a key
def _wrapped(text: str, indent: str, columns: int) -> str:
    lines = fill(
        text,
        columns,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,  # a path or a website stays whole, to be copied
    )
    return lines.replace(_UNBROKEN, " ")


def packed(parts: Sequence[str], columns: int) -> str:
    """Parts with a dot between, as many on a line as fit, a part unbroken where it can be."""
    lines: list[str] = []
    for part in parts:
        longer = f"{lines[-1]}{_BETWEEN}{part}" if lines else part
        if lines and cells(longer) <= columns:
            lines[-1] = longer
        else:
            lines.append(part)
    return "\n".join(wrapped(line, columns=columns) for line in lines)
