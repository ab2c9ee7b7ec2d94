"""The order of a summary on a page, as blocks, which the drawers of text, terminal, Markdown and HTML all draw."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.renderers import icon_figure, record_history, weeks_bar
from miskraam_cli.summary.statement_shown import marked
from miskraam_cli.summary.whom_to_call import in_words

if TYPE_CHECKING:
    from miskraam_cli.summary.model import CompareShown, CourseShown, FindingShown, Soep, Summary
    from miskraam_cli.summary.record_history import RecordHistory
    from miskraam_cli.summary.whom_to_call import ContactShown

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
    "compare",
    "quiet",
    "head",
    "alarm",
    "record",
    "below",
]


@dataclass(frozen=True)
class Block:
    """A piece of the page: its kind, and its text in the language of the page.

    `beside` a contact is its number, beside a line of SOEP its letter, beside a figure what it shows in words. `number`
    is E.164. A comparison, a course and chances (each so many of so many) are there as data too, for who can draw them
    better than as lines of text.
    """

    kind: Kind
    text: str
    beside: str = ""
    number: str = ""
    compare: "CompareShown | None" = None
    course: "CourseShown | None" = None
    chances: tuple[tuple[int, int], ...] = ()


def outline(
    summary: "Summary",
    words: Words,
    *,
    sources: bool = False,
    short: bool = False,
) -> Iterator[Block]:
    """The blocks of a summary in order; with `sources` each finding says where it stands in the leaflets.

    `short` holds only whom to call, and nothing about her answers, so that others may see it.
    """
    if short:
        yield from _short(summary, words)
    elif summary.record is not None:
        yield from _record(summary.record, summary.kept, words)
        yield from _below(summary, words)
    else:
        yield from _patient(summary, words, sources)


def _patient(summary: "Summary", words: Words, sources: bool) -> Iterator[Block]:
    """First what to do now and whom to call, then what fits the answers, then what is good to know."""
    yield Block("title", words("summary.title"))
    alarming = [finding for finding in summary.findings if finding.alarming]
    if alarming:
        yield Block("heading", words("summary.now"))
        for said in summary.actions:
            yield Block("action", marked(said, words))
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
    yield from _closing(summary, words)
    if summary.not_answered_labels:
        items = ", ".join(summary.not_answered_labels)
        yield Block("quiet", words("summary.not_answered", items=items))
    yield Block("quiet", " ".join(_footer(summary, words)))


def _short(summary: "Summary", words: Words) -> Iterator[Block]:
    yield Block("title", words("summary.title"))
    yield from _numbers(summary, words)
    yield from _closing(summary, words)
    yield Block("quiet", " ".join(_made(summary, words)))


def _closing(summary: "Summary", words: Words) -> Iterator[Block]:
    for said in summary.closing:
        yield Block("heading", "")
        yield Block("action", marked(said, words))


def _numbers(summary: "Summary", words: Words) -> Iterator[Block]:
    yield Block("heading", words("summary.numbers"))
    for contact in summary.contacts:
        yield contact_block(contact, words)
    yield Block("quiet", summary.contacts_note)


def _footer(summary: "Summary", words: Words) -> Iterator[str]:
    yield from _made(summary, words)
    if summary.more:
        yield summary.more


def _made(summary: "Summary", words: Words) -> Iterator[str]:
    moment = summary.generated_at
    yield words("summary.made", date=words.date(moment.date()), time=f"{moment:%H:%M}")
    if summary.draft:
        yield words("summary.draft")
    if summary.language != LANGUAGES[0]:
        yield words("summary.translation")


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
    from miskraam_cli.questionnaire.model import ALARMING  # the clinician's screen alone needs it

    hers = [one for one in summary.findings if one.level != "know" and one.audience == "patient"]
    # Who broke off read only what may not wait (AMB-73).
    broken_off = summary.kept is not None and summary.kept.broken_off
    told = [one for one in hers if one.level in ALARMING or not broken_off]
    if told:
        yield Block("below", words("record.reads"))
    for finding in told:
        yield from _finding(finding, words, sources=True)
    yield Block("heading", "")
    if summary.not_answered_labels:
        yield Block("quiet", words("summary.not_answered", items=", ".join(summary.not_answered_labels)))
    yield Block("quiet", summary.contacts_note)
    yield Block("quiet", " ".join(_footer(summary, words)))


def contact_block(contact: "ContactShown", words: Words) -> Block:
    """Someone to call, the number beside the name."""
    return Block("contact", *in_words(contact, words), number=contact.number or "")


def _finding(finding: "FindingShown", words: Words, sources: bool) -> Iterator[Block]:
    for number, said in enumerate(finding.says):
        yield Block("more" if number else "text", marked(said, words))
    if finding.unknown:
        yield Block("reason", words("because.unknown", items=", ".join(finding.unknown)))
    if finding.because and finding.level != "know":
        reasons = words.joined(reason.text for reason in finding.because)
        yield Block("reason", words("because.because", reasons=reasons))
    if finding.icons:
        drawn = "\n".join(icon_figure.lines(finding.icons))
        yield Block("figure", drawn, icon_figure.spoken(finding.icons, words), chances=finding.icons)
    if finding.course:
        drawn = "\n".join(weeks_bar.lines(finding.course, words))
        yield Block("figure", drawn, weeks_bar.spoken(finding.course, words), course=finding.course)
        if finding.course.text:
            yield Block("reason", finding.course.text)
    if sources and finding.source:
        yield Block("source", words("source.source", source=finding.source))
