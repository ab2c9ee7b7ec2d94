"""What a patient's answers mean, as a kiosk gives it to her: page by page, by QR code, on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from miskraam_cli.interview.state import Interview
from miskraam_cli.renderers.forms import TERMINAL, TEXT
from miskraam_cli.renderers.qr_code import codes
from miskraam_cli.summary.whom_to_call import support
from miskraam_cli.terminal.screen import pages, rows
from miskraam_cli.visit.give_summary import drawn
from miskraam_cli.visit.qr_page import code_page
from miskraam_cli.visit.visit import Visit


@dataclass(frozen=True)
class PatientSummary:
    """The summary of these answers, made anew whenever it is given: the hour decides whom to call first."""

    visit: Visit
    interview: Interview
    stopped: bool

    def is_urgent(self) -> bool:
        """Whether the answers as they stand ask for help now."""
        findings = self.visit.summary(self.interview, stopped=self.stopped).findings
        return any(finding.level == "now" and finding.outcome == "holds" for finding in findings)

    def pages(self) -> Sequence[str]:
        """The summary, a screen at a time."""
        summary = self.visit.summary(self.interview, stopped=self.stopped)
        return pages(drawn(summary, self.visit.session, TERMINAL), rows())

    def qr_pages(self) -> Mapping[str, str]:
        """Whom to call and where to read more: a page with a QR code, under a name for each."""
        summary, session = self.visit.summary(self.interview, stopped=self.stopped), self.visit.session
        found = codes((*summary.contacts, *support(self.visit.directory, session.words)))
        return {f"{code.name}: {code.shown}": code_page(code, session) for code in found}

    def on_paper(self, *, short: bool) -> str:
        """The summary as it is printed, `short` only the numbers; in words for home, where she reads it."""
        summary = self.visit.summary(self.interview, stopped=self.stopped, setting="home")
        return drawn(summary, self.visit.session, TEXT, short=short)
