"""The page in a real browser: axe finds nothing, it fits a telephone, it prints on two sheets, it loads nothing."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from miskraam_cli.language import Words
from miskraam_cli.renderers import html
from miskraam_cli.renderers.book import html as book_page
from miskraam_cli.summary.book.changes import changes
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from tests.choice.choice_walks import ALL_MATTER, DIRECTORY, choice
from tests.needed_programs import missing
from tests.renderers.every_page import PAGES, Page
from tests.summary.book_questionnaire import SAY, book_of, trip
from tests.tiny_questionnaires import EN, NL, NOON

pytestmark = pytest.mark.service

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW, NARROWEST = 1000, 400, 320


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium of this machine, driven by playwright."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        missing("there is no Chromium")
    try:
        import axe_playwright_python  # noqa: F401  # so that a skip names what is missing
        from playwright.sync_api import sync_playwright
    except ImportError as error:
        missing(f"the extra ‘browser’ is not installed: {error}")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


def opened(browser: "Browser", drawn: str, folder: Path, width: int) -> Any:
    """A page in a window; to ask for anything but itself is a failure."""
    file = folder / "page.html"
    file.write_text(drawn, encoding="utf-8")
    tab = browser.new_page(viewport={"width": width, "height": 900})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(file.as_uri())
    assert asked == [file.as_uri()]
    return tab


def sheets(tab: Any) -> int:
    """On how many sheets of A4 it prints."""
    return len(re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True)))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_axe_finds_nothing_and_it_fits_the_window_and_the_paper(
    browser: "Browser", page: Page, tmp_path: Path
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    tab = opened(browser, page.html, tmp_path, WIDE)
    for width in (WIDE, NARROW):
        tab.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(tab)
        assert found.violations_count == 0, found.generate_report()
        assert found.response["passes"], "axe looked at something"
    tab.set_viewport_size({"width": NARROWEST, "height": 900})
    assert tab.evaluate("document.documentElement.scrollWidth") <= NARROWEST
    assert sheets(tab) <= (1 if page.short else 2)
    tab.close()


def test_axe_finds_nothing_in_the_book_and_it_fits_the_window(browser: "Browser", tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    whole = book_of(trip())
    told = changes(trip(("Bent u nat?", "Bent u droog?")), trip(), SAY)
    drawn = book_page.render(replace(whole, chapters=(replace(whole.chapters[0], changes=told),)), SAY)
    tab = opened(browser, drawn, tmp_path, WIDE)
    for width in (WIDE, NARROW, NARROWEST):
        tab.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(tab)
        assert found.violations_count == 0, found.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    tab.close()


def test_axe_would_find_something(browser: "Browser", tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    spoiled = (
        Page("follow-up", NL, "patient")
        .html.replace(' lang="nl"', "")
        .replace("<h1>", "<h1 style='color: #ccc'>")
    )
    tab = opened(browser, spoiled, tmp_path, WIDE)
    found = {rule["id"] for rule in Axe().run(tab).response["violations"]}
    assert {"html-has-lang", "color-contrast"} <= found


def test_in_a_narrow_window_every_cell_names_its_option(browser: "Browser", tmp_path: Path) -> None:
    tab = opened(browser, Page("choice", NL, "patient").html, tmp_path, WIDE)
    cell = "document.querySelector('.compare tbody td')"
    assert tab.evaluate(f"{cell}.innerText") == "U wacht tot de miskraam vanzelf komt."
    assert tab.get_by_role("columnheader", name="Afwachten").is_visible()
    widths = tab.evaluate("[...document.querySelectorAll('.compare thead th')].map(cell => cell.offsetWidth)")
    assert max(widths) - min(widths) <= 1, "no option stands out"
    tab.set_viewport_size({"width": NARROW, "height": 900})
    assert tab.evaluate(f"{cell}.innerText").split("\n") == [
        "Afwachten",
        "U wacht tot de miskraam vanzelf komt.",
    ]


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_whatever_she_finds_important_the_aid_prints_on_two_sheets(
    browser: "Browser", tmp_path: Path, words: Words
) -> None:
    drawn = html.render(build(choice(**ALL_MATTER), Circumstances(DIRECTORY, words, NOON)), words)
    assert sheets(opened(browser, drawn, tmp_path, WIDE)) <= 2


def test_it_reads_the_same_without_colours(browser: "Browser", tmp_path: Path) -> None:
    """On paper every letter is at least as dark as the grey of a newspaper, and no background is needed."""
    tab = opened(browser, Page("follow-up", NL, "patient").html, tmp_path, WIDE)
    tab.emulate_media(media="print")
    colours = tab.evaluate(
        "[...new Set([...document.querySelectorAll('main *')].map(e => getComputedStyle(e).color))]"
    )
    for colour in colours:
        red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
        assert 0.2126 * red + 0.7152 * green + 0.0722 * blue < 90, colour
        assert red <= max(green, blue), f"{colour} is red"
