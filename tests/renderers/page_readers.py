"""What a page says once it is drawn, read by parsers that are not ours."""

import re
from collections import Counter
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.flat_text import flat

_UNSEEN = ("style", "title")
_READER = MarkdownIt("commonmark").enable("table")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.unseen = 0
        self.seen: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in _UNSEEN
        if tag in ("td", "th", "text"):
            self.seen.append(" ")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.seen.append(data)


def of_html(page: str) -> str:
    """What is read on a page."""
    return flat("".join(_read(page).seen))


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every tag of a page with its attributes."""
    return _read(page).tags


def tokens(text: str) -> list[Token]:
    """The pieces of a Markdown text, those within a line among them."""
    return [inner for token in _READER.parse(text) for inner in (token, *(token.children or ()))]


def of_markdown(text: str) -> str:
    """What is read of a Markdown text."""
    said = ("text", "text_special", "code_block")
    lines = _READER.parse(text)
    return flat(
        " ".join(
            "".join(part.content for part in (line.children or (line,)) if part.type in said)
            for line in lines
        )
    )


def words(text: str) -> Counter[str]:
    """The words of a text, and how often each is said."""
    return Counter(re.findall(r"\w+", text.replace("_", " ")))


def _read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader
