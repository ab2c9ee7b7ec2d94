"""Conditions to outcomes, by Kleene's three-valued logic. Unknown in, unknown out."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Context, Decimal, DecimalException
from enum import Enum
from operator import add, eq, ge, gt, le, lt, mul, ne, not_, sub
from typing import Any, Final, Protocol

from miskraam_cli.questionnaire.condition.tree import (
    And,
    Arithmetic,
    Compare,
    Count,
    Has,
    Literal,
    Maybe,
    Name,
    Not,
    OneOf,
    Or,
    Power,
    Tree,
    names,
)


class Unknown(Enum):
    """The third outcome."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

Value = bool | Decimal | str | date | tuple[str, ...]
Outcome = bool | Unknown


class Known(Protocol):
    """What is known while a condition is evaluated."""

    def value(self, name: str) -> Value | Unknown:
        """The value under a name; unknown for every kind of non-answer."""

    def settled(self, names: frozenset[str]) -> bool:
        """Whether `maybe` may count an unknown among these names as a possible yes already."""


Evaluator = Callable[[Known], Any]

_EXACT: Final = Context(prec=28)
_COMPARE = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_CALCULATE = {"+": add, "-": sub, "*": mul}


def evaluator(tree: Tree) -> Evaluator:
    """A function from what is known to a value or outcome, UNKNOWN included. Build once, call often."""
    match tree:
        case Literal(value=value):
            return lambda _: value
        case Name(name=name):
            return lambda known: known.value(name)
        case And(items=items):
            return _logic([evaluator(item) for item in items], decisive=False)
        case Or(items=items):
            return _logic([evaluator(item) for item in items], decisive=True)
        case Not(item=item):
            return _single(not_, evaluator(item))
        case Maybe(item=item):
            return _maybe(evaluator(item), frozenset(names(item)))
        case Compare(operator=operator, left=left, right=right):
            return _strict(_COMPARE[operator], evaluator(left), evaluator(right))
        case Arithmetic(operator=operator, left=left, right=right):
            return _strict(_CALCULATE.get(operator, _divide), evaluator(left), evaluator(right))
        case Power(base=base, exponent=exponent):
            power = Decimal(exponent)
            return _strict(lambda a, b: _EXACT.power(a, b), evaluator(base), lambda _: power)
        case OneOf(item=item, options=options):
            values = frozenset(option.value for option in options)
            return _single(lambda value: value in values, evaluator(item))
        case Has(name=choices, choice=choice):
            return _single(lambda made: choice.value in made, evaluator(choices))
        case Count(name=choices):
            return _single(lambda made: Decimal(len(made)), evaluator(choices))


def _divide(left: Decimal, right: Decimal) -> Decimal:
    return _EXACT.divide(left, right)


def _logic(items: list[Evaluator], *, decisive: bool) -> Evaluator:
    def run(known: Known) -> Outcome:
        outcome: Outcome = not decisive
        for item in items:
            found: Outcome = item(known)
            if found is decisive:
                return found
            if found is UNKNOWN:
                outcome = UNKNOWN
        return outcome

    return run


def _maybe(item: Evaluator, reads: frozenset[str]) -> Evaluator:
    def run(known: Known) -> Outcome:
        found: Outcome = item(known)
        return True if found is UNKNOWN and known.settled(reads) else found

    return run


def _single(function: Callable[[Any], Any], item: Evaluator) -> Evaluator:
    def run(known: Known) -> Any:
        found = item(known)
        return UNKNOWN if found is UNKNOWN else function(found)

    return run


def _strict(function: Callable[[Any, Any], Any], left: Evaluator, right: Evaluator) -> Evaluator:
    def run(known: Known) -> Any:
        first = left(known)
        if first is UNKNOWN:
            return UNKNOWN
        second = right(known)
        if second is UNKNOWN:
            return UNKNOWN
        try:
            found = function(first, second)
        except DecimalException:  # division by zero, or a number beyond all measure
            return UNKNOWN
        return Decimal(found.days) if isinstance(found, timedelta) else found

    return run
