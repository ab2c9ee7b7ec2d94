"""Sets of criteria with a verdict, defined once and used by name."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal, get_args

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id

Verdict = Literal["meets", "does_not_meet", "cannot_tell"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


@dataclass(frozen=True)
class Criterion:
    """One criterion: met, not met, or unknown where both of its conditions are true or neither.

    `say` is the statement with what the source says.
    """

    id: Id
    label: Text
    met_when: Condition
    not_met_when: Condition
    say: Id
    rulings: tuple[Cite, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CriteriaSet:
    """Criteria with one verdict: not met if any is not met, else unknown if any is unknown, else met."""

    id: Id
    criteria: tuple[Criterion, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CriteriaFile:
    """`common/criteria.yaml`: sets that more than one questionnaire uses."""

    PARTIAL: ClassVar = True

    sets: tuple[CriteriaSet, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
