"""How text looks in a terminal: weight first, a little colour, readable on light and dark. Never colour alone."""

import shutil
from dataclasses import dataclass
from textwrap import fill

_CODES = {"plain": "", "strong": "1", "quiet": "2", "alarm": "1"}
_COLOURS = {"alarm": "1;31", "pointer": "1;36"}
_MAX_WIDTH = 80


@dataclass(frozen=True)
class Theme:
    """`styled` allows weight, `colour` allows colour too, `letters` allows more than ASCII."""

    styled: bool = True
    colour: bool = True
    letters: bool = True

    def paint(self, text: str, style: str) -> str:
        """`text` in a style: plain, strong, quiet, alarm or pointer."""
        code = _CODES.get(style, "")
        if self.colour:
            code = _COLOURS.get(style, code)
        return f"\x1b[{code}m{text}\x1b[0m" if self.styled and code else text


def width() -> int:
    """The width to write in: the terminal's, no more than is easy to read, no less than makes sense."""
    return max(20, min(shutil.get_terminal_size((80, 24)).columns, _MAX_WIDTH))


def wrapped(text: str, indent: str = "", columns: int = 0) -> str:
    """`text` in lines of at most the width of the terminal."""
    return fill(text, columns or width(), initial_indent=indent, subsequent_indent=indent)
