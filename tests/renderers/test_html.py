"""The page in HTML: whole, small, without script or anything from outside, and what she typed is only text."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.renderers import html
from tests.flat_text import flat
from tests.renderers.every_page import PAGES, TYPED, Page, summary, summary_with_question
from tests.renderers.page_readers import of_html, tags, words
from tests.tiny_questionnaires import EN, NL

KILOBYTES = 60_000
PRINTED = st.characters(exclude_categories=("Cc", "Cs"))
MARKUP = st.sampled_from(
    ("<script>", "</p>", "<!--", "-->", "<b>", "&lt;", "&amp;", "]]>", '"', "'", "{{ 7 }}", "{% x %}", "<svg onload=x>")
)  # fmt: skip
ANYTHING = st.lists(MARKUP | st.text(PRINTED, max_size=8), max_size=8).map("".join)


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_it_says_every_word_of_the_text(page: Page) -> None:
    """All but the words before the topics: here each is folded under its name, and not listed in a sentence."""
    listed = words(page.words("summary.topics", topics=""))
    assert not words(page.text) - words(of_html(page.html)) - listed


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_it_is_small_and_holds_no_script_and_nothing_from_outside(page: Page) -> None:
    drawn = page.html
    assert len(drawn.encode()) < KILOBYTES
    assert "url(" not in drawn
    assert "@import" not in drawn
    for tag, attributes in tags(drawn):
        assert tag not in ("script", "link", "img", "iframe", "object", "embed", "base", "form"), tag
        assert not [
            name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")
        ]
        assert (attributes.get("href") or "tel:").startswith("tel:")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_number_is_a_link_to_the_same_number(page: Page) -> None:
    links = re.findall(r'<a href="tel:([^"]+)">([^<]+)</a>', page.html)
    shown = [(contact.number, contact.display) for contact in page.summary.contacts if contact.number]
    assert links == (shown if page.short or page.audience == "patient" else [])
    assert page.audience == "clinician" or links
    for number, display in links:
        digits = re.sub(r"\D", "", display)
        assert number in (digits, f"+31{digits.removeprefix('0')}")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_its_title_is_neutral_and_its_language_is_told(page: Page) -> None:
    drawn = page.html
    assert f"<title>{'Uw overzicht' if page.words is NL else 'Your overview'}</title>" in drawn
    assert f'<html lang="{page.words.language}">' in drawn


@pytest.mark.parametrize("language", [NL, EN], ids=["nl", "en"])
def test_every_table_says_what_its_cells_are(language: object) -> None:
    found = tags(Page("choice", NL if language is NL else EN, "patient").html)
    heads = [attributes.get("scope") for tag, attributes in found if tag == "th"]
    assert set(heads) == {"col", "row", "rowgroup"}
    assert len(heads) > 10


def test_a_figure_is_told_to_who_cannot_see_it() -> None:
    told = [
        attributes["aria-label"]
        for tag, attributes in tags(Page("follow-up", NL, "patient").html)
        if tag == "svg"
    ]
    assert told == ["wat bloedverlies: week 1 tot en met 6; menstruatie: week 5 tot en met 6"]
    drawn = Page("intake", NL, "patient").html
    told = [attributes["aria-label"] for tag, attributes in tags(drawn) if tag == "svg"]
    assert told == ["1 van de 5 rondjes gevuld en 1 van de 6 rondjes gevuld"]
    circles = [attributes["fill"] for tag, attributes in tags(drawn) if tag == "circle"]
    assert [fill != "none" for fill in circles] == [True] + [False] * 4 + [True] + [False] * 5


def test_what_she_typed_is_shown_as_she_typed_it() -> None:
    assert TYPED in of_html(Page("follow-up", NL, "clinician").html)


@settings(deadline=None)
@given(ANYTHING)
def test_whatever_she_types_is_text(typed: str) -> None:
    drawn = html.render(summary_with_question(typed), NL)
    calm = html.render(summary_with_question("rustig"), NL)
    assert [tag for tag, _ in tags(drawn)] == [tag for tag, _ in tags(calm)]
    assert flat(f"S {typed} O") in of_html(drawn)


@pytest.mark.parametrize("language", [NL, EN], ids=["nl", "en"])
def test_the_short_page_says_nothing_about_her_answers(language: object) -> None:
    said = NL if language is NL else EN
    made = [html.render(summary(name, said, "patient"), said, short=True) for name in ("follow-up", "choice")]
    strip = [re.sub(r'<p class="quiet">.*?</p>', "", page) for page in made]
    assert strip[0] == strip[1], "what was asked, and answered, does not show"
    assert ("Bent u ongerust?" if said is NL else "Are you worried?") in made[0]
    assert "071 526 28 70" in made[0]
    assert ("niet bevestigd" if said is NL else "not been confirmed") in made[0]
