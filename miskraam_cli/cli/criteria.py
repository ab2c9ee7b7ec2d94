"""A verdict on criteria, in one shot: answers from flags, from a person, or both."""

import sys
from collections.abc import Callable, Mapping
from decimal import Decimal

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.interview.typed import in_range
from miskraam_cli.interview.walk import Walk
from miskraam_cli.library import find_and_read
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.criteria import Verdict
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers.criteria import as_json, as_text
from miskraam_cli.summary.criteria import judged
from miskraam_cli.visit.session import Session
from miskraam_cli.visit.visit import STUDY_OPEN

EXIT_CODES: Mapping[Verdict, int] = {"meets": 0, "does_not_meet": 10, "cannot_tell": 11}


def check(
    name: str,
    given: Mapping[str, Answer],
    form: str,
    options: Options,
    refuse: Callable[[Mapping[str, Answer]], None],
) -> int:
    """Print the verdict of the criteria `name`, asked in the questionnaire of that name, and give its exit code.

    Asks only what `given` leaves open, and only where there is a terminal. `form` names the form of the JSON;
    `refuse` raises for answers that cannot go together.
    Raises WrongInputError for a number out of range, StoppedError where the person stopped.
    """
    session = open_session(options)
    questionnaire, directory = questionnaire_at(find_and_read.SHIPPED / f"{name}.yaml")
    _refuse_out_of_range(given, questionnaire)
    answers = dict(given)
    if session.study_open is not None:
        answers[STUDY_OPEN] = session.study_open
    interview = Interview(questionnaire, session.moment.date(), answers)
    if session.person and not interview.complete:
        interview = _asked(interview, session)
        refuse(interview.counted)
    verdict = judged(interview, name, session.circumstances(directory))
    shown = as_json(verdict, form) if options.json else as_text(verdict, session.words)
    sys.stdout.write(shown if options.json else f"{shown}\n")
    return EXIT_CODES[verdict.verdict]


def _asked(interview: Interview, session: Session) -> Interview:
    def silent(*_: object) -> Notice:
        return Notice("line", (Paragraph(""),))

    ended = Walk(interview, session.presenter(), session.words, silent).run()
    if ended.how == "stopped":
        raise StoppedError("error.stopped")
    return ended.interview


def _refuse_out_of_range(given: Mapping[str, Answer], questionnaire: Questionnaire) -> None:
    for name, value in given.items():
        question = questionnaire.by_id[name]
        if question.range and isinstance(value, Decimal) and not in_range(value, question):
            low, high = question.range
            raise WrongInputError("error.flag_range", option=f"--{name}", low=low, high=high)
