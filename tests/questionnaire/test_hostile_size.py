"""Files that are long but within every limit are read at once, and what they calculate stays within bounds."""

from decimal import Decimal

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Outcome
from tests.questionnaire.time_limit import at_once
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import STATEMENTS, interview, problems, questionnaire

NUMBER = asked("x", "integer", "range: [0, 999999999]")
KNOW = "id: f, level: know, when: x > 1"


def chain(length: int) -> list[str]:
    """Calculated values of which each reads the next; the last reads a question."""
    return [f"v{n}: v{n + 1} + 1" for n in range(length)] + [f"v{length}: x"]


def test_a_thousand_names_that_do_not_exist_are_reported_at_once() -> None:
    said = ", ".join(f"wrong{n}" for n in range(1_000))
    known = "".join(f"  - {{id: right{n}, text: {{nl: A, en: A}}, facts: [T-A-1]}}\n" for n in range(1_000))
    text = body([NUMBER], [KNOW]).replace("say: hello", f"say: [{said}]")
    with at_once():
        found = problems(text, statements=STATEMENTS + known)
    assert len(found) == 1_000


def test_a_thousand_calculated_values_are_checked_at_once() -> None:
    with at_once():
        problems(body([NUMBER], [KNOW], chain(1_000)))


def test_a_long_chain_of_calculated_values_is_refused_or_calculated() -> None:
    text = body([NUMBER], [KNOW], chain(500))
    if not problems(text):
        found = interview(questionnaire(text), x=Decimal(1))
        assert found.final.value("v0") == 501


def test_a_number_beyond_all_measure_is_unknown() -> None:
    powers = [f"v{n}: v{n - 1} ** 3" for n in range(1, 40)]
    text = body([NUMBER], [KNOW], ["v0: x", *powers])
    with at_once():
        found = interview(questionnaire(text), x=Decimal(999_999_999)).final
        assert found.value("v39") is UNKNOWN


def test_powers_in_powers_are_calculated_at_once() -> None:
    power = "(" * 30 + "x" + " ** 3)" * 30 + " > 1"
    text = body([NUMBER], [f'id: f, level: know, when: "{power}"'])
    with at_once():
        found = interview(questionnaire(text), x=Decimal(999_999_999))
        condition = found.questionnaire.findings[0].when
        assert condition is not None
        assert condition.outcome(found.final) is Outcome.UNKNOWN
