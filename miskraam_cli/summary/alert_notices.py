"""The notice in mid-walk about findings that may not wait: what to do, why, and whom to call."""

from collections.abc import Sequence

from miskraam_cli.interview.findings import Result, alerts
from miskraam_cli.interview.prompt import Notice, Paragraph, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.questionnaire.model import LEVELS
from miskraam_cli.summary.actions_by_hour import how_soon, what_to_do
from miskraam_cli.summary.build import Builder
from miskraam_cli.summary.call_lines import action_lines, call_lines
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import marked


def alert_notice(interview: Interview, results: tuple[Result, ...], here: Circumstances) -> Notice:
    """The notice about findings that surface together, one or more, the most urgent first.

    Unknown ones alone are a line (AMB-71), and so is what to find out first (level check, AMB-114). What was said
    before and still holds is said again with it: a later alert never speaks more calmly than an earlier one. At level
    now it asks whether she gets help; that choice ends the walk. At a workstation it is a line, whatever the level.
    """
    return _Alert(interview, results, here).notice()


class _Alert:
    """One alert: the findings that are new, and all that alarm by now."""

    def __init__(self, interview: Interview, results: tuple[Result, ...], here: Circumstances) -> None:
        self.results = results
        standing = [result for result in alerts(interview) if result not in results]
        # in the order of the levels, and at one level what she has read already comes first
        self.all = sorted((*standing, *results), key=lambda result: LEVELS.index(result.finding.level))
        self.highest = self.all[0].finding.level
        self.builder = Builder(interview, here)
        self.here = here

    def notice(self) -> Notice:
        if all(one.outcome == "unknown" or one.finding.level == "check" for one in self.results):
            return Notice("line", (*self.first(), *(self.said(result, "strong") for result in self.results)))
        if self.here.setting == "workstation":
            # a clinician sits beside her; the numbers stand in the summary
            text = " ".join(part.text for part in (*self.to_do(), *self.why()))
            return Notice("line", (Paragraph(text, "alarm"),))
        gap = Paragraph("")
        urgent = self.highest == "now"
        new = any(result.finding.level == "now" for result in self.results)
        return Notice(
            "alarm" if new else "pause",
            (*self.to_do(), *self.may_stop(), gap, *self.numbers(), gap, *self.why()),
            options=self.ways() if urgent else (),
            headline=self.headline(),
            border="heavy" if urgent else "light",
        )

    def headline(self) -> str:
        soon = how_soon(self.highest, self.here, self.builder.interview.hospital)
        return self.here.words(f"alert.{soon}")

    def first(self) -> Sequence[Paragraph]:
        """What to do, where the line does not say it: to find out first, or more than what is unknown asks for."""
        return self.to_do() if self.highest == "check" or self.all[0] not in self.results else ()

    def to_do(self) -> list[Paragraph]:
        return [
            line
            for said in what_to_do(self.all, self.builder.wording, self.here)
            for line in action_lines(said, self.here.words)
        ]

    def numbers(self) -> list[Paragraph]:
        return call_lines(self.builder.contacts(self.all), self.here.words)

    def may_stop(self) -> list[Paragraph]:
        """At level now she reads that she may stop; on her page, where she has stopped, it would say nothing."""
        return [Paragraph(self.here.words("alert.may_stop"))] if self.highest == "now" else []

    def why(self) -> list[Paragraph]:
        return [self.said(result) for result in self.all if result.outcome == "holds"]

    def said(self, result: Result, style: str = "plain") -> Paragraph:
        says = self.builder.finding(result).says
        text = " ".join(marked(said, self.here.words) for said in says)
        return Paragraph(text, "strong" if style == "strong" else "plain")

    def ways(self) -> tuple[PromptOption, ...]:
        words = self.here.words
        return PromptOption("help", words("alert.help")), PromptOption("go_on", words("alert.go_on"))
