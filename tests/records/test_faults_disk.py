"""A disk that is full or takes nothing: what could not be kept gets no code, and what was kept is there."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installed_program import Ran
from tests.needed_programs import missing
from tests.records.clinic_machine import Clinic, as_file, code_in
from tests.records.patient_at_last_question import numbered, question_of, questions_kept

KIB = 1024
FREE = (*range(0, 160, 8), 4, 12, 20, 200, 400)  # KiB left on the disk: from nothing to enough
PAGE = "071 526 28 70"


class Disk:
    """A small disk of its own, in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self, but: int) -> None:
        """Leave so many KiB."""
        self._ballast.unlink(missing_ok=True)
        found = os.statvfs(self.folder)
        self._ballast.write_bytes(bytes(found.f_bavail * found.f_frsize - but * KIB))

    def clear(self) -> None:
        """Make room again."""
        self._ballast.unlink()

    def mount(self, options: str) -> bool:
        """Mount it anew; whether that is allowed here."""
        command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(self.folder)]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """A disk of two megabytes; only root can mount one."""
    made = Disk(tmp_path / "disk")
    made.folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or not made.mount("size=2m"):
        missing("only root can mount a small disk")
    yield made
    subprocess.run(["umount", str(made.folder)], check=True)


def kept(clinic: Clinic, number: int) -> Ran:
    """Run it to the end; she sees her page whatever happens to the record."""
    ran = clinic.run("follow-up", "--answers", "-", "--keep", stdin=as_file(numbered(number)))
    assert PAGE in ran.out
    assert "Traceback" not in ran.err
    if ran.code:
        assert ran.code == 6
        assert "NIET bewaard" in ran.err
        assert "Code: " not in ran.out
    return ran


@pytest.mark.long
def test_on_a_full_disk_a_code_is_shown_or_the_failure_is_said(disk: Disk) -> None:
    clinic = Clinic(disk.folder / "clinic")
    codes = {clinic.keep(numbered(999)): 999}
    refused = 0
    for number, free in enumerate(FREE):
        disk.fill(free)
        ran = kept(clinic, number)
        disk.clear()
        if ran.code:
            assert "de schijf is vol" in ran.err
            refused += 1
        else:
            codes[code_in(ran.out)] = number
    assert refused
    assert len(codes) > 1
    assert clinic.run("records", "deliver").code == 0
    assert sorted(questions_kept(clinic)) == sorted(
        f"{code} {question_of(number)}" for code, number in codes.items()
    )
    for code in codes:
        assert clinic.open(code).code == 0


@pytest.mark.long
def test_what_finds_the_database_full_waits_elsewhere_and_is_delivered_once(
    disk: Disk, tmp_path: Path
) -> None:
    clinic = Clinic(tmp_path / "clinic", database=str(disk.folder / "records.sqlite"))
    codes = {clinic.keep(numbered(999)): 999}
    for number, free in enumerate(FREE):
        disk.fill(free)
        ran = kept(clinic, number)
        assert ran.code == 0, ran.err
        codes[code_in(ran.out)] = number
        assert clinic.run("records", "deliver").code in (0, 6)
        disk.clear()
    assert clinic.run("records", "deliver").code == 0
    assert sorted(questions_kept(clinic)) == sorted(
        f"{code} {question_of(number)}" for code, number in codes.items()
    )
    disk.fill(0)
    full = clinic.open(next(iter(codes)))
    assert full.code == 6
    assert "de schijf is vol" in full.err
    disk.clear()
    assert clinic.open(next(iter(codes))).code == 0


@pytest.mark.long
def test_a_disk_that_takes_nothing_is_said_and_loses_nothing(disk: Disk, tmp_path: Path) -> None:
    inside = Clinic(disk.folder / "clinic")
    first = inside.keep(numbered(1))
    outside = Clinic(
        tmp_path / "clinic",
        recipients=inside.recipients,
        database=str(disk.folder / "clinic" / "records.sqlite"),
    )
    assert disk.mount("remount,ro")
    assert "er kan niet worden geschreven" in kept(inside, 2).err
    opened = inside.open(first)
    assert (opened.code, opened.out) == (6, "")
    assert "dat is niet te openen" in opened.err
    waiting = code_in(kept(outside, 3).out)
    assert disk.mount("remount,rw")
    assert outside.run("records", "deliver").code == 0
    assert sorted(questions_kept(inside)) == sorted(
        [f"{first} {question_of(1)}", f"{waiting} {question_of(3)}"]
    )
