"""The code of a record that was kept is told, whatever fails behind it; and the failure is told too."""

from pathlib import Path

import pytest

from tests.records.clinic_machine import FEVER, Clinic, as_file, code_in

FAILURES = {
    "an exception": "raise RuntimeError('no font')",
    "no file": "raise OSError('no font')",
    "a crash": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "an exit": "raise SystemExit(3)",
    "nothing": "return b''",
}


def library(folder: Path, does: str) -> str:
    """A folder with a library for PDF that fails in this way."""
    lines = (
        "class HTML:",
        "    def __init__(self, string): pass",
        "    def write_pdf(self, **_):",
        f"        {does}",
    )
    (folder / "weasyprint.py").write_text("\n".join(lines), encoding="utf-8")
    return str(folder)


@pytest.mark.parametrize("does", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize("where", [("--output", "mine.pdf"), ("--format", "pdf")], ids=["file", "pipe"])
def test_a_pdf_that_cannot_be_made_is_6_behind_the_code(
    tmp_path: Path, where: tuple[str, str], does: str
) -> None:
    clinic = Clinic(tmp_path / "clinic")
    made = ("follow-up", "--answers", "-", "--keep", *where)
    ran = clinic.run(*made, stdin=as_file(FEVER), PYTHONPATH=library(tmp_path, does))
    assert ran.code == 6
    assert "Een PDF maken lukt hier niet." in ran.err.splitlines()[-1]
    assert clinic.open(code_in(f"{ran.out}\n{ran.err}")).code == 0
    assert not (clinic.folder / "mine.pdf").exists()


@pytest.mark.parametrize("form", ["html", "markdown", "json"])
def test_a_code_stands_beside_a_document_and_not_in_it(tmp_path: Path, form: str) -> None:
    clinic = Clinic(tmp_path / "clinic")
    ran = clinic.run("follow-up", "--answers", "-", "--keep", "--format", form, stdin=as_file(FEVER))
    code = code_in(ran.err)
    assert f"Code: {code}" not in ran.out
    assert clinic.open(code).code == 0


def test_a_file_that_cannot_be_written_is_6_behind_the_code(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    where = ("--output", "missing/mine.txt")
    ran = clinic.run("follow-up", "--answers", "-", "--keep", *where, stdin=as_file(FEVER))
    assert ran.code == 6
    assert clinic.open(code_in(ran.out)).code == 0
