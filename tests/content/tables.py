"""Each questionnaire that has tables, beside them: what walks are compared with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.questionnaire.model import Questionnaire
from tests.choice.choice_walks import CHOICE
from tests.choice.choice_walks import QUIET as QUIET_CHOICE
from tests.content import choice_table, follow_up_table, intake_table
from tests.content.follow_up_walks import FOLLOW_UP, QUIET, TABLETS
from tests.content.quiet_intake import INTAKE
from tests.content.quiet_intake import QUIET as QUIET_INTAKE
from tests.content.three_values import Found, Her, Row, Said, Truth

BMI_30: Mapping[str, Answer] = {"height_cm": Decimal(200), "weight_kg": Decimal(120)}
BMI_18_5: Mapping[str, Answer] = {"height_cm": Decimal(200), "weight_kg": Decimal(74)}


@dataclass(frozen=True)
class Table:
    """A questionnaire with calm answers from which walks differ little, and the same by its tables."""

    questionnaire: Questionnaire
    quiet: Sequence[Mapping[str, Answer]]
    asked: Callable[[Mapping[str, Said], date], Her]
    signs: Callable[[Her], Mapping[str, Truth]]
    rows: Callable[[Her], Iterator[Row]]
    findings: Callable[[Mapping[str, Said], date], frozenset[Found]]


TABLES: Mapping[str, Table] = {
    "follow-up": Table(
        FOLLOW_UP,
        (QUIET, TABLETS, {**TABLETS, "miso_doses": "two"}),
        follow_up_table.asked,
        follow_up_table.signs,
        follow_up_table.rows,
        follow_up_table.findings,
    ),
    "intake": Table(
        INTAKE,
        (QUIET_INTAKE, {**QUIET_INTAKE, **BMI_30}, {**QUIET_INTAKE, **BMI_18_5}),
        intake_table.asked,
        intake_table.signs,
        intake_table.rows,
        intake_table.findings,
    ),
    "choice": Table(
        CHOICE,
        (QUIET_CHOICE,),
        choice_table.asked,
        intake_table.signs,
        choice_table.rows,
        choice_table.findings,
    ),
}


def said(walk: Interview) -> dict[str, Said]:
    """All that she said, on her path or off it; what she did not say is not in it."""
    return {name: value for name, value in walk.answers.items() if not isinstance(value, NonAnswer)}
