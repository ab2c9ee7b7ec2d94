"""A visit at a terminal, or by a pipe: from the first question to the summary and what can be done with it."""

import sys
from shlex import quote
from typing import TYPE_CHECKING

from miskraam_cli.errors import StoppedError
from miskraam_cli.interview.prompt import Notice, Presenter
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Ended, Walk
from miskraam_cli.language import Words
from miskraam_cli.terminal.screen import fitted, tell
from miskraam_cli.visit.drafts import Draft
from miskraam_cli.visit.stop_guard import StopGuard
from miskraam_cli.visit.visit import Visit

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary


def run_visit(visit: Visit, draft: Draft | None, welcome: Notice | None = None) -> None:
    """Walk the person through the questions, where there is one, and give the summary.

    `welcome` is said first, to her who comes back.
    Raises StoppedError where the person stopped; what is known by then has been shown. Raises OutOfReachError where
    the record or the draft could not be kept, after the summary.
    """
    session = visit.session
    if not session.person:
        _give(_summary(visit, visit.begun), visit, None)
        visit.end()
        return
    person = session.presenter()
    if draft:
        draft.write(visit.begun)  # now, so that nobody answers in vain
    if welcome:
        person.show(welcome)
    guard = StopGuard(person, visit, draft)
    walk = Walk(visit.begun, guard, session.words, visit.alert, guard.keep)
    ended = _walked(walk, visit, person)
    stopped = ended.how == "stopped"
    if stopped:
        summary = _summary(visit, ended.interview, stopped=True)
        _give(summary, visit, person, stopped=True)
    _end(guard.draft, visit, stopped=stopped)


def _walked(walk: Walk, visit: Visit, person: Presenter) -> Ended:
    """The walk, its summary, and again where she changes an answer; how it ended in the end."""
    ended = walk.run()
    while ended.how == "done":
        summary = _summary(visit, ended.interview)
        _give(summary, visit, person)
        if not _wants_change(summary, visit, person):
            break
        ended = walk.change()
    return ended


def _end(draft: Draft | None, visit: Visit, *, stopped: bool) -> None:
    visit.end()
    if draft and draft.failed:
        raise draft.failed
    if draft:
        words, file = visit.session.words, draft.file.absolute()
        told = words("draft.kept" if stopped else "draft.still", file=file, named=quote(str(file)))
        print(fitted(told, sys.stdout))
    if stopped:
        raise StoppedError("error.stopped")


def _summary(visit: Visit, interview: Interview, *, stopped: bool = False) -> "Summary":
    """What the answers mean at this moment; where a record is kept, it is safe before they are shown."""
    _say_unused(interview, visit.session.words)
    kept = visit.keep(interview, stopped=stopped)
    return visit.summary(interview, stopped=stopped, kept=kept)


def _give(summary: "Summary", visit: Visit, person: Presenter | None, *, stopped: bool = False) -> None:
    """Give the summary in every way that was asked for; a person always sees it."""
    from miskraam_cli.visit import give_summary

    session = visit.session
    wishes = session.summary
    if person:
        give_summary.show_to(person, summary, session, stopped=stopped)
    elif wishes.file is None:
        give_summary.print_out(summary, session, wishes.form)
    if wishes.file is not None:
        give_summary.save(summary, session, wishes.file, wishes.form)
    if visit.keeper:
        visit.keeper.tell(session)
    if wishes.copied:
        from miskraam_cli.visit.copy_summary import copy_summary

        copy_summary(summary, session)


def _wants_change(summary: "Summary", visit: Visit, person: Presenter) -> bool:
    """Offer what can be done with the summary, where somebody sits before it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from miskraam_cli.visit.take_home import TakeHome

    return TakeHome(summary, visit.session, visit.directory, person).wants_change()


def _say_unused(interview: Interview, say: Words) -> None:
    """Answers that were handed in and do not apply are kept and not used; that is not passed over in silence."""
    unused = [name for name in interview.answers if name not in interview.counted]
    if unused:
        tell(f"miskraam: {say('error.unused', names=', '.join(unused))}")
