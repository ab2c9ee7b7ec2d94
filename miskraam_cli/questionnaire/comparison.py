"""A comparison of options, as a questionnaire has it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE, Id

SILENT = "silent"


@dataclass(frozen=True)
class CompareOption:
    """One of the options compared. Their order is that of the leaflet and means nothing."""

    id: Id
    title: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CompareRow:
    """One line of a comparison: for each option a statement, or `silent` where the leaflet says nothing."""

    id: Id
    title: Text
    cells: Mapping[Id, Id]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CompareValue:
    """What may matter to a person: the question that asks it, and for each option a statement, or `silent`."""

    question: Id
    cells: Mapping[Id, Id]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Comparison:
    """Options beside each other, each with a cell in every row. Nothing is scored, ranked or counted (AMB-62).

    It is shown where `when` holds. A value is shown where its question was answered with the choice `matters`.
    `order` is the statement that the order means nothing. `first` are the findings that are read before the options.
    """

    when: Condition
    order: Id
    matters: Id
    options: tuple[CompareOption, ...]
    rows: tuple[CompareRow, ...]
    values: tuple[CompareValue, ...] = ()
    first: tuple[Id, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
