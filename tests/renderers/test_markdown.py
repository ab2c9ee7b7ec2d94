"""The page in Markdown, read by a parser: all that is said is there, and what she typed is only text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.renderers.markdown import escaped
from tests.flat_text import flat
from tests.renderers.every_page import PAGES, TYPED, Page
from tests.renderers.page_readers import of_markdown, tokens, words
from tests.tiny_questionnaires import NL

SIGNS = st.sampled_from(
    [*r"\`*_{}[]()<>#+-=.!|~&$@^:'\"/", "1.", "2)", "- ", "    ", "---", "```", "&lt;", "![", "]("]
)
PRINTED = st.characters(exclude_categories=("Cc", "Cs"))
ANYTHING = st.lists(SIGNS | st.text(PRINTED, max_size=5), max_size=12).map("".join)
FRAMES = ("{}", "**{}**", "*{}*", "# {}", "**S** {}")
PLAIN = {"text", "text_special", "inline"}


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_it_says_every_word_of_the_text(page: Page) -> None:
    said, read = words(page.text), words(of_markdown(page.markdown))
    if page.summary.compare and not page.short:  # its options head the table once, and every row of the text
        assert set(said) <= set(read)
    else:
        assert not said - read


@settings(deadline=None)
@given(ANYTHING)
def test_whatever_she_types_is_text(typed: str) -> None:
    shown = flat(typed)
    assert of_markdown(escaped(typed)) == shown
    assert {token.type for token in tokens(escaped(typed))} <= {*PLAIN, "paragraph_open", "paragraph_close"}


@settings(deadline=None)
@given(ANYTHING.filter(str.strip), st.sampled_from(FRAMES))
def test_it_stays_text_where_the_page_puts_it(typed: str, frame: str) -> None:
    kinds = [token.type for token in tokens(frame.format("rustig")) if token.type not in PLAIN]
    assert [token.type for token in tokens(frame.format(escaped(typed))) if token.type not in PLAIN] == kinds
    assert of_markdown(frame.format(escaped(typed))).removeprefix("S ") == flat(typed)


@settings(deadline=None)
@given(ANYTHING.filter(str.strip))
def test_it_stays_in_its_cell(typed: str) -> None:
    table = f"| a | b |\n| --- | --- |\n| {escaped(typed)} | rustig |"
    cells = [token.content for token in tokens(table) if token.type == "inline"]
    assert len(cells) == 4
    assert of_markdown(table) == f"a b {flat(typed)} rustig"


@pytest.mark.parametrize(
    "address",
    ["www.kwaad.nl", "WWW.kwaad.nl", "http://kwaad.nl", "mailto:a@kwaad.nl", "a@kwaad.nl", "xmpp:a@b.c"],
)
def test_an_address_that_she_types_becomes_no_link(address: str) -> None:
    written = escaped(address)
    assert not [part for part in ("www.", "WWW.", "http:", "mailto:", "xmpp:", "a@") if part in written]
    assert of_markdown(written) == address


def test_her_own_question_is_shown_as_she_typed_it() -> None:
    assert TYPED in of_markdown(Page("follow-up", NL, "clinician").markdown)


def test_contacts_are_a_table_with_numbers_to_call() -> None:
    drawn = Page("follow-up", NL, "patient").markdown
    assert "| LUMC, overdag | [071 526 28 70](tel:+31715262870) |" in drawn.splitlines()
