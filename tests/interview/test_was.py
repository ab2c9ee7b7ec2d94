"""Answers to an earlier version of a questionnaire, brought over by its key `was`."""

import json
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miskraam_cli.interview.answers import answers_from_json, answers_from_node, answers_to_json
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.questionnaire.yaml_nodes import read
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import NL, TODAY, questionnaire

SLEPT = f"{options('yes', 'badly', 'not_at_all')}, was: {{true: yes, false: not_at_all}}"
TIRED = "was: {often: true, yes: true, never: false}, may: [unknown]"
EATS = f"{options('bread', 'fruit', 'none!')}, was: {{apple: fruit, pear: fruit, no: none}}"
DRINKS = f"{options('water', 'none!')}, was: {{true: water, false: none}}"

CHANGED = questionnaire(
    body(
        [
            asked("slept", "choice", SLEPT),
            asked("tired", "boolean", TIRED),
            asked("eats", "choices", EATS),
            asked("drinks", "choices", DRINKS),
            asked("walks", "choice", options("yes", "no")),
        ]
    )
)

BROUGHT_OVER = {
    "a yes becomes a choice": ({"slept": True}, {"slept": "yes"}),
    "a no becomes another": ({"slept": False}, {"slept": "not_at_all"}),
    "a choice becomes a yes": ({"tired": "often"}, {"tired": True}),
    "a choice of the same name": ({"tired": "yes"}, {"tired": True}),
    "a choice becomes a no": ({"tired": "never"}, {"tired": False}),
    "one of several": ({"eats": ["bread", "pear"]}, {"eats": ("bread", "fruit")}),
    "two that are one now": ({"eats": ["apple", "pear"]}, {"eats": ("fruit",)}),
    "beside what it is now": ({"eats": ["fruit", "apple"]}, {"eats": ("fruit",)}),
    "a yes becomes a list": ({"drinks": True}, {"drinks": ("water",)}),
    "what is not known stays so": ({"tired": {"unknown": True}}, {"tired": NonAnswer.UNKNOWN}),
    "an answer of now": ({"slept": "badly", "tired": False}, {"slept": "badly", "tired": False}),
}
NOT_BROUGHT_OVER: Mapping[str, Mapping[str, object]] = {
    "an answer of no version": {"slept": "well"},
    "the earlier answer of another question": {"walks": True},
    "a non-answer that is not allowed now": {"slept": {"unknown": True}},
    "none beside one": {"eats": ["no", "apple"]},
    "one twice": {"eats": ["apple", "apple"]},
    "several where one is chosen": {"slept": [True]},
    "one where several are ticked": {"eats": "bread"},
}


@pytest.mark.parametrize(("earlier", "now"), BROUGHT_OVER.values(), ids=BROUGHT_OVER)
def test_an_earlier_answer_is_the_one_that_stands_for_it_now(
    earlier: Mapping[str, object], now: Mapping[str, Answer]
) -> None:
    assert answers_from_json(earlier, CHANGED, NL, TODAY) == now
    node, _ = read("answers.yaml", json.dumps(earlier))
    assert answers_from_node(node, CHANGED, NL, TODAY) == (now, ())


@pytest.mark.parametrize("earlier", NOT_BROUGHT_OVER.values(), ids=NOT_BROUGHT_OVER)
def test_what_no_key_brings_over_is_refused_at_its_place(earlier: Mapping[str, object]) -> None:
    node, _ = read("answers.yaml", json.dumps(earlier))
    answers, (found,) = answers_from_node(node, CHANGED, NL, TODAY)
    assert answers == {}
    assert dict(found.values)["name"] in earlier
    assert found.place.file == "answers.yaml"


@pytest.mark.parametrize("written", ["slept: yes", 'slept: "yes"', "slept: true", '{"slept": "yes"}'])
def test_a_bare_yes_is_the_choice_and_no_boolean(written: str) -> None:
    node, _ = read("answers.yaml", written)
    assert answers_from_node(node, CHANGED, NL, TODAY) == ({"slept": "yes"}, ())


SCALAR = st.sampled_from(
    [True, False, "yes", "no", "badly", "often", "never", "fruit", "apple", "pear", "none", "water"]
)
VALUE = SCALAR | st.lists(SCALAR, max_size=3) | st.just({"unknown": True})


@given(st.dictionaries(st.sampled_from(sorted(CHANGED.by_id)), VALUE))
def test_bringing_over_twice_changes_nothing(earlier: Mapping[str, object]) -> None:
    once = answers_from_json(earlier, CHANGED, NL, TODAY)
    assert answers_from_json(answers_to_json(once), CHANGED, NL, TODAY) == once
