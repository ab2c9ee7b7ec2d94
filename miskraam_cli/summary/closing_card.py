"""The closing card: the last thing on the screen, whatever happened. What to do, the numbers, how to get the rest."""

from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.language import Words
from miskraam_cli.summary.call_lines import action_lines, call_lines
from miskraam_cli.summary.model import Summary
from miskraam_cli.summary.statement_shown import marked


def closing_card(summary: Summary, words: Words, *rest: str) -> Notice:
    """The card of a summary as a notice that needs no key; `rest` says where everything can be read again."""
    gap = Paragraph("")
    to_do = [line for said in summary.actions for line in action_lines(said, words)]
    worry = [Paragraph(marked(said, words)) for said in summary.closing]
    first, *others = [
        part
        for part in (
            to_do,
            call_lines(summary.contacts, words),
            worry,
            [Paragraph(text, "quiet") for text in rest],
        )
        if part
    ]
    return Notice("line", (*first, *(line for part in others for line in (gap, *part))), border="frame")
