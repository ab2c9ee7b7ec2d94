"""Unknown is not no: a gap in the answers never removes the last finding with a telephone number."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Questionnaire
from tests.content.three_values import NUMBERED
from tests.questionnaire_lines import asked, body
from tests.safety.boundary_answers import Answers, alarms, boundaries, calm, whole_answers
from tests.tiny_questionnaires import questionnaire, shipped

TALK_TODAY = "talk_today"  # reads no warning sign (AMB-105)
LATE_LOSS = "late_loss"  # reads no warning sign (AMB-113)
EXEMPT = frozenset((TALK_TODAY, LATE_LOSS))

KEPT, NOTHING = "kept", "nothing"
WAYS: Mapping[str, Answer] = {"unknown": NonAnswer.UNKNOWN, "declined": NonAnswer.DECLINED}
FILES = read_files.shipped()


def with_gaps(answers: Answers, gaps: Mapping[str, str]) -> dict[str, Answer]:
    """The answers with some of them replaced by unknown, declined or nothing."""
    made = {name: answers[name] for name in answers if gaps.get(name, KEPT) == KEPT}
    return made | {name: WAYS[way] for name, way in gaps.items() if way in WAYS}


def silencing(
    found: Questionnaire, answers: Answers, tried: Iterable[Mapping[str, str]]
) -> list[Mapping[str, str]]:
    """Of these gaps those with which nothing alarms, where something alarmed with these answers."""
    if not alarms(found, answers) - EXEMPT:
        return []
    return [gaps for gaps in tried if not alarms(found, with_gaps(answers, gaps))]


def gaps_in(found: Questionnaire, *, as_allowed: bool) -> st.SearchStrategy[dict[str, str]]:
    """What becomes of each answer: kept, removed, or one of the ways that are allowed (or both of them)."""
    ways = {
        str(question.id): (KEPT, NOTHING, *(question.may if as_allowed else WAYS))
        for question in found.questions
        if question.type != "note"
    }
    return st.fixed_dictionaries({name: st.sampled_from(possible) for name, possible in ways.items()})


def check(found: Questionnaire, *, as_allowed: bool, examples: int) -> None:
    """The property, for one questionnaire."""

    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        print_blob=False,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(whole_answers(found), gaps_in(found, as_allowed=as_allowed))
    def never_removes(answers: Answers, gaps: dict[str, str]) -> None:
        each = ({name: way} for name, way in gaps.items() if way != KEPT)
        silent = silencing(found, answers, (gaps, *each))
        assert not silent, (answers, silent)

    never_removes()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@pytest.mark.parametrize("as_allowed", [True, False], ids=["as_allowed", "regardless"])
def test_a_gap_never_removes_the_last_alarm(path: Path, as_allowed: bool) -> None:
    check(shipped(path.stem)[0], as_allowed=as_allowed, examples=200)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_one_gap_in_the_calmest_answers_with_one_alarm(path: Path) -> None:
    found, _ = shipped(path.stem)
    quiet = calm(found)
    for name, values in boundaries(found).items():
        for value in values:
            loud = {**quiet, name: value}
            each = ({other: way} for other in loud for way in (NOTHING, *WAYS))
            silent = silencing(found, loud, each)
            assert not silent, (name, value, silent)


def test_no_warning_sign_of_the_follow_up_can_be_left_open_without_a_call() -> None:
    found, _ = shipped("follow-up")
    quiet = calm(found)
    assert alarms(found, quiet) == frozenset()
    for question in found.questions:
        if question.warning and question.id in quiet and question.enable_when is None:
            left_open = {name: answer for name, answer in quiet.items() if name != question.id}
            assert alarms(found, left_open), question.id


def test_the_exemptions_are_these_two_and_no_other() -> None:
    for path in FILES:
        found, _ = shipped(path.stem)
        levels = {str(finding.id): finding.level for finding in found.findings}
        for finding in found.findings:
            target = levels.get(str(finding.if_unknown), "")
            weak = finding.if_unknown == "none" or target in ("discuss", "know")
            if finding.level in NUMBERED and weak:
                assert finding.id in EXEMPT


QUESTIONS = [asked("hot", more="warning: true, may: [unknown]"), asked("other", more="may: [declined]")]
HONEST = questionnaire(body(QUESTIONS, ["id: fever, level: call, when: hot == true, if_unknown: self"]))
MUTATED = questionnaire(
    body(QUESTIONS, ["id: fever, level: call, when: hot == true, if_unknown: none, rulings: [AMB-57]"])
)


@pytest.mark.parametrize("as_allowed", [True, False])
def test_the_property_finds_a_rule_that_reads_unknown_as_no(as_allowed: bool) -> None:
    check(HONEST, as_allowed=as_allowed, examples=100)
    with pytest.raises(AssertionError, match="hot"):
        check(MUTATED, as_allowed=as_allowed, examples=100)
