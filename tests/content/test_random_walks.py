"""Thirty thousand random walks through follow-up: each question is reached, and no walk ends more calmly than it may.

The signs are read here from the answers by hand, not from the conditions of the questionnaire.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest

from miskraam_cli.interview.findings import Result, evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.questionnaire.model import ALARMING
from miskraam_cli.summary.model import Summary
from tests.content.follow_up_walks import FOLLOW_UP, full, quiet, random_walks, summary
from tests.tiny_questionnaires import EN, NL, TODAY

WALKS = 30_000
SEED = 20261122

REASSURING = frozenset({"S2-PHY-1"})  # says of her present state that it is as it should be (AMB-111)
WARNING = frozenset(
    {
        "fainting", "bleeding", "bleeding_prolonged", "pain", "pain_persists", "temperature", "worried",
        "bleeding_over_6_weeks",
    }
)  # fmt: skip


def alarms(results: tuple[Result, ...]) -> bool:
    return any(result.finding.level in ALARMING for result in results)


def signs_open(walk: Interview) -> list[str]:
    """Warning questions that she was to be asked and that have no value; a temperature never taken is one."""
    on_path = [question.id for question in walk.path if question.id in WARNING]
    asked = {*on_path, "temperature"}
    return [name for name in sorted(asked) if value(walk, name) is None]


def value(walk: Interview, name: str) -> object:
    """Her answer; None where there is none."""
    answer = walk.counted.get(name)
    return answer if isinstance(answer, str | bool | Decimal | date | tuple) else None


def signs_present(walk: Interview) -> Iterator[str]:
    """The signs of the leaflet, from her answers as they stand."""
    bleeding, pain = value(walk, "bleeding"), value(walk, "pain")
    temperature = value(walk, "temperature")
    if value(walk, "fainting") in ("today", "earlier"):
        yield "S2-WARN-3"
    if bleeding == "more" or (bleeding == "like_heavy" and value(walk, "bleeding_prolonged") is True):
        yield "S2-WARN-2"
    if pain == "severe" or (pain == "bearable" and value(walk, "pain_persists") is True):
        yield "S2-WARN-4"
    if pain == "bearable" and bleeding == "like_heavy" and value(walk, "passed") == "yes":
        yield "S2-EXP-4"  # AMB-117
    if isinstance(temperature, Decimal) and temperature >= 38:
        yield "S2-WARN-6"
    if value(walk, "worried") is True:
        yield "S2-WARN-8"
    if value(walk, "bleeding_over_6_weeks") is True:
        yield "S2-PHY-2"


def reassures(results: tuple[Result, ...]) -> bool:
    said = [FOLLOW_UP.statements[name] for result in results for name in result.finding.say]
    return any(statement.reassuring or REASSURING & set(statement.facts) for statement in said)


def test_the_warning_signs_are_these() -> None:
    assert {question.id for question in FOLLOW_UP.questions if question.warning} == WARNING


def test_no_random_walk_ends_more_calmly_than_it_may() -> None:
    reached: set[str] = set()
    complete = still = reassured = open_sign = 0
    for walk in random_walks(WALKS, SEED):
        results = evaluate(walk)
        loud = alarms(results)
        reached.update(question.id for question in walk.path)
        if signs_open(walk):
            open_sign += 1
            assert loud, ("a warning question without an answer", walk.counted)
        present = list(signs_present(walk))
        if present:
            assert loud, (present, walk.counted)
        if reassures(results):
            reassured += 1
            assert not present and not signs_open(walk) and not loud, walk.counted
        complete += walk.complete
        still += not loud
    assert reached == {question.id for question in FOLLOW_UP.questions}
    assert WALKS // 4 < complete < WALKS, "complete and partial walks"
    assert open_sign > WALKS // 10
    assert min(still, reassured) > WALKS // 100, "walks that do not alarm, and some that may be reassured"


def shape(made: Summary) -> list[tuple[object, ...]]:
    """What a summary found, without its words."""
    return [
        (found.id, found.level, found.outcome, found.sources, len(found.unknown), found.contacts)
        for found in made.findings
    ]


def same_in_both_languages(count: int, seed: int) -> None:
    for walk in random_walks(count, seed):
        nl, en = summary(walk, NL), summary(walk, EN)
        assert shape(nl) == shape(en), walk.counted
        assert [said.id for said in nl.actions] == [said.id for said in en.actions]
        assert (nl.not_answered, nl.calculated) == (en.not_answered, en.calculated)
        for one, other in zip(nl.findings, en.findings, strict=True):
            assert [said.facts for said in one.says] == [said.facts for said in other.says]
            assert [reason.question for reason in one.because] == [
                reason.question for reason in other.because
            ]


def test_dutch_and_english_find_the_same() -> None:
    same_in_both_languages(2_500, SEED)


@pytest.mark.long
def test_dutch_and_english_find_the_same_in_thirty_thousand_walks() -> None:
    same_in_both_languages(WALKS, SEED + 1)


def test_the_quiet_walk_is_quiet_and_one_sign_less_is_not() -> None:
    assert not alarms(evaluate(quiet()))
    assert reassures(evaluate(quiet()))
    for name in sorted(WARNING & set(quiet().counted)):
        kept = {key: answer for key, answer in quiet().answers.items() if key != name}
        results = evaluate(Interview(FOLLOW_UP, TODAY, kept))
        assert alarms(results), name
        assert not reassures(results), name


@pytest.mark.parametrize(("days", "period"), [(42, False), (43, True)])
def test_six_weeks_are_within_and_a_day_more_is_beyond(days: int, period: bool) -> None:
    walk = quiet(bleeding="none", loss_date=TODAY - timedelta(days=days))
    assert ("period_returned" in {question.id for question in walk.path}) is period


def test_a_full_walk_alarms() -> None:
    assert full().complete
    assert quiet().complete
    assert alarms(evaluate(full()))
