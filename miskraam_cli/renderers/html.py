"""A summary as one page of HTML, without script or anything from outside, to read on a screen and to print."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from miskraam_cli.language import Words
from miskraam_cli.renderers.blocks import Block
from miskraam_cli.renderers.comparison import cells_of, titled
from miskraam_cli.renderers.outline import outline
from miskraam_cli.renderers.template import template

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary

_HEADINGS = ("heading", "below")
_WITH_BEFORE = ("more", "reason", "source", "figure")
_WITH_THEIR_KIND = ("contact", "alarm", "record", "item")


@dataclass
class _Section:
    """What stands under one heading, in pieces; the blocks of a piece are not parted by a page break on paper."""

    heading: str = ""
    pieces: list[list[Block]] = field(default_factory=list)


def render(summary: "Summary", words: Words, *, sources: bool = False, short: bool = False) -> str:
    """The page as a whole document; what a person typed is escaped, and shown as she typed it."""
    title, *blocks = outline(summary, words, sources=sources, short=short, folds=True)
    return template("page.html").render(
        title=words("summary.title"),
        heading=title.text,
        sections=_sections(blocks),
        words=words,
        titled=titled,
        cells_of=cells_of,
    )


def _sections(blocks: Iterable[Block]) -> list[_Section]:
    sections = [_Section()]
    for block in blocks:
        pieces = sections[-1].pieces
        if block.kind in _HEADINGS:
            sections.append(_Section(block.text))
        elif pieces and (
            block.kind in _WITH_BEFORE
            or (block.kind in _WITH_THEIR_KIND and block.kind == pieces[-1][0].kind)
        ):
            pieces[-1].append(block)
        else:
            pieces.append([block])
    return [section for section in sections if section.pieces]
