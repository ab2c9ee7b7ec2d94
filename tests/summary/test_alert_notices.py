"""What is said in the middle of a walk, by where the screen stands."""

from decimal import Decimal
from typing import Literal

import pytest

from miskraam_cli.interview.findings import alerts
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.summary.alert_notices import alert_notice
from miskraam_cli.summary.circumstances import Circumstances
from tests.tiny_questionnaires import NL, NOON, interview, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")
FAINT: dict[str, Answer] = {"fainting": "today"}
FEVER: dict[str, Answer] = {"temperature_measured": True, "temperature": Decimal(38)}
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
    assert [line for line in said if line.startswith("Uw eigen verloskundige")], "she may be the one to call"
    assert any("071 526 28 70" in line for line in said)
