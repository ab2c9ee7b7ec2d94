"""`miskraam author book`: what it writes and where, what it refuses, and how it ends."""

import re
import sys
from pathlib import Path

import pytest

from miskraam_cli.library import read_files
from tests.installed_program import Ran, miskraam
from tests.needed_programs import missing
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import write_questionnaire

WITHOUT = """
import sys
sys.modules["weasyprint"] = None
from miskraam_cli.cli.main import main
main()
"""
SHIPPED = read_files.SHIPPED / "follow-up.yaml"


def made(folder: Path, *arguments: str | Path) -> Ran:
    return miskraam("author", "book", *arguments, "--now", "2026-11-24T12:00", folder=folder)


def edited(folder: Path, old: str, new: str) -> str:
    """A copy of the follow-up in which something is different; the name of its file."""
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    (folder / "earlier.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    return "earlier.yaml"


def test_without_a_file_it_prints_all_questionnaires_as_markdown(tmp_path: Path) -> None:
    ran = made(tmp_path)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("# Boek voor de kliniek · Book for the clinic\n")
    chapters = re.findall(r"^## (.*)$", ran.out, re.MULTILINE)
    assert len(chapters) == len(read_files.shipped()) + 3, "facts, rulings and signatures"
    assert not list(tmp_path.iterdir())


def test_the_same_moment_gives_the_same_book(tmp_path: Path) -> None:
    assert made(tmp_path, "premi").out == made(tmp_path, "premi", "--lang", "en").out


@pytest.mark.parametrize("file", ["boek.html", "boek.htm", "boek.md", "BOEK.MD"])
def test_the_name_of_the_file_chooses_the_form(tmp_path: Path, file: str) -> None:
    ran = made(tmp_path, "premi", "--output", file)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    written = (tmp_path / file).read_text(encoding="utf-8")
    assert written.startswith("#" if file.lower().endswith("md") else "<!DOCTYPE html>")
    assert "PREMI" in written


def test_what_changed_since_an_earlier_version_is_named(tmp_path: Path) -> None:
    earlier = edited(tmp_path, "Hoeveel bloed verliest u vandaag?", "Hoeveel bloed verliest u nu?")
    ran = made(tmp_path, "follow-up", "--since", earlier)
    assert (ran.code, ran.err) == (0, "")
    told = ran.out[ran.out.index("## Veranderd: ") : ran.out.index("\n## Na een miskraam")]
    assert told.count("### ") == 1
    assert re.search(
        r"\| was .*Hoeveel bloed verliest u nu\?.*\n.*\| is .*Hoeveel bloed verliest u vandaag\?",
        told,
    )


def test_since_itself_nothing_has_changed(tmp_path: Path) -> None:
    ran = made(tmp_path, "--since", SHIPPED)
    assert (ran.code, ran.err) == (0, "")
    assert "Er is niets veranderd." in ran.out


def test_a_questionnaire_of_ones_own_is_named_by_its_file(tmp_path: Path) -> None:
    own = edited(tmp_path, "title: {nl: Na een miskraam", "title: {nl: Onze eigen lijst")
    ran = made(tmp_path, own)
    assert ran.code == 0
    assert "\n## Onze eigen lijst" in ran.out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("folow-up",), ("folow-up", "follow-up")),
        (("premi", "--output", "boek.txt"), (".txt", ".md, .html, .htm, .pdf")),
        (("premi", "--output", "boek"), (".md",)),
        (("premi", "--since", SHIPPED), ("follow_up", "--since")),
        (("--since",), ("--since",)),
    ],
)
def test_wrong_usage_is_2_and_writes_nothing(
    tmp_path: Path, arguments: tuple[str | Path, ...], named: tuple[str, ...]
) -> None:
    ran = miskraam("author", "book", *arguments, folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert all(word in ran.err for word in named)
    assert "Traceback" not in ran.err
    assert not list(tmp_path.iterdir())


def test_an_earlier_version_that_cannot_be_read_is_5_with_its_place(tmp_path: Path) -> None:
    earlier = edited(tmp_path, "level: now", "level: soon")
    ran = made(tmp_path, "follow-up", "--since", earlier, "--output", "boek.md")
    assert (ran.code, ran.out) == (5, "")
    assert "earlier.yaml:" in ran.err
    assert not (tmp_path / "boek.md").exists()


@pytest.mark.parametrize(
    "arguments",
    [("mine.yaml",), ("premi", "--since", "mine.yaml"), ("premi", "--output", "mine.yaml/boek.md")],
)
def test_a_file_out_of_reach_is_6_and_named(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    ran = made(tmp_path, *arguments)
    assert (ran.code, ran.out) == (6, "")
    assert "mine.yaml" in ran.err


def test_without_weasyprint_a_pdf_is_refused_with_what_to_install(tmp_path: Path) -> None:
    run = ("author", "book", "premi", "--output", "boek.pdf")
    ran = miskraam(*run, folder=tmp_path, interpreter=(sys.executable, "-c", WITHOUT))
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'miskraam[pdf]'" in ran.err
    assert not list(tmp_path.iterdir())


@pytest.mark.service
def test_a_pdf_is_written(tmp_path: Path) -> None:
    try:
        import weasyprint  # noqa: F401  # only to know whether it is there
    except (ImportError, OSError) as error:
        missing(f"the extra ‘pdf’ is not installed: {error}")
    ran = made(tmp_path, write_questionnaire(body([asked("a")]), tmp_path), "--output", "boek.pdf")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "boek.pdf").read_bytes().startswith(b"%PDF-1.7")
