"""What to do and whom to call, as a screen shows them: in an alert, and on the closing card."""

from collections.abc import Sequence

from miskraam_cli.interview.prompt import Paragraph
from miskraam_cli.language import Words
from miskraam_cli.summary.statement_shown import StatementShown, headline
from miskraam_cli.summary.whom_to_call import ContactShown


def action_lines(said: StatementShown, words: Words) -> list[Paragraph]:
    """One thing to do, and below it whether no leaflet says so."""
    text, mark = headline(said, words)
    return [Paragraph(text, "alarm"), *([Paragraph(mark, "quiet")] if mark else [])]


def call_lines(contacts: Sequence[ContactShown], words: Words) -> list[Paragraph]:
    """Whom to call on a screen, a line each: the short name and the number.

    A plus sign marks what no leaflet says, and the last line explains it. What must be known about some of the numbers,
    as for who reaches nobody, stands above them.
    """
    lines: list[Paragraph] = []
    note = ""
    for contact in contacts:
        if contact.note != note:
            note = contact.note
            lines.append(Paragraph(f"{note}:"))
        name = f"{contact.short} (+)" if contact.addition else contact.short
        number = contact.display or ""
        lines.append(
            Paragraph(name, "strong", f"{number} · {words('contacts.now')}" if contact.now else number)
        )
    if any(contact.addition for contact in contacts):
        lines.append(Paragraph(words("contacts.plus"), "quiet"))
    return lines
