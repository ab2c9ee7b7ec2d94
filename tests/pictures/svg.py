"""A screen as SVG: letters stay letters, each on its place in the grid, without anything from elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from pyte.screens import Char

_WIDE, _HIGH, _SIZE, _MARGIN = 8.4, 18, 14, 16
_INK, _GROUND = "#e6e6e6", "#14181c"
_PALETTE = {
    "default": _INK, "black": "#9aa5b1", "red": "#ff8a80", "green": "#98c379", "brown": "#e5c07b",
    "blue": "#82aaff", "magenta": "#d8a0e8", "cyan": "#7fd1de", "white": "#ffffff",
}  # fmt: skip
_FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


class _Style(NamedTuple):
    colour: str
    bold: bool
    italic: bool


def drawn(screen: list[list[Char]], title: str) -> str:
    """The screen from its first to its last line with words."""
    written = [number for number, line in enumerate(screen) if _words(line).strip()]
    lines = screen[written[0] : written[-1] + 1]
    wide, high = len(screen[0]) * _WIDE + 2 * _MARGIN, len(lines) * _HIGH + 2 * _MARGIN
    rows = (_row(line, _MARGIN + (number + 0.75) * _HIGH) for number, line in enumerate(lines))
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}"'
            f' role="img" aria-label={quoteattr(title)} xml:space="preserve">',
            "<style>text{white-space:pre}</style>",  # browsers read this, other drawers the attribute above
            f'<rect width="100%" height="100%" rx="8" fill="{_GROUND}"/>',
            f'<g font-family="{_FONTS}" font-size="{_SIZE}">',
            *(row for row in rows if row),
            "</g>",
            "</svg>",
            "",
        )
    )


def _row(line: list[Char], y: float) -> str:
    """One line of words, each run of one style in its own stretch of the grid."""
    spans = "".join(_spans(line[: len(_words(line).rstrip())]))
    return f'<text y="{y:g}">{spans}</text>' if spans else ""


def _spans(line: Iterable[Char]) -> Iterator[str]:
    column = 0
    for style, cells in groupby(line, key=_style):
        words = _words(cells)
        x, long = _MARGIN + column * _WIDE, len(words) * _WIDE
        weight = ' font-weight="bold"' if style.bold else ""
        slant = ' font-style="italic"' if style.italic else ""
        yield (
            f'<tspan x="{x:g}" textLength="{long:g}" fill="{style.colour}"{weight}{slant}>{escape(words)}</tspan>'
        )
        column += len(words)


def _style(cell: Char) -> _Style:
    return _Style(_PALETTE[cell.fg.removeprefix("bright")], cell.bold, cell.italics)


def _words(cells: Iterable[Char]) -> str:
    return "".join(cell.data for cell in cells)
