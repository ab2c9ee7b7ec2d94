"""A summary as plain text: no boxes, no colours, no tabs; it can be pasted anywhere."""

import re
from typing import TYPE_CHECKING

from miskraam_cli.cells import cells, fill
from miskraam_cli.language import Words
from miskraam_cli.renderers import comparison
from miskraam_cli.renderers.blocks import Block
from miskraam_cli.renderers.outline import outline

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary

WIDTH = 76  # of plain text, which is pasted elsewhere

RECORD = (
    "head",
    "alarm",
    "record",
    "below",
)  # lines that a clinician pastes: an empty line only above a rule
BELOW = "--- "  # what follows stands in no leaflet

_BINDS = re.compile(
    r"(?<=\w:) (?=\S)|(?<=\d) (?=\w|°)| (?=[·\[])"
)  # spaces of a record at which no line ends
_BOUND = "\N{NO-BREAK SPACE}"
_INDENT = {"title": "", "heading": "", "reason": "    ", "source": "    ", "figure": "    "}


def render(
    summary: "Summary",
    words: Words,
    width: int = WIDTH,
    *,
    sources: bool = False,
    short: bool = False,
    spoken: bool = False,
) -> str:
    """The summary, wrapped at `width` columns; `spoken` writes numbers so that a voice reads them digit by digit."""
    lines: list[str] = []
    for block in outline(summary, words, sources=sources, short=short):
        if spoken and block.kind == "contact":
            lines.append(_spoken(block, width, words))
            continue
        if lines and block.kind in ("heading", "text", "action", "quiet", "below"):
            lines.append("")
        if block.text:
            lines.append(draw(block, width, words))
    return "\n".join(lines).replace("\n\n\n", "\n\n") + "\n"


def _spoken(block: Block, width: int, words: Words) -> str:
    number = words.spelled(block.beside) if block.number else ""
    said = f"{block.text}: {number}" if number else block.text
    return fill(said, width, initial_indent="  ", subsequent_indent="  ")


def draw(block: Block, width: int, words: Words) -> str:
    """One block as lines of at most `width` columns; a figure keeps its own."""
    indent = _INDENT.get(block.kind, "  ")
    if block.compare is not None:
        return "\n".join(comparison.lines(block.compare, words, width))
    if block.kind == "figure":
        return "\n".join(f"{indent}{line}".rstrip() for line in block.text.split("\n"))
    if block.kind in RECORD:
        before = {"record": f"{block.beside:<3}", "below": BELOW}.get(block.kind, "")
        return _whole(before + block.text, width)
    if block.kind == "item":
        return fill(f"- {block.text}", width, initial_indent=indent, subsequent_indent=f"{indent}  ")
    if block.kind != "contact":
        return fill(block.text, width, initial_indent=indent, subsequent_indent=indent)
    gap = width - len(indent) - cells(block.text) - len(block.beside)
    if gap >= 2:
        return f"{indent}{block.text}{' ' * gap}{block.beside}"
    return f"{fill(block.text, width, initial_indent=indent, subsequent_indent=indent)}\n{indent}  {block.beside}"


def _whole(text: str, width: int) -> str:
    """A line of the record, wrapped; a label keeps its answer beside it, and a signal its source."""
    bound = _BINDS.sub(_BOUND, text)
    return fill(bound, width, subsequent_indent="   ").replace(_BOUND, " ")
