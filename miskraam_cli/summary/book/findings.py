"""A finding as an entry of the book: its level, when it holds, what unknown leads to, and what is said."""

import re
from collections.abc import Iterator

from miskraam_cli.language import Text
from miskraam_cli.questionnaire.model import Finding
from miskraam_cli.summary.book.model import Entry, Line, Row
from miskraam_cli.summary.book.said import Saying

_SENTENCE = re.compile(r"(?<=[.?!])\s")


def finding_entry(finding: Finding, saying: Saying) -> Entry:
    """All that a clinic signs of one finding."""
    return Entry(f"finding.{finding.id}", title(finding, saying), tuple(_rows(finding, saying)))


def title(finding: Finding, saying: Saying) -> Text:
    """How a finding reads on the clinician's screen; without that, the first sentence that it says."""
    if finding.short:
        return saying.filled(finding.short)
    said = saying.filled(saying.questionnaire.statements[finding.say[0]].text)
    return saying.say.made(lambda words: _SENTENCE.split(said.in_language(words.language), maxsplit=1)[0])


def _rows(finding: Finding, saying: Saying) -> Iterator[Row]:
    say, row = saying.say, saying.row
    yield row("level", say(f"level.{finding.level}"), ids=(finding.id, *finding.rulings))
    if finding.audience == "clinician":
        yield row("only", say("book.clinician_only"))
    leading = [one for one in saying.questionnaire.findings if one.if_unknown == finding.id]
    led_to = Line(say("book.led_to"), tuple(Line(_quoted(one, saying)) for one in leading))
    if finding.when is None:
        yield row("holds", led_to)
    else:
        yield row("holds", saying.reader.condition(finding.when.tree))
        yield row("unknown", _unknown(finding, saying))
        if leading:
            yield row("holds_too", led_to)
    for name in finding.say:
        yield from saying.statement(name)


def _unknown(finding: Finding, saying: Saying) -> Text:
    """What is said where it is not known whether the finding holds."""
    if finding.if_unknown in (None, "none"):
        return saying.say("book.then_nothing")
    if finding.if_unknown == "self":
        return saying.say("book.then_self")
    target = next(one for one in saying.questionnaire.findings if one.id == finding.if_unknown)
    level = saying.say(f"level.{target.level}")
    return saying.say("book.then_other", finding=_quoted(target, saying), level=level)


def _quoted(finding: Finding, saying: Saying) -> Text:
    return saying.say("condition.term", term=title(finding, saying))
