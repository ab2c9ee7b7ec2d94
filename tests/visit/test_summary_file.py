"""The file that she takes home: its name chooses the form, it is whole or not there, and only its owner reads it."""

import json
import os
import re
import stat
import sys
import zlib
from pathlib import Path

import pytest

from tests.installed_program import Ran, miskraam
from tests.needed_programs import missing

ANSWERS = "{hospital: lumc, temperature_measured: yes, temperature: 38.6}"
FORMS = {
    "mine.txt": "Uw overzicht\n",
    "mine.md": "# Uw overzicht\n",
    "mine.html": "<!DOCTYPE html>\n",
    "mine.HTM": "<!DOCTYPE html>\n",
    "mine.json": "{\n",
    "mine": "Uw overzicht\n",
    ".mine": "Uw overzicht\n",
}
WITHOUT = """
import sys
sys.modules["weasyprint"] = None
from miskraam_cli.cli.main import run
sys.exit(run(sys.argv[1:]))
"""


def made(folder: Path, *more: str | Path, interpreter: tuple[str, ...] = ()) -> Ran:
    run = ("follow-up", "--answers", "-", "--now", "2026-11-24T12:00", *more)
    return miskraam(*run, folder=folder, stdin=ANSWERS, interpreter=interpreter)


def unpacked(pdf: bytes) -> bytes:
    """A PDF followed by what is packed in it."""
    packed = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(zlib.decompressobj().decompress(part) for part in packed)


@pytest.mark.parametrize(("name", "start"), FORMS.items())
def test_the_name_of_the_file_chooses_the_form(tmp_path: Path, name: str, start: str) -> None:
    ran = made(tmp_path, "--output", name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    file = tmp_path / name
    assert file.read_text(encoding="utf-8").startswith(start)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [found.name for found in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("form", "start"), [("markdown", "# Uw overzicht"), ("html", "<!DOCTYPE html>"), ("text", "Uw overzicht")]
)
def test_a_form_asked_for_goes_before_the_name(tmp_path: Path, form: str, start: str) -> None:
    assert made(tmp_path, "--format", form).out.startswith(start)
    assert made(tmp_path, "--format", form, "--output", "mine.json").code == 0
    assert (tmp_path / "mine.json").read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("name", ["mine.docx", "mine.doc", "mine.html.zip", "mine.PDFX"])
def test_a_name_that_promises_another_form_is_refused_before_anything_is_asked(
    tmp_path: Path, name: str
) -> None:
    ran = miskraam("follow-up", "--lines", "--output", name, folder=tmp_path, stdin="1\n")
    assert (ran.code, ran.out) == (2, "")
    assert f"‘{Path(name).suffix}’" in ran.err
    assert all(suffix in ran.err for suffix in (".txt", ".md", ".html", ".json", ".pdf"))
    assert not list(tmp_path.iterdir())


def test_a_questionnaire_from_a_file_has_pages_too(tmp_path: Path) -> None:
    file = Path(__file__).parents[2] / "questionnaires" / "premi.yaml"
    ran = miskraam("run", file, "--answers", "-", "--format", "html", folder=tmp_path, stdin="{age: 32}")
    assert ran.code == 0
    assert "<h1>Uw overzicht</h1>" in ran.out


def test_a_file_that_was_there_is_replaced_whole_and_is_hers_alone(tmp_path: Path) -> None:
    file = tmp_path / "mine.html"
    file.write_text("was hier eerst" * 10_000, encoding="utf-8")
    file.chmod(0o644)
    (tmp_path / "link.html").symlink_to(file)
    assert made(tmp_path, "--output", "link.html").code == 0
    assert (tmp_path / "link.html").is_symlink()
    assert "was hier eerst" not in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_device_is_written_to_and_stays_a_device(tmp_path: Path) -> None:
    assert made(tmp_path, "--output", os.devnull).code == 0
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_drawing_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    failing = (
        "import sys\n"
        "import miskraam_cli.renderers.html as html\n"
        "html.template = lambda _name: 1 / 0\n"
        "from miskraam_cli.cli.main import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    (tmp_path / "mine.html").write_text("old", encoding="utf-8")
    ran = made(tmp_path, "--output", "mine.html", interpreter=(sys.executable, "-c", failing))
    assert ran.code == 70
    assert (tmp_path / "mine.html").read_text(encoding="utf-8") == "old"
    assert [found.name for found in tmp_path.iterdir()] == ["mine.html"]


@pytest.mark.parametrize("form", [("--format", "text"), ("--format", "html"), ("--output", "mine.md")])
def test_the_short_form_names_whom_to_call_and_nothing_of_hers(tmp_path: Path, form: tuple[str, str]) -> None:
    ran = made(tmp_path, "--short", *form)
    assert ran.code == 0, ran.err
    said = ran.out or (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert "071 526 28 70" in said
    assert "niet bevestigd" in said
    assert "Bent u ongerust?" in said
    assert not re.search(r"38|temperatuur|koorts|miskraam|zwanger", said)


@pytest.mark.parametrize("form", [("--json",), ("--format", "json"), ("--output", "mine.json")])
def test_a_document_for_machines_is_never_short(tmp_path: Path, form: tuple[str, ...]) -> None:
    """Without its findings it would read as if there were none."""
    ran = made(tmp_path, "--short", *form)
    assert (ran.code, ran.out) == (2, "")
    assert "--short" in ran.err
    assert not list(tmp_path.iterdir())


def test_without_weasyprint_it_says_what_to_install_before_anything_is_asked(tmp_path: Path) -> None:
    run = ("follow-up", "--lines", "--output", "mine.pdf", "--lang", "en")
    ran = miskraam(*run, folder=tmp_path, stdin="1\n", interpreter=(sys.executable, "-c", WITHOUT))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'miskraam[pdf]'" in ran.err
    assert len(ran.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())


def test_a_form_that_does_not_exist_is_refused_before_anything_is_asked(tmp_path: Path) -> None:
    ran = miskraam("follow-up", "--lines", "--format", "htm", folder=tmp_path, stdin="1\n")
    assert (ran.code, ran.out) == (2, "")
    assert "html" in ran.err


@pytest.mark.service
def test_a_pdf_is_tagged_and_has_one_or_two_sheets(tmp_path: Path) -> None:
    try:
        import weasyprint  # noqa: F401  # only to know whether it is there
    except (ImportError, OSError) as error:
        missing(f"the extra ‘pdf’ is not installed: {error}")
    ran = made(tmp_path, "--output", "mine.pdf")
    assert (ran.code, ran.err) == (0, "")
    pdf = unpacked((tmp_path / "mine.pdf").read_bytes())
    assert pdf.startswith(b"%PDF-1.7")
    assert b"pdfuaid" in pdf
    assert b"/StructTreeRoot" in pdf
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) in (1, 2)


def test_json_in_a_file_is_the_same_document(tmp_path: Path) -> None:
    assert made(tmp_path, "--output", "mine.json").code == 0
    assert json.loads((tmp_path / "mine.json").read_text(encoding="utf-8")) == made(tmp_path, "--json").json
