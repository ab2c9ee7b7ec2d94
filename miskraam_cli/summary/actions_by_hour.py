"""What to do first, and how soon: by the highest level that alarms, where she reads it, and the hour."""

from collections.abc import Iterable, Iterator
from datetime import time

from miskraam_cli.interview.findings import Result
from miskraam_cli.questionnaire.model import ALARMING, INTERRUPTING, Level
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.whom_to_call import hours_at, is_day
from miskraam_cli.summary.wording import Wording

_LATE = time(22, 0)  # from here on "today" reads "now" at home (AMB-79)
_EARLY = time(7, 0)  # and until here, which no ruling says: the night is one


def what_to_do(
    results: Iterable[Result], wording: Wording, here: Circumstances
) -> tuple[StatementShown, ...]:
    """What to do at the highest level that carries a number; nothing where there is none (AMB-79, AMB-114).

    Levels now and call stand alone: "call now" beside "call today" would leave her to choose. Of the lower ones none
    swallows another: first what says itself what to do, then what to find out, then what to arrange.
    """
    found = [result.finding for result in results if result.finding.level in ALARMING]
    levels = {finding.level for finding in found}
    for level in INTERRUPTING:
        if level in levels:
            return tuple(_action(level, wording, here))
    acting = (wording.questionnaire.statements[name] for one in found if one.acts for name in one.say)
    rest = {finding.level for finding in found if not finding.acts}
    return (
        *(wording.said(statement) for statement in acting),
        *(said for level in ALARMING if level in rest for said in _action(level, wording, here)),
    )


def _action(level: Level, wording: Wording, here: Circumstances) -> Iterator[StatementShown]:
    hospital = wording.interview.hospital
    variant = "late" if _is_late(level, here, hospital) else here.setting
    for action in wording.questionnaire.actions:
        if action.level == level:
            yield wording.said(wording.questionnaire.statements[getattr(action, variant)])


def how_soon(level: Level, here: Circumstances, hospital: str | None) -> str:
    """How soon to act at a level: the name under which the interface has a word for it (its group `alert`)."""
    return "call_late" if level == "call" and _is_late(level, here, hospital) else level


def _is_late(level: Level, here: Circumstances, hospital: str | None) -> bool:
    """Whether it is too late for what is said by day: the night, or at level arrange all that is not office hours.

    Only at home: where staff are near, they are told first at any hour.
    """
    if here.setting != "home":
        return False
    if level == "arrange":
        hours = hours_at(hospital, here.directory, here.confirmed)
        return not is_day(hours, here.directory.holidays, here.moment)
    clock = here.moment.time()
    return clock >= _LATE or clock < _EARLY
