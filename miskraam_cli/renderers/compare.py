"""Options in equal columns, or below one another where there is no room for columns."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap
from typing import TYPE_CHECKING

from miskraam_cli.language import Words
from miskraam_cli.summary.said import marked

if TYPE_CHECKING:
    from miskraam_cli.summary.model import CompareLine, CompareShown
    from miskraam_cli.summary.said import Said

_GAP = "  "
_NARROWEST = 20  # columns of an option, below which words break badly


def lines(compare: "CompareShown", words: Words, width: int) -> Iterator[str]:
    """The comparison as lines of text at most `width` wide."""
    column = (width - len(_GAP) * (len(compare.options) - 1)) // len(compare.options)
    if column < _NARROWEST:
        yield from _stacked(compare, words, width)
        return
    yield from _row(compare.options, column)
    for row in compare.rows:
        yield ""
        yield f"{row.title}:"
        yield from _row(tuple(_cell(said, words) for said in row.cells), column)
    for value in compare.values:
        yield ""
        yield f"{words('compare.values')}: {value.title}"
        yield from _row(tuple(_cell(said, words) for said in value.cells), column)


def _stacked(compare: "CompareShown", words: Words, width: int) -> Iterator[str]:
    for number, option in enumerate(compare.options):
        if number:
            yield ""
        yield option
        for row in compare.rows:
            yield from wrap(f"{row.title}: {_cell(row.cells[number], words)}", width, subsequent_indent="  ")
    for value in compare.values:
        yield ""
        yield from wrap(f"{words('compare.values')}: {value.title}", width)
        yield from _by_option(compare, value, words, width)


def _by_option(compare: "CompareShown", line: "CompareLine", words: Words, width: int) -> Iterator[str]:
    for option, said in zip(compare.options, line.cells, strict=True):
        yield from wrap(f"{option}: {_cell(said, words)}", width, subsequent_indent="  ")


def _row(cells: tuple[str, ...], column: int) -> Iterator[str]:
    """Cells beside each other, every column as wide as the next."""
    for parts in zip_longest(*(wrap(cell, column) or [""] for cell in cells), fillvalue=""):
        yield _GAP.join(part.ljust(column) for part in parts).rstrip()


def _cell(said: "Said | None", words: Words) -> str:
    return words("compare.silent") if said is None else marked(said, words)
