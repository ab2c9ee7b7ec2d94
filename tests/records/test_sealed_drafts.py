"""Where the clinic has keys a draft is sealed too: who finds the file reads nothing, the clinic goes on."""

from pathlib import Path

import pytest

from miskraam_cli.records import seal
from tests.records.clinic_machine import Clinic

BEGUN = "1\n3\n2\nstop\n"


def begun(clinic: Clinic) -> Path:
    """A draft with three answers."""
    ran = clinic.run("follow-up", "--lines", "--draft", "mine.age", stdin=BEGUN)
    assert ran.code == 4, ran.err
    return clinic.folder / "mine.age"


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    return Clinic(tmp_path / "clinic")


def test_the_file_is_sealed_and_the_key_opens_it(clinic: Clinic) -> None:
    content = begun(clinic).read_bytes()
    assert seal.is_sealed(content)
    for word in (b"bleeding", b"lumc", b"follow-up"):
        assert word not in content
    opened = seal.unlocked((clinic.folder / "key.txt").read_bytes()).open(content)
    assert b'"bleeding": "less"' in opened


def test_the_clinic_goes_on_and_the_file_stays_sealed(clinic: Clinic) -> None:
    file = begun(clinic)
    ran = clinic.run("resume", "mine.age", "--lines", stdin="3\nstop\n")
    assert ran.code == 4, ran.err
    asked = ran.out.partition("Uw overzicht")[0]
    assert "Heeft u pijn in uw onderbuik?" in asked
    assert "Hoeveel bloed verliest u vandaag?" not in asked
    opened = seal.unlocked((clinic.folder / "key.txt").read_bytes()).open(file.read_bytes())
    assert b'"pain": "severe"' in opened


def test_without_the_key_it_is_said_and_nothing_is_changed(clinic: Clinic, tmp_path: Path) -> None:
    file = begun(clinic)
    before = file.read_bytes()
    kiosk = Clinic(tmp_path / "kiosk", recipients=clinic.recipients)
    other = Clinic(tmp_path / "other")
    for machine in (kiosk, other):
        ran = machine.run("resume", file, "--lines", stdin="stop\n")
        assert ran.code in (2, 6)
        assert ran.err and "Traceback" not in ran.err
        assert ran.out == ""
    assert file.read_bytes() == before


def test_a_draft_in_clear_can_still_be_gone_on_from(clinic: Clinic) -> None:
    sealed = begun(clinic)
    clear = clinic.folder / "clear.txt"
    clear.write_bytes(seal.unlocked((clinic.folder / "key.txt").read_bytes()).open(sealed.read_bytes()))
    ran = clinic.run("resume", "clear.txt", "--lines", stdin="stop\n")
    assert ran.code == 4, ran.err
    assert seal.is_sealed(clear.read_bytes())
