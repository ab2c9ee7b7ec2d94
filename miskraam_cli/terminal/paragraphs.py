"""Paragraphs on a screen: with their weight, within a width, a number beside its name, an alert by its bar."""

from collections.abc import Iterable, Iterator

from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.terminal.theme import Theme, wrapped

_BARS = {"light": "│ ", "heavy": "┃ "}
_ASCII_BARS = {"light": "| ", "heavy": "# "}
_RULE = "─"
_GAP = 3  # columns between the longest name and the numbers


def draw_paragraphs(
    paragraphs: Iterable[Paragraph], theme: Theme, columns: int, before: str = ""
) -> Iterator[str]:
    """The lines of paragraphs in at most `columns` columns; `before` stands before each line.

    Numbers stand under each other, behind the longest name.
    """
    said = list(paragraphs)
    room = columns - len(before)
    names = max((len(paragraph.text) for paragraph in said if paragraph.number), default=0)
    for paragraph in said:
        lines = [theme.paint(line, paragraph.style) for line in _lines(paragraph, room)]
        if paragraph.number:
            lines = _beside(paragraph, lines, names + _GAP, theme, room)
        yield from (f"{before}{line}".rstrip() for line in lines)


def draw_notice(notice: Notice, theme: Theme, columns: int, margin: str = "") -> list[str]:
    """The lines of a notice. An alert has its word first and a bar before every line, heavy or light."""
    bar = (_BARS if theme.letters else _ASCII_BARS).get(notice.border, "")
    head = [Paragraph(notice.headline.upper(), "alarm")] if notice.headline else []
    lines = list(draw_paragraphs((*head, *notice.paragraphs), theme, columns, margin + bar))
    if notice.border == "frame":
        rule = theme.paint(
            f"{margin}{(_RULE if theme.letters else '-') * (columns - 2 * len(margin))}", "quiet"
        )
        return [rule, *lines, rule]
    return lines


def _beside(paragraph: Paragraph, lines: list[str], column: int, theme: Theme, room: int) -> list[str]:
    """A name with its number in a column, at the end of the line, or below it where there is no room for both."""
    number = theme.paint(paragraph.number, "strong")
    gap = min(column, room - len(paragraph.number)) - len(paragraph.text)
    if gap < 1:
        return [*lines, f"  {number}"]
    return [f"{theme.paint(paragraph.text, paragraph.style)}{' ' * gap}{number}"]


def _lines(paragraph: Paragraph, room: int) -> list[str]:
    return [line for part in paragraph.text.split("\n") for line in wrapped(part, columns=room).split("\n")]
