"""She hides the screen, pauses, or is gone: what stays, what is wiped, and that none of it is an answer."""

import re
import time
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.kiosk.kiosk_program import (
    DIZZY,
    ENTER,
    HIDE,
    MORE,
    NEUTRAL,
    PAUSE,
    SIGNS,
    STAFF,
    START,
    WISH,
    YES,
    Kiosk,
    at_wish,
    begin,
    code_on,
    settle,
    to_the_end,
    until,
)
from tests.pseudo_terminal import BACK, Terminal

pytestmark = pytest.mark.service

STILL = "Bent u er nog?"
ABOUT = re.compile(r"miskra|zwanger|gyn|verlos|poli|vragen\?|duizelig", re.IGNORECASE)


def typing(shown: Terminal) -> None:
    begin(shown)
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("2", ENTER)
    at_wish(shown)
    shown.press("half af")
    shown.wait_for("half af")


@pytest.mark.parametrize(
    ("key", "says"), [(HIDE, "F2: verder"), (PAUSE, "F3: verder")], ids=["hide", "pause"]
)
def test_one_key_hides_and_the_same_key_brings_back_with_what_was_typed(
    tmp_path: Path, key: str, says: str
) -> None:
    with Kiosk(tmp_path).on() as shown:
        typing(shown)
        shown.press(key)
        screen = shown.wait_for(NEUTRAL, says)
        assert not ABOUT.search(screen)
        assert "half" not in screen
        for other in (ENTER, "1", " ", "\x1b", "\x03", YES, STAFF):
            shown.press(other)
        assert says in settle(shown)
        shown.press(key)
        shown.wait_for(WISH, "half af", "F4: ik word geroepen")
        shown.press(ENTER)
        shown.wait_for(SIGNS)


@pytest.mark.parametrize("question", [DIZZY, SIGNS])
def test_a_choice_that_was_ticked_or_pointed_at_is_there_again(tmp_path: Path, question: str) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        if question == SIGNS:
            shown.press("2", ENTER)
            at_wish(shown)
            shown.press("x", ENTER)
            shown.wait_for(SIGNS, "F4: ik word geroepen")
            shown.press("2")
            shown.wait_for("[x] 2")
        else:
            shown.press("\x1b[B", "\x1b[B")
            shown.wait_for_cursor_on("Nee")
        shown.press(HIDE)
        shown.wait_for("F2: verder")
        shown.press(HIDE)
        shown.wait_for(question, "F4: ik word geroepen")
        if question == SIGNS:
            shown.wait_for("[x] 2", "[ ] 1")
        else:
            shown.wait_for_cursor_on("Nee")


def test_nobody_there_is_asked_counted_down_and_wiped_and_nothing_is_answered(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(idle=1, countdown=2.5) as shown:
        typing(shown)
        screen = shown.wait_for(STILL, "wissen we dit scherm over 2 seconden", "F8: ja, ik ben er nog")
        assert not ABOUT.search(screen)
        assert "half" not in screen
        shown.wait_for("over 1 seconden")
        shown.wait_for(START, "F9: medewerker")
        assert kiosk.log()[-1]["how"] == "idle"
        begin(shown)
        shown.wait_for(DIZZY)
    assert kiosk.run("records", "list").out.strip() == ""


@pytest.mark.long
def test_a_named_key_ends_the_countdown_as_often_as_she_likes(tmp_path: Path) -> None:
    with Kiosk(tmp_path).quick(idle=0.8, countdown=5) as shown:
        typing(shown)
        for _ in range(4):
            shown.wait_for(STILL)
            shown.press(ENTER, "1", " ", "\x1b")
            assert STILL in settle(shown)
            shown.press(YES)
            shown.wait_for(WISH, "half af")


def test_every_key_starts_the_time_anew(tmp_path: Path) -> None:
    with Kiosk(tmp_path).quick(idle=1.5, countdown=5) as shown:
        typing(shown)
        for letter in "abcdefgh":
            time.sleep(0.6)
            shown.press(letter)
            assert STILL not in settle(shown, 0.1)


@pytest.mark.parametrize(("key", "idle", "pause"), [(HIDE, 1, 60), (PAUSE, 60, 1)], ids=["hide", "pause"])
def test_what_is_hidden_is_wiped_too_when_nobody_comes_back(
    tmp_path: Path, key: str, idle: float, pause: float
) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(countdown=0.8, idle=idle, pause=pause) as shown:
        typing(shown)
        shown.press(key)
        shown.wait_for(STILL)
        shown.wait_for(START, "F9: medewerker")
    assert kiosk.run("records", "list").out.strip() == ""


SOUGHT = "Vraag om een spiegel."
CHOICE = f"""
        type: choice
        choices:
          - {{id: look, text: {{nl: Ik kijk nu, en: I look now}}, pauses: {{nl: {SOUGHT}, en: Ask for a mirror.}}}}
          - {{id: dizzy, text: {{nl: Ja, en: "Yes"}}}}
"""


def finding_out(kiosk: Kiosk) -> None:
    """Make the first question one with a choice that she goes away for."""
    file = kiosk.folder / "test.yaml"
    text = file.read_text(encoding="utf-8").replace("\n        type: boolean\n", CHOICE)
    file.write_text(text.replace("dizzy == true", "dizzy == 'dizzy'"), encoding="utf-8")


def test_who_goes_to_find_out_is_hidden_and_waited_for_as_in_a_pause(tmp_path: Path) -> None:
    """AMB-115: ten minutes, and not the two of a question."""
    kiosk = Kiosk(tmp_path)
    finding_out(kiosk)
    with kiosk.quick(idle=1, countdown=60, pause=60) as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1", ENTER)
        screen = shown.wait_for(SOUGHT, "Pauze.", "F3: verder")
        assert not ABOUT.search(screen)
        shown.press(ENTER, "1", " ", "\x1b", YES, STAFF, HIDE)
        assert SOUGHT in settle(shown, 1.5)
        shown.press(PAUSE)
        assert SOUGHT not in shown.wait_for(MORE, "F4: ik word geroepen")
        shown.press(BACK)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for("Waarschuw nu een medewerker.")


def test_who_goes_to_find_out_and_does_not_come_back_is_wiped_after_the_pause(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    finding_out(kiosk)
    with kiosk.quick(idle=60, countdown=0.8, pause=1) as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1", ENTER)
        shown.wait_for(SOUGHT)
        shown.wait_for(STILL)
        shown.wait_for(START, "F9: medewerker")
    assert kiosk.run("records", "list").out.strip() == ""


def test_a_code_that_is_left_on_the_screen_is_wiped_and_the_record_is_kept(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(idle=2, countdown=0.5) as shown:
        begin(shown)
        code = to_the_end(shown)
        shown.wait_for(STILL)
        assert code not in shown.screen.replace(" ", "")
        shown.press(YES)
        code_on(shown)
        shown.wait_for(START, "F9: medewerker")
    assert kiosk.export(code)["answers"]["wish"] == "hallo"


def test_the_summary_and_the_code_can_be_hidden_too(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        code = to_the_end(shown)
        assert "F3" not in shown.wait_for("F2: verberg"), "nobody leaves her code for a long time"
        shown.press(PAUSE)
        settle(shown)
        assert code_on(shown) == code
        shown.press(HIDE)
        assert code not in shown.wait_for("F2: verder").replace(" ", "")
        shown.press(HIDE)
        assert code_on(shown) == code
        shown.wait_for("F2: verberg")
        shown.press("1", ENTER)
        shown.wait_for("Uw overzicht", "F2: verberg")
        shown.press(HIDE)
        assert "Ongerust" not in shown.wait_for("F2: verder")
        shown.press(HIDE)
        shown.wait_for("Uw overzicht", "F2: verberg")


def test_who_leaves_before_the_questions_leaves_a_start_screen(tmp_path: Path) -> None:
    with Kiosk(tmp_path).quick(idle=0.8, countdown=0.5) as shown:
        shown.wait_for(START, "F9: medewerker")
        shown.press("2", ENTER)
        shown.wait_for("Who fills in the questions?")
        shown.wait_for("Are you still there?")
        shown.wait_for(START, "Vragenlijst")


@pytest.mark.long
def test_a_clinics_own_times_are_two_minutes_and_thirty_seconds(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        typing(shown)
        started = time.monotonic()
        until(lambda: bool(shown._feed() or True) and STILL in flat(shown.screen), "the question", 130)
        asked = time.monotonic() - started
        until(lambda: bool(shown._feed() or True) and START in flat(shown.screen), "the wiping", 40)
        wiped = time.monotonic() - started - asked
    assert 119 < asked < 122
    assert 29 < wiped < 32
