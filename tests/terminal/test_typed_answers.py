"""A typed answer in the installed program: how to type it stands there first, and it is said back as understood."""

from pathlib import Path

import pytest

from tests.pseudo_terminal import ENTER, STOP, terminal

BEFORE = "hospital: lumc, fainting: no, bleeding: less, pain: none, temperature_measured: yes"
WEEKS = "temperature: 37.0, worried: false, confirmed: scan, painkillers: [none]"

AT_TWO = ("--now", "2026-11-24T14:00")  # late in the evening "today" reads "now"


@pytest.mark.parametrize(
    ("more", "ready"), [((), "Ctrl-C"), (("--lines",), "stop.")], ids=["prompts", "lines"]
)
def test_an_example_and_the_unit_stand_there_and_the_answer_is_said_back(
    tmp_path: Path, more: tuple[str, ...], ready: str
) -> None:
    (tmp_path / "answers.yaml").write_text(f"{{{BEFORE}}}", encoding="utf-8")
    with terminal("follow-up", "--answers", "answers.yaml", *AT_TWO, *more, folder=tmp_path) as shown:
        shown.wait_for("Hoe hoog was uw temperatuur?", "°C", "bijvoorbeeld 37,4", ready)
        shown.press("38.6", ENTER)
        shown.wait_for("uw temperatuur: 38,6 °C", "Bel vandaag uw ziekenhuis")
        shown.wait_out_an_alert()
        shown.press(STOP)
        assert shown.end() == 4


def test_weeks_and_days_are_said_back_as_weeks(tmp_path: Path) -> None:
    (tmp_path / "answers.yaml").write_text(f"{{{BEFORE}, {WEEKS}}}", encoding="utf-8")
    with terminal("follow-up", "--answers", "answers.yaml", *AT_TWO, folder=tmp_path) as shown:
        shown.answer("Hoeveel weken was u zwanger?", "9 maanden", ENTER)
        shown.wait_for("Typ het aantal weken. Met dagen mag ook: 9+3.", "Ctrl-C")
        shown.press("\x15", "9+3", ENTER)
        shown.wait_for("hoeveel weken u zwanger was: 9 weken", "Welke situatie past bij u?")
        shown.press(STOP)
        assert shown.end() == 4
