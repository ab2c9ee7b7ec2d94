"""Answers are read as they were written, whether a record holds them or a file that people can read."""

import json
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.answers import answers_from_json, answers_from_node, answers_to_json
from miskraam_cli.interview.letters import clean
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.questionnaire.yaml_nodes import read
from tests.tiny_questionnaires import EN, NL, TODAY, questionnaire, shipped

Answers = Mapping[str, Answer]

KINDS = questionnaire("""
sections:
  - id: s
    title: {nl: S, en: S}
    questions:
      - {id: hurts, type: boolean, text: {nl: A, en: A}, label: {nl: A, en: A}, may: [unknown, declined], addition: x}
      - id: signs
        type: choices
        text: {nl: B, en: B}
        label: {nl: B, en: B}
        choices:
          - {id: pain, text: {nl: pijn, en: pain}}
          - {id: fever, text: {nl: koorts, en: fever}}
          - {id: none, exclusive: true, text: {nl: geen, en: none}}
        addition: x
      - {id: small, type: decimal, range: [0, 10], places: 6, text: {nl: C, en: C}, label: {nl: C, en: C}, addition: x}
      - {id: weeks, type: integer, range: [0, 99], text: {nl: D, en: D}, label: {nl: D, en: D}, addition: x}
      - {id: since, type: date, text: {nl: E, en: E}, label: {nl: E, en: E}, addition: x}
      - {id: words, type: text, text: {nl: F, en: F}, label: {nl: F, en: F}, may: [declined], addition: x}
findings: []
""")
QUESTIONNAIRES = {
    "every kind": KINDS,
    **{path.stem: shipped(path.stem)[0] for path in read_files.shipped()},
}


def answer_to(question: Question) -> st.SearchStrategy[Answer]:
    """Anything that a person may answer."""
    ids = [str(option.id) for option in question.choices]
    together = [str(option.id) for option in question.choices if not option.exclusive]
    ways = [NonAnswer(way) for way in question.may]
    low, high = question.range or (Decimal(0), Decimal(0))
    kinds: dict[str, Callable[[], st.SearchStrategy[Answer]]] = {
        "boolean": st.booleans,
        "choice": lambda: st.sampled_from(ids),
        "choices": lambda: st.sets(st.sampled_from(together), min_size=1).map(
            lambda made: tuple(sorted(made, key=ids.index))
        ),
        "integer": lambda: st.integers(int(low), int(high)).map(Decimal),
        "decimal": lambda: st.decimals(low, high, places=question.places),
        "date": lambda: st.integers(0, 20_000).map(lambda days: TODAY - timedelta(days=days)),
        "text": lambda: (
            (st.text(max_size=40) | st.text("ab ", min_size=290, max_size=300)).map(clean).filter(bool)
        ),
    }
    value = kinds[question.type]()
    return value | st.sampled_from(ways) if ways else value


def answers_to(found: Questionnaire) -> st.SearchStrategy[Answers]:
    """Answers to some of the questions."""
    asked = {str(question.id): answer_to(question) for question in found.questions if question.type != "note"}
    return st.fixed_dictionaries({}, optional=asked)


@pytest.mark.parametrize("found", QUESTIONNAIRES.values(), ids=QUESTIONNAIRES)
def test_what_is_written_is_read_back(found: Questionnaire) -> None:
    @settings(max_examples=50)
    @given(answers_to(found), st.sampled_from([NL, EN]))
    def same(answers: Answers, words: Words) -> None:
        written = json.dumps(answers_to_json(answers), ensure_ascii=False)
        assert answers_from_json(json.loads(written), found, words, TODAY) == answers
        node, problems = read("answers.json", written)
        assert not problems
        assert answers_from_node(node, found, words, TODAY) == (answers, ())

    same()


def test_a_text_that_was_cut_at_a_space_is_read_back() -> None:
    answers = {"words": clean("a" * 298 + " b")}
    assert answers_from_json(answers_to_json(answers), KINDS, NL, TODAY) == answers


def test_a_number_that_json_writes_with_an_exponent_is_read_back() -> None:
    answers = {"small": Decimal("0.000012")}
    written = json.dumps(answers_to_json(answers))
    assert "e-05" in written
    assert answers_from_json(json.loads(written), KINDS, NL, TODAY) == answers


WRITTEN: Mapping[str, tuple[Answer, object]] = {
    "hurts": (True, True),
    "signs": (("pain", "fever"), ["pain", "fever"]),
    "small": (Decimal("0.50"), 0.5),
    "weeks": (Decimal(12), 12),
    "since": (date(2026, 11, 2), "2026-11-02"),
    "words": (NonAnswer.DECLINED, {"declined": True}),
}


def test_an_answer_is_written_as_a_person_would_write_it_in_a_file() -> None:
    answers = {name: answer for name, (answer, _) in WRITTEN.items()}
    written = answers_to_json(answers)
    assert written == {name: value for name, (_, value) in WRITTEN.items()}
    assert json.dumps(written["weeks"]) == "12"


@pytest.mark.parametrize(
    "values",
    [
        {"gone": True},
        {"hurts": "true"},
        {"hurts": None},
        {"hurts": {"unknown": "yes"}},
        {"signs": "pain"},
        {"signs": ["pain", "none"]},
        {"signs": ["cough"]},
        {"weeks": 1.5},
        {"weeks": 100},
        {"small": float("nan")},
        {"small": 1e300},
        {"since": "2026-11-23"},
        {"words": None},
        {"words": ["a"]},
        {"words": {"unknown": True}},
    ],
    ids=str,
)
def test_what_the_questionnaire_cannot_take_is_left_out_alone(values: Mapping[str, object]) -> None:
    answers = answers_from_json({"hurts": False, **values}, KINDS, NL, TODAY)
    assert answers == ({} if "hurts" in values else {"hurts": False})
