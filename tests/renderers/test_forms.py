"""The forms of a summary: each has a name, the endings of its files, and a drawing of its own."""

import json
from pathlib import Path

import pytest

from miskraam_cli.errors import WrongInputError, explained
from miskraam_cli.language import Words
from miskraam_cli.renderers.forms import FORMS, Form, Look, by_ending, check, named
from tests.needed_programs import missing
from tests.renderers.every_page import summary
from tests.tiny_questionnaires import EN, NL

BEGINS = {
    "terminal": "\n",
    "text": "Uw overzicht\n",
    "markdown": "# Uw overzicht\n",
    "html": "<!DOCTYPE html>\n",
    "json": "{\n",
    "pdf": b"%PDF-",
}
NAMED = {
    "mine.txt": "text",
    "mine.md": "markdown",
    "mine.html": "html",
    "mine.HTM": "html",
    "mine.json": "json",
    "mine.pdf": "pdf",
    "a folder.pdf/mine": "text",
    "mine": "text",
    ".mine": "text",
    "mine.docx": None,
    "mine.pdf.zip": None,
    "mine.terminal": None,
}


# Only a PDF needs more than the test line of the README installs.
FORMS_TO_DRAW = [
    pytest.param(form, id=form.name, marks=[pytest.mark.service] if form.name == "pdf" else [])
    for form in FORMS
]


@pytest.mark.parametrize("form", FORMS_TO_DRAW)
def test_a_form_is_drawn_under_its_name(form: Form) -> None:
    try:
        check(form, on_screen=False)
    except WrongInputError as without:
        missing(explained(without, EN))
    drawn = form.draw(summary("follow-up", NL, "patient"), NL, Look(colour=False))
    begin = BEGINS[form.name]
    assert drawn[: len(begin)] == begin
    assert named(form.name) is form
    assert isinstance(drawn, bytes) == form.binary


@pytest.mark.parametrize(("name", "form"), NAMED.items())
def test_the_name_of_a_file_chooses_its_form(name: str, form: str | None) -> None:
    found = by_ending(Path(name))
    assert (found.name if found else None) == form


def test_a_form_that_does_not_exist_is_refused_with_the_nearest() -> None:
    with pytest.raises(WrongInputError) as refused:
        named("pfd")
    assert "pdf" in str(refused.value.values["allowed"])
    assert refused.value.values["near"] == "pdf"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (NL, "Een pdf past niet op dit scherm. Noem een bestand dat op .pdf eindigt, met --output."),
        (EN, "A pdf cannot be shown on this screen. Name a file that ends in .pdf, with --output."),
    ],
    ids=["nl", "en"],
)
def test_bytes_are_refused_for_a_screen_and_nothing_else_is(words: Words, said: str) -> None:
    with pytest.raises(WrongInputError) as refused:
        check(named("pdf"), on_screen=True)
    assert explained(refused.value, words) == said
    for form in FORMS:
        if not form.binary:
            check(form, on_screen=True)


@pytest.mark.parametrize("name", ["text", "markdown", "html", "terminal"])
def test_short_and_sources_reach_every_form_that_is_read(name: str) -> None:
    made = summary("follow-up", NL, "patient")
    whole, short, sourced = (
        str(named(name).draw(made, NL, look))
        for look in (Look(colour=False), Look(colour=False, short=True), Look(colour=False, sources=True))
    )
    assert "38,6" in whole
    assert "38,6" not in short
    assert "071 526 28 70" in short
    assert len(sourced) > len(whole)


def test_a_document_for_machines_holds_all_whatever_the_look() -> None:
    made = summary("follow-up", NL, "patient")
    whole = json.loads(named("json").draw(made, NL, Look()))
    assert whole["findings"]
    assert json.loads(named("json").draw(made, NL, Look(short=True))) == whole


def test_a_terminal_of_forty_columns_gets_lines_of_forty() -> None:
    drawn = str(named("terminal").draw(summary("follow-up", NL, "patient"), NL, Look(width=40, colour=False)))
    assert max(len(line) for line in drawn.splitlines()) <= 40
