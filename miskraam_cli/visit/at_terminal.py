"""A visit at a terminal, or by a pipe: from the first question to the summary and what can be done with it."""

import sys
from contextlib import suppress
from shlex import quote
from typing import TYPE_CHECKING

from miskraam_cli.errors import MiskraamError, OutOfReachError, StoppedError, explained
from miskraam_cli.interview.prompt import Notice, Paragraph, Presenter
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from miskraam_cli.language import Words
from miskraam_cli.named_path import absolute
from miskraam_cli.terminal.screen import tell
from miskraam_cli.visit.drafts import Draft
from miskraam_cli.visit.stop_guard import StopGuard
from miskraam_cli.visit.visit import Visit

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary


def run_visit(visit: Visit, draft: Draft | None, welcome: Notice | None = None) -> None:
    """Walk the person through the questions, where there is one, and give the summary.

    The closing card is the last thing on the screen, whatever happened. `welcome` is said first, to her who comes back.
    Raises StoppedError where the person stopped; what is known by then has been shown. Raises OutOfReachError where
    the record or the draft could not be kept, after the summary.
    """
    if not visit.session.person:
        _give(_summary(visit, visit.begun), visit, None)
        visit.end()
        return
    if draft:
        draft.write(visit.begun)  # now, so that nobody answers in vain
    at_terminal = _AtTerminal(visit, draft)
    if welcome:
        at_terminal.person.show(welcome)
    at_terminal.run()


class _AtTerminal:
    """One visit of a person at a terminal."""

    def __init__(self, visit: Visit, draft: Draft | None) -> None:
        self.visit = visit
        self.session = visit.session
        self.person = visit.session.presenter()
        self.saved: list[str] = []  # where the files are that she made, in words
        # Why the file that was named beforehand could not be written.
        self.not_saved: OutOfReachError | None = None
        self.guard = StopGuard(self.person, visit, draft)
        self.walk = Walk(
            visit.begun, self.guard, self.session.words, visit.alert, self.guard.keep, self.session.today
        )

    def run(self) -> None:
        """From the first question to the closing card."""
        stopped = True
        try:
            stopped = self.walked() == "stopped"
            self.visit.end()
            if self.guard.draft and self.guard.draft.failed:
                raise self.guard.draft.failed
            if self.not_saved and not self.saved:
                raise self.not_saved
        except KeyboardInterrupt:  # while something was written
            stopped = True
        except SystemExit:  # a signal ends the program, and there may be no terminal left
            with suppress(OSError):
                self.close(stopped=True)
            raise
        except MiskraamError:  # something could not be kept
            self.close(stopped=stopped)
            raise
        self.close(stopped=stopped)
        if stopped:
            raise StoppedError(told=self.session.audience == "patient")

    def walked(self) -> str:
        """The walk, its summary, and again where she changes an answer; how it ended in the end."""
        ended = self.walk.run()
        while ended.how == "done":
            summary = _summary(self.visit, ended.interview)
            self.give(summary)
            if not self.wants_change(summary):
                return ended.how
            ended = self.walk.change()
        summary = _summary(self.visit, ended.interview, stopped=True)
        _give(summary, self.visit, self.person, stopped=True)
        return ended.how

    def give(self, summary: "Summary") -> None:
        """Give the summary; where its file cannot be written the end menu still lets her name another."""
        try:
            _give(summary, self.visit, self.person)
        except OutOfReachError as error:
            if not _is_before_a_screen():
                raise
            self.not_saved = error

    def wants_change(self, summary: "Summary") -> bool:
        """Offer what can be done with the summary, where somebody sits before it."""
        if not _is_before_a_screen():
            return False
        from miskraam_cli.visit.take_home import TakeHome

        take_home = TakeHome(summary, self.session, self.visit.directory, self.person)
        take_home.told = explained(self.not_saved, self.session.words) if self.not_saved else ""
        wants_change = take_home.wants_change()
        self.saved += take_home.saved
        return wants_change

    def close(self, *, stopped: bool) -> None:
        """Show what must stand last, whole; begin again where she interrupts it."""
        try:
            self.show_last(stopped=stopped)
        except KeyboardInterrupt:
            self.show_last(stopped=stopped)

    def show_last(self, *, stopped: bool) -> None:
        """Show the closing card, with what was kept and how to go on from it; a clinician needs only the latter."""
        words = self.session.words
        rest = list(self.saved)
        draft = self.guard.draft
        if draft and not draft.failed:
            file = absolute(draft.file)
            kept = "draft.kept" if stopped else "draft.still"
            rest.append(words(kept, file=file, named=quote(str(file))))
        if self.session.audience == "clinician":
            if rest:
                self.person.show(Notice("line", tuple(Paragraph(text) for text in rest)))
            return
        from miskraam_cli.summary.closing_card import closing_card

        summary = self.visit.summary(self.walk.interview, stopped=stopped)
        self.person.show(closing_card(summary, words, *rest))


def _is_before_a_screen() -> bool:
    """Whether somebody sits before a screen with keys."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def _summary(visit: Visit, interview: Interview, *, stopped: bool = False) -> "Summary":
    """What the answers mean at this moment; where a record is kept, it is safe before they are shown."""
    _say_unused(interview, visit.session.words)
    kept = visit.keep(interview, stopped=stopped)
    return visit.summary(interview, stopped=stopped, kept=kept)


def _give(summary: "Summary", visit: Visit, person: Presenter | None, *, stopped: bool = False) -> None:
    """Give the summary in every way that was asked for; a person always sees it.

    The code of a record that was kept is told, whatever fails: nothing else opens it.
    """
    from miskraam_cli.visit import give_summary

    session = visit.session
    wishes = session.summary
    try:
        if person:
            give_summary.show_to(person, summary, session, at_once=stopped)
        elif wishes.file is None:
            give_summary.print_out(summary, session, wishes.form)
        if wishes.file is not None:
            give_summary.save(summary, session, wishes.file, wishes.form)
    finally:
        if visit.keeper:
            visit.keeper.tell(session)
    if wishes.copied:
        from miskraam_cli.visit.copy_summary import copy_summary

        copy_summary(summary, session)


def _say_unused(interview: Interview, say: Words) -> None:
    """Answers that were handed in and do not apply are kept and not used; that is not passed over in silence."""
    unused = [name for name in interview.answers if name not in interview.counted]
    if unused:
        tell(f"miskraam: {say('error.unused', names=', '.join(unused))}")
