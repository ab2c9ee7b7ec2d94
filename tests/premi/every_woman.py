"""Every combination of answers at and beside the borders of the criteria, as a person could give them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import product

from miskraam_cli.interview.state import Answer, NonAnswer
from tests.premi.premi_oracle import Cause, Woman

AGES = (None, 12, 17, 18, 32, 39, 40, 65)
MISCARRIAGES = (None, 0, 1, 2, 3, 4)
CAUSES: tuple[Cause | None, ...] = (None, "none-found", "not-tested", "found")
UNEXPLAINED = (0, 1, 2, 3)
PREGNANCIES = ((None, None), (False, None), (True, None), (True, 0), (True, 6), (True, 7), (True, 8))
SPEAKS = (
    None,
    frozenset({"nl"}),
    frozenset({"en"}),
    frozenset({"little"}),
    frozenset({"other"}),
    frozenset({"nl", "other"}),
)

WAYS: tuple[Answer | None, ...] = (None, NonAnswer.UNKNOWN, NonAnswer.DECLINED)
"""The ways not to say something: not put, unknown, declined."""

_TURN = 11  # shares no divisor with the lengths above, so that every gap meets every way


def losses() -> Iterator[tuple[int | None, Cause | None, int | None]]:
    """Miscarriages, cause, and how many without one.

    The last is asked only where a cause was found and there may be three or more; it is less than all of them.
    """
    for had in MISCARRIAGES:
        yield from ((had, cause, None) for cause in CAUSES)
        if had is None or had >= 3:
            yield from ((had, "found", some) for some in UNEXPLAINED if had is None or some < had)


def women() -> Iterator[Woman]:
    """All of them."""
    for years, (had, cause, without), (pregnant, weeks), speaks in product(
        AGES, losses(), PREGNANCIES, SPEAKS
    ):
        yield Woman(years, had, cause, without, pregnant, weeks, speaks)


def women_and_silences() -> Iterator[tuple[Woman, Answer | None]]:
    """All of them, each with a way not to say something."""
    for number, woman in enumerate(women()):
        yield woman, WAYS[number % _TURN % len(WAYS)]


def answers(woman: Woman, silence: Answer | None) -> Mapping[str, Answer]:
    """Her answers in an interview; what she does not say is `silence`, or without that not put."""
    said: dict[str, Answer | None] = {
        "age": _number(woman.age),
        "miscarriages": _number(woman.miscarriages),
        "cause": woman.cause and woman.cause.replace("-", "_"),
        "unexplained": _number(woman.unexplained),
        "pregnant": woman.pregnant,
        "weeks": _number(woman.weeks),
        "speaks": None if woman.speaks is None else tuple(sorted(woman.speaks)),
    }
    found = {name: silence if value is None else value for name, value in said.items()}
    return {name: value for name, value in found.items() if value is not None}


def _number(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)
