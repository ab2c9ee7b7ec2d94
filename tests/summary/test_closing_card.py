"""The closing card: what to do, the numbers, the sentence about worry, and how to get the rest."""

from decimal import Decimal
from typing import Literal

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.closing_card import closing_card
from tests.tiny_questionnaires import EN, NL, NOON, interview, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")
FEVER: dict[str, Answer] = {"temperature_measured": "yes", "temperature": Decimal("38.6")}


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("hospital", ["lumc", "alrijne", "other", NonAnswer.UNKNOWN])
@pytest.mark.parametrize("stopped", [False, True])
def test_it_has_every_number_of_the_summary_and_the_sentence_about_worry(
    words: Words, hospital: Answer, stopped: bool
) -> None:
    summary = build(
        interview(FOLLOW_UP, FEVER, hospital=hospital),
        Circumstances(DIRECTORY, words, NOON, "home"),
        stopped=stopped,
    )
    card = closing_card(summary, words, "the rest")
    numbers = {contact.display for contact in summary.contacts if contact.display}
    assert {paragraph.number for paragraph in card.paragraphs} - {""} == numbers
    said = [paragraph.text for paragraph in card.paragraphs]
    assert summary.actions[0].text in said[0]
    assert summary.closing[0].text in " ".join(said)
    assert said[-1] == "the rest"
    assert card.kind == "line"


@pytest.mark.parametrize("setting", ["home", "workstation", "kiosk"])
def test_without_an_alarm_it_tells_nobody_that_calling_is_not_needed(
    setting: Literal["home", "workstation", "kiosk"],
) -> None:
    summary = build(interview(FOLLOW_UP, {}, hospital="lumc"), Circumstances(DIRECTORY, NL, NOON, setting))
    card = closing_card(summary, NL)
    assert any("ongerust" in paragraph.text for paragraph in card.paragraphs)
    assert any("071 526 28 70" in paragraph.number for paragraph in card.paragraphs)
