"""The history of a record on the clinician's screen: corrections, changes since the one before, what no longer fits."""

from collections.abc import Iterator, Sequence
from typing import Literal

from miskraam_cli.cells import cells, padded
from miskraam_cli.language import Words
from miskraam_cli.summary.record_history import Change, RecordHistory

_WIDTH = 70  # of the table; a wider one is written as a list
_GAP = "  "

Line = tuple[Literal["record", "figure"], str]  # a figure keeps its columns, a line of the record is wrapped


def lines(kept: RecordHistory, words: Words) -> Iterator[Line]:
    """The lines: corrections, changes, the version it was made with, answers that no longer fit; those that apply."""
    for correction in kept.corrections:
        moment = f"{correction.moment:%d-%m-%Y %H:%M}"
        yield "record", words("record.corrected", by=correction.by, moment=moment)
        yield from _list(correction.changes, words)
    if kept.since:
        moment = f"{kept.since:%d-%m-%Y %H:%M}"
        yield "record", words("record.since" if kept.changes else "record.since_nothing", moment=moment)
        yield from _table(kept.changes, words)
    if kept.made_with:
        yield "record", words("record.made_with", version=kept.made_with)
    for found in kept.unfit:
        yield "record", words("record.unfit", name=found.label, answer=found.answer)


def _table(changes: Sequence[Change], words: Words) -> Iterator[Line]:
    """A small table: what, before, now."""
    if not changes:
        return
    rows = [("", words("record.before"), words("record.after"))]
    rows += [(change.label, change.before, change.now) for change in changes]
    widths = [max(cells(row[column]) for row in rows) for column in range(3)]
    if sum(widths) + 2 * len(_GAP) > _WIDTH:
        yield from _list(changes, words)
        return
    lines = (
        _GAP.join(padded(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
    yield "figure", "\n".join(lines)


def _list(changes: Sequence[Change], words: Words) -> Iterator[Line]:
    for change in changes:
        yield "record", f"{_GAP}{change.label}: {change.now} ({words('record.was', answer=change.before)})"
