"""Parts of a condition that do not fit together are refused when the file is read; those that fit are not."""

import pytest
from hypothesis import given, settings

from miskraam_cli.questionnaire.condition.parse import MAX_LENGTH
from tests.questionnaire.random_conditions import CARES, SIGNS, Tree, outcomes, printed
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import problems

RANGE = "range: [0, 99]"
QUESTIONS = (
    *(asked(name) for name in ("b1", "b2", "b3")),
    asked("n1", "integer", RANGE),
    asked("n2", "decimal", RANGE),
    asked("c", "choice", options(*CARES)),
    asked("c2", "choice", options(*CARES)),
    asked("m", "choices", options(*SIGNS)),
    asked("d1", "date"),
    asked("d2", "date"),
    asked("words", "text"),
)


def codes(condition: str, *calculated: str) -> list[str]:
    """The problems of a condition over these questions."""
    finding = f'id: f, level: know, when: "{condition}"'
    return [problem.code for problem in problems(body(QUESTIONS, [finding], calculated))]


@settings(max_examples=100, deadline=None)
@given(tree=outcomes().filter(lambda tree: len(printed(tree)) <= MAX_LENGTH))
def test_a_condition_whose_parts_fit_is_accepted(tree: Tree) -> None:
    assert codes(printed(tree)) == []


@pytest.mark.parametrize(
    "condition",
    [
        "b1",
        "true",
        "b1 == true",
        "b1 != b2",
        "n1 == n2",
        "n1 in (1, 2.5, -3)",
        "c == 'tablets'",
        "c == c2",
        "c in ('tablets', 'waiting')",
        "d1 == d2",
        "d1 < today",
        "d1 - d2 > count(m)",
        "has(m, 'pain') and count(m) < 2",
        "maybe(n1 > 1)",
        "38 <= n1",
        "true == b1",
    ],
)
def test_what_fits(condition: str) -> None:
    assert codes(condition) == []


@pytest.mark.parametrize(
    "condition",
    [
        "n1",
        "c",
        "'tablets'",
        "d1 - d2",
        "m",
        "words",
        "not n1",
        "maybe(c)",
        "maybe(3)",
        "b1 and n1",
        "b1 or c",
        "b1 + 1 > 2",
        "n1 + c > 2",
        "n1 * m > 2",
        "d1 + 1 == d2",
        "d1 + d2 > 2",
        "d1 - 1 > 2",
        "b1 ** 2 > 2",
        "c ** 2 > 2",
        "n1 == true",
        "n1 == 'tablets'",
        "n1 == d1",
        "b1 == 'tablets'",
        "b1 == 1",
        "c == 1",
        "c == true",
        "c == n1",
        "m == 'pain'",
        "m == m",
        "words == 'hello'",
        "words == words",
        "d1 == 20261122",
        "d1 == '2026-11-22'",
        "b1 < b2",
        "c < 'waiting'",
        "c >= c2",
        "b1 in (true, false)",
        "m in ('pain', 'blood')",
        "n1 in ('a', 'b')",
        "c in (1, 2)",
        "has(c, 'tablets')",
        "has(n1, 'pain')",
        "count(c) > 1",
        "count(words) > 1",
    ],
)
def test_what_does_not_fit(condition: str) -> None:
    assert set(codes(condition)) == {"Q105"}


@pytest.mark.parametrize(
    "condition", ["b9", "n9 > 1", "has(m9, 'pain')", "maybe(b9)", "c9 in ('a', 'b')", "Today"]
)
def test_a_name_that_does_not_exist(condition: str) -> None:
    assert codes(condition) == ["Q104"]


@pytest.mark.parametrize(
    "condition", ["c == 'pain'", "c != ''", "c in ('tablets', 'pain')", "has(m, 'tablets')", "c == 'Tablets'"]
)
def test_a_choice_that_does_not_exist(condition: str) -> None:
    assert codes(condition) == ["Q106"]


@pytest.mark.parametrize(
    "condition",
    ["has(m)", "has('pain', m)", "has(m, b1)", "count(m, m)", "count()", "maybe()", "maybe(b1, b2)"],
)
def test_a_function_with_other_parts(condition: str) -> None:
    assert codes(condition) == ["Q102"]


@pytest.mark.parametrize(
    ("condition", "calculated", "expected"),
    [
        ("score > 3", "score: n1 + n2", []),
        ("score", "score: n1 > n2", []),
        ("score", "score: n1 + n2", ["Q105"]),
        ("score > 3", "score: n1 > n2", ["Q105"]),
        ("score > 3", "score: d1 - d2", []),
    ],
)
def test_a_calculated_value_has_the_type_of_what_it_calculates(
    condition: str, calculated: str, expected: list[str]
) -> None:
    assert codes(condition, calculated) == expected


def test_a_calculated_value_may_stand_above_what_it_reads() -> None:
    assert codes("high", "high: score > 3", "score: n1 * 2") == []
    assert codes("high > 3", "high: score > 3", "score: n1 * 2") == ["Q105"]


def test_both_faults_of_a_condition_are_reported() -> None:
    assert codes("b9 and n1 and c == 'pain'") == ["Q104", "Q105", "Q106"]
