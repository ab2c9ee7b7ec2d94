"""Help is needed now: staff are called at once and again, and the screen keeps it until somebody has seen it."""

import os
import re
import signal
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.kiosk.kiosk_program import (
    CALLED,
    DEAF,
    DESK,
    DIZZY,
    ENTER,
    HIDE,
    PAUSE,
    PIN,
    SIGNS,
    STAFF,
    START,
    WISH,
    YES,
    Kiosk,
    answer_alert,
    at_wish,
    be_done,
    begin,
    choose_at_alert,
    code_on,
    from_the_wish,
    processes_of,
    read_to_the_code,
    settle,
    until,
)
from tests.pseudo_terminal import Terminal

pytestmark = pytest.mark.service

ALARM = "Waarschuw nu een medewerker."
SAID = "F8: ik heb het gezegd"
DANGER, CALL = "Bij levensgevaar: bel 112.", "Bel 112."


def alarmed(shown: Terminal) -> None:
    """A patient whose answer calls staff."""
    begin(shown)
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("1", ENTER)
    shown.wait_for(ALARM, SAID)
    settle(shown, DEAF)


def acknowledge(shown: Terminal, code: str = PIN) -> None:
    shown.press(STAFF)
    shown.wait_for("typ de pincode", "Enter: klaar")
    shown.press(*code, ENTER)


def test_the_bell_rings_within_two_seconds_with_the_name_of_the_kiosk_alone(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        pressed = time.time()
        shown.press("1", ENTER)
        shown.wait_for(ALARM, SAID, DESK, "112")
        until(lambda: len(kiosk.rings()) == 1, "the bell")
        ((rang, words),) = kiosk.rings()
        until(lambda: "sent" in kiosk.events(), "the log")
    assert rang - pressed < 2
    assert words == "first kiosk 2"
    assert "duizelig" not in shown.screen, "none of her answers is on it"


def test_it_rings_again_until_acknowledged_then_elsewhere_too_and_says_112_without_a_condition(
    tmp_path: Path,
) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(repeat=0.5, second=1.2) as shown:
        alarmed(shown)
        assert DANGER in flat(shown.screen)
        until(lambda: "second kiosk 2" in [words for _, words in kiosk.rings()], "the second destination")
        shown.wait_for_gone(DANGER)
        assert CALL in flat(shown.screen)
        rang = [at for at, words in kiosk.rings() if words == "first kiosk 2"]
        assert len(rang) >= 2
        assert all(0.3 < later - earlier < 1.5 for earlier, later in pairwise(rang))
        second = next(at for at, words in kiosk.rings() if words.startswith("second"))
        assert 1.0 < second - rang[0] < 2.5
        acknowledge(shown)
        shown.wait_for("Uw overzicht")
        until(lambda: "acknowledged" in kiosk.events(), "the log")
        count = len(kiosk.rings())
        time.sleep(1.2)
        assert len(kiosk.rings()) == count, "it rings no more"
    (line,) = [line for line in kiosk.log() if line["what"] == "acknowledged"]
    assert 1 < line["seconds"] < 10


def test_after_staff_have_come_she_need_not_go_on_and_her_record_is_kept(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        alarmed(shown)
        acknowledge(shown)
        shown.wait_for("Uw overzicht")
        code = read_to_the_code(shown)
    record = kiosk.export(code)
    assert record["answers"] == {"dizzy": True}
    assert record["broken_off"] is True
    assert record["staff_called"] is True


def test_her_named_choice_ends_the_screen_and_not_the_signal(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(repeat=0.4, second=30) as shown:
        alarmed(shown)
        shown.press(YES)
        shown.wait_for("Ik zoek nu hulp", "Verder met de vragen", "Enter: antwoorden")
        choose_at_alert(shown, "2")
        at_wish(shown)
        count = len(kiosk.rings())
        until(lambda: len(kiosk.rings()) > count + 1, "the bell again")
    assert "said" in kiosk.events()
    assert "acknowledged" not in kiosk.events()


def test_the_next_patients_start_screen_tells_the_desk_of_it_and_staff_end_it_there(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(repeat=0.4, second=30) as shown:
        alarmed(shown)
        shown.press(YES)
        shown.wait_for("Ik zoek nu hulp", "Enter: antwoorden")
        choose_at_alert(shown, "1")
        shown.wait_for("Uw overzicht")
        read_to_the_code(shown)
        be_done(shown)
        shown.wait_for(START, "er staat nog een melding open", "F9: medewerker")
        acknowledge(shown)
        shown.wait_for("Ik heb de melding gezien", "Enter: antwoorden")
        shown.press("1", ENTER)
        until(lambda: "acknowledged" in kiosk.events(), "the log")
        shown.wait_for_gone("er staat nog een melding open")


OTHER_KEYS = (ENTER, "1", " ", "q", "\x1b", "\x03", "\x04", HIDE, PAUSE, CALLED, "\x1b[200~x\x1b[201~")


def test_no_other_key_ends_it(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        alarmed(shown)
        for key in OTHER_KEYS:
            shown.press(key)
            assert SAID in settle(shown, 0.5), repr(key)
        shown.press(YES)
        shown.wait_for("Ik zoek nu hulp")


def test_a_key_that_was_pressed_before_the_alert_stood_there_or_just_then_does_not_end_it(
    tmp_path: Path,
) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1" + ENTER + YES)
        shown.wait_for(ALARM, SAID)
        shown.press(YES, STAFF)
        assert SAID in settle(shown, 0.5)


@pytest.mark.parametrize(("columns", "rows"), [(80, 16), (60, 15), (40, 15)])
def test_on_a_low_screen_its_keys_and_112_are_in_view(tmp_path: Path, columns: int, rows: int) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.resize(columns, rows)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1", ENTER)
        shown.wait_for(ALARM, DESK, DANGER, SAID, "F9: medewerker")


def test_the_numbers_of_this_hospital_stand_on_it(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    config.write_text('hospital = "here"\n' + config.read_text(encoding="utf-8"), encoding="utf-8")
    with kiosk.on() as shown:
        alarmed(shown)
        shown.wait_for("Overdag: 020 123 45 67")


@pytest.mark.parametrize(
    ("settled", "stands"), [('desk_en = "left of the door"\n', "left of"), ("", "links van")]
)
def test_in_english_it_says_where_the_desk_is_in_english_where_that_is_settled(
    tmp_path: Path, settled: str, stands: str
) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    text = config.read_text(encoding="utf-8").replace("desk = ", f"{settled}desk = ")
    config.write_text(text, encoding="utf-8")
    with kiosk.on() as shown:
        for text, key in (
            ("English", "2\r"),
            ("Who fills in", "1\r"),
            ("encrypted", "\r"),
            ("Are you dizzy?", "1\r"),
        ):
            shown.wait_for(text, "F9: medewerker" if key == "2\r" else "Enter:")
            shown.press(key)
        shown.wait_for("Tell a member of staff now.", f"The desk: {stands}")


def test_staff_test_the_bell_at_the_screen_and_the_line_goes(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        shown.wait_for(START, "test vandaag het signaal", "F9: medewerker")
        acknowledge(shown)
        shown.wait_for("Het signaal testen", "Enter: antwoorden")
        shown.press("2", ENTER)
        shown.wait_for("Het signaal is getest, en het werkte.", "F9: terug")
        shown.press(STAFF)
        screen = shown.wait_for(START, "F9: medewerker")
        assert "test vandaag" not in screen
    assert [words for _, words in kiosk.rings()] == ["first kiosk 2", "second kiosk 2"]


def test_the_clock_of_idleness_stands_still(tmp_path: Path) -> None:
    with Kiosk(tmp_path).quick(idle=0.3, countdown=0.3) as shown:
        alarmed(shown)
        assert SAID in settle(shown, 1.5)


def test_who_says_it_and_walks_away_leaves_the_alert_and_not_her_answers(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(idle=2.0, countdown=0.3) as shown:
        alarmed(shown)
        shown.press(YES)
        shown.wait_for("Ik zoek nu hulp", "Enter: antwoorden")
        choose_at_alert(shown, "2")
        at_wish(shown)
        shown.wait_for(ALARM, SAID)
        settle(shown, DEAF)
        assert WISH not in shown.screen
        acknowledge(shown)
        until(lambda: "ended" in kiosk.events() or "acknowledged" in kiosk.events(), "the log")
        shown.wait_for("Uw overzicht")
    assert len(kiosk.run("records", "list").out.splitlines()) == 1


@pytest.mark.parametrize("broken", ["/nonexistent/bell", "false", "sleep 60"], ids=["no", "fails", "hangs"])
def test_a_bell_that_does_not_work_is_seen_on_the_screen(tmp_path: Path, broken: str) -> None:
    kiosk = Kiosk(tmp_path, alert=broken)
    with kiosk.quick(command=0.5) as shown:
        alarmed(shown)
        shown.wait_for("Loop naar de balie.")
    assert "failed" in kiosk.events()


def test_what_she_answered_is_kept_when_the_alert_begins_and_outlives_her_process(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        alarmed(shown)
        until(lambda: (tmp_path / "records.sqlite").exists() and len(listed(kiosk)) == 1, "the record")
        (child,) = processes_of(shown.process)
        os.kill(child, signal.SIGKILL)
        until(lambda: "crashed" in kiosk.events(), "the log")
    (record,) = kiosk.run("records", "export").json["records"]
    assert (record["answers"], record["broken_off"]) == ({"dizzy": True}, True)


def listed(kiosk: Kiosk) -> list[str]:
    """The lines of the list of records."""
    return kiosk.run("records", "list").out.splitlines()


def test_who_goes_on_after_the_alert_has_one_code_for_all_of_it(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        alarmed(shown)
        shown.press(YES)
        shown.wait_for("Ik zoek nu hulp", "Verder met de vragen", "Enter: antwoorden")
        choose_at_alert(shown, "2")
        code = from_the_wish(shown)
    first, last = kiosk.run("records", "export", code).json["records"]
    assert (first["broken_off"], last["broken_off"]) == (True, False)
    assert last["answers"] == {"dizzy": True, "wish": "hallo", "signs": ["none"]}


LATE = """
  - {id: soon, level: call, when: dizzy == false, if_unknown: self, say: hello}
  - {id: late, level: now, when: "maybe(has(signs, 'rash'))", if_unknown: self, say: hello}
"""


def test_an_alert_at_the_end_keeps_all_that_she_answered_once(tmp_path: Path) -> None:
    """She is called in with a sign unanswered: only now that may be the worst, and nothing older takes its place."""
    kiosk = Kiosk(tmp_path)
    file = tmp_path / "test.yaml"
    file.write_text(file.read_text(encoding="utf-8").rstrip() + LATE, encoding="utf-8")
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for("020 123 45 67", "Verder", "F4: ik word geroepen")
        answer_alert(shown, ENTER)
        at_wish(shown)
        shown.press("hallo", ENTER)
        shown.wait_for(SIGNS, "F4: ik word geroepen")
        shown.press(CALLED)
        shown.wait_for(ALARM, SAID)
        answer_alert(shown, YES)
        code = code_on(shown)
    (record,) = kiosk.run("records", "export", code).json["records"]
    assert record["answers"] == {"dizzy": False, "wish": "hallo"}
    assert (record["broken_off"], record["staff_called"]) == (True, True)


def test_a_database_that_hangs_keeps_neither_the_bell_nor_the_screen_waiting(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    hangs = "import time; from miskraam_cli.visit import keep_record; keep_record.keep = lambda *_: time.sleep(60)"
    with kiosk.quick(before=hangs) as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        pressed = time.time()
        shown.press("1", ENTER)
        shown.wait_for(ALARM, SAID)
        until(lambda: bool(kiosk.rings()), "the bell")
        assert kiosk.rings()[0][0] - pressed < 2


def test_who_presses_the_key_of_staff_still_reads_what_to_do(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        alarmed(shown)
        shown.press(STAFF)
        shown.wait_for("typ de pincode", ALARM, "Enter: klaar")
        shown.press("0000", ENTER)
        shown.wait_for(SAID)
        shown.press(STAFF)
        shown.wait_for("De laatste pincode paste niet.", "Even geduld", ALARM)
        shown.wait_for("typ de pincode", ALARM, "Enter: klaar")
        shown.press("1357", ENTER)
        shown.wait_for(SAID)


def test_her_process_ends_and_the_alert_still_stands(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(repeat=0.4, second=30) as shown:
        alarmed(shown)
        child, *_ = processes_of(shown.process)  # behind her the command that rings
        os.kill(child, signal.SIGKILL)
        until(lambda: "crashed" in kiosk.events(), "the crash")
        shown.wait_for(ALARM, SAID)
        count = len(kiosk.rings())
        until(lambda: len(kiosk.rings()) > count, "the bell again")
        settle(shown, DEAF)
        acknowledge(shown)
        shown.wait_for(START)


def test_a_signal_that_a_power_cut_ended_rings_again(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        alarmed(shown)
        until(lambda: len(kiosk.rings()) == 1, "the bell")
        shown.send_signal(signal.SIGKILL)
    with kiosk.on() as shown:
        shown.wait_for(START, "er staat nog een melding open")
        until(lambda: len(kiosk.rings()) == 2, "the bell again")


def test_the_bell_is_tested_and_the_start_screen_says_when_that_was_too_long_ago(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        shown.wait_for(START, "test vandaag het signaal")
    ran = kiosk.run("kiosk", "--test-alert")
    assert ran.code == 0
    assert "het werkte" in ran.out
    assert [words for _, words in kiosk.rings()] == ["first kiosk 2", "second kiosk 2"]
    assert kiosk.log()[-1]["what"] == "test"
    with kiosk.on() as shown:
        assert "test vandaag" not in shown.wait_for(START, "F9: medewerker")
    log = tmp_path / "kiosk.log"
    log.write_text(
        re.sub(r'"at": "20\d\d-', '"at": "2020-', log.read_text(encoding="utf-8")), encoding="utf-8"
    )
    with kiosk.on() as shown:
        shown.wait_for(START, "test vandaag het signaal")


@pytest.mark.parametrize(
    ("broken", "key", "which"),
    [
        ({"alert": "false"}, "alert", "first"),
        ({"second": "/no/such/command"}, "alert_second", "second"),
        ({"alert": "false", "second": "false"}, "alert, alert_second", "first second"),
    ],
)
def test_a_test_of_a_bell_that_does_not_work_names_it_and_the_start_screen_says_so(
    tmp_path: Path, broken: dict[str, str], key: str, which: str
) -> None:
    kiosk = Kiosk(tmp_path, **broken)
    ran = kiosk.run("kiosk", "--test-alert")
    assert ran.code == 6
    assert f"Het signaal werkt niet: {key}." in ran.err
    assert str(tmp_path / "kiosk.log") in ran.err
    last = kiosk.log()[-1]
    assert (last["outcome"], last["to"]) == ("failed", which)
    with kiosk.on() as shown:
        screen = shown.wait_for(START, "het signaal werkte niet. Test het opnieuw.", "F9: medewerker")
        assert "test vandaag" not in screen


def test_a_call_for_today_does_not_ring(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    questions = tmp_path / "test.yaml"
    text = questions.read_text(encoding="utf-8").replace("level: now", "level: call")
    questions.write_text(text, encoding="utf-8")
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("1", ENTER)
        shown.wait_for("020 123 45 67", "Enter: verder")
        answer_alert(shown, ENTER)
        at_wish(shown)
    assert kiosk.rings() == []
    assert "alarm" not in kiosk.events()
