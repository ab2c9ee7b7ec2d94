"""Every combination of answers: each criterion and the verdict are those of the leaflet, in both questionnaires."""

from collections import Counter
from dataclasses import replace

import pytest

from miskraam_cli.interview.criteria import outcome, verdict
from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from tests.premi import premi_oracle
from tests.premi.every_woman import answers, women, women_and_silences
from tests.premi.premi_oracle import Woman
from tests.tiny_questionnaires import TODAY, shipped

PREMI, _ = shipped("premi")
WHOLE_INTAKE, _ = shipped("intake")
SET = PREMI.criteria["premi"]

FINDINGS = {
    "meets": "premi_meets",
    "does-not-meet": "premi_does_not_meet",
    "cannot-tell": "premi_cannot_tell",
}
# Only these are evaluated, so that thousands of walks take seconds.
INTAKE = replace(
    WHOLE_INTAKE,
    findings=tuple(finding for finding in WHOLE_INTAKE.findings if finding.id in FINDINGS.values()),
)


def judged(interview: Interview) -> tuple[str, dict[str, str]]:
    """The verdict of an interview and the outcome of each criterion, as the contract writes them."""
    known = interview.final
    outcomes = {str(item.id): outcome(item, known).replace("_", "-") for item in SET.criteria}
    return verdict(SET, known).replace("_", "-"), outcomes


def studied(interview: Interview) -> list[str]:
    """What an intake says of the study."""
    return [result.finding.id for result in evaluate(interview) if result.finding.id in FINDINGS.values()]


def expected_in_intake(woman: Woman) -> list[str]:
    """What the intake says: nothing to a woman with fewer than two, whom it does not ask about the study."""
    if woman.miscarriages in (0, 1):
        return []
    return [FINDINGS[premi_oracle.verdict(woman)]]


def test_the_table_is_large_and_has_every_verdict() -> None:
    found = Counter(premi_oracle.verdict(woman) for woman in women())
    assert found.total() == 11_760
    assert set(found) == set(FINDINGS)
    assert min(found.values()) > 100


def test_every_criterion_and_verdict_is_that_of_the_leaflet() -> None:
    wrong = []
    for woman, silence in women_and_silences():
        found = judged(Interview(PREMI, TODAY, answers(woman, silence)))
        if found != (premi_oracle.verdict(woman), premi_oracle.criteria(woman)):
            wrong.append((woman, silence, found))
    assert not wrong, wrong[:5]


def test_the_intake_gives_the_same_verdict_to_the_same_answers() -> None:
    wrong = []
    for woman, silence in women_and_silences():
        said: dict[str, Answer] = {**answers(woman, silence), "premi_wish": "yes"}
        if said.get("age") is NonAnswer.UNKNOWN:
            said["age"] = NonAnswer.DECLINED  # the intake knows no other way
        found = studied(Interview(INTAKE, TODAY, said))
        if found != expected_in_intake(woman):
            wrong.append((woman, silence, found))
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("wish", ["no", NonAnswer.DECLINED, None])
def test_without_a_wish_the_intake_says_nothing_of_the_study(wish: Answer | None) -> None:
    unasked: dict[str, Answer] = {} if wish is None else {"premi_wish": wish}
    wrong = []
    for number, woman in enumerate(women()):
        if number % 7:
            continue
        said = {**answers(woman, None), **unasked}
        if found := studied(Interview(INTAKE, TODAY, said)):
            wrong.append((woman, found))
    assert not wrong, wrong[:5]


def test_the_whole_intake_says_one_thing_of_the_study() -> None:
    """A part of the table through every rule of the intake, so that none of the others gets in the way."""
    for woman in list(women())[::101]:
        said: dict[str, Answer] = {**answers(woman, None), "premi_wish": "yes"}
        assert studied(Interview(WHOLE_INTAKE, TODAY, said)) == expected_in_intake(woman), woman


@pytest.mark.parametrize("losses", [2, 1, 0])
def test_what_is_no_longer_asked_does_not_count(losses: int) -> None:
    """Two without a cause, said when there were three losses: with two or fewer that answer is off the path."""
    woman = Woman(32, losses, "found", 2, False, None, frozenset({"nl"}))
    found, outcomes = judged(Interview(PREMI, TODAY, answers(woman, None)))
    assert (found, outcomes["miscarriages"]) == ("does-not-meet", "not-met")


def test_weeks_said_before_she_said_not_pregnant_do_not_count() -> None:
    woman = Woman(32, 2, "none-found", None, False, 8, frozenset({"nl"}))
    assert judged(Interview(PREMI, TODAY, answers(woman, None)))[0] == "meets"
