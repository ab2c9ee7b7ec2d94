"""What a kiosk needs before it starts, a trial that needs nothing, its hours, and its PIN."""

import re
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from miskraam_cli.kiosk import pin
from miskraam_cli.visit.session import ZONE
from tests.kiosk.kiosk_program import (
    DIZZY,
    ENTER,
    PIN,
    STAFF,
    START,
    WISH,
    Kiosk,
    answer_alert,
    be_done,
    begin,
    choose_at_alert,
    to_the_end,
)
from tests.pseudo_terminal import command_in_terminal, terminal

ALL = ("numbers", "hours", "name", "desk", "alert", "alert_second", "staff", "pin", "records")
NAMED = {
    "numbers": "[confirmed.numbers]",
    "hours": "[confirmed.hours]",
    "records": "[records] recipients",
    "staff": "[kiosk.staff]",
    **{name: f"[kiosk] {name}:" for name in ("name", "desk", "alert", "alert_second", "pin")},
}


def test_it_refuses_and_names_all_that_is_missing(tmp_path: Path) -> None:
    ran = Kiosk(tmp_path, *ALL).run("kiosk")
    assert ran.code == 2
    assert ran.out == ""
    assert [name for name in ALL if NAMED[name] not in ran.err] == []


@pytest.mark.parametrize("name", ALL)
def test_it_refuses_for_one_thing_and_names_no_other(tmp_path: Path, name: str) -> None:
    ran = Kiosk(tmp_path, name).run("kiosk")
    assert ran.code == 2
    assert [other for other in ALL if NAMED[other] in ran.err] == [name]


@pytest.mark.parametrize("name", ["numbers", "hours"])
def test_a_confirmation_of_more_than_a_year_ago_is_missing(tmp_path: Path, name: str) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    head = f"[confirmed.{name}]"
    before, _, after = config.read_text(encoding="utf-8").partition(head)
    after = re.sub(r"on = 20\d\d-", "on = 2020-", after, count=1)
    config.write_text(before + head + after, encoding="utf-8")
    ran = kiosk.run("kiosk")
    assert ran.code == 2
    assert [other for other in ALL if NAMED[other] in ran.err] == [name]


STAFFED = 'who = "x", stand_in = "y", days = ["mon"], opens = 08:00:00, closes = 09:00:00'


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('colour = "red"', "kiosk.colour"),
        ("alert = [1]", "kiosk.alert"),
        ("questionnaires = [[]]", "kiosk.questionnaires"),
        ('name = "a\\nb"', "kiosk.name"),
        ('pin = "1234"', "kiosk.pin"),
        ('staff = {who = "x"}', "kiosk.staff"),
        ('staff = {phone = "x"}', "kiosk.staff.phone"),
        (f'staff = {{{STAFFED}, holidays = "no"}}', "holidays"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, line: str, key: str) -> None:
    (tmp_path / "config.toml").write_text(f"[kiosk]\n{line}\n", encoding="utf-8")
    config = str(tmp_path / "config.toml")
    with terminal("kiosk", "--trial", folder=tmp_path, MISKRAAM_CONFIG=config) as shown:
        assert shown.end() == 2
        assert f"‘{key}’" in shown.everything


def test_premi_is_nothing_for_a_kiosk(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('[kiosk]\nquestionnaires = ["premi"]\n', encoding="utf-8")
    config = str(tmp_path / "config.toml")
    with terminal("kiosk", "--trial", folder=tmp_path, MISKRAAM_CONFIG=config) as shown:
        assert shown.end() == 2
        assert "geen vragenlijst voor een kiosk" in shown.everything


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    ran = Kiosk(tmp_path).run("kiosk")
    assert ran.code == 2
    assert "een scherm met toetsen" in ran.err


def test_it_refuses_where_its_log_cannot_be_written(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    (tmp_path / "kiosk.log").mkdir()  # as root, another user's file would not stop it
    with kiosk.on() as shown:
        assert shown.end() == 6
        assert "kiosk.log" in shown.everything.replace(" ", "")
        assert "is niet te schrijven" in shown.everything
        assert START not in shown.everything


@pytest.mark.service
def test_a_trial_needs_nothing_and_every_screen_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").touch()
    config = str(tmp_path / "config.toml")
    with terminal("kiosk", "--trial", folder=tmp_path, MISKRAAM_CONFIG=config) as shown:
        shown.wait_for(START, "PROEF", "F9: medewerker")
        shown.press("1", ENTER)
        shown.wait_for("Wie vult", "PROEF")
        shown.press("1", ENTER)
        shown.wait_for("versleuteld", "PROEF")
        shown.press(ENTER)
        shown.wait_for("Bij welk ziekenhuis", "PROEF", "F4")
        shown.press("\x1bOQ")
        shown.wait_for("F2: verder", "PROEF")
        shown.press("\x1bOQ")
        shown.wait_for("Bij welk ziekenhuis", "PROEF", "F4")
        shown.press("1", ENTER)
        shown.wait_for("flauwgevallen", "PROEF", "F4")
        shown.press("1", ENTER)
        shown.wait_for("Waarschuw nu een medewerker.", "PROEF", "Loop naar de balie.")
        answer_alert(shown, "\x1b[19~")
        shown.wait_for("Ik zoek nu hulp", "PROEF", "Enter: antwoorden")
        choose_at_alert(shown, "1")
        while "Dit is een proef. Er is niets bewaard." not in shown.screen:
            shown.wait_for("PROEF", "Enter:")
            if "Er is niets bewaard." not in shown.screen:
                shown.turn_the_page()
        be_done(shown)
        shown.wait_for(START, "PROEF", "F9: medewerker")
        shown.press(STAFF)
        shown.wait_for("Dit scherm afsluiten", "PROEF")


@pytest.mark.service
def test_a_record_of_a_trial_says_so(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with kiosk.on("--trial") as shown:
        begin(shown)
        code = to_the_end(shown)
    assert kiosk.export(code)["device"] == "kiosk 2 (proef)"


@pytest.mark.service
@pytest.mark.parametrize(("somebody", "stands"), [("true", START), ("false", "Dit scherm staat nu uit.")])
def test_on_a_public_holiday_it_is_off_unless_somebody_is_there(
    tmp_path: Path, somebody: str, stands: str
) -> None:
    kiosk = Kiosk(tmp_path)
    contacts, config = tmp_path / "common" / "contacts.yaml", tmp_path / "config.toml"
    today = datetime.now(ZONE).date()
    days = f"{today}, {today + timedelta(days=1)}"  # the test may run past midnight
    contacts.write_text(contacts.read_text("utf-8").replace("2026-12-25", days), encoding="utf-8")
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("holidays = true", f"holidays = {somebody}"), encoding="utf-8")
    with kiosk.on() as shown:
        shown.wait_for(stands, "F9: medewerker")


@pytest.mark.parametrize("size", [(50, 24), (80, 20)])
def test_a_screen_on_which_an_alert_would_not_be_whole_is_refused(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    columns, rows = size
    with Kiosk(tmp_path).on(columns=columns, rows=rows) as shown:
        assert shown.end() == 2
        assert f"Het scherm is te klein: {columns} x {rows}." in shown.everything


@pytest.mark.service
def test_outside_the_hours_of_the_desk_it_is_off(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    config = tmp_path / "config.toml"
    text = config.read_text(encoding="utf-8")
    config.write_text(text.replace("closes = 23:59:59", "closes = 00:00:01"), encoding="utf-8")
    with kiosk.on() as shown:
        shown.wait_for("Dit scherm staat nu uit. Ga naar de balie.", "F9: medewerker")
        shown.press("1", "\r", "2")
        shown.press(STAFF)
        shown.wait_for("typ de pincode", "Enter: klaar")
        shown.press(*PIN, "\r")
        shown.wait_for("Dit scherm afsluiten", "Enter: antwoorden")
        shown.press("3", ENTER)
        assert shown.end() == 0


def test_a_pin_is_made_and_only_its_hash_is_shown(tmp_path: Path) -> None:
    config = str(tmp_path / "config.toml")
    (tmp_path / "config.toml").touch()
    with terminal("kiosk", "--set-pin", folder=tmp_path, columns=200, MISKRAAM_CONFIG=config) as shown:
        shown.wait_for("Kies een pincode van 4 tot 12 cijfers:")
        shown.press("97531", "\r")
        shown.wait_for("Nog een keer:")
        shown.press("97531", "\r")
        assert shown.end() == 0
        assert "97531" not in shown.everything
        (made,) = re.findall(r'pin = "(scrypt\$[^"]+)"', shown.everything)
    assert pin.fits("97531", made)
    assert not pin.fits("97532", made)


@pytest.mark.parametrize("typed", ["123", "1234567890123", "12a4", "", "١٢٣٤"])
def test_what_is_no_pin_is_asked_again(tmp_path: Path, typed: str) -> None:
    (tmp_path / "config.toml").touch()
    config = str(tmp_path / "config.toml")
    with terminal("kiosk", "--set-pin", folder=tmp_path, MISKRAAM_CONFIG=config) as shown:
        for said, keys in (
            ("", typed),
            ("Een pincode heeft 4 tot 12 cijfers. ", "97531"),
            ("12 cijfers: Nog een keer:", "97532"),
            ("De twee pincodes zijn niet gelijk. ", typed),
        ):
            shown.wait_for(said if said.endswith(":") else f"{said}Kies een pincode van 4 tot 12 cijfers:")
            shown.press(keys, "\r")
        assert shown.end() == 2
        assert "9753" not in shown.everything


def test_after_a_pin_that_is_none_a_better_one_is_taken(tmp_path: Path) -> None:
    (tmp_path / "config.toml").touch()
    config = str(tmp_path / "config.toml")
    with terminal("kiosk", "--set-pin", folder=tmp_path, MISKRAAM_CONFIG=config) as shown:
        for said, keys in (
            ("Kies een pincode van 4 tot 12 cijfers:", "12"),
            ("heeft 4 tot 12 cijfers. Kies een pincode van 4 tot 12 cijfers:", "97531"),
            ("Nog een keer:", "97531"),
        ):
            shown.wait_for(said)
            shown.press(keys, "\r")
        assert shown.end() == 0
        assert 'pin = "scrypt$' in shown.everything


def test_two_hashes_of_one_pin_differ_and_a_text_that_is_none_fits_nothing() -> None:
    assert pin.hashed(PIN) != pin.hashed(PIN)
    for kept in ("", "1234", "scrypt$16384$8$1$c2FsdA==", "md5$1$1$1$AA==$AA==", "scrypt$x$8$1$AA==$AA=="):
        assert not pin.is_hash(kept), kept


@pytest.mark.service
def test_a_terminal_that_shows_ascii_only(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    with terminal(
        "kiosk", folder=tmp_path, LANG="C", PYTHONIOENCODING="ascii", MISKRAAM_CONFIG=kiosk.config
    ) as shown:
        shown.wait_for("Vragenlijst - Questionnaire", "F9: medewerker")
        begin_in_ascii = ("1\r", "1\r", "\r")
        for text, key in zip(("Nederlands", "Wie vult", "versleuteld"), begin_in_ascii, strict=True):
            shown.wait_for(text, "Enter:")
            shown.press(key)
        shown.wait_for(DIZZY, "F4: ik word geroepen")
    assert all(byte < 128 for byte in shown.written)
    assert WISH not in shown.screen


def test_it_says_kindly_where_it_does_not_run(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    script = (
        "import os, sys\nfrom miskraam_cli.cli import kiosk, main\nkiosk.os = type('W', (), {'name': 'nt'})\n"
    )
    script += "sys.argv[1:] = ['kiosk']\nmain.main()\n"
    with command_in_terminal(
        sys.executable, "-c", script, folder=tmp_path, MISKRAAM_CONFIG=kiosk.config
    ) as shown:
        assert shown.end() == 2
        assert "alleen op Linux en macOS" in shown.everything
