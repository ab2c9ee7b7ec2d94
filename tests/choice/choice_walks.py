"""Walks through the shipped choice aid, and what she reads of them."""

from collections.abc import Mapping
from decimal import Decimal

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.comparison import Comparison
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import CompareShown, Summary
from tests.tiny_questionnaires import EN, NL, NOON, TODAY, shipped

CHOICE, DIRECTORY = shipped("choice")
IN: Mapping[str, Words] = {"nl": NL, "en": EN}
OPTIONS = ("waiting", "curettage", "misoprostol")
VALUES = (
    "value_natural",
    "value_home",
    "value_no_procedure",
    "value_soon",
    "value_certainty",
    "value_daily_life",
    "value_fertility",
)
SILENT = {"nl": "De folder zegt hier niets over.", "en": "The leaflet says nothing about this."}

QUIET: Mapping[str, Answer] = {
    "hospital": "lumc",
    "signs_now": ("none",),
    "confirmed": "scan",
    "weeks_at_loss": Decimal(9),
    **dict.fromkeys(VALUES, "less"),
    "leaning": "curettage",
    "ready": "decide",
    "question": NonAnswer.DECLINED,
}
"""Every question answered; nothing alarms, and no value matters more than another."""

ALL_MATTER: Mapping[str, Answer] = dict.fromkeys(VALUES, "more")


def choice(found: Questionnaire = CHOICE, /, **other: Answer) -> Interview:
    """The quiet walk, with other answers."""
    return Interview(found, TODAY, {**QUIET, **other})


def summary(interview: Interview, words: Words = NL) -> Summary:
    """What she reads, at home at noon."""
    return build(interview, Circumstances(DIRECTORY, words, NOON))


def table(found: Questionnaire = CHOICE) -> Comparison:
    """The comparison as the file has it."""
    assert found.compare is not None
    return found.compare


def all_cells() -> list[Mapping[Id, Id]]:
    """The cells of each row and of each value, as the file has them."""
    return [row.cells for row in table().rows] + [value.cells for value in table().values]


def compared(interview: Interview, words: Words = NL) -> CompareShown:
    """The comparison as it is shown."""
    shown = summary(interview, words).compare
    assert shown is not None
    return shown
