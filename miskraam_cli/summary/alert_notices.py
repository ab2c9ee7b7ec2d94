"""What a notice says in mid-walk: one line where something is unknown, else what to do and whom to call."""

from miskraam_cli.interview.findings import Result
from miskraam_cli.interview.prompt import Notice, Paragraph, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.summary.build import Builder
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import marked
from miskraam_cli.summary.whom_to_call import ContactShown, in_words


def alert_notice(interview: Interview, results: tuple[Result, ...], here: Circumstances) -> Notice:
    """The notice for findings that surface together. After level now the default is to get help.

    At a workstation it is a line, and never ends the walk.
    """
    builder = Builder(interview, here)
    words = here.words
    if all(result.outcome == "unknown" for result in results):
        return Notice("line", tuple(_line(builder, result) for result in results))
    do = [marked(said, words) for said in builder.actions(results)]
    why = [marked(said, words) for result in results for said in builder.finding(result).says]
    if here.setting == "workstation":  # a clinician sits beside her, and the numbers stand in the summary
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
    """Whom to call, and the number; on a screen nobody can fill in a line for a number that only she knows."""
    name, number = in_words(contact, words)
    return f"{name}: {number}" if contact.display else name


def _line(builder: Builder, result: Result) -> Paragraph:
    shown = builder.finding(result)
    return Paragraph(" ".join(marked(said, builder.here.words) for said in shown.says), "strong")
