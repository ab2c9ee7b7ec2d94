"""An explanation names the answers that decided, and no others."""

from decimal import Decimal

import pytest

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Unknown, Value, evaluator
from miskraam_cli.questionnaire.condition.explain import explainer
from miskraam_cli.questionnaire.condition.parse import parse

ANSWERS: dict[str, Value | Unknown] = {
    "yes1": True,
    "yes2": True,
    "no1": False,
    "no2": False,
    "gap1": UNKNOWN,
    "gap2": UNKNOWN,
    "kg": Decimal(90),
    "cm": Decimal(170),
    "care": "tablets",
    "signs": ("pain", "blood"),
}
CALCULATED = {
    name: parse(text)
    for name, text in {
        "bmi": "kg / (cm / 100) ** 2",
        "heavy": "bmi > 30",
        "ill": "yes1 and (no1 or yes2)",
        "well": "not ill",
        "unsure": "gap1 and yes1",
        "deep": "ill and unsure",
    }.items()
}


class Answered:
    """The answers above, with what is calculated from them."""

    def value(self, name: str) -> Value | Unknown:
        """The answer, or what is calculated."""
        if name in CALCULATED:
            found: Value | Unknown = evaluator(CALCULATED[name])(self)
            return found
        return ANSWERS[name]

    def settled(self, names: frozenset[str]) -> bool:  # noqa: ARG002  # here all is over
        """All has been put."""
        return True


def because(condition: str) -> tuple[str, ...]:
    """The names that decided a condition."""
    calculated = {name: explainer(tree) for name, tree in CALCULATED.items()}
    return explainer(parse(condition))(Answered(), calculated)


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("yes1 and yes2", ("yes1", "yes2")),
        ("yes2 and yes1", ("yes2", "yes1")),
        ("yes1 and no1", ("no1",)),
        ("yes1 and no2 and no1", ("no2",)),
        ("gap1 and no1", ("no1",)),
        ("yes1 and gap1", ("gap1",)),
        ("gap2 and yes1 and gap1", ("gap2", "gap1")),
        ("yes1 or no1", ("yes1",)),
        ("yes1 or gap1 or yes2", ("yes1", "yes2")),
        ("no1 or no2", ("no1", "no2")),
        ("no1 or gap1", ("gap1",)),
        ("no1 or gap1 or gap2", ("gap1", "gap2")),
    ],
)
def test_and_or(condition: str, names: tuple[str, ...]) -> None:
    assert because(condition) == names


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("not no1", ("no1",)),
        ("not (yes1 and no1)", ("no1",)),
        ("not (no1 or gap1)", ("gap1",)),
        ("maybe(gap1)", ("gap1",)),
        ("maybe(gap1 and yes1)", ("gap1",)),
        ("maybe(gap1) and yes1", ("gap1", "yes1")),
        ("yes1 and (no1 or yes2)", ("yes1", "yes2")),
        ("no1 or (yes1 and no2)", ("no1", "no2")),
        ("no1 or (yes1 and gap1)", ("gap1",)),
    ],
)
def test_parts_in_parts(condition: str, names: tuple[str, ...]) -> None:
    assert because(condition) == names


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("kg > 80", ("kg",)),
        ("kg > cm", ("kg", "cm")),
        ("care in ('tablets', 'waiting')", ("care",)),
        ("has(signs, 'pain')", ("signs",)),
        ("count(signs) > 1 and kg > 80", ("signs", "kg")),
        ("kg > 80 or kg > 70", ("kg",)),
        ("true", ()),
        ("yes1 and true", ("yes1",)),
    ],
)
def test_comparisons(condition: str, names: tuple[str, ...]) -> None:
    assert because(condition) == names


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("bmi > 30", ("bmi",)),
        ("heavy", ("bmi",)),
        ("ill", ("yes1", "yes2")),
        ("well", ("yes1", "yes2")),
        ("not well and no1", ("no1",)),
        ("unsure", ("gap1",)),
        ("deep", ("gap1",)),
        ("ill or unsure", ("yes1", "yes2")),
        ("heavy and yes2", ("bmi", "yes2")),
    ],
)
def test_calculated_values(condition: str, names: tuple[str, ...]) -> None:
    assert because(condition) == names
