"""The order of a summary on a page, as blocks, which the drawers of text, terminal, Markdown and HTML all draw."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from miskraam_cli.language import Words
from miskraam_cli.renderers import record_history
from miskraam_cli.renderers.blocks import Block, finding_blocks, foot
from miskraam_cli.renderers.patient_page import patient_page, short_page

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Soep, Summary
    from miskraam_cli.summary.record_history import RecordHistory


def outline(
    summary: "Summary",
    words: Words,
    *,
    sources: bool = False,
    short: bool = False,
    folds: bool = False,
) -> Iterator[Block]:
    """The blocks of a summary in order; with `sources` each finding says where it stands in the leaflets.

    `short` holds only whom to call, and nothing about her answers, so that others may see it. A page that `folds` has
    all that is general knowledge; any other names where to read it.
    """
    if short:
        yield from short_page(summary, words)
    elif summary.record is not None:
        yield from _record(summary.record, summary.kept, words)
        yield from _below(summary, words)
    else:
        yield from patient_page(summary, words, sources=sources, folds=folds)


def _record(record: "Soep", made_from: "RecordHistory | None", words: Words) -> Iterator[Block]:
    """The clinician's screen, line by line, and the notes below it."""
    yield Block("head", record.head)
    for alarm in record.alarms:
        yield Block("alarm", alarm)
    parts = (
        ("S", record.subjective),
        ("O", record.objective),
        ("E", record.evaluation),
        ("P", record.plan),
    )
    for letter, lines in parts:
        for number, line in enumerate(lines):
            yield Block("record", line, beside="" if number else letter)
    for kind, line in record_history.lines(made_from, words) if made_from else ():
        yield Block(kind, line)
    yield Block("below", words("record.below"))
    for note in record.notes:
        yield Block("record", note)
    yield Block("record", words("record.unticked"))


def _below(summary: "Summary", words: Words) -> Iterator[Block]:
    """Below the clinician's screen: what the patient reads, with reasons and sources, and what was not answered."""
    hers = [one for one in summary.findings if one.level != "know" and one.audience == "patient"]
    # Who broke off read only what may not wait (AMB-73).
    broken_off = summary.kept is not None and summary.kept.broken_off
    told = [one for one in hers if one.alarming or not broken_off]
    if told:
        yield Block("below", words("record.reads"))
    for finding in told:
        yield from finding_blocks(finding, words, sources=True)
    yield Block("heading", "")
    if summary.not_answered_labels:
        yield Block("quiet", words("summary.not_answered", items=", ".join(summary.not_answered_labels)))
    yield Block("quiet", summary.contacts_note)
    yield foot(summary, words, summary.more)
