"""A QR code on a screen of 80 by 24 is read by a telephone's kind of reader, on a light theme and on a dark one."""

import re
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.renderers.qr_code import QrCode, codes
from miskraam_cli.summary.whom_to_call import NOTHING_CONFIRMED, ContactShown, contacts_for, support
from tests.flat_text import flat
from tests.installed_program import miskraam
from tests.pseudo_terminal import Terminal, command_in_terminal
from tests.tiny_questionnaires import EN, NL, NOON, shipped
from tests.visit.qr_reader import DARK, LIGHT, TerminalColours, picture_of, read_codes

TEL = "tel:+31715262870"
SHORT = "https://www.freya.nl"
LONG = "https://www.kliniek-voor-vrouwen.example/nazorg"
SCAN = "Richt de camera van uw telefoon op deze code."
CANNOT = "Dit scherm kan geen QR-code tonen."
BLOCKS = re.compile("[█▀▄]")

PAGE = """
import sys
from miskraam_cli.cli.options import Options
from miskraam_cli.visit.qr_page import code_page
from miskraam_cli.cli.settle import open_session
from miskraam_cli.renderers.qr_code import QrCode
from miskraam_cli.terminal.ascii import install

install()
data, *flags = sys.argv[1:]
print(code_page(QrCode(data, "LUMC, overdag", "071 526 28 70"), open_session(Options(lines="--lines" in flags))))
input()
"""
STOCK = "import segno, sys; segno.make_qr(sys.argv[1], error='m').terminal(compact=True); input('drawn')"


def shown(
    script: str, *arguments: str, folder: Path, size: tuple[int, int] = (80, 24), **environment: str
) -> AbstractContextManager[Terminal]:
    """A script that prints a code and waits with the cursor below it."""
    return command_in_terminal(
        sys.executable, "-c", script, *arguments, folder=folder, size=size, **environment
    )


def test_the_long_website_is_as_long_as_websites_get() -> None:
    assert (len(SHORT), len(LONG)) == (20, 47)


@pytest.mark.service
@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("data", [TEL, SHORT, LONG])
def test_a_code_can_be_read_between_its_two_lines(tmp_path: Path, data: str, theme: TerminalColours) -> None:
    size = (80, 30) if data == LONG else (80, 24)  # room is left for what is asked under it
    with shown(PAGE, data, folder=tmp_path, size=size) as screen:
        screen.wait_for(SCAN, "LUMC, overdag: 071 526 28 70")
        assert read_codes(picture_of(screen.cells, theme), tmp_path) == [data]


@pytest.mark.service
@pytest.mark.parametrize("data", [TEL, LONG])
def test_the_stock_drawing_cannot_be_read_on_a_light_theme(tmp_path: Path, data: str) -> None:
    """Why the colours are named; and these tests can fail."""
    with shown(STOCK, data, folder=tmp_path) as screen:
        screen.wait_for("drawn")
        assert read_codes(picture_of(screen.cells, DARK), tmp_path) == [data]
        assert read_codes(picture_of(screen.cells, LIGHT), tmp_path) == []


def test_the_quiet_zone_is_four_modules_all_around(tmp_path: Path) -> None:
    with shown(PAGE, TEL, folder=tmp_path) as screen:
        screen.wait_for(SCAN, "LUMC")
        drawn = [line for line in screen.screen.splitlines() if BLOCKS.search(line)]
        assert (len(drawn), len(drawn[0])) == (17, 33)
        for line in (*drawn[:2], *drawn[-2:]):
            assert line == "█" * 33
        for line in drawn:
            assert line.startswith("████") and line.endswith("████")


@pytest.mark.parametrize(
    ("flags", "size", "environment"),
    [
        (("--lines",), (80, 24), {}),
        ((), (80, 24), {"TERM": "dumb"}),
        ((), (80, 24), {"NO_COLOR": "1"}),
        ((), (80, 24), {"PYTHONIOENCODING": "ascii"}),
        ((), (80, 23), {}),
        ((), (32, 24), {}),
    ],
    ids=["lines", "dumb", "no colour", "ascii", "too low", "too narrow"],
)
def test_a_screen_that_cannot_show_a_code_says_so_and_gives_the_number(
    tmp_path: Path, flags: tuple[str, ...], size: tuple[int, int], environment: dict[str, str]
) -> None:
    with shown(PAGE, TEL, *flags, folder=tmp_path, size=size, **environment) as screen:
        screen.wait_for(CANNOT, "LUMC, overdag: 071 526 28 70")
        assert not BLOCKS.search(screen.screen)
        assert b"\x1b" not in screen.written


@pytest.mark.service
def test_the_number_fits_a_screen_that_has_just_room(tmp_path: Path) -> None:
    with shown(PAGE, TEL, folder=tmp_path, size=(50, 24)) as screen:
        screen.wait_for(SCAN, "LUMC, overdag: 071 526 28 70")
        assert read_codes(picture_of(screen.cells, LIGHT), tmp_path) == [TEL]


def test_every_number_and_website_has_a_code() -> None:
    _, directory = shipped("follow-up")
    found = {code.data for code in codes(everyone(directory))}
    assert found == {
        "tel:112", "tel:+31715262870", "tel:+31715299517", "tel:+31246451088", "https://www.freya.nl",
        "tel:+31881264900", "https://www.fiom.nl",
    }  # fmt: skip


def everyone(directory: Directory) -> tuple[ContactShown, ...]:
    called = contacts_for(
        directory, hospital="lumc", urgent=True, moment=NOON, confirmed=NOTHING_CONFIRMED, words=NL
    )
    return (*called, *support(directory, NL))


def test_beside_a_code_stands_what_a_person_can_read() -> None:
    _, directory = shipped("follow-up")
    (number, website) = codes(support(directory, EN)[:1])
    assert number == QrCode("tel:+31246451088", "Freya, a patients' association", "024 645 10 88")
    assert website == QrCode("https://www.freya.nl", "Freya, a patients' association", "www.freya.nl")


def test_who_has_no_number_has_no_code() -> None:
    _, directory = shipped("follow-up")
    assert "midwife" in {contact.id for contact in everyone(directory)}
    assert not [code for code in codes(everyone(directory)) if "verloskundige" in flat(code.name)]


def test_json_has_the_website_where_there_is_one(tmp_path: Path) -> None:
    shown = miskraam("contacts", "--json", folder=tmp_path).json["contacts"]
    websites = {contact["id"]: contact["website"] for contact in shown}
    assert websites["freya"] == "www.freya.nl"
    assert websites["fiom"] == "www.fiom.nl"
    assert websites["lumc_day"] is None
