"""The book in Markdown: a heading for each entry, and a table with both languages beside each other."""

from collections.abc import Iterable, Iterator

from miskraam_cli.language import EveryLanguage, Text
from miskraam_cli.renderers.book.in_both import both, made_on, numbered
from miskraam_cli.renderers.markdown import escaped, table
from miskraam_cli.summary.book.model import Book, ChangedEntry, Changes, Chapter, Line, Row, Source

_INDENT = "&nbsp;" * 3


def render(book: Book, say: EveryLanguage) -> str:
    """The whole document."""
    return "\n\n".join(_parts(book, say)) + "\n"


def _parts(book: Book, say: EveryLanguage) -> Iterator[str]:
    yield _heading(1, say("book.title"))
    yield _both(made_on(book, say))
    yield _both(say("book.about"), " ")
    yield _versions(book, say)
    for chapter in book.chapters:
        if chapter.changes:
            yield from _changes(chapter, chapter.changes, say)
    for chapter in book.chapters:
        yield from _chapter(chapter, say)
    yield from _sources(say("book.facts"), book.facts)
    yield from _sources(say("book.rulings"), book.rulings)
    yield _heading(2, say("book.signatures"))
    yield _both(say("book.signing"), " ")
    yield _versions(book, say)
    yield _table(
        _names(say, "role", "name", "date", "signature"),
        ((_both(role, " / "), "", "", "") for role in book.roles),
    )


def _versions(book: Book, say: EveryLanguage) -> str:
    head = _names(say, "questionnaire", "version", "approved", "digest")
    return _table(head, map(_version, book.chapters))


def _version(chapter: Chapter) -> tuple[str, ...]:
    approved = f"{chapter.approved} / {chapter.statements}"
    return (_both(chapter.title), chapter.version, approved, _small(chapter.digest))


def _changes(chapter: Chapter, found: Changes, say: EveryLanguage) -> Iterator[str]:
    yield _heading(2, say("book.changes_of", title=chapter.title))
    yield f"{_both(say('book.since', version=found.version))} {_small(found.digest)}"
    if not found.entries:
        yield _both(say("book.no_changes"), " ")
    for entry in found.entries:
        how = say("book.change", how=say(f"book.how_{entry.how}"), title=entry.title)
        yield _heading(3, how)
        yield _both(entry.part)
        if entry.rows:
            yield _table(("", "", *_languages(say), ""), _changed_rows(entry, say))


def _changed_rows(entry: ChangedEntry, say: EveryLanguage) -> Iterator[tuple[str, ...]]:
    for changed in entry.rows:
        for key, row in (("was", changed.was), ("is", changed.now)):
            if row is not None:
                name, *cells = _row(row)
                yield (name, _both(say(f"book.{key}"), " / "), *cells)


def _chapter(chapter: Chapter, say: EveryLanguage) -> Iterator[str]:
    yield _heading(2, chapter.title)
    for part, entries in numbered(chapter):
        yield _heading(3, part.title)
        for number, entry in entries:
            yield _heading(4, entry.title, f"{number}. ")
            yield _table(("", *_languages(say), ""), map(_row, entry.rows))


def _sources(title: Text, found: tuple[Source, ...]) -> Iterator[str]:
    if found:
        yield _heading(2, title)
        rows = ((escaped(one.text), _both(one.where) if one.where else "", _small(one.id)) for one in found)
        yield _table(("", "", ""), rows)


def _row(row: Row) -> tuple[str, ...]:
    return (_both(row.name, " / "), _cell(row.lines, "nl"), _cell(row.lines, "en"), _small(" ".join(row.ids)))


def _cell(lines: Iterable[Line], language: str) -> str:
    return "<br>".join(text for line in lines for text in _indented(line, language, ""))


def _indented(line: Line, language: str, indent: str) -> Iterator[str]:
    yield indent + escaped(line.text.in_language(language))
    for below in line.below:
        yield from _indented(below, language, f"{_INDENT if indent else ''}{indent or '• '}")


def _heading(level: int, text: Text, before: str = "") -> str:
    return f"{'#' * level} {before}{_both(text)}"


def _both(text: Text, between: str = " · ") -> str:
    return escaped(both(text, between))


def _small(ids: str) -> str:
    return f"<sub>{escaped(ids)}</sub>" if ids else ""


def _names(say: EveryLanguage, *keys: str) -> tuple[str, ...]:
    return tuple(_both(say(f"book.{key}"), " / ") for key in keys)


def _languages(say: EveryLanguage) -> tuple[str, str]:
    name = say("language.name")
    return escaped(name.nl), escaped(name.en)


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    return "\n".join(table(head, rows))
