"""The path: which questions apply, and what becomes of answers that fall off it."""

from decimal import Decimal

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview, NonAnswer, Standing
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import TODAY, interview, questionnaire

GUARDED = questionnaire(
    body(
        [
            asked("measured", more="may: [unknown]"),
            asked("number", "integer", "range: [0, 99], enable_when: measured == true, may: [unknown]"),
            asked("last"),
        ],
        ["id: high, level: call, when: number >= 50, if_unknown: none, rulings: [AMB-11]"],
    )
)
PERHAPS = questionnaire(
    body([asked("a", more="may: [unknown]"), asked("b", more="enable_when: maybe(a == true)")])
)
NOTED = questionnaire(body([asked("a"), asked("between", "note"), asked("b", more="enable_when: a == true")]))


def ids(found: Interview) -> list[str]:
    return [str(question.id) for question in found.path]


def test_a_question_is_asked_only_when_its_condition_is_surely_true() -> None:
    assert ids(interview(GUARDED, measured=True)) == ["measured", "number", "last"]
    assert ids(interview(GUARDED, measured=False)) == ["measured", "last"]
    assert ids(interview(GUARDED, measured=NonAnswer.UNKNOWN)) == ["measured", "last"]
    assert ids(interview(GUARDED)) == ["measured", "last"]


def test_maybe_asks_where_it_is_not_known() -> None:
    assert ids(interview(PERHAPS, a=NonAnswer.UNKNOWN)) == ["a", "b"]
    assert ids(interview(PERHAPS, a=False)) == ["a"]


def test_an_answer_off_the_path_is_never_counted() -> None:
    found = interview(GUARDED, measured=False, number=Decimal(80), last=True)
    assert dict(found.counted) == {"measured": False, "last": True}
    assert evaluate(found) == ()


def test_an_answer_off_the_path_is_kept_for_a_return() -> None:
    found = interview(GUARDED, measured=True, number=Decimal(80))
    away = found.answer(GUARDED.by_id["measured"], False)
    back = away.answer(GUARDED.by_id["measured"], True)
    assert "number" not in away.counted
    assert back.counted["number"] == Decimal(80)
    assert [result.finding.id for result in evaluate(back)] == ["high"]


def test_an_answer_does_not_change_the_interview_it_was_given_to() -> None:
    found = interview(GUARDED)
    found.answer(GUARDED.by_id["measured"], True)
    assert dict(found.counted) == {}


def test_where_a_question_stands() -> None:
    assert interview(GUARDED).standing("measured") is Standing.NOT_PUT
    assert interview(GUARDED).standing("number") is Standing.NOT_PUT, "it may still come onto the path"
    assert interview(GUARDED, measured=False).standing("number") is Standing.OFF_PATH
    assert interview(GUARDED, measured=True).standing("number") is Standing.NOT_PUT
    unknown = interview(GUARDED, measured=True, number=NonAnswer.UNKNOWN)
    assert unknown.standing("number") is NonAnswer.UNKNOWN
    assert interview(GUARDED, measured=True, number=Decimal(7)).standing("number") == Decimal(7)


def test_a_question_answered_beforehand_counts_and_is_not_asked() -> None:
    found = Interview(GUARDED, TODAY, {"measured": True}, frozenset(("measured",)))
    assert [str(question.id) for question in found.asked] == ["number", "last"]
    assert found.counted["measured"] is True


def test_an_interview_is_complete_when_everything_on_its_path_has_an_answer() -> None:
    assert not interview(GUARDED, measured=True, last=True).complete
    assert interview(GUARDED, measured=False, last=True).complete
    assert interview(GUARDED, measured=True, number=NonAnswer.UNKNOWN, last=True).complete


def test_notes_are_on_the_path_and_are_not_counted_as_questions() -> None:
    found = interview(NOTED, a=True)
    assert ids(found) == ["a", "between", "b"]
    assert [str(question.id) for question in found.asked] == ["a", "b"]
    assert found.answer(NOTED.by_id["b"], True).complete


def test_a_condition_can_read_a_choice_among_several() -> None:
    several = questionnaire(
        body(
            [
                asked("signs", "choices", f"{options('rash', 'cough', 'none!')}, may: [unknown]"),
                asked("where", more="enable_when: \"has(signs, 'rash')\""),
            ]
        )
    )
    assert ids(interview(several, signs=("cough", "rash"))) == ["signs", "where"]
    assert ids(interview(several, signs=("cough",))) == ["signs"]
    assert ids(interview(several, signs=NonAnswer.UNKNOWN)) == ["signs"]
