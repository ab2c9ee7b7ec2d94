"""What to do first, and how soon: by the highest level that alarms, where she reads it, and the hour."""

from collections.abc import Iterable
from datetime import time

from miskraam_cli.interview.findings import Result
from miskraam_cli.questionnaire.model import ALARMING, Level
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.wording import Wording

_LATE = time(22, 0)  # from here on "today" reads "now" at home (AMB-79)
_EARLY = time(7, 0)  # and until here, which no ruling says: the night is one


def what_to_do(
    results: Iterable[Result], wording: Wording, here: Circumstances
) -> tuple[StatementShown, ...]:
    """What to do at the highest level among now and call; nothing where neither is there (AMB-79)."""
    # Never both: "call now" beside "call today" would leave her to choose.
    levels = {result.finding.level for result in results}
    highest = next((level for level in ALARMING if level in levels), None)
    variant = "late" if _is_late(here) else here.setting
    questionnaire = wording.questionnaire
    names = [getattr(action, variant) for action in questionnaire.actions if action.level == highest]
    return tuple(wording.said(questionnaire.statements[name]) for name in names)


def how_soon(level: Level, here: Circumstances) -> str:
    """How soon to act at a level: the name under which the interface has a word for it (its group `alert`)."""
    return "call_late" if level == "call" and _is_late(here) else level


def _is_late(here: Circumstances) -> bool:
    """Whether it is so late that "today" would be tomorrow.

    Only at home: where staff are near, they are told first at any hour.
    """
    clock = here.moment.time()
    return here.setting == "home" and (clock >= _LATE or clock < _EARLY)
