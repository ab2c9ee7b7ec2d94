"""What a patient's answers mean, as a kiosk gives it to her: page by page, by QR code, on paper."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from miskraam_cli.interview.state import Interview
from miskraam_cli.renderers.forms import TERMINAL, TEXT
from miskraam_cli.renderers.qr_code import codes
from miskraam_cli.summary.model import Summary
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.whom_to_call import support
from miskraam_cli.terminal.screen import columns, cut, rows
from miskraam_cli.terminal.still_screen import MARGIN
from miskraam_cli.visit.give_summary import drawn
from miskraam_cli.visit.qr_page import code_page
from miskraam_cli.visit.visit import Visit

_BELOW = 4  # lines below a page: a gap, the choice, a gap, the keys
_NARROW = 72  # columns; on a narrower screen the keys take two lines
_BEFORE_THE_CODE = 2  # pages (AMB-137)


@dataclass(frozen=True)
class PatientSummary:
    """The summary of these answers, made anew whenever it is given: the hour decides whom to call first.

    `kept` is the record that was made of them, None where nothing was kept.
    """

    visit: Visit
    interview: Interview
    stopped: bool
    kept: RecordHistory | None = None

    def is_urgent(self) -> bool:
        """Whether the answers as they stand ask for help now."""
        return self._summary().is_urgent

    def pages(self) -> Sequence[str]:
        """The summary, a screen at a time."""
        return self._drawn(self._summary())

    def pages_before_the_code(self) -> Sequence[str]:
        """What she reads before she has her code: as much of it as two screens hold.

        What is only good to know goes first, from its end, then her answers behind what is said. Beside her code she
        can read it all. What carries a number, her question, and the signs to call for are never left out.
        """
        for summary in _shorter_and_shorter(self._summary()):
            found = self._drawn(summary)
            if len(found) <= _BEFORE_THE_CODE:
                break
        return found

    def _summary(self) -> Summary:
        return self.visit.summary(self.interview, stopped=self.stopped, kept=self.kept)

    def _drawn(self, summary: Summary) -> Sequence[str]:
        """A summary in pages, as far from both sides of the screen as all else; an empty line above where one fits."""
        text = drawn(summary, self.visit.session, TERMINAL, width=columns() - 2 * MARGIN)
        room = rows() - _BELOW - (columns() < _NARROW)
        pages = [page.split("\n") for page in cut(text, room)]
        spaced = [["", *lines] if len(lines) < room else lines for lines in pages]
        return ["\n".join(f"{' ' * MARGIN}{line}".rstrip() for line in lines) for lines in spaced]

    def qr_pages(self) -> Mapping[str, str]:
        """Whom to call and where to read more: a page with a QR code, under a name for each."""
        summary, session = self._summary(), self.visit.session
        found = codes((*summary.contacts, *support(self.visit.directory, session.words)))
        return {f"{code.name}: {code.shown}": code_page(code, session) for code in found}

    def on_paper(self, *, short: bool) -> str:
        """The summary as it is printed, `short` only the numbers; in words for home, where she reads it."""
        summary = self.visit.summary(self.interview, stopped=self.stopped, setting="home")
        return drawn(summary, self.visit.session, TEXT, short=short)


def _shorter_and_shorter(summary: Summary) -> Iterator[Summary]:
    """A summary, and the same with less and less of what may be read later."""
    yield summary
    findings = list(summary.findings)
    for calm in [one for one in findings if not (one.alarming or one.lists_signs)][::-1]:
        findings.remove(calm)
        yield replace(summary, findings=tuple(findings))
    bare = tuple(replace(one, because=()) for one in findings)
    yield replace(summary, findings=bare, not_answered_labels=())
