"""`miskraam check-premi`: does a woman meet the study's criteria, as the leaflet names them? One shot, for staff."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from miskraam_cli import library
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.questionnaires import questionnaire_at
from miskraam_cli.cli.running import STUDY_OPEN, circumstances, presenter
from miskraam_cli.cli.session import Session, can_ask, open_session
from miskraam_cli.errors import StoppedError, WrongInputError
from miskraam_cli.interview.criteria import Verdict
from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.interview.typed import in_range
from miskraam_cli.interview.walk import walk
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers.verdict import as_json, as_text
from miskraam_cli.summary.verdict import judged

FORMAT = "miskraam.premi/1"
SET = "premi"
EXIT_CODES: Mapping[Verdict, int] = {"meets": 0, "does_not_meet": 10, "cannot_tell": 11}

_CAUSES = {"none-found": "none_found", "not-tested": "not_tested", "found": "found"}
_LANGUAGES = ("nl", "en", "little", "other")


@dataclass(frozen=True)
class Flags:
    """What the command line says of her; None where it says nothing."""

    age: int | None = None
    miscarriages: int | None = None
    cause: str | None = None
    unexplained: int | None = None
    pregnant: bool = False
    not_pregnant: bool = False
    weeks: int | None = None
    days: int | None = None
    speaks: tuple[str, ...] = ()


def check_premi(flags: Flags, options: Options) -> int:
    """Print the verdict and give its exit code: 0 meets, 10 does not meet, 11 cannot tell.

    Asks only what the flags leave open, and only where there is a terminal. Raises WrongInputError for flags
    that contradict each other, StoppedError where the person stopped.
    """
    session = open_session(options)
    questionnaire, directory = questionnaire_at(library.SHIPPED / f"{SET}.yaml")
    answers = _answers(flags, questionnaire)
    if session.premi_open is not None:
        answers[STUDY_OPEN] = session.premi_open
    interview = Interview(questionnaire, session.moment.date(), answers)
    if can_ask(options) and not interview.complete:
        interview = _asked(interview, session)
        _refuse_too_many_unexplained(flags.unexplained, interview.counted.get("miscarriages"))
    verdict = judged(interview, SET, circumstances(session, directory))
    shown = as_json(verdict, FORMAT) if options.json else as_text(verdict, session.words)
    sys.stdout.write(shown if options.json else f"{shown}\n")
    return EXIT_CODES[verdict.verdict]


def _asked(interview: Interview, session: Session) -> Interview:
    def silent(*_: object) -> Notice:
        return Notice("line", (Paragraph(""),))

    ended = walk(interview, presenter(session), session.words, silent)
    if ended.how == "stopped":
        raise StoppedError("error.stopped")
    return ended.interview


def _answers(flags: Flags, questionnaire: Questionnaire) -> dict[str, Answer]:
    """The flags as answers. Raises WrongInputError where they cannot be, or contradict each other."""
    _refuse_contradictions(flags)
    numbers = {
        "age": flags.age,
        "miscarriages": flags.miscarriages,
        "unexplained": flags.unexplained,
        "weeks": flags.weeks,
        "days": flags.days,
    }
    answers: dict[str, Answer] = {}
    for name, value in numbers.items():
        if value is not None:
            question = questionnaire.by_id[name]
            if not in_range(Decimal(value), question):
                low, high = question.range or (0, 0)
                raise WrongInputError("error.flag_range", option=f"--{name}", low=low, high=high)
            answers[name] = Decimal(value)
    if flags.cause is not None:
        answers["cause"] = _one_of("--cause", flags.cause, tuple(_CAUSES)).replace("-", "_")
    if flags.pregnant or flags.not_pregnant or flags.weeks is not None:
        answers["pregnant"] = not flags.not_pregnant
    if flags.speaks:
        answers["speaks"] = tuple(
            dict.fromkeys(_one_of("--speaks", name, _LANGUAGES) for name in flags.speaks)
        )
    return answers


def _refuse_contradictions(flags: Flags) -> None:
    if flags.pregnant and flags.not_pregnant:
        raise WrongInputError("error.flags_together", first="--pregnant", second="--not-pregnant")
    if flags.not_pregnant and (flags.weeks is not None or flags.days is not None):
        raise WrongInputError("error.flags_together", first="--not-pregnant", second="--weeks, --days")
    if flags.days is not None and flags.weeks is None:
        raise WrongInputError("error.flag_needs", option="--days", needs="--weeks")
    if flags.unexplained is not None:
        if flags.cause != "found":
            raise WrongInputError("error.flag_needs", option="--unexplained", needs="--cause found")
        _refuse_too_many_unexplained(flags.unexplained, flags.miscarriages)


def _refuse_too_many_unexplained(unexplained: int | None, miscarriages: Answer | int | None) -> None:
    """With a cause found for some, fewer than all are without one (AMB-99)."""
    if unexplained is not None and isinstance(miscarriages, int | Decimal) and unexplained >= miscarriages:
        raise WrongInputError("error.flag_less", option="--unexplained", than="--miscarriages")


def _one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise WrongInputError("error.not_one_of", option=option, value=value, allowed=", ".join(allowed))
    return value
