"""The order of a summary on a page, as blocks. Every drawer draws the same blocks in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.summary.said import marked

if TYPE_CHECKING:
    from miskraam_cli.summary.contacts import ContactShown
    from miskraam_cli.summary.model import FindingShown, Summary

Kind = Literal["title", "heading", "action", "text", "reason", "source", "contact", "quiet"]


@dataclass(frozen=True)
class Block:
    """A piece of the page; a contact has its number in `beside`."""

    kind: Kind
    text: str
    beside: str = ""


def outline(summary: "Summary", words: Words) -> Iterator[Block]:
    """First what to do now and whom to call, then what fits the answers, then what is good to know."""
    yield Block("title", summary.title)
    alarming = [finding for finding in summary.findings if finding.level in ("now", "call")]
    if alarming:
        yield Block("heading", words("summary.now"))
        for said in summary.actions:
            yield Block("action", marked(said, words))
        for finding in alarming:
            yield from _finding(finding, words)
    yield Block("heading", words("summary.numbers"))
    for contact in summary.contacts:
        yield contact_block(contact, words)
    yield Block("quiet", summary.contacts_note)
    for level in ("discuss", "know"):
        found = [finding for finding in summary.findings if finding.level == level]
        if found:
            yield Block("heading", words(f"summary.{level}"))
        for finding in found:
            yield from _finding(finding, words)
    for said in summary.closing:
        yield Block("heading", "")
        yield Block("action", marked(said, words))
    if summary.not_answered_labels:
        items = ", ".join(summary.not_answered_labels)
        yield Block("quiet", words("summary.not_answered", items=items))
    moment = summary.generated_at
    made = words("summary.made", date=words.date(moment.date()), time=f"{moment:%H:%M}")
    translated = summary.language != LANGUAGES[0]
    yield Block("quiet", f"{made} {words('summary.translation')}" if translated else made)


def contact_block(contact: "ContactShown", words: Words) -> Block:
    """Someone to call, the number beside the name; a line to write on where only she knows it."""
    marks = [words("source.addition")] if contact.addition else []
    marks += [contact.note] if contact.note else []
    name = f"{contact.name} ({', '.join(marks)})" if marks else contact.name
    number = contact.display or words("contacts.write")
    return Block("contact", name, f"{number} · {words('contacts.now')}" if contact.now else number)


def _finding(finding: "FindingShown", words: Words) -> Iterator[Block]:
    for said in finding.says:
        yield Block("text", marked(said, words))
    if finding.unknown:
        yield Block("reason", words("because.unknown", items=", ".join(finding.unknown)))
    if finding.because:
        reasons = words.joined(reason.text for reason in finding.because)
        yield Block("reason", words("because.because", reasons=reasons))
    if finding.source:
        yield Block("source", words("source.source", source=finding.source))
