"""Doubt: an unlikely answer is asked about once, and she may go on."""

from decimal import Decimal

import pytest

from miskraam_cli.interview.prompt import Back, Prompt
from tests.interview.simulated_people import found, pick, typed
from tests.interview.walk_from_temperature import temperature, types


def doubts(prompts: list[Prompt]) -> list[Prompt]:
    return [prompt for prompt in prompts if prompt.id == "temperature" and prompt.kind == "one"]


@pytest.mark.parametrize("text", ["35,4", "34", "41,1", "43"])
def test_an_unlikely_temperature_is_doubted_and_can_be_right(text: str) -> None:
    presenter, ended = types(text, choices=(pick("right"),))
    (doubt,) = doubts(presenter.prompts)
    assert text in doubt.text
    assert temperature(ended) == Decimal(text.replace(",", "."))


@pytest.mark.parametrize("text", ["35,5", "37", "41"])
def test_a_likely_temperature_is_not_doubted(text: str) -> None:
    presenter, _ = types(text)
    assert doubts(presenter.prompts) == []


def test_a_doubted_answer_can_be_changed() -> None:
    presenter, ended = types("34", choices=(pick("change"), typed("38,4")))
    assert presenter.prompts[2].typed == "34"
    assert temperature(ended) == Decimal("38.4")
    assert found(ended)["fever"] == "holds"


def test_the_same_answer_is_doubted_once() -> None:
    presenter, ended = types("41,5", choices=(pick("right"), Back(), typed("41,5")))
    assert len(doubts(presenter.prompts)) == 1
    assert temperature(ended) == Decimal("41.5")


def test_another_unlikely_answer_is_doubted_again() -> None:
    presenter, _ = types("41,5", choices=(pick("right"), Back(), typed("34,5"), pick("right")))
    assert len(doubts(presenter.prompts)) == 2


def test_a_fever_under_doubt_is_no_fever_yet() -> None:
    _, ended = types("42")
    assert temperature(ended) is None
    assert found(ended)["temperature_unknown"] == "unknown"
