"""The criteria of the PREMI study, written from the leaflet (S1-PRE-5..8) and the rulings; nothing of the program.

None is what she did not say. Each criterion is met, not met or unknown: met where it holds however what she did
not say turns out, not met where it fails however that turns out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Outcome = Literal["met", "not-met", "unknown"]
Verdict = Literal["meets", "does-not-meet", "cannot-tell"]
Cause = Literal["none-found", "not-tested", "found"]

ANY_NUMBER = 1000


@dataclass(frozen=True)
class Woman:
    """What she said of herself."""

    age: int | None = None
    miscarriages: int | None = None
    cause: Cause | None = None
    unexplained: int | None = None
    pregnant: bool | None = None
    weeks: int | None = None
    speaks: frozenset[str] | None = None


def age(years: int | None) -> Outcome:
    """S1-PRE-5, between 18 and 39; AMB-12: both included."""
    if years is None:
        return "unknown"
    return "met" if years in range(18, 40) else "not-met"


def miscarriages(had: int | None, cause: Cause | None, unexplained: int | None) -> Outcome:
    """S1-PRE-6, two or more without a demonstrable cause: how few and how many can those be?

    AMB-26: not tested says nothing yet. AMB-27: only those without a cause count. AMB-99: where a cause was found,
    at least one has it.
    """
    most = ANY_NUMBER if had is None else had
    if cause == "none-found":
        fewest = 0 if had is None else had
    elif cause == "found" and unexplained is not None:
        fewest = most = unexplained
    elif cause == "found":
        fewest, most = 0, most - 1
    else:
        fewest = 0
    if fewest >= 2:
        return "met"
    return "not-met" if most < 2 else "unknown"


def pregnancy(pregnant: bool | None, weeks: int | None) -> Outcome:
    """S1-PRE-7, not pregnant or less than 7 weeks; AMB-30: not pregnant is fine; AMB-100: whole weeks, no days."""
    if pregnant is None:
        return "unknown"
    if not pregnant:
        return "met"
    if weeks is None:
        return "unknown"
    return "met" if weeks <= 6 else "not-met"


def language(speaks: frozenset[str] | None) -> Outcome:
    """S1-PRE-8, good Dutch or English; AMB-29, AMB-101: a little is not a no."""
    if speaks is None:
        return "unknown"
    if speaks & {"nl", "en"}:
        return "met"
    return "unknown" if "little" in speaks else "not-met"


def criteria(woman: Woman) -> Mapping[str, Outcome]:
    """The outcome of each criterion."""
    return {
        "age": age(woman.age),
        "miscarriages": miscarriages(woman.miscarriages, woman.cause, woman.unexplained),
        "pregnancy": pregnancy(woman.pregnant, woman.weeks),
        "language": language(woman.speaks),
    }


def verdict(woman: Woman) -> Verdict:
    """One that is not met is enough for no; else one that is unknown is enough not to know."""
    outcomes = list(criteria(woman).values())
    if outcomes.count("not-met"):
        return "does-not-meet"
    return "meets" if outcomes.count("met") == len(outcomes) else "cannot-tell"
