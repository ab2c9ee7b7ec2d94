"""How a curettage is done is told of her own hospital; of both, and to ask, where it is not known (AMB-53)."""

import pytest

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.renderers import text
from tests.choice.choice_walks import CHOICE, IN, QUIET, choice, summary
from tests.flat_text import flat
from tests.tiny_questionnaires import TODAY

WAYS = {
    "lumc": {
        "nl": "In het LUMC gebeurt een curettage meestal op de polikliniek, met een plaatselijke verdoving.",
        "en": "At LUMC a curettage is usually done in the outpatient clinic, with a local anaesthetic.",
    },
    "alrijne": {
        "nl": "In het Alrijne in Leiden gebeurt een curettage altijd op de operatiekamer.",
        "en": "At Alrijne in Leiden a curettage is always done in the operating theatre.",
    },
    "ask": {
        "nl": "Vraag uw eigen ziekenhuis hoe een curettage daar gaat.",
        "en": "Ask your own hospital how a curettage is done there.",
    },
}


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize(
    ("hospital", "ways"),
    [
        ("lumc", {"lumc"}),
        ("alrijne", {"alrijne"}),
        ("other", {"lumc", "alrijne", "ask"}),
        (NonAnswer.UNKNOWN, {"lumc", "alrijne", "ask"}),
    ],
)
def test_the_hospitals_own_way(hospital: Answer, ways: set[str], language: str) -> None:
    words = IN[language]
    page = flat(text.render(summary(choice(hospital=hospital), words), words))
    assert {way for way, said in WAYS.items() if said[language] in page} == ways


def test_a_hospital_not_asked_yet_is_not_known() -> None:
    answers = {name: answer for name, answer in QUIET.items() if name != "hospital"}
    page = flat(text.render(summary(Interview(CHOICE, TODAY, answers)), IN["nl"]))
    assert all(said["nl"] in page for said in WAYS.values())


def test_the_operating_room_at_lumc_if_she_wishes_or_if_it_is_needed() -> None:
    page = flat(text.render(summary(choice(hospital="lumc")), IN["nl"]))
    assert "Wilt u liever de operatiekamer, of is dat medisch nodig? Dan kan dat ook." in page


@pytest.mark.parametrize("confirmed", ["no", "no_scan", NonAnswer.UNKNOWN])
def test_without_a_scan_no_way_is_told(confirmed: Answer) -> None:
    page = flat(text.render(summary(choice(confirmed=confirmed)), IN["nl"]))
    assert not any(said["nl"] in page for said in WAYS.values())


def test_the_cell_of_the_table_is_the_same_for_every_hospital() -> None:
    tables = [summary(choice(hospital=name)).compare for name in ("lumc", "alrijne", "other")]
    assert tables[0] == tables[1] == tables[2]
