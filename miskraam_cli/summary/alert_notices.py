"""The notice in mid-walk about findings that may not wait: what to do, why, and whom to call."""

from miskraam_cli.interview.findings import Result
from miskraam_cli.interview.prompt import Notice, Paragraph, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.summary.build import Builder
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import marked
from miskraam_cli.summary.whom_to_call import ContactShown, in_words


def alert_notice(interview: Interview, results: tuple[Result, ...], here: Circumstances) -> Notice:
    """The notice about findings that surface together, one or more, the most urgent first.

    Unknown ones alone are a line (AMB-71). At level now it is an alarm that asks whether she gets help; then the first
    choice ends the walk. At a workstation it is a line, whatever the level.
    """
    builder = Builder(interview, here)
    words = here.words
    if all(result.outcome == "unknown" for result in results):
        return Notice("line", tuple(_line(builder, result) for result in results))
    do = [marked(said, words) for said in builder.actions(results)]
    why = [marked(said, words) for result in results for said in builder.finding(result).says]
    # A clinician sits beside her: no key to wait for, and the numbers stand in the summary.
    if here.setting == "workstation":
        return Notice("line", (Paragraph(" ".join((*do, *why)), "alarm"),))
    urgent = results[0].finding.level == "now"
    paragraphs = [*(Paragraph(text, "alarm") for text in do), *(Paragraph(text, "strong") for text in why)]
    paragraphs.append(Paragraph(""))
    paragraphs += [Paragraph(_to_call(contact, words)) for contact in builder.contacts(results)]
    options = (
        PromptOption("help", words("alert.help")),
        PromptOption("go_on", words("alert.go_on")),
    )
    return Notice("alarm" if urgent else "pause", tuple(paragraphs), options if urgent else ())


def _to_call(contact: ContactShown, words: Words) -> str:
    """Whom to call, and the number; without the line to write one on, which a page has and a screen cannot use."""
    name, number = in_words(contact, words)
    return f"{name}: {number}" if contact.display else name


def _line(builder: Builder, result: Result) -> Paragraph:
    shown = builder.finding(result)
    return Paragraph(" ".join(marked(said, builder.here.words) for said in shown.says), "strong")
