"""A summary for a terminal, drawn by Rich, in bold and a little colour; nothing is told by colour alone."""

from io import StringIO
from typing import TYPE_CHECKING

from miskraam_cli.cells import cells, fill
from miskraam_cli.language import Words
from miskraam_cli.renderers.blocks import Block
from miskraam_cli.renderers.outline import outline
from miskraam_cli.renderers.text import RECORD, WIDTH, draw
from miskraam_cli.summary.model import Summary

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {
    "title": "bold",
    "heading": "bold cyan",
    "action": "bold",
    "reason": "italic",
    "source": "dim",
    "quiet": "dim",
}
_MAX_WIDTH = 80
_ROOM = 6  # around and between a name and its number


def render(
    summary: Summary,
    words: Words,
    width: int = 80,
    *,
    colour: bool = True,
    dim: bool = True,
    sources: bool = False,
    short: bool = False,
) -> str:
    """The summary with escape codes for a terminal of `width` columns; no line is longer than 80, to be readable.

    Without `dim`, dim letters are drawn as others: some screens show them too faintly.
    """
    from rich.console import Console

    console = Console(
        file=StringIO(),
        width=min(width, _MAX_WIDTH),
        force_terminal=True,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
    )
    with console.capture() as captured:
        before = ""
        for block in outline(summary, words, sources=sources, short=short):
            _draw(console, block, before, words, dim=dim)
            before = block.kind
    return captured.get()


def _draw(console: "Console", block: Block, before: str, words: Words, *, dim: bool) -> None:
    from rich.padding import Padding
    from rich.rule import Rule
    from rich.table import Table
    from rich.text import Text

    style = _STYLES.get(block.kind, "")
    style = style if dim or style != "dim" else ""
    if block.kind == "title":
        console.print()
        console.print(Text(block.text, style))
    elif block.kind == "heading":
        console.print()
        console.print(Rule(Text(block.text, style), align="left", style="dim" if dim else ""))
    elif block.kind == "contact" and cells(block.text) + len(block.beside) + _ROOM > console.width:
        console.print(Padding(Text(block.text), (0, 2, 0, 2)))
        console.print(Padding(Text(block.beside, "bold"), (0, 0, 0, 4)))
    elif block.kind == "contact":
        grid = Table.grid(expand=True, padding=(0, 1))
        grid.add_column(ratio=1)
        grid.add_column(justify="right", no_wrap=True)
        grid.add_row(Text(block.text), Text(block.beside, "bold"))
        console.print(Padding(grid, (0, 2, 0, 2)))
    elif block.kind in ("figure", "compare", "item", *RECORD):
        if block.kind == "below":
            console.print()
        console.print(Text(draw(block, min(console.width, WIDTH), words)))
    else:
        if block.kind in ("text", "action", "quiet") and before not in ("title", "heading"):
            console.print()
        indent = 4 if block.kind in ("reason", "source") else 2
        text = fill(block.text, console.width - indent - 2)
        console.print(Padding(Text(text, style), (0, 2, 0, indent)))
