"""What changed between two versions of one questionnaire, as the book tells them."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from miskraam_cli.language import EveryLanguage, Text
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.book.build import chapter
from miskraam_cli.summary.book.model import ChangedEntry, ChangedRow, Changes, Chapter, Entry

_Found = tuple[Text, Entry]  # with the title of its part


def changes(was: Questionnaire, now: Questionnaire, say: EveryLanguage) -> Changes:
    """Every entry that is new, gone, changed or moved, in the order of `now`; what is gone stands last.

    Both are read with the terms of `now`: another name for what is calculated alike is no change for a clinic.
    """
    named = {name: term for name, term in now.terms.items() if name in (*was.calculated, *was.criteria)}
    before = _entries(chapter(replace(was, terms={**was.terms, **named}), say))
    after = _entries(chapter(now, say))
    moved = _moved(list(before), list(after))
    found = [
        change
        for key, (part, entry) in after.items()
        for change in _one(part, entry, before.get(key), key in moved)
    ]
    gone = (
        ChangedEntry("gone", part, entry.title, tuple(_rows(entry, None)))
        for key, (part, entry) in before.items()
        if key not in after
    )
    return Changes(was.version, was.digest, (*found, *gone))


def _entries(chapter: Chapter) -> dict[str, _Found]:
    return {entry.key: (part.title, entry) for part in chapter.parts for entry in part.entries}


def _one(part: Text, entry: Entry, before: _Found | None, moved: bool) -> Iterator[ChangedEntry]:
    if before is None:
        yield ChangedEntry("added", part, entry.title, tuple(_rows(None, entry)))
        return
    rows = tuple(_rows(before[1], entry))
    if rows:
        yield ChangedEntry("changed", part, entry.title, rows)
    if moved:
        yield ChangedEntry("moved", part, entry.title)


def _rows(was: Entry | None, now: Entry | None) -> Iterator[ChangedRow]:
    """The rows that differ, in words or in ids: another fact or ruling is a change too. Those of now stand first."""
    before = {row.key: row for row in was.rows} if was else {}
    after = {row.key: row for row in now.rows} if now else {}
    for key in (*after, *(key for key in before if key not in after)):
        first, second = before.get(key), after.get(key)
        if first != second:
            name = second.name if second else first.name if first else Text("", "")
            yield ChangedRow(name, first, second)


def _moved(before: list[str], after: list[str]) -> set[str]:
    """The keys of both that do not stand in the same order."""
    first = [key for key in before if key in after]
    second = [key for key in after if key in before]
    kept = {
        key
        for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks()
        for key in first[block.a : block.a + block.size]
    }
    return set(first) - kept
