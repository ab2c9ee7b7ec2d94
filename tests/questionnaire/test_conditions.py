"""A condition comes out as Kleene's tables say, and its numbers are exact."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, evaluator
from miskraam_cli.questionnaire.condition.parse import MAX_LENGTH, parse
from tests.questionnaire.random_conditions import Known, Tree, judged, outcomes, printed, worlds

NAMED = {True: "true", False: "false", UNKNOWN: "unknown"}
TREES = outcomes().filter(lambda tree: len(printed(tree)) <= MAX_LENGTH)


def outcome(text: str, known: Known) -> str:
    """What the program makes of a condition."""
    return NAMED[evaluator(parse(text))(known)]


def value(text: str, **values: Decimal) -> object:
    """What the program calculates."""
    return evaluator(parse(text))(Known(values))


@settings(max_examples=600, deadline=None)
@given(tree=TREES, known=worlds())
def test_a_condition_comes_out_as_defined(tree: Tree, known: Known) -> None:
    assert outcome(printed(tree), known) == judged(tree, known)


@settings(max_examples=150, deadline=None)
@given(tree=TREES, known=worlds())
def test_brackets_and_spaces_around_a_condition_change_nothing(tree: Tree, known: Known) -> None:
    text = printed(tree)
    spaced = "( " + text.replace("(", "( ").replace(")", " )") + " )"
    assert parse(spaced) == parse(text)
    assert outcome(spaced, known) == judged(tree, known)


@pytest.mark.parametrize(
    ("loose", "bound"),
    [
        ("b1 or b2 and b3", "b1 or (b2 and b3)"),
        ("not b1 and b2", "(not b1) and b2"),
        ("not b1 == b2", "not (b1 == b2)"),
        ("n1 + n2 * 3 > 4", "(n1 + (n2 * 3)) > 4"),
        ("n1 - n2 - 1 > 0", "((n1 - n2) - 1) > 0"),
        ("n1 / n2 / 2 > 0", "((n1 / n2) / 2) > 0"),
        ("2 * n1 ** 2 > 0", "(2 * (n1 ** 2)) > 0"),
        ("n1 > 1 and\n n2 > 1", "n1 > 1 and n2 > 1"),
        ('has(m, "pain")', "has(m, 'pain')"),
    ],
)
def test_a_condition_without_brackets_binds_as_in_arithmetic(loose: str, bound: str) -> None:
    assert parse(loose) == parse(bound)


@pytest.mark.parametrize(
    ("loose", "other"),
    [
        ("b1 or b2 and b3", "(b1 or b2) and b3"),
        ("n1 - n2 - 1 > 0", "n1 - (n2 - 1) > 0"),
        ("b1 and b2", "b2 and b1"),
        ("n1 > 1", "n1 >= 1"),
    ],
)
def test_different_conditions_are_different(loose: str, other: str) -> None:
    assert parse(loose) != parse(other)


@pytest.mark.parametrize(
    ("known", "over", "expected"),
    [
        (True, True, "true"),
        (False, True, "false"),
        (UNKNOWN, True, "true"),
        (UNKNOWN, False, "unknown"),
        (True, False, "true"),
        (False, False, "false"),
    ],
)
def test_maybe_is_true_unless_surely_false(known: bool, over: bool, expected: str) -> None:
    assert outcome("maybe(b1)", Known({"b1": known}, over)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("maybe(b1) and b2", "false"),
        ("not maybe(b1)", "false"),
        ("not maybe(not b1)", "false"),
        ("maybe(b1 and b2)", "false"),
        ("maybe(b1 or b2)", "true"),
        ("b1 and not b1", "unknown"),
        ("b1 or not b1", "unknown"),
        ("b1 == b1", "unknown"),
    ],
)
def test_unknown_is_neither_yes_nor_no(text: str, expected: str) -> None:
    assert outcome(text, Known({"b1": UNKNOWN, "b2": False})) == expected


@pytest.mark.parametrize(
    ("temperature", "expected"),
    [("38.0", "true"), ("38", "true"), ("38.00", "true"), ("37.9", "false"), ("37.999999999", "false")],
)
def test_a_limit_is_met_exactly(temperature: str, expected: str) -> None:
    assert outcome("t >= 38", Known({"t": Decimal(temperature)})) == expected


def test_numbers_are_never_floating() -> None:
    bmi = "kg / (cm / 100) ** 2"
    body = {"kg": Decimal("86.7"), "cm": Decimal("170")}
    assert value(bmi, **body) == Decimal(30)
    assert value(f"{bmi} > 30", **body) is False
    assert value(f"{bmi} >= 30", **body) is True
    assert value("0.1 + 0.2 == n", n=Decimal("0.3")) is True
    assert value("n - 0.9 == 0.1", n=Decimal(1)) is True


@pytest.mark.parametrize("text", ["n / 0", "1 / n", "n ** 0", "1 / n > 3", "n / n == 1", "1 / (n - n) == 1"])
def test_what_cannot_be_calculated_is_unknown(text: str) -> None:
    assert value(text, n=Decimal(0)) is UNKNOWN


@pytest.mark.parametrize(
    ("text", "expected"),
    [("n ** 0", 1), ("n ** 1", -7), ("n ** 2", 49), ("n ** 3", -343), ("n * -2", 14), ("3 - n", 10)],
)
def test_whole_numbers(text: str, expected: int) -> None:
    assert value(text, n=Decimal(-7)) == expected


def test_days_between_dates() -> None:
    known = Known({"today": date(2026, 3, 1), "bled": date(2026, 2, 22)})
    assert evaluator(parse("today - bled"))(known) == 7
    assert outcome("today - bled > 7", known) == "false"
    assert outcome("today - bled >= 7", known) == "true"
    assert outcome("bled - today < 0", known) == "true"


@pytest.mark.parametrize(
    ("made", "has", "count"),
    [
        (("pain", "blood"), "true", 2),
        (("blood",), "false", 1),
        ((), "false", 0),
        (UNKNOWN, "unknown", UNKNOWN),
    ],
)
def test_choices_made(made: tuple[str, ...], has: str, count: int) -> None:
    known = Known({"m": made})
    assert outcome("has(m, 'pain')", known) == has
    assert evaluator(parse("count(m)"))(known) == count
