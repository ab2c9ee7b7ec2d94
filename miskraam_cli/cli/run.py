"""One questionnaire from beginning to summary: answers from a file, from a person, or both."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from miskraam_cli.cli.answers_file import read_answers
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.records.wish import keeper_for
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Notice, Presenter
from miskraam_cli.interview.state import HOSPITAL, Answer, Interview
from miskraam_cli.interview.walk import AlertNotice, Walk
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library.interface import words
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.terminal.screen import tell
from miskraam_cli.terminal.theme import wrapped
from miskraam_cli.visit.drafts import Draft, brought_over, offer, questionnaire_of, read_draft
from miskraam_cli.visit.session import (
    Session,
    can_ask,
    format_of,
    known_hospital,
    open_session,
    read_moment,
)

if TYPE_CHECKING:
    from miskraam_cli.interview.findings import Result
    from miskraam_cli.summary.circumstances import Circumstances
    from miskraam_cli.summary.model import Summary
    from miskraam_cli.visit.keep_record import RecordKeeper

STUDY_OPEN = "premi_open"


def run_questionnaire(path: Path, options: Options) -> None:
    """Run the questionnaire at `path` and give its summary.

    Raises WrongInputError where there is neither a person nor a file of answers, StoppedError where the person
    stopped; what is known by then has been shown.
    """
    session = open_session(options)
    if not can_ask(options) and options.answers is None:
        raise WrongInputError("error.nobody")
    keeper = keeper_for(session)
    questionnaire, directory = questionnaire_at(path)
    answers: Mapping[str, Answer] = {}
    if options.answers is not None:
        answers = read_answers(options.answers, questionnaire, session.words, session.moment.date())
    run = _Run(path, session, directory, keeper)
    file = _new_file(options)
    kept = Draft(file, path, session) if file else None
    _run(run, start(questionnaire, answers, directory, session), kept)


def _new_file(options: Options) -> Path | None:
    """The file in which a draft is wished. Raises WrongInputError where it is there: it may hold another's answers."""
    if options.draft is not None and os.path.lexists(options.draft):
        raise WrongInputError("error.draft_exists", file=options.draft)
    return None if options.draft is None else Path(options.draft)


def resume_draft(file: Path, options: Options) -> None:
    """Go on with the answers in a file, and keep them there.

    What no longer fits the questionnaire is named and asked again. Raises as `run_questionnaire` does.
    """
    draft = read_draft(file, open_session(options))
    session = open_session(replace(options, lang=options.lang or draft.language))
    if not can_ask(options):
        raise WrongInputError("error.nobody_resume")
    path = questionnaire_of(draft)
    questionnaire, directory = questionnaire_at(path)
    answers = brought_over(draft, questionnaire, session.words, session.moment)
    run = _Run(path, session, directory, keeper_for(session))
    kept = Draft(_new_file(options) or file, path, session, draft.asked_at(session.moment))
    _run(run, start(questionnaire, answers, directory, session), kept)


@dataclass(frozen=True)
class _Run:
    """One run: of the questionnaire at `path`, in these circumstances."""

    path: Path
    session: Session
    directory: Directory
    keeper: "RecordKeeper | None"


def _run(run: _Run, interview: Interview, kept: Draft | None) -> None:
    session = run.session
    if not can_ask(session.options):
        _give(_summary(run, interview), run, None)
        if run.keeper:
            run.keeper.end()
        return
    person = presenter(session)
    if kept:
        kept.write(interview)  # now, so that nobody answers in vain
    walk = Walk(
        interview, person, session.words, alert_in(session, run.directory), kept.keep if kept else None
    )
    ended = walk.run()
    while ended.how == "done":
        summary = _summary(run, ended.interview)
        _give(summary, run, person)
        if not _wants_change(summary, run, person):
            break
        ended = walk.change()
    else:
        summary = _summary(run, ended.interview, stopped=True)
        _give(summary, run, person, stopped=True)
        urgent = any(finding.level == "now" for finding in summary.findings)
        kept = kept or (None if urgent else offer(ended.interview, run.path, person, session))
    _end(kept, run, stopped=ended.how == "stopped")


def _end(kept: Draft | None, run: _Run, *, stopped: bool) -> None:
    if run.keeper:
        run.keeper.end()
    if kept and kept.failed:
        raise kept.failed
    if kept:
        print(wrapped(run.session.words("draft.kept" if stopped else "draft.still", file=kept.file)))
    if stopped:
        raise StoppedError("error.stopped")


def _summary(run: _Run, interview: Interview, *, stopped: bool = False) -> "Summary":
    """What the answers mean at this moment; where the record is kept, it is safe before they are shown."""
    from miskraam_cli.summary.build import build  # not before the first question stands there

    _say_unused(interview, run.session.words)
    session = replace(run.session, moment=read_moment(run.session.options.now))
    here = circumstances(session, run.directory)
    if run.keeper:
        here = replace(here, kept=run.keeper.keep(interview, session, stopped=stopped))
    return build(interview, here, stopped=stopped)


def _give(summary: "Summary", run: _Run, person: Presenter | None, *, stopped: bool = False) -> None:
    """Give the summary in every way that was asked for; a person always sees it."""
    from miskraam_cli.visit import give_summary

    session, output = run.session, run.session.options.output
    if person:
        give_summary.on_screen(summary, session, person, stopped=stopped)
    elif output is None:
        sys.stdout.write(give_summary.drawn(summary, session, format_of(session.options)))
    if output is not None:
        give_summary.to_file(summary, session, Path(output), format_of(session.options))
    if run.keeper:
        run.keeper.tell(session)
    if session.options.copy:
        from miskraam_cli.visit.copy_summary import copy_summary

        copy_summary(summary, session)


def _wants_change(summary: "Summary", run: _Run, person: Presenter) -> bool:
    """Offer what can be done with the summary, where somebody sits before it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    from miskraam_cli.visit.take_home import TakeHome

    return TakeHome(summary, run.session, run.directory, person).wants_change()


def _say_unused(interview: Interview, say: Words) -> None:
    """Answers that were handed in and do not apply are kept and not used; that is not passed over in silence."""
    unused = [name for name in interview.answers if name not in interview.counted]
    if unused:
        tell(f"miskraam: {say('error.unused', names=', '.join(unused))}")


def circumstances(session: Session, directory: Directory) -> "Circumstances":
    """What a summary depends on beside the answers. A clinician reads Dutch, whatever the patient's language."""
    from miskraam_cli.summary.circumstances import Circumstances

    return Circumstances(
        directory=directory,
        words=words(LANGUAGES[0]) if session.audience == "clinician" else session.words,
        moment=session.moment,
        setting=session.setting,
        audience=session.audience,
        filled_by=session.filled_by,
        confirmed=session.confirmed,
    )


def alert_in(session: Session, directory: Directory) -> AlertNotice:
    """What a notice says to the person herself, whoever the summary is for."""

    def notice(interview: Interview, results: "tuple[Result, ...]") -> Notice:
        from miskraam_cli.summary.alert_notices import alert_notice

        here = replace(circumstances(session, directory), words=session.words, audience="patient")
        return alert_notice(interview, results, here)

    return notice


def presenter(session: Session) -> Presenter:
    """A presenter for the terminal at hand: lines where they are asked for, or where nothing else works."""
    from miskraam_cli.terminal.screen import is_dumb, theme

    if session.options.lines or is_dumb():
        from miskraam_cli.terminal.lines import Lines

        return Lines(session.words)
    from miskraam_cli.terminal.prompts import Prompts

    return Prompts(session.words, theme(contrast=session.options.contrast))


def start(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], directory: Directory, session: Session
) -> Interview:
    """The interview before its first question: what a file says, and what the configuration knows already."""
    known: dict[str, Answer | None] = {
        HOSPITAL: known_hospital(session.hospital, directory),
        STUDY_OPEN: session.premi_open,
    }
    given = {
        name: answer
        for name, answer in known.items()
        if answer is not None and name in questionnaire.by_id and name not in answers
    }
    return Interview(questionnaire, session.moment.date(), {**answers, **given}, frozenset(given))
