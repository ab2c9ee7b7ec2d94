"""What an intake says to who is pregnant: in words that fit what she answered about it (AMB-69, AMB-89)."""

import re
from collections.abc import Mapping

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from tests.content.quiet_intake import findings, intake, page
from tests.tiny_questionnaires import EN, NL

IN = {"nl": NL, "en": EN}
ASKS = re.compile(
    "Wilt u zwanger worden|Bent u zwanger|Kunt u zwanger|misschien zwanger"
    "|to become pregnant\\?|Are you pregnant|Could you be pregnant|perhaps pregnant|may be pregnant"
)
APS: Mapping[str, tuple[Mapping[str, Answer], str]] = {
    "known": ({"diagnoses": ("antiphospholipid",)}, "aps_pregnant"),
    "tests unknown": ({"tests_done": NonAnswer.UNKNOWN}, "aps_pregnant_unknown"),
    "waiting": (
        {"tests_done": ("antiphospholipid",), "antiphospholipid_result": "waiting"},
        "aps_awaited_pregnant",
    ),
    "raised once": (
        {"tests_done": ("antiphospholipid",), "antiphospholipid_result": "raised_once"},
        "aps_awaited_pregnant",
    ),
}
CALLS = {found for _, found in APS.values()}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("known", APS)
def test_who_is_pregnant_is_told_so_and_not_asked(known: str, language: str) -> None:
    answers, call = APS[known]
    walk = intake(pregnant=True, **answers)
    assert findings(walk) & CALLS == {call}
    shown = page(walk, IN[language])
    assert {"nl": "U bent zwanger", "en": "You are pregnant"}[language] in shown
    assert not ASKS.search(shown)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("known", APS)
@pytest.mark.parametrize("way", NonAnswer)
def test_who_is_perhaps_pregnant_calls_too_and_nobody_says_that_she_is(
    way: NonAnswer, known: str, language: str
) -> None:
    answers, call = APS[known]
    walk = intake(pregnant=way, **answers)
    assert findings(walk) & CALLS == {call}
    shown = page(walk, IN[language])
    assert {"nl": "U bent zwanger", "en": "You are pregnant"}[language] not in shown
    assert ASKS.search(shown)


@pytest.mark.parametrize("known", APS)
def test_who_is_not_pregnant_is_not_sent_to_call_for_it(known: str) -> None:
    answers, _ = APS[known]
    assert not findings(intake(pregnant=False, **answers)) & CALLS
