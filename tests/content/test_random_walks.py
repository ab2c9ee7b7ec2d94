"""Random walks: each question is reached, and no walk ends more calmly than it may.

The signs are read from the answers by the tables in plain code, not from the conditions of the questionnaires.
"""

from datetime import timedelta
from typing import NamedTuple

import pytest

from miskraam_cli.interview.findings import Result, evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.summary.model import Summary
from tests.content import random_walks
from tests.content.follow_up_walks import FOLLOW_UP, full, quiet, summary
from tests.content.follow_up_walks import random_walks as follow_ups
from tests.content.tables import TABLES, said
from tests.content.three_values import NUMBERED
from tests.tiny_questionnaires import EN, NL, TODAY

WALKS = 30_000
FEW = 3_000
SEED = 20261122

REASSURING = frozenset({"S2-PHY-1"})  # says of her present state that it is as it should be (AMB-111)
WARNING = frozenset(
    {
        "fainting", "bleeding", "bleeding_prolonged", "pain", "pain_persists", "temperature", "worried",
        "bleeding_over_6_weeks",
    }
)  # fmt: skip


class Ending(NamedTuple):
    """How a walk ended: the highest level with a number, or none, and whether something reassures."""

    level: str | None
    reassures: bool


def ending(walk: Interview) -> Ending:
    results = evaluate(walk)
    levels = {result.finding.level for result in results}
    highest = next((level for level in NUMBERED if level in levels), None)
    return Ending(highest, any(reassures(walk, result) for result in results))


def reassures(walk: Interview, result: Result) -> bool:
    statements = [walk.questionnaire.statements[name] for name in result.finding.say]
    return any(statement.reassuring or REASSURING & set(statement.facts) for statement in statements)


def test_the_warning_signs_are_these() -> None:
    assert {question.id for question in FOLLOW_UP.questions if question.warning} == WARNING
    for name in ("intake", "choice"):
        questions = TABLES[name].questionnaire.questions
        assert {question.id for question in questions if question.warning} == {"signs_now"}


def check(name: str, count: int, seed: int) -> None:
    """The properties, on so many walks."""
    table = TABLES[name]
    reached: set[str] = set()
    complete = still = reassured = open_sign = 0
    for walk in random_walks.random_walks(table.questionnaire, table.quiet, count, seed):
        level, calms = ending(walk)
        signs = table.signs(table.asked(said(walk), TODAY))
        unknown = {sign for sign, present in signs.items() if present is None}
        if True in signs.values() or unknown - {"fever"}:
            assert level in ("now", "call"), (signs, walk.counted)
        if unknown:  # not measured is to be found out first (AMB-114)
            assert level in ("now", "call", "check"), walk.counted
        if calms:
            assert set(signs.values()) == {False} and level is None, (signs, walk.counted)
        reached.update(question.id for question in walk.path)
        complete += walk.complete
        still += level is None
        reassured += calms
        open_sign += bool(unknown)
    assert reached == {question.id for question in table.questionnaire.questions}
    assert count // 4 < complete < count, "complete and partial walks"
    assert min(open_sign, still) > count // 100, "signs left open, and walks without a number"
    assert name != "follow-up" or reassured > count // 100, "some that may be reassured"


@pytest.mark.parametrize("name", TABLES)
def test_no_random_walk_ends_more_calmly_than_it_may(name: str) -> None:
    check(name, FEW, SEED)


@pytest.mark.long
@pytest.mark.parametrize("name", TABLES)
def test_none_of_thirty_thousand_random_walks_does(name: str) -> None:
    check(name, WALKS, SEED)


def shape(made: Summary) -> list[tuple[object, ...]]:
    """What a summary found, without its words."""
    return [
        (found.id, found.level, found.outcome, found.sources, len(found.unknown), found.contacts)
        for found in made.findings
    ]


def same_in_both_languages(count: int, seed: int) -> None:
    for walk in follow_ups(count, seed):
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
    assert ending(quiet()) == (None, True)
    for name in sorted(WARNING & set(quiet().counted)):
        kept = {key: answer for key, answer in quiet().answers.items() if key != name}
        level, calms = ending(Interview(FOLLOW_UP, TODAY, kept))
        assert level in NUMBERED, name
        assert not calms, name


@pytest.mark.parametrize(("days", "period"), [(42, False), (43, True)])
def test_six_weeks_are_within_and_a_day_more_is_beyond(days: int, period: bool) -> None:
    walk = quiet(bleeding="none", loss_date=TODAY - timedelta(days=days))
    assert ("period_returned" in {question.id for question in walk.path}) is period


def test_a_full_walk_alarms() -> None:
    assert full().complete
    assert quiet().complete
    assert ending(full()).level in NUMBERED
