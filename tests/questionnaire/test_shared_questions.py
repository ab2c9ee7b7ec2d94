"""A fault in a shared question is reported where it stands, and one in its use where it is used."""

from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import problems

USED = body(["- use: age"])


def shared(question: str) -> str:
    """A file with one shared question, on its second line."""
    return f"questions:\n  {question}\n"


def places(text: str, questions: str) -> list[tuple[str, str]]:
    """Code and place of every problem."""
    return [(found.code, str(found.place)) for found in problems(text, questions=questions)]


def test_a_good_shared_question_can_be_used() -> None:
    assert places(USED, shared(asked("age", "integer", "range: [0, 120]"))) == []


def test_a_key_that_cannot_be_read_is_reported_in_the_shared_file() -> None:
    assert places(USED, shared("- {id: age, type: intege, text: {nl: A, en: A}, addition: a}")) == [
        ("Q014", "questions.yaml:2:21")
    ]


def test_a_range_the_wrong_way_round_is_reported_in_the_shared_file() -> None:
    assert places(USED, shared(asked("age", "integer", "range: [120, 0]"))) == [
        ("Q203", "questions.yaml:2:5")
    ]


def test_a_question_without_source_is_reported_in_the_shared_file() -> None:
    question = asked("age", "integer", "range: [0, 120]").replace("addition: a test, ", "")
    assert places(USED, shared(question)) == [("Q220", "questions.yaml:2:5")]


def test_a_way_out_that_a_warning_sign_cannot_have_is_reported_at_its_use() -> None:
    text = body(["- {use: age, may: [declined]}"])
    question = asked("age", "integer", "range: [0, 120], warning: true")
    assert places(text, shared(question)) == [("Q202", "test.yaml:8:9")]
