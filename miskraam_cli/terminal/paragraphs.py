"""Paragraphs on a screen: with their weight, within a width, a number beside its name, an alert by its bar."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from miskraam_cli.cells import cells
from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.terminal.theme import Theme, wrapped

_BARS = {"light": "│ ", "heavy": "┃ "}
_ASCII_BARS = {"light": "| ", "heavy": "# "}
_RULE = "─"
_GAP = 3  # columns between the longest name and the numbers, or between two columns
_LABEL = 22  # columns for a label
_TWO_COLUMNS = 56  # from here on a label stands beside its text


def draw_paragraphs(
    paragraphs: Iterable[Paragraph], theme: Theme, columns: int, before: str = ""
) -> Iterator[str]:
    """The lines of paragraphs in at most `columns` columns; `before` stands before each line.

    Numbers stand under each other, behind the longest name.
    """
    said = list(paragraphs)
    room = columns - len(before)
    names = max((cells(paragraph.text) for paragraph in said if paragraph.number), default=0)
    for paragraph in said:
        if paragraph.label:
            lines = _labelled(paragraph, theme, room)
        elif paragraph.number:
            lines = _beside(paragraph, names + _GAP, theme, room)
        else:
            lines = _painted(paragraph, theme, room)
        yield from (f"{before}{line}".rstrip() for line in lines)


def draw_columns(notices: Sequence[Notice], theme: Theme, columns: int, margin: str = "") -> list[str]:
    """Notices with the same labels beside each other, row by row."""
    width = (columns - len(margin) - _LABEL) // len(notices) - _GAP
    found: list[str] = []
    for row in zip(*(notice.paragraphs for notice in notices), strict=True):
        texts = [wrapped(row[0].label, columns=_LABEL - _GAP).split("\n") if row[0].label else []]
        texts += [wrapped(paragraph.text, columns=width).split("\n") for paragraph in row]
        styles = ["quiet", *(paragraph.style for paragraph in row)]
        widths = [_LABEL, *(width + _GAP for _ in row)]
        for parts in zip_longest(*texts, fillvalue=""):
            line = "".join(
                theme.paint(part, style) + " " * (room - cells(part))
                for part, style, room in zip(parts, styles, widths, strict=True)
            )
            found.append(f"{margin}{line}".rstrip())
        found.append("")
    return found[:-1]


def draw_notice(notice: Notice, theme: Theme, columns: int, margin: str = "") -> list[str]:
    """The lines of a notice, as far from the right as from the left.

    An alert has its word first and a bar before every line, heavy or light.
    """
    columns -= len(margin)
    bar = (_BARS if theme.letters else _ASCII_BARS).get(notice.border, "")
    head = [Paragraph(notice.headline.upper(), "alarm")] if notice.headline else []
    lines = list(draw_paragraphs((*head, *notice.paragraphs), theme, columns, margin + bar))
    if notice.border == "frame":
        rule = theme.paint(f"{margin}{(_RULE if theme.letters else '-') * (columns - len(margin))}", "quiet")
        return [rule, *lines, rule]
    return lines


def _labelled(paragraph: Paragraph, theme: Theme, room: int) -> list[str]:
    """A label and its text beside each other, or the text below it where there is no room for both."""
    if room < _TWO_COLUMNS:
        label = replace(paragraph, text=paragraph.label, style="strong", label="")
        return [
            *_painted(label, theme, room),
            *(f"  {line}" for line in _painted(paragraph, theme, room - 2)),
        ]
    labels = wrapped(paragraph.label, columns=_LABEL - _GAP).split("\n")
    texts = _lines(paragraph, room - _LABEL)
    return [
        f"{theme.paint(label, 'quiet')}{' ' * (_LABEL - cells(label))}{theme.paint(text, paragraph.style)}"
        for label, text in zip_longest(labels, texts, fillvalue="")
    ]


def _beside(paragraph: Paragraph, column: int, theme: Theme, room: int) -> list[str]:
    """A name with its number in a column, at the end of the line, or below it where there is no room for both."""
    number = theme.paint(paragraph.number, "strong")
    gap = min(column, room - len(paragraph.number)) - cells(paragraph.text)
    if gap < 1:
        return [*_painted(paragraph, theme, room), f"  {number}"]
    return [f"{theme.paint(paragraph.text, paragraph.style)}{' ' * gap}{number}"]


def _painted(paragraph: Paragraph, theme: Theme, room: int) -> list[str]:
    return [theme.paint(line, paragraph.style) for line in _lines(paragraph, room)]


def _lines(paragraph: Paragraph, room: int) -> list[str]:
    return [line for part in paragraph.text.split("\n") for line in wrapped(part, columns=room).split("\n")]
