"""The pieces of a page: the block, which every drawer draws, and those that more than one page has."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.renderers import icon_figure, weeks_bar
from miskraam_cli.summary.statement_shown import marked
from miskraam_cli.summary.whom_to_call import in_words

if TYPE_CHECKING:
    from miskraam_cli.summary.model import CompareShown, CourseShown, FindingShown, Summary
    from miskraam_cli.summary.whom_to_call import ContactShown

Kind = Literal[
    "title",
    "heading",
    "action",
    "text",
    "item",
    "fold",
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
    better than as lines of text. What is folded has its blocks `inside`.
    """

    kind: Kind
    text: str
    beside: str = ""
    number: str = ""
    compare: "CompareShown | None" = None
    course: "CourseShown | None" = None
    chances: tuple[tuple[int, int], ...] = ()
    inside: "tuple[Block, ...]" = ()


def contact_block(contact: "ContactShown", words: Words) -> Block:
    """Someone to call, the number beside the name."""
    return Block("contact", *in_words(contact, words), number=contact.number or "")


def numbers(summary: "Summary", words: Words) -> Iterator[Block]:
    """Whom to call, under a heading, and what must be known about the numbers."""
    yield Block("heading", words("summary.numbers"))
    note = ""
    for contact in summary.contacts:
        if contact.note != note:  # what must be known about those that follow stands once, above them
            note = contact.note
            yield Block("quiet", f"{note}:")
        yield contact_block(contact, words)
    yield Block("quiet", summary.contacts_note)


def foot(summary: "Summary", words: Words, more: str = "") -> Block:
    """When the page was made, whether it is approved and a translation, and where `more` can be read."""
    moment = summary.generated_at
    said = [words("summary.made", date=words.date(moment.date()), time=f"{moment:%H:%M}")]
    said += [words("summary.draft")] if summary.draft else []
    said += [words("summary.translation")] if summary.language != LANGUAGES[0] else []
    return Block("quiet", " ".join((*said, more)).rstrip())


def finding_blocks(finding: "FindingShown", words: Words, *, sources: bool) -> Iterator[Block]:
    """A finding: what it says, her answers behind it, its figures; with `sources` where it stands in the leaflets."""
    for number, said in enumerate(finding.says):
        yield Block("more" if number else "text", marked(said, words))
    if finding.unknown and not finding.tells_why:
        yield Block("reason", words("because.unknown", items=", ".join(finding.unknown)))
    if finding.because and finding.level != "know" and not finding.tells_why:
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
