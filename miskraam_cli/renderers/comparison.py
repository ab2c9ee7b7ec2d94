"""A comparison as lines of text: options in equal columns, or below one another where columns would be too narrow."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from miskraam_cli.cells import fill, padded
from miskraam_cli.language import Words
from miskraam_cli.summary.statement_shown import marked

if TYPE_CHECKING:
    from miskraam_cli.summary.model import CompareLine, CompareShown

_GAP = "  "
_NARROWEST = 20  # columns of an option, below which words break badly


def lines(compare: "CompareShown", words: Words, width: int) -> Iterator[str]:
    """The comparison as lines of text at most `width` wide, an empty one before each row."""
    column = (width - len(_GAP) * (len(compare.options) - 1)) // len(compare.options)
    for title, line in titled(compare, words):
        cells = cells_of(line, words)
        yield ""
        yield from _wrapped(title, width)
        if column < _NARROWEST:
            yield from _stacked(compare.options, cells, width)
        else:
            yield from _row(compare.options, column)  # with each row: on a screen the first one scrolls away
            yield from _row(cells, column)


def titled(compare: "CompareShown", words: Words) -> "Iterator[tuple[str, CompareLine]]":
    """Every row, then every value that matters to her, each with its title.

    A value with the same cells as a row has none of its own: its title stands with that row.
    """
    beside = {
        row.title: [value for value in compare.values if value.cells == row.cells] for row in compare.rows
    }
    for row in compare.rows:
        yield " ".join((f"{row.title}:", *(_valued(value, words) for value in beside[row.title]))), row
    same = [value for values in beside.values() for value in values]
    yield from ((_valued(value, words), value) for value in compare.values if value not in same)


def _valued(value: "CompareLine", words: Words) -> str:
    return f"{words('compare.values')}: {value.title}"


def _stacked(options: tuple[str, ...], cells: tuple[str, ...], width: int) -> Iterator[str]:
    """Cells below one another, each with its option."""
    for option, cell in zip(options, cells, strict=True):
        yield from _wrapped(f"{option}: {cell}", width, "  ")


def _row(cells: tuple[str, ...], column: int) -> Iterator[str]:
    """Cells beside each other, every column as wide as the next."""
    for parts in zip_longest(*(_wrapped(cell, column) for cell in cells), fillvalue=""):
        yield _GAP.join(padded(part, column) for part in parts).rstrip()


def cells_of(line: "CompareLine", words: Words) -> tuple[str, ...]:
    """The text of each cell; where the leaflet says nothing about an option, the words that say so."""
    return tuple(words("compare.silent") if said is None else marked(said, words) for said in line.cells)


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """A text as lines; a word with a hyphen stays whole."""
    return fill(text, width, subsequent_indent=indent).split("\n")
