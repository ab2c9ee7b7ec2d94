"""Walks through the shipped follow-up: quiet and full ones by hand, any number of random ones by a seed."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.roles import Audience
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.content.random_walks import random_walks as random_walks_of
from tests.tiny_questionnaires import NL, NOON, TODAY, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")

QUIET: Mapping[str, Answer] = {
    "hospital": "lumc",
    "fainting": "no",
    "bleeding": "less",
    "pain": "none",
    "temperature_measured": "yes",
    "temperature": Decimal("36.9"),
    "worried": False,
    "confirmed": "scan",
    "painkillers": ("none",),
    "weeks_at_loss": Decimal(9),
    "treatment": "waiting",
    "passed": "yes",
    "loss_date": date(2026, 11, 1),
    "feelings": ("sadness",),
    "talk": "no",
    "next_info": "not_now",
    "question": NonAnswer.DECLINED,
}
"""Every question answered, nothing alarms: over for three weeks."""

FULL: Mapping[str, Answer] = {
    **QUIET,
    "bleeding": "like_heavy",
    "bleeding_prolonged": True,
    "pain": "bearable",
    "pain_persists": NonAnswer.UNKNOWN,
    "temperature": Decimal("38.6"),
    "worried": True,
    "painkillers": ("paracetamol", "naproxen"),
    "weeks_at_loss": Decimal(11),
    "treatment": "misoprostol",
    "passed": "not_yet",
    "miso_doses": "two",
    "miso_hours": Decimal(26),
    "miso_effect": True,
    "miso_checkup": False,
    "bleeding_over_6_weeks": False,
    "feelings": ("sadness", "guilt"),
    "talk": "later",
    "question": "Mag ik maandag weer werken?",
}
"""Every question answered, much to say: what a clinician may well meet."""

TABLETS: Mapping[str, Answer] = {
    **QUIET,
    "bleeding": "none",
    "treatment": "misoprostol",
    "passed": "not_yet",
    "miso_doses": "one",
    "miso_hours": Decimal(24),
    "miso_effect": False,
    "miso_checkup": True,
}
"""Tablets once, a day ago, and nothing happened."""


def quiet(**other: Answer) -> Interview:
    """The quiet walk, with other answers."""
    return Interview(FOLLOW_UP, TODAY, {**QUIET, **other})


def full(**other: Answer) -> Interview:
    """The full walk, with other answers."""
    return Interview(FOLLOW_UP, TODAY, {**FULL, **other})


def summary(interview: Interview, words: Words = NL, audience: Audience = "patient") -> Summary:
    """Its summary, at home at noon."""
    return build(interview, Circumstances(DIRECTORY, words, NOON, audience=audience))


def random_walks(count: int, seed: int) -> Iterator[Interview]:
    """Random interviews, half of them nearly the quiet one."""
    return random_walks_of(FOLLOW_UP, (QUIET,), count, seed)
