"""A patient at the kiosk, by the installed program in a terminal: a start that says nothing, a code, and anew."""

import os
import re
import signal
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.kiosk.kiosk_program import (
    CALLED,
    DIZZY,
    ENTER,
    LAST,
    MORE,
    SIGNS,
    START,
    WISH,
    Kiosk,
    at_wish,
    be_done,
    begin,
    code_on,
    from_the_wish,
    processes_of,
    read_to_the_code,
    to_the_end,
    until,
)
from tests.pseudo_terminal import BACK

pytestmark = pytest.mark.service

ABOUT = re.compile(r"miskra|miscarr|zwanger|pregnan|gyn|verlos|poli", re.IGNORECASE)


def test_the_start_screen_says_nothing_of_what_it_is_about(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        screen = shown.wait_for(START, "Nederlands", "English", "F9: medewerker")
    assert not ABOUT.search(screen)
    assert "Voor 16 jaar en ouder, of samen met een volwassene of zorgverlener." in screen
    assert "------>" in screen, "the way to the desk, without words"
    assert b"\x1b[?1049h" in shown.written


def test_on_a_low_screen_both_languages_are_in_view(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        shown.wait_for(START, "F9: medewerker")
        shown.resize(40, 15)
        shown.wait_for(START, "1  Nederlands", "2  English", "Enter: antwoorden")


def test_a_walk_ends_with_a_code_and_the_next_finds_a_new_screen(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown, who="2")
        (first,) = processes_of(shown.process)
        code = to_the_end(shown, "een vraag van haar")
        assert "bewaard" not in shown.screen
        be_done(shown)
        shown.wait_for(START, "F9: medewerker")
        (second,) = processes_of(shown.process)
        assert second != first
        begin(shown)
        shown.wait_for(DIZZY, "Enter: antwoorden")
        assert "Shift-Tab" not in shown.screen, "there is nothing of hers to go back to"
        until(lambda: kiosk.events() == ["on", "started", "ended", "started"], "the log")
    record = kiosk.export(code)
    assert record["answers"] == {"dizzy": False, "wish": "een vraag van haar", "signs": ["none"]}
    assert record["device"] == "kiosk 2"
    assert record["setting"] == "kiosk"
    assert record["filled_by"] == "helped"
    assert record["broken_off"] is False


def test_in_english_from_the_second_choice(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        shown.wait_for(START, "F9: medewerker")
        shown.press("2", ENTER)
        shown.wait_for("Who fills in the questions?", "Enter: answer")
        shown.press("1", ENTER)
        shown.wait_for("We keep your answers encrypted.", "Enter: next")
        shown.press(ENTER)
        shown.wait_for("Are you dizzy?", "F2: hide", "F4: I am called in")


def test_who_is_called_in_gets_her_code_at_once_and_the_rest_is_not_answered(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        at_wish(shown)
        shown.press("niet af", CALLED)
        shown.wait_for("U bent geroepen.")
        code = code_on(shown)
        shown.press("2", ENTER)
        shown.wait_for("Uw overzicht")
    record = kiosk.export(code)
    assert record["answers"] == {"dizzy": False}, "what was not sent is not answered"
    assert record["broken_off"] is True


def test_who_was_not_called_in_after_all_goes_on_where_she_was(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for(MORE, "F4: ik word geroepen")
        shown.press(CALLED)
        shown.wait_for("U bent geroepen.", "Ik ben nog niet geroepen.", "Enter: antwoorden")
        shown.press("1", ENTER)
        code = from_the_wish(shown)
        assert "nog niet geroepen" not in shown.screen
    first, last = kiosk.run("records", "export", code).json["records"]
    assert (first["broken_off"], last["broken_off"]) == (True, False)
    assert last["answers"] == {"dizzy": False, "wish": "hallo", "signs": ["none"]}


def test_the_key_that_turns_the_pages_does_not_wipe_her_code(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        code = to_the_end(shown)
        for keys in (("\x1b[B", ENTER), ("1", ENTER)):
            shown.press(*keys)
            shown.wait_for("Uw overzicht", "Enter: verder")
            assert read_to_the_code(shown) == code


def test_her_own_words_are_asked_for_only_when_she_is_done_and_wants_to(tmp_path: Path) -> None:
    """AMB-104: others see this screen, and nobody reads it for hours."""
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        assert WISH not in shown.wait_for("Bent u klaar?", "Ik ben klaar", MORE, "F4: ik word geroepen")
        shown.press("1", ENTER)
        shown.wait_for(SIGNS, "F4: ik word geroepen")
        shown.press(BACK)
        shown.wait_for("Wat wilt u vragen?", "F4: ik word geroepen")
        shown.press(BACK)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for(WISH, "F4: ik word geroepen")
        shown.press(ENTER)
        shown.wait_for(SIGNS, "F4: ik word geroepen")
        shown.press("3", ENTER)
        shown.wait_for(LAST, "Verder", "F4: ik word geroepen")
        shown.press("1", ENTER)
        code = read_to_the_code(shown)
    assert kiosk.export(code)["answers"]["wish"] == {"declined": True}


def test_her_own_words_stand_on_no_later_screen_by_themselves(tmp_path: Path) -> None:
    """AMB-104: who passes must not read what she typed. Her page has it, and says when it is read (AMB-126)."""
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        at_wish(shown)
        shown.press("tulpen", ENTER)
        assert "tulpen" not in shown.wait_for("uw vraag: opgeschreven", SIGNS, "F4: ik word geroepen")
        shown.press("3", ENTER)
        assert "tulpen" not in shown.wait_for(LAST, "Verder", "F4: ik word geroepen")
        shown.press("1", ENTER)
        assert "tulpen" in shown.wait_for("Uw overzicht", "Dit leest iemand pas bij uw afspraak.")
        read_to_the_code(shown)
        assert "tulpen" not in shown.screen


def test_an_example_and_the_unit_stand_beside_a_field_before_the_first_try(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    file = tmp_path / "test.yaml"
    field = (
        "- {id: wish, type: decimal, unit: Cel, places: 1, range: [34, 43], example: 37.4, addition: a test,"
        f" text: {{nl: '{WISH}', en: A}}, label: {{nl: temperatuur, en: A}}}}"
    )
    text = file.read_text(encoding="utf-8")
    before, rest = text.split("      - id: wish\n")
    after = rest[rest.index("      - id: signs") :]
    file.write_text(f"{before}      {field}\n{after}", encoding="utf-8")
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for(WISH, "°C, bijvoorbeeld 37,4", "F4: ik word geroepen")
        shown.press("38.6", ENTER)
        shown.wait_for("temperatuur: 38,6 °C", SIGNS)


def test_who_is_called_in_before_any_answer_leaves_nothing(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press(CALLED)
        shown.wait_for(START)
    assert kiosk.run("records", "list").out.strip() == ""


def test_back_goes_through_the_questions_and_through_the_beginning(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        shown.wait_for(START, "F9: medewerker")
        shown.press("1", ENTER)
        shown.wait_for("Wie vult de vragen in?", "Enter: antwoorden")
        shown.press("2", ENTER)
        shown.wait_for("versleuteld", "Enter: verder")
        shown.press(BACK)
        shown.wait_for("Wie vult de vragen in?", "Enter: antwoorden")
        shown.wait_for_cursor_on("Iemand helpt mij")
        shown.press(BACK)
        shown.wait_for(START, "F9: medewerker")


def test_the_answers_can_be_looked_at_before_they_are_kept(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        for question, keys in (
            (DIZZY, "2" + ENTER),
            (MORE, "2" + ENTER),
            (WISH, "x" + ENTER),
            (SIGNS, "1" + ENTER),
        ):
            shown.wait_for(question, "F4: ik word geroepen")
            shown.press(keys)
        shown.wait_for(LAST, "Mijn antwoorden nakijken", "F4: ik word geroepen")
        shown.press("2", ENTER)
        shown.wait_for("Dit zijn uw antwoorden.", "Uw vraag: x")


def test_a_code_of_qr_for_her_telephone(tmp_path: Path) -> None:
    with Kiosk(tmp_path).on() as shown:
        begin(shown)
        to_the_end(shown)
        shown.press("2", ENTER)
        shown.wait_for("020 123 45 67", "Enter: verder")
        shown.press("1", ENTER)
        shown.wait_for("▀", "020 123 45 67", "Verder")
        shown.press(ENTER)
        shown.wait_for("Dit is uw code")


def test_the_slip_says_the_code_and_no_other_word(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    paper = tmp_path / "paper.txt"
    printer = tmp_path / "printer.sh"
    printer.write_text(f"#!/bin/sh\ncat >> {paper}\n", encoding="utf-8")
    printer.chmod(0o700)
    text = config.read_text(encoding="utf-8").replace("[kiosk]\n", f'[kiosk]\nprint = ["{printer}"]\n')
    config.write_text(text, encoding="utf-8")
    with kiosk.on() as shown:
        begin(shown)
        code = to_the_end(shown, "geheim")
        shown.press("3", ENTER)
        shown.wait_for("naar de printer gestuurd", "Enter: antwoorden")
        assert paper.read_text(encoding="utf-8") == f"{code}\n"
        shown.press("4", ENTER)
        until(lambda: "020 123 45 67" in paper.read_text(encoding="utf-8"), "the numbers on paper")
        assert "geheim" not in paper.read_text(encoding="utf-8")


def test_what_cannot_be_kept_is_said_to_her_and_logged(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on() as shown:
        begin(shown)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        (tmp_path / "records.sqlite").mkdir()  # neither a database nor a place to wait
        (tmp_path / "spool").write_text("", encoding="utf-8")
        shown.press("2", ENTER)
        at_wish(shown)
        shown.press(CALLED)
        shown.wait_for("Uw antwoorden zijn niet bewaard. Zeg dit aan de balie.")
        until(lambda: "not_kept" in kiosk.events(), "the line in the log")


@pytest.mark.parametrize("how", ["error", "killed"])
def test_a_crash_brings_the_start_screen_back_and_is_logged_without_an_answer(
    tmp_path: Path, how: str
) -> None:
    kiosk = Kiosk(tmp_path)
    breaks = """
from miskraam_cli.interview.state import Interview
def broken(self, question, answer, give=Interview.answer):
    found = give(self, question, answer)
    if "wish" in found.answers: raise ValueError(found.answers["wish"])
    return found
Interview.answer = broken
"""
    with kiosk.quick(before=breaks if how == "error" else "") as shown:
        begin(shown)
        (first,) = processes_of(shown.process)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
        shown.press("2", ENTER)
        at_wish(shown)
        shown.press("tulp", ENTER) if how == "error" else os.kill(first, signal.SIGSEGV)
        screen = shown.wait_for(START, "F9: medewerker")
        assert WISH not in screen
        begin(shown)
    (crash,) = [line for line in kiosk.log() if line["what"] == "crashed"]
    assert crash["type"] == ("ValueError" if how == "error" else "exit -11")
    assert "tulp" not in (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert b"Traceback" not in shown.written


def test_a_start_screen_that_never_stands_ends_the_program(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    breaks = "from miskraam_cli.kiosk import start_screens\nstart_screens.PICTOGRAM = None\n"
    with kiosk.quick(before=breaks) as shown:
        assert shown.end() == 70
    assert kiosk.events().count("crashed") == 5
    assert b"Traceback" not in shown.written


def test_the_shipped_follow_up_is_walked_where_nothing_else_is_settled(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    lines = config.read_text(encoding="utf-8").splitlines()
    config.write_text("\n".join(line for line in lines if "questionnaires" not in line), encoding="utf-8")
    assert "questionnaires" not in config.read_text(encoding="utf-8")
    (tmp_path / "common").rename(tmp_path / "other")
    with kiosk.on("--trial") as shown:
        begin(shown)
        shown.wait_for("Bij welk ziekenhuis bent u?", "F4: ik word geroepen")
        shown.press("1", ENTER)
        shown.wait_for("flauwgevallen", "F4: ik word geroepen")
        shown.press(CALLED)
        code = code_on(shown)
        shown.press("2", ENTER)
        read_to_the_code(shown)
    opened = kiosk.run("records", "open", code)
    assert "(kiosk 2 (proef), zelf ingevuld, afgebroken)" in flat(opened.out)
    assert re.search(r"\[\?\] niet bekend: .*koorts|temperatuur", flat(opened.out)), "what was not reached"


def test_more_than_one_questionnaire_is_a_choice_after_the_language(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    text = config.read_text(encoding="utf-8").replace('["test.yaml"]', '["test.yaml", "intake"]')
    config.write_text(text, encoding="utf-8")
    with kiosk.on() as shown:
        assert not ABOUT.search(shown.wait_for(START, "F9: medewerker"))
        shown.press("1", ENTER)
        shown.wait_for("Wie vult de vragen in?", "Enter: antwoorden")
        shown.press("1", ENTER)
        shown.wait_for("Waar gaat het over?", "Test", "Herhaalde miskramen", "Enter: antwoorden")
        shown.press("1", ENTER)
        shown.wait_for("versleuteld", "Enter: verder")
        shown.press(ENTER)
        shown.wait_for(DIZZY)
