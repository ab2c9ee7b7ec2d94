"""What is said in the middle of a walk, by where the screen stands."""

import re
from decimal import Decimal
from typing import Literal

import pytest

from miskraam_cli.interview.findings import alerts
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.summary.alert_notices import alert_notice
from miskraam_cli.summary.circumstances import Circumstances
from tests.content.follow_up_walks import random_walks
from tests.tiny_questionnaires import NL, NOON, interview, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")
FAINT: dict[str, Answer] = {"fainting": "today"}
FEVER: dict[str, Answer] = {"temperature_measured": "yes", "temperature": Decimal(38)}
CANNOT: dict[str, Answer] = {"temperature_measured": "cannot"}
NAME_OF_A_WORD = re.compile(r"\b(alert|record|records|summary|level|contacts)\.[a-z_]+")
NAMED = {"fainting": "flauw", "temperature": "38"}


@pytest.mark.parametrize(
    ("setting", "answers", "kind", "options"),
    [
        ("home", FAINT, "alarm", ("help", "go_on")),
        ("kiosk", FAINT, "alarm", ("help", "go_on")),
        ("workstation", FAINT, "line", ()),
        ("home", FEVER, "pause", ()),
        ("kiosk", FEVER, "pause", ()),
        ("workstation", FEVER, "line", ()),
    ],
)
def test_beside_a_clinician_an_alert_is_a_line_and_elsewhere_it_waits(
    setting: Literal["home", "kiosk", "workstation"],
    answers: dict[str, Answer],
    kind: str,
    options: tuple[str, ...],
) -> None:
    walked = interview(FOLLOW_UP, answers, hospital="lumc")
    notice = alert_notice(walked, alerts(walked), Circumstances(DIRECTORY, NL, NOON, setting))
    assert (notice.kind, tuple(option.id for option in notice.options)) == (kind, options)
    said = " ".join(paragraph.text for paragraph in notice.paragraphs)
    assert all(NAMED[name] in said for name in answers if name in NAMED), "it names her answer"


@pytest.mark.parametrize("hospital", ["lumc", "other", NonAnswer.UNKNOWN])
@pytest.mark.parametrize("setting", ["home", "kiosk"])
def test_who_has_no_number_here_is_named_without_a_line_to_write_on(
    setting: Literal["home", "kiosk"], hospital: Answer
) -> None:
    walked = interview(FOLLOW_UP, FEVER, hospital=hospital)
    notice = alert_notice(walked, alerts(walked), Circumstances(DIRECTORY, NL, NOON, setting))
    said = [paragraph.text for paragraph in notice.paragraphs]
    assert not [line for line in said if "__" in line]
    assert [line for line in said if line.startswith("Uw verloskundige")], "she may be the one to call"
    assert any("071 526 28 70" in paragraph.number for paragraph in notice.paragraphs)


@pytest.mark.parametrize("setting", ["home", "kiosk"])
@pytest.mark.parametrize(
    "later",
    [{"bleeding": "more"}, FEVER, {"pain": "severe"}, {"bleeding": "more", "pain": "severe"}],
    ids=lambda later: " ".join(later),
)
def test_a_later_alert_never_calms_an_earlier_one(
    setting: Literal["home", "kiosk"], later: dict[str, Answer]
) -> None:
    here = Circumstances(DIRECTORY, NL, NOON, setting)
    faint = interview(FOLLOW_UP, FAINT, hospital="lumc")
    first = alert_notice(faint, alerts(faint), here)
    walked = interview(FOLLOW_UP, {**FAINT, **later}, hospital="lumc")
    new = tuple(result for result in alerts(walked) if result.finding.id not in ids(faint))
    notice = alert_notice(walked, new, here)
    assert (notice.headline, notice.border, notice.options) == (first.headline, first.border, first.options)
    said = [paragraph.text for paragraph in notice.paragraphs]
    assert [text for text in said if "112" in text] == [
        paragraph.text for paragraph in first.paragraphs if "112" in paragraph.text
    ]
    assert "112" in [paragraph.number for paragraph in notice.paragraphs]
    assert notice.kind == ("alarm" if any(result.finding.level == "now" for result in new) else "pause")
    for paragraph in first.paragraphs:
        assert paragraph.text in said, "what she read before still stands there"


def ids(walked: Interview) -> set[str]:
    return {result.finding.id for result in alerts(walked)}


def test_what_is_unknown_never_speaks_more_calmly_than_what_holds() -> None:
    here = Circumstances(DIRECTORY, NL, NOON, "home")
    walked = interview(FOLLOW_UP, {**FAINT, "bleeding": NonAnswer.UNKNOWN}, hospital="lumc")
    unknown = tuple(result for result in alerts(walked) if result.outcome == "unknown")
    assert unknown
    notice = alert_notice(walked, unknown, here)
    faint = interview(FOLLOW_UP, FAINT, hospital="lumc")
    assert notice.paragraphs[0] == alert_notice(faint, alerts(faint), here).paragraphs[0]


@pytest.mark.parametrize("hour", range(24))
def test_now_and_call_are_told_apart_without_colour_at_every_hour(hour: int) -> None:
    here = Circumstances(DIRECTORY, NL, NOON.replace(hour=hour), "home")
    notices = []
    for answers in (FAINT, FEVER):
        walked = interview(FOLLOW_UP, answers, hospital="lumc")
        notices.append(alert_notice(walked, alerts(walked), here))
    assert len({notice.headline for notice in notices}) == 2
    assert [notice.border for notice in notices] == ["heavy", "light"]


@pytest.mark.parametrize(("hour", "later"), [(14, "Bel vandaag"), (3, "Bel dan in de ochtend")])
@pytest.mark.parametrize("setting", ["home", "kiosk"])
def test_what_to_find_out_is_a_line_that_says_how(
    setting: Literal["home", "kiosk"], hour: int, later: str
) -> None:
    """AMB-114: no panel, but what to do stands there; "not known" alone would help nobody."""
    walked = interview(FOLLOW_UP, CANNOT, hospital="lumc")
    notice = alert_notice(
        walked, alerts(walked), Circumstances(DIRECTORY, NL, NOON.replace(hour=hour), setting)
    )
    assert notice.kind == "line"
    first = notice.paragraphs[0].text
    assert "thermometer" in first if setting == "kiosk" else ("Meet nu" in first and later in first)


@pytest.mark.parametrize("later", [{"worried": True}, {"bleeding": "more"}, {"pain": "severe"}])
def test_a_call_after_what_to_find_out_speaks_as_a_call(later: dict[str, Answer]) -> None:
    here = Circumstances(DIRECTORY, NL, NOON, "home")
    before = ids(interview(FOLLOW_UP, CANNOT, hospital="lumc"))
    walked = interview(FOLLOW_UP, {**CANNOT, **later}, hospital="lumc")
    new = tuple(result for result in alerts(walked) if result.finding.id not in before)
    notice = alert_notice(walked, new, here)
    alone = interview(FOLLOW_UP, later, hospital="lumc")
    assert (notice.headline, notice.paragraphs[0]) == (
        "Vandaag",
        alert_notice(alone, alerts(alone), here).paragraphs[0],
    )


def test_no_alert_reads_the_name_of_a_word_in_place_of_the_word() -> None:
    """Whatever two answers raise it, one after the other."""
    given = [{name: answer} for walk in random_walks(25, 11) for name, answer in walk.counted.items()]
    for number, later in enumerate(given):
        here = Circumstances(DIRECTORY, NL, NOON.replace(hour=number % 24), "home")
        for first in (CANNOT, FAINT, FEVER, {"worried": NonAnswer.UNKNOWN}):
            before = ids(interview(FOLLOW_UP, first, hospital="lumc"))
            walked = interview(FOLLOW_UP, {**first, **later}, hospital="lumc")
            new = tuple(result for result in alerts(walked) if result.finding.id not in before)
            if new:
                notice = alert_notice(walked, new, here)
                said = " ".join((notice.headline, *(part.text for part in notice.paragraphs)))
                assert not NAME_OF_A_WORD.search(said), said
