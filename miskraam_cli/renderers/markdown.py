"""A summary as Markdown; what a person typed can never become markup."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from miskraam_cli.language import Words
from miskraam_cli.renderers.blocks import Block
from miskraam_cli.renderers.comparison import cells_of, titled
from miskraam_cli.renderers.outline import outline

if TYPE_CHECKING:
    from miskraam_cli.summary.model import CompareShown, Summary

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~#$@^{}]")
_AT_THE_START = re.compile(r"^(\d*)(?=[-+=.)])")
_ADDRESS = re.compile(
    r"(?<=www)\.|:(?=[^\s\d])", re.IGNORECASE
)  # many readers make a link of it by themselves


def render(summary: "Summary", words: Words, *, sources: bool = False, short: bool = False) -> str:
    """The summary in CommonMark with tables."""
    blocks = outline(summary, words, sources=sources, short=short)
    parts: list[str] = []
    for contacts, group in groupby(blocks, lambda block: block.kind == "contact"):
        if contacts:
            parts.append(_contacts(group, words))
        else:
            parts.extend(_drawn(block, words) for block in group)
    return "\n\n".join(part for part in parts if part) + "\n"


def escaped(text: str) -> str:
    """A text on one line, which Markdown shows as it stands."""
    line = _ANYWHERE.sub(r"\\\g<0>", " ".join(text.split()))
    line = _ADDRESS.sub(r"\\\g<0>", line)
    return _AT_THE_START.sub(r"\1\\", line)


def _drawn(block: Block, words: Words) -> str:
    if block.compare:
        return _comparison(block.compare, words)
    if not block.text:
        return ""
    text = escaped(block.text)
    match block.kind:
        case "title" | "head":
            return f"# {text}"
        case "heading" | "below":
            return f"## {text}"
        case "action" | "alarm":
            return f"**{text}**"
        case "item":
            return f"- {text}"
        case "reason" | "source":
            return f"*{text}*"
        case "figure":
            return "\n".join(f"    {line}" for line in block.text.split("\n"))
        case "record" if block.beside:
            return f"**{block.beside}** {text}"
    return text


def _contacts(blocks: Iterable[Block], words: Words) -> str:
    rows = []
    for block in blocks:
        number = escaped(block.beside)
        rows.append((escaped(block.text), f"[{number}](tel:{block.number})" if block.number else number))
    return "\n".join(table((words("contacts.who"), words("contacts.number")), rows))


def _comparison(compare: "CompareShown", words: Words) -> str:
    rows = [
        (f"**{escaped(title)}**", *map(escaped, cells_of(line, words)))
        for title, line in titled(compare, words)
    ]
    return "\n".join(table(("", *map(escaped, compare.options)), rows))


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """The lines of a table; what stands in its cells is escaped already."""
    for cells in (head, ("---",) * len(head), *rows):
        yield f"| {' | '.join(cells)} |"
