"""A verdict on criteria, in one shot: answers from flags, from a person where that is asked for, or both."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.interview.typed import in_range
from miskraam_cli.interview.walk import Walk
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.criteria import Verdict
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers.criteria import as_json, as_text
from miskraam_cli.summary.criteria import judged
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.visit.session import Session
from miskraam_cli.visit.visit import STUDY_OPEN

EXIT_CODES: Mapping[Verdict, int] = {"meets": 0, "does_not_meet": 10, "cannot_tell": 11}

_WHOLE = re.compile(r"-?[0-9]{1,6}")
_LONGEST = 20  # letters of a wrong value that are repeated


def check(
    name: str,
    chosen: Mapping[str, Answer],
    numbers: Mapping[str, str],
    options: Options,
    *,
    form: str,
    ask: bool,
    refuse: Callable[[Mapping[str, Answer]], None],
) -> int:
    """Print the verdict of the criteria `name`, asked in the questionnaire of that name, and give its exit code.

    `numbers` stand as they were typed. What both leave open is unknown, or with `ask` put to a person. `form` names
    the form of the JSON; `refuse` raises for answers that cannot go together.
    Raises WrongInputError for a number that does not fit, StoppedError where the person stopped.
    """
    session = _session(options, ask=ask)
    questionnaire, directory = questionnaire_at(read_files.SHIPPED / f"{name}.yaml")
    answers = {**chosen, **_read(numbers, questionnaire)}
    refuse(answers)
    if session.study_open is not None:
        answers[STUDY_OPEN] = session.study_open
    interview = Interview(questionnaire, session.moment.date(), answers)
    if ask and not interview.complete:
        interview = _asked(interview, session)
        refuse(interview.counted)
    verdict = judged(interview, name, session.circumstances(directory))
    if options.json:
        write_document(as_json(verdict, form))
    else:
        print(as_text(verdict, session.words))
    return EXIT_CODES[verdict.verdict]


def _session(options: Options, *, ask: bool) -> Session:
    """The session of the command. Raises WrongInputError where it is to ask and there is nobody to be asked."""
    session = open_session(options)
    if ask and options.json:
        raise WrongInputError("error.flags_together", first="--ask", second="--json")
    if ask and not session.person:
        raise WrongInputError("error.nobody_ask")
    return session


def _asked(interview: Interview, session: Session) -> Interview:
    def silent(*_: object) -> Notice:
        return Notice("line", (Paragraph(""),))

    ended = Walk(interview, session.presenter(), session.words, silent, today=session.today).run()
    if ended.how == "stopped":
        raise StoppedError()
    return ended.interview


def _read(numbers: Mapping[str, str], questionnaire: Questionnaire) -> dict[str, Answer]:
    """Numbers from the command line as answers. Raises WrongInputError that names option, value and range."""
    found: dict[str, Answer] = {}
    for name, text in numbers.items():
        question = questionnaire.by_id[name]
        value = Decimal(text.strip()) if _WHOLE.fullmatch(text.strip()) else None
        if value is None or not in_range(value, question):
            low, high = question.range or ("", "")
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            raise WrongInputError("error.flag_number", option=f"--{name}", value=shown, low=low, high=high)
        found[name] = value
    return found
