"""Intakes for tests: a quiet one with every question answered, and what she reads of it."""

from collections.abc import Mapping
from decimal import Decimal

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.renderers import text
from miskraam_cli.roles import Audience
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.tiny_questionnaires import NL, NOON, TODAY, shipped

INTAKE, DIRECTORY = shipped("intake")

QUIET: Mapping[str, Answer] = {
    "hospital": "lumc",
    "signs_now": ("none",),
    "pregnant": False,
    "age": Decimal(32),
    "miscarriages": Decimal(3),
    "other_losses": ("none",),
    "children": Decimal(0),
    "diagnoses": ("none",),
    "tests_done": ("none",),
    "cause": "not_tested",
    "family": ("none",),
    "partner": "yes",
    "partner_family": ("none",),
    "partner_support": False,
    "height_cm": Decimal(170),
    "weight_kg": Decimal(65),
    "smoking": "none",
    "alcohol": "none",
    "pregnancy_wish": "yes",
    "folic_acid": True,
    "unprescribed": False,
    "test_wish": "yes",
    "feelings": ("none",),
    "talk": "no",
    "figures": "no",
    "premi_wish": "no",
    "pregnancies": Decimal(3),
    "question": NonAnswer.DECLINED,
}
"""Nothing alarms, nothing was found, and she asked for no figures and no study."""


def intake(**other: Answer) -> Interview:
    """The quiet intake, with other answers."""
    return Interview(INTAKE, TODAY, {**QUIET, **other})


def summary(interview: Interview, words: Words = NL, audience: Audience = "patient") -> Summary:
    """Its summary, at home at noon."""
    return build(interview, Circumstances(DIRECTORY, words, NOON, audience=audience))


def findings(interview: Interview, audience: Audience = "patient") -> set[str]:
    """What the summary finds."""
    return {finding.id for finding in summary(interview, audience=audience).findings}


def page(interview: Interview, words: Words = NL, audience: Audience = "patient") -> str:
    """Its summary as text, without line ends."""
    return " ".join(text.render(summary(interview, words, audience), words).split())
