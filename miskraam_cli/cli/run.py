"""`miskraam follow-up`, `run`, `resume`: one questionnaire, with answers from a file, from a person, or both."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from miskraam_cli.cli.answers_file import read_answers
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import WrongInputError
from miskraam_cli.interview.state import Answer
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.visit.at_terminal import run_visit
from miskraam_cli.visit.drafts import Draft, brought_over, questionnaire_of, read_draft
from miskraam_cli.visit.visit import Visit, begun
from miskraam_cli.visit.whether_to_keep import keeper_for


def run_questionnaire(path: Path, options: Options) -> None:
    """Run the questionnaire at `path` and give its summary.

    Raises WrongInputError where there is neither a person nor a file of answers, StoppedError where the person
    stopped; what is known by then has been shown.
    """
    session = open_session(options)
    if not session.person and options.answers is None:
        raise WrongInputError("error.nobody")
    keeper = keeper_for(session)
    questionnaire, directory = questionnaire_at(path)
    answers: Mapping[str, Answer] = {}
    if options.answers is not None:
        answers = read_answers(options.answers, questionnaire, session.words, session.moment.date())
    file = _new_file(session.draft)
    visit = Visit(session, path, directory, begun(questionnaire, answers, directory, session), keeper)
    run_visit(visit, Draft(file, path, session) if file else None)


def resume_draft(file: Path, options: Options) -> None:
    """Go on with the answers in a file, and keep them there.

    What no longer fits the questionnaire is named and asked again. Raises as `run_questionnaire` does.
    """
    draft = read_draft(file, lambda sealed: _unsealed(sealed, options))
    session = open_session(replace(options, lang=options.lang or draft.language))
    if not session.person:
        raise WrongInputError("error.nobody_resume")
    path = questionnaire_of(draft)
    questionnaire, directory = questionnaire_at(path)
    interview, welcome = brought_over(draft, questionnaire, directory, session)
    visit = Visit(session, path, directory, interview, keeper_for(session))
    kept = _new_file(session.draft) or file
    run_visit(visit, Draft(kept, path, session, draft.asked_at(session.moment)), welcome)


def _unsealed(content: bytes, options: Options) -> bytes:
    """A sealed draft in clear, after the passphrase of the clinic's key. Raises CannotOpenError."""
    from miskraam_cli.cli.records.access import access_of

    return access_of(open_session(options)).identity().open(content)


def _new_file(wished: Path | None) -> Path | None:
    """The file in which a draft is wished. Raises WrongInputError where it is there: it may hold another's answers."""
    if wished is not None and os.path.lexists(wished):
        raise WrongInputError("error.draft_exists", file=wished)
    return wished
