"""The book in HTML and Markdown: every word of it is there, no id stands in the way, and nothing comes from outside."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from miskraam_cli.language import Text
from miskraam_cli.library import read_files
from miskraam_cli.renderers.book import html, markdown
from miskraam_cli.summary.book.changes import changes
from miskraam_cli.summary.book.model import Book
from tests.every_text import texts
from tests.flat_text import flat
from tests.renderers.page_readers import of_html, of_markdown, tags, tokens
from tests.summary.book_questionnaire import SAY, book_of, trip
from tests.tiny_questionnaires import shipped

NAMES = ("trip", *(path.stem for path in read_files.shipped()))
HEADING = re.compile(r"<h[1-4][^>]*>(.*?)</h[1-4]>", re.DOTALL)
ID = re.compile(r"\b([a-z]+_[a-z_0-9]+|S\d-[A-Z]+-\d+|AMB-\d+|N-\d+|T-A-\d+)\b")


@cache
def made(name: str) -> Book:
    """A book; that of the tiny questionnaire tells changes too."""
    if name != "trip":
        return book_of(shipped(name)[0])
    whole = book_of(trip())
    changed = replace(whole.chapters[0], changes=changes(trip(("Bent u nat?", "Bent u droog?")), trip(), SAY))
    return replace(whole, chapters=(changed,))


@cache
def page(name: str) -> str:
    return html.render(made(name), SAY)


@cache
def text(name: str) -> str:
    return markdown.render(made(name), SAY)


def words(found: Text) -> tuple[str, str]:
    return flat(found.nl), flat(found.en)


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_the_book_is_on_the_page_in_each_language(name: str) -> None:
    read, marked = of_html(page(name)), of_markdown(text(name))
    for found in texts(made(name)):
        for spoken in words(found):
            assert spoken in read
            assert spoken in marked


@pytest.mark.parametrize("name", NAMES)
def test_head_and_signatures_stand_on_the_page(name: str) -> None:
    (chapter,) = made(name).chapters
    for read in (of_html(page(name)), of_markdown(text(name))):
        assert read.count(chapter.digest) == 2, "at the head and beside the signatures"
        assert f"{chapter.approved} / {chapter.statements}" in read
        assert "Gemaakt op 24 november 2026, 12:00." in read
        for role in ("gynaecoloog", "verpleegkundige", "patiëntenorganisatie", "ICT en veiligheid"):
            assert role in read[read.rindex("Handtekeningen") :]


def headings(name: str) -> Iterator[str]:
    yield from (re.sub("<[^>]+>", "", found) for found in HEADING.findall(page(name)))
    yield from (line for line in text(name).replace("\\", "").splitlines() if line.startswith("#"))


@pytest.mark.parametrize("name", NAMES)
def test_no_id_stands_in_a_heading(name: str) -> None:
    found = list(headings(name))
    assert len(found) > 40
    for heading in found:
        assert not ID.search(heading), heading


@pytest.mark.parametrize("name", NAMES)
def test_ids_stand_only_in_their_own_column(name: str) -> None:
    without = re.sub(
        r'<(td|span) class="ids">.*?</\1>(?=\s*(</tr>|</p>|\n))', "", page(name), flags=re.DOTALL
    )
    written = re.sub("<[^>]+>", " ", without).split()
    entries = [entry for part in made(name).chapters[0].parts for entry in part.entries]
    for found in (one for entry in entries for row in entry.rows for one in row.ids if "_" in one):
        assert found not in written, found


@pytest.mark.parametrize("name", NAMES)
def test_it_holds_no_script_and_nothing_from_outside(name: str) -> None:
    assert "url(" not in page(name)
    assert "@import" not in page(name)
    ids = [attributes["id"] for _, attributes in tags(page(name)) if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in tags(page(name)):
        assert tag not in ("script", "link", "img", "iframe", "object", "embed", "base", "form"), tag
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")
        ]
        link = attributes.get("href")
        assert link is None or link.removeprefix("#") in ids


def test_what_was_stands_before_what_is() -> None:
    for read in (of_html(page("trip")), of_markdown(text("trip"))):
        start = read.rindex("Veranderd: of u nat bent")
        assert re.search(r"\bwas\b.*Bent u droog\?.*\bis\b.*Bent u nat\?", read[start:])


def test_markup_in_a_text_stays_text() -> None:
    odd = "Bent u <b>nat</b> | *echt* & waar?"
    book = book_of(trip(('nl: "Bent u nat?"', f'nl: "{odd}"')))
    assert odd in of_html(html.render(book, SAY))
    drawn = markdown.render(book, SAY)
    assert odd in of_markdown(drawn)
    assert not {"em_open", "strong_open"} & {token.type for token in tokens(drawn)}
