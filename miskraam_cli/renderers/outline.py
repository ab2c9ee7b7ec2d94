"""The order of a summary on a page, as blocks. Every drawer draws the same blocks in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.renderers import course, icons, kept
from miskraam_cli.summary.contacts import in_words
from miskraam_cli.summary.said import marked

if TYPE_CHECKING:
    from miskraam_cli.summary.contacts import ContactShown
    from miskraam_cli.summary.kept import Kept
    from miskraam_cli.summary.model import CompareShown, FindingShown, Record, Summary

Kind = Literal[
    "title",
    "heading",
    "action",
    "text",
    "more",
    "reason",
    "source",
    "contact",
    "figure",
    "record",
    "compare",
    "quiet",
]


@dataclass(frozen=True)
class Block:
    """A piece of the page; a contact has its number in `beside`, a comparison its options in `compare`."""

    kind: Kind
    text: str
    beside: str = ""
    compare: "CompareShown | None" = None


def outline(
    summary: "Summary", words: Words, *, sources: bool = False, numbers_last: bool = False
) -> Iterator[Block]:
    """A summary in order; with `sources` each finding says where it stands in the leaflets.

    `numbers_last` is for a text that scrolls past: what she sees in the end is whom to call.
    """
    if summary.record is not None:
        yield from _record(summary.record, summary.kept, words)
        yield from _below(summary, words)
    else:
        yield from _patient(summary, words, sources, numbers_last)


def _patient(summary: "Summary", words: Words, sources: bool, numbers_last: bool) -> Iterator[Block]:
    """First what to do now and whom to call, then what fits the answers, then what is good to know."""
    yield Block("title", words("summary.title"))
    alarming = [finding for finding in summary.findings if finding.alarming]
    if alarming:
        yield Block("heading", words("summary.now"))
        for said in summary.actions:
            yield Block("action", marked(said, words))
    if not numbers_last:
        yield from _numbers(summary, words)
    if alarming:
        yield Block("heading", words("summary.why"))
    for finding in alarming:
        yield from _finding(finding, words, sources)
    if summary.compare:
        yield Block("heading", words("compare.title"))
        yield Block("text", marked(summary.compare.order, words))
        yield Block("compare", words("compare.title"), compare=summary.compare)
    for level in ("discuss", "know"):
        found = [finding for finding in summary.findings if finding.level == level]
        if found:
            yield Block("heading", words(f"summary.{level}"))
        for finding in found:
            yield from _finding(finding, words, sources)
    for said in summary.closing:
        yield Block("heading", "")
        yield Block("action", marked(said, words))
    if summary.not_answered_labels:
        items = ", ".join(summary.not_answered_labels)
        yield Block("quiet", words("summary.not_answered", items=items))
    if numbers_last:
        yield from _numbers(summary, words)
    yield Block("quiet", " ".join(_footer(summary, words)))


def _numbers(summary: "Summary", words: Words) -> Iterator[Block]:
    yield Block("heading", words("summary.numbers"))
    for contact in summary.contacts:
        yield contact_block(contact, words)
    yield Block("quiet", summary.contacts_note)


def _footer(summary: "Summary", words: Words) -> Iterator[str]:
    moment = summary.generated_at
    yield words("summary.made", date=words.date(moment.date()), time=f"{moment:%H:%M}")
    if summary.draft:
        yield words("summary.draft")
    if summary.language != LANGUAGES[0]:
        yield words("summary.translation")
    if summary.more:
        yield summary.more


def _record(record: "Record", made_from: "Kept | None", words: Words) -> Iterator[Block]:
    """The clinician's screen: read at a glance, pasted without boxes."""
    yield Block("record", record.head)
    for alarm in record.alarms:
        yield Block("record", alarm)
    parts = (
        ("S", record.subjective),
        ("O", record.objective),
        ("E", record.evaluation),
        ("P", record.plan),
    )
    for letter, lines in parts:
        for number, line in enumerate(lines):
            yield Block("record", f"{letter if number == 0 else ' '}  {line}")
    for kind, line in kept.lines(made_from, words) if made_from else ():
        yield Block(kind, line)
    yield Block("record", words("record.below"))
    for note in record.notes:
        yield Block("record", f"   {note}")
    yield Block("record", f"   {words('record.unticked')}")


def _below(summary: "Summary", words: Words) -> Iterator[Block]:
    """What stands below the line: each signal with its reasons and source, and what was not answered."""
    for finding in summary.findings:
        if finding.level != "know" and finding.audience == "patient":
            yield from _finding(finding, words, sources=True)
    if summary.not_answered_labels:
        yield Block("quiet", words("summary.not_answered", items=", ".join(summary.not_answered_labels)))
    yield Block("quiet", summary.contacts_note)
    yield Block("quiet", " ".join(_footer(summary, words)))


def contact_block(contact: "ContactShown", words: Words) -> Block:
    """Someone to call, the number beside the name."""
    return Block("contact", *in_words(contact, words))


def _finding(finding: "FindingShown", words: Words, sources: bool) -> Iterator[Block]:
    for number, said in enumerate(finding.says):
        yield Block("more" if number else "text", marked(said, words))
    if finding.unknown:
        yield Block("reason", words("because.unknown", items=", ".join(finding.unknown)))
    if finding.because and finding.level != "know":
        reasons = words.joined(reason.text for reason in finding.because)
        yield Block("reason", words("because.because", reasons=reasons))
    if finding.icons:
        yield Block("figure", "\n".join(icons.lines(finding.icons)))
    if finding.course:
        yield Block("figure", "\n".join(course.lines(finding.course, words)))
        if finding.course.text:
            yield Block("reason", finding.course.text)
    if sources and finding.source:
        yield Block("source", words("source.source", source=finding.source))
