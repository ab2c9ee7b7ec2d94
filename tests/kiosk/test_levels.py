"""What each level does at a kiosk: only who needs help now rings; for the others her code carries a mark (AMB-114)."""

import re
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.kiosk.kiosk_program import (
    CALLED,
    DIZZY,
    ENTER,
    Kiosk,
    answer_alert,
    begin,
    code_on,
    from_the_wish,
    until,
)
from tests.pseudo_terminal import Terminal

pytestmark = pytest.mark.service

ALARM = "Waarschuw nu een medewerker."
TO_DO = "Zeg het hier."


def kiosk_with(level: str, folder: Path) -> Kiosk:
    """A kiosk whose first question, answered with yes, gives a finding of this level."""
    kiosk = Kiosk(folder)
    questions, statements = folder / "test.yaml", folder / "common" / "statements.yaml"
    text = questions.read_text(encoding="utf-8").replace("level: now", f"level: {level}")
    questions.write_text(text, encoding="utf-8")
    same = "home: act, late: act, kiosk: act, workstation: act"
    actions = "".join(f"  - {{level: {one}, {same}}}\n" for one in ("check", "arrange"))
    text = statements.read_text(encoding="utf-8").replace("statements:\n", f"{actions}statements:\n")
    statements.write_text(text.replace("nl: Bel.,", f"nl: {TO_DO},"), encoding="utf-8")
    return kiosk


@pytest.mark.parametrize("level", ["call", "check", "arrange", "discuss"])
def test_only_who_needs_help_now_rings_at_the_desk(tmp_path: Path, level: str) -> None:
    kiosk = kiosk_with(level, tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1", ENTER)
        if level == "call":
            shown.wait_for("020 123 45 67", "Enter: verder")
            answer_alert(shown, ENTER)
        code = from_the_wish(shown)
        shown.press("1", ENTER)
        assert (TO_DO in shown.wait_for("Uw overzicht")) == (level != "discuss"), "what to do is on her page"
    assert ALARM.encode() not in shown.written
    assert kiosk.rings() == []
    until(lambda: "started" in kiosk.events(), "the log")
    assert not {"alarm", "sent"} & set(kiosk.events())
    assert kiosk.export(code)["staff_called"] is False


def shipped_at(kiosk: Kiosk) -> None:
    """Let the kiosk offer the follow-up that comes with the program."""
    config = Path(kiosk.config)
    lines = config.read_text(encoding="utf-8").splitlines()
    config.write_text("\n".join(line for line in lines if "questionnaires" not in line), encoding="utf-8")
    (kiosk.folder / "common").rename(kiosk.folder / "other")


TO_THE_TEMPERATURE = (
    ("Bij welk ziekenhuis", "LUMC"),
    ("flauwgevallen", "Nee"),
    ("bloed", "Geen"),
    ("pijn in uw onderbuik", "Nee"),
)
MEASURED = "Heeft u vandaag uw temperatuur gemeten?"


def choose(shown: Terminal, question: str, choice: str) -> None:
    """Choose what begins with these words at a question, wherever it stands in the list."""
    screen = shown.wait_for(question, "F4: ik word geroepen")
    (number,) = re.findall(rf"(\d+)  {choice}", screen)
    progress = re.findall(r"Vraag \d+ ", screen)
    shown.press(number, ENTER)
    shown.wait_for_gone(*progress)


def at_the_temperature(shown: Terminal) -> None:
    """From the start to the question whether she measured, with no sign of anything."""
    begin(shown)
    for question, choice in TO_THE_TEMPERATURE:
        choose(shown, question, choice)
    shown.wait_for(MEASURED, "F4: ik word geroepen")


def test_who_must_find_out_first_leaves_a_quiet_mark_beside_her_code(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    shipped_at(kiosk)
    with kiosk.on() as shown:
        at_the_temperature(shown)
        choose(shown, MEASURED, "Nee, dat kan nu niet")
        choose(shown, "ongerust", "Nee")
        choose(shown, "met een echo", "Ja, met een echo")
        choose(shown, "pijnstillers", "Geen")
        shown.wait_for("weken", "F4: ik word geroepen")
        shown.press("9", ENTER)
        choose(shown, "Welke situatie past bij u?", "Nog niet gekozen")
        shown.wait_for("F4: ik word geroepen")
        shown.press(CALLED)
        code = code_on(shown)
    (line,) = kiosk.run("records", "list").out.splitlines()
    assert line.startswith(code)
    assert "eerst nagaan" in line
    assert kiosk.rings() == []


def test_who_measures_now_is_waited_for_and_then_asked_how_high_it_was(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    shipped_at(kiosk)
    with kiosk.on() as shown:
        at_the_temperature(shown)
        choose(shown, MEASURED, "Nog niet, ik meet nu")
        stands = flat(shown.wait_for("Vraag aan de balie om een thermometer.", "Pauze.", "F3: verder"))
        assert "temperatuur" not in stands
        assert "miskraam" not in stands
        shown.press("\x1bOR")
        shown.wait_for("Hoe hoog was uw temperatuur?", "°C, bijvoorbeeld 37,4", "F3: pauze")
    assert kiosk.rings() == []
