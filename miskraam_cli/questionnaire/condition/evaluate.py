"""Trees to values and outcomes, by Kleene's three-valued logic. Unknown in, unknown out.

A value is an answer or what is calculated from answers; an outcome is what a condition comes to. They are two types,
and neither unknown nor an outcome can stand behind `if`: there unknown would count as a yes.
"""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Context, Decimal, DecimalException
from enum import Enum
from operator import add, eq, ge, gt, le, lt, mul, ne, not_, sub
from typing import TYPE_CHECKING, Any, Final, Protocol

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


class Undecided:
    """What cannot stand as a yes or a no by itself, and says so where it is asked to."""

    # Hidden from mypy: its check `truthy-bool` then refuses `if outcome:`, which it accepts of what has a __bool__.
    if not TYPE_CHECKING:

        def __bool__(self):
            raise TypeError(f"{self} is neither a yes nor a no by itself: compare it with `is`.")


class Unknown(Undecided, Enum):
    """What a name stands for while it has no value: unknown, declined, not yet put and off the path alike."""

    UNKNOWN = "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

Value = bool | Decimal | str | date | tuple[str, ...]


class Outcome(Undecided, Enum):
    """What a condition comes to. Ask for the one that is meant: `is Outcome.TRUE`."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


class Known(Protocol):
    """What is known while a condition is evaluated."""

    def value(self, name: str) -> Value | Unknown:
        """The value under a name; unknown for every kind of non-answer."""

    def settled(self, names: frozenset[str]) -> bool:
        """Whether `maybe` may count an unknown among these names as a possible yes already."""


Evaluator = Callable[[Known], Value | Unknown]
OutcomeEvaluator = Callable[[Known], Outcome]

_EXACT: Final = Context(prec=28)
_COMPARE = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_CALCULATE = {"+": add, "-": sub, "*": mul}


def evaluator(tree: Tree) -> Evaluator:
    """A function from what is known to the value of a tree, UNKNOWN included: build once, call often.

    Numbers are exact to 28 digits; division by zero and what is beyond that is UNKNOWN, as is all that needs it.
    """
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
        case Compare(
            operator=operator, left=left, right=Literal(value=value)
        ):  # nearly all, so worth a way of its own
            return _against(_COMPARE[operator], evaluator(left), value)
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


def outcome_evaluator(tree: Tree) -> OutcomeEvaluator:
    """A function from what is known to the outcome of a condition: build once, call often."""
    value = evaluator(tree)
    true, false, unknown = Outcome.TRUE, Outcome.FALSE, Outcome.UNKNOWN

    def run(known: Known) -> Outcome:
        found = value(known)
        return true if found is True else false if found is False else unknown

    return run


def _divide(left: Decimal, right: Decimal) -> Decimal:
    return _EXACT.divide(left, right)


def _logic(items: list[Evaluator], *, decisive: bool) -> Evaluator:
    def run(known: Known) -> Value | Unknown:
        outcome: bool | Unknown = not decisive
        for item in items:
            found = item(known)
            if (
                found is decisive
            ):  # one that is false settles an `and` whatever else is unknown, a true one an `or`
                return found
            if found is UNKNOWN:
                outcome = UNKNOWN
        return outcome

    return run


def _maybe(item: Evaluator, reads: frozenset[str]) -> Evaluator:
    def run(known: Known) -> Value | Unknown:
        found = item(known)
        return True if found is UNKNOWN and known.settled(reads) else found

    return run


def _single(function: Callable[[Any], Value], item: Evaluator) -> Evaluator:
    def run(known: Known) -> Value | Unknown:
        found = item(known)
        return UNKNOWN if found is UNKNOWN else function(found)

    return run


def _against(compare: Callable[[Any, Any], bool], item: Evaluator, value: Value) -> Evaluator:
    def run(known: Known) -> Value | Unknown:
        found = item(known)
        return UNKNOWN if found is UNKNOWN else compare(found, value)

    return run


def _strict(function: Callable[[Any, Any], Any], left: Evaluator, right: Evaluator) -> Evaluator:
    def run(known: Known) -> Value | Unknown:
        first = left(known)
        if first is UNKNOWN:
            return UNKNOWN
        second = right(known)
        if second is UNKNOWN:
            return UNKNOWN
        try:
            found: Value | timedelta = function(first, second)
        except DecimalException:  # division by zero, or a number beyond all measure
            return UNKNOWN
        return Decimal(found.days) if isinstance(found, timedelta) else found

    return run
