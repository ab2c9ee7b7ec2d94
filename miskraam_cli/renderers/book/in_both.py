"""What both drawers of the book need: two languages on one line, the numbers of the entries, when it was made."""

from collections.abc import Iterator

from miskraam_cli.language import EveryLanguage, Text
from miskraam_cli.summary.book.model import Book, Chapter, Entry, Line, Part, Row


def numbered(chapter: Chapter) -> Iterator[tuple[Part, tuple[tuple[int, Entry], ...]]]:
    """Each part with its entries, numbered on through the whole chapter from 1."""
    first = 1
    for part in chapter.parts:
        yield part, tuple(enumerate(part.entries, start=first))
        first += len(part.entries)


def both(text: Text, between: str = " · ") -> str:
    """A text and its translation on one line; once where they are the same."""
    return text.nl if text.nl == text.en else f"{text.nl}{between}{text.en}"


def same(row: Row) -> bool:
    """Whether a row reads the same in each language, and needs to stand there only once."""
    return all(_same(line) for line in row.lines)


def _same(line: Line) -> bool:
    return line.text.nl == line.text.en and all(_same(below) for below in line.below)


def made_on(book: Book, say: EveryLanguage) -> Text:
    """When the book was made, to the minute."""
    return say.made(
        lambda words: words("summary.made", date=words.date(book.made.date()), time=f"{book.made:%H:%M}")
    )
