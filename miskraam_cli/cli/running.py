"""One questionnaire from beginning to summary: answers from a file, from a person, or both."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from miskraam_cli.cli.answers import read_answers
from miskraam_cli.cli.draft import Draft, brought_over, offer, questionnaire_of, read_draft
from miskraam_cli.cli.interface import words
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.questionnaires import questionnaire_at
from miskraam_cli.cli.records.wish import keeper_for
from miskraam_cli.cli.session import (
    Session,
    can_ask,
    format_of,
    known_hospital,
    open_session,
    read_moment,
)
from miskraam_cli.errors import OutOfReachError, StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Notice, Paragraph, Presenter, Stop
from miskraam_cli.interview.state import HOSPITAL, Answer, Interview
from miskraam_cli.interview.walk import AlertNotice, Walk
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.questionnaire.directory import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.terminal.theme import wrapped

if TYPE_CHECKING:
    from miskraam_cli.cli.records.keeper import Keeper
    from miskraam_cli.interview.findings import Result
    from miskraam_cli.summary.circumstances import Circumstances
    from miskraam_cli.summary.model import Summary

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
    _run(run, _start(questionnaire, answers, directory, session), options.draft)


def resume_draft(file: Path, options: Options) -> None:
    """Go on with the answers in a file, and keep them there.

    What no longer fits the questionnaire is named and asked again. Raises as `run_questionnaire` does.
    """
    draft = read_draft(file)
    session = open_session(replace(options, lang=options.lang or draft.language))
    if not can_ask(options):
        raise WrongInputError("error.nobody_resume")
    path = questionnaire_of(draft)
    questionnaire, directory = questionnaire_at(path)
    answers = brought_over(draft, questionnaire, session.words, session.moment.date())
    run = _Run(path, session, directory, keeper_for(session))
    _run(run, _start(questionnaire, answers, directory, session), options.draft or str(file))


@dataclass(frozen=True)
class _Run:
    """One run: of the questionnaire at `path`, in these circumstances."""

    path: Path
    session: Session
    directory: Directory
    keeper: "Keeper | None"


def _run(run: _Run, interview: Interview, draft: str | None) -> None:
    session, options = run.session, run.session.options
    stopped = False
    kept: Draft | None = None
    person = presenter(session) if can_ask(options) else None
    if person:
        kept = Draft(Path(draft), run.path, session.words) if draft else None
        if kept:
            kept.write(interview)  # now, so that nobody answers in vain
        alert = alert_in(session, run.directory)
        ended = Walk(interview, person, session.words, alert, kept.keep if kept else None).run()
        interview, stopped = ended.interview, ended.how == "stopped"
    session = replace(session, moment=read_moment(options.now))
    from miskraam_cli.summary.build import build  # not before the first question stands there

    here = circumstances(session, run.directory)
    if run.keeper:
        here = replace(here, kept=run.keeper.keep(interview, session, stopped=stopped))
    summary = build(interview, here, stopped=stopped)
    _say_unused(interview, session.words)
    text = drawn(summary, session, numbers_last=stopped)
    if person and not stopped and options.output is None and format_of(options) == "terminal":
        _read_in_pages(text, person, session.words)
    else:
        write(text, options)
    if run.keeper:
        run.keeper.tell(session)
    if options.copy:
        from miskraam_cli.cli.copying import copy_summary

        copy_summary(summary, session)
    if kept and kept.failed:
        raise kept.failed
    if person and stopped:
        urgent = any(finding.level == "now" for finding in summary.findings)
        kept = kept or (None if urgent else offer(interview, run.path, person, session))
    if kept:
        print(wrapped(session.words("draft.kept" if stopped else "draft.still", file=kept.file)))
    if stopped:
        raise StoppedError("error.stopped")


def _say_unused(interview: Interview, say: Words) -> None:
    """Answers that were handed in and do not apply are kept and not used; that is not passed over in silence."""
    unused = [name for name in interview.answers if name not in interview.counted]
    if unused:
        print(f"miskraam: {say('error.unused', names=', '.join(unused))}", file=sys.stderr)


def _read_in_pages(text: str, person: Presenter, say: Words) -> None:
    """Show a text that is longer than the screen a page at a time, what to do now on the first."""
    from miskraam_cli.cli.screen import pages, rows

    first, *more = pages(text, rows())
    print(f"\n{first}")
    for page in more:
        step = person.show(Notice("pause", (Paragraph(say("walk.more"), "quiet"),), can_go_back=False))
        if isinstance(step, Stop):
            return
        print(page)


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
        from miskraam_cli.summary.notices import alert_notice

        here = replace(circumstances(session, directory), words=session.words, audience="patient")
        return alert_notice(interview, results, here)

    return notice


def presenter(session: Session) -> Presenter:
    """A presenter for the terminal at hand: lines where they are asked for, or where nothing else works."""
    from miskraam_cli.cli.screen import is_dumb, theme

    if session.options.lines or is_dumb():
        from miskraam_cli.terminal.lines import Lines

        return Lines(session.words)
    from miskraam_cli.terminal.prompts import Prompts

    return Prompts(session.words, theme(contrast=session.options.contrast))


def drawn(summary: "Summary", session: Session, *, numbers_last: bool = False) -> str:
    """The summary in the form asked for."""
    say, sources, short = words(summary.language), session.options.sources, session.options.short
    match format_of(session.options):
        case "json":
            from miskraam_cli.renderers import json

            return json.render(summary)
        case "terminal":
            from miskraam_cli.cli.screen import colour, columns
            from miskraam_cli.renderers import terminal

            contrast = session.options.contrast
            return terminal.render(
                summary,
                say,
                columns(),
                colour=colour(contrast=contrast),
                dim=not contrast,
                sources=sources,
                numbers_last=numbers_last,
                short=short,
            )
        case "markdown":
            from miskraam_cli.renderers import markdown

            return markdown.render(summary, say, sources=sources, short=short)
        case "html" | "pdf":
            from miskraam_cli.renderers import html

            return html.render(summary, say, sources=sources, short=short)
    from miskraam_cli.renderers import text

    return text.render(summary, say, sources=sources, short=short)


def write(text: str, options: Options) -> None:
    """Give the text: to the file named, else to standard output."""
    if options.output is None:
        sys.stdout.write(text)
        return
    data = text.encode()
    if format_of(options) == "pdf":
        from miskraam_cli.renderers import pdf

        data = pdf.from_html(text)
    from miskraam_cli.file import write_whole

    try:
        write_whole(Path(options.output), data)
    except OSError as error:
        raise OutOfReachError(
            "error.cannot_write", file=options.output, reason=type(error).__name__
        ) from error


def _start(
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
