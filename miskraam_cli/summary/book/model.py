"""The book as data: every text in each language, in the order of the questionnaire."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from miskraam_cli.language import Text


@dataclass(frozen=True)
class Line:
    """A line of text, and the lines that stand below it and belong to it."""

    text: Text
    below: tuple["Line", ...] = ()


@dataclass(frozen=True)
class Row:
    """One thing that is said of an entry: what it is (`name`), the lines, and the ids for who looks them up.

    `key` is the same in every version of a questionnaire, and stands once in an entry.
    """

    key: str
    name: Text
    lines: tuple[Line, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A question, finding, term or criterion, or what else is told in rows. `key` stands once in a questionnaire."""

    key: str
    title: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Part:
    """Entries under one heading."""

    title: Text
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class ChangedRow:
    """What was said and what is said now; None where it was not there, or is no longer."""

    name: Text
    was: Row | None
    now: Row | None


@dataclass(frozen=True)
class ChangedEntry:
    """An entry that is new, gone, changed in some rows, or that stands elsewhere in the order."""

    how: Literal["added", "gone", "changed", "moved"]
    part: Text
    title: Text
    rows: tuple[ChangedRow, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What changed since the version with this digest. A moved entry has no rows."""

    version: str
    digest: str
    entries: tuple[ChangedEntry, ...]


@dataclass(frozen=True)
class Chapter:
    """One questionnaire. `approved` of its `statements` have the clinic's approval; the others are a draft."""

    id: str
    title: Text
    version: str
    digest: str
    statements: int
    approved: int
    parts: tuple[Part, ...]
    changes: Changes | None = None


@dataclass(frozen=True)
class Source:
    """A fact or ruling that the book cites: its text in the language in which it was written, and where it stands."""

    id: str
    text: str
    where: Text | None = None


@dataclass(frozen=True)
class Book:
    """The whole book, and the roles of who sign it. `made` is aware, in the clinic's time zone."""

    made: datetime
    chapters: tuple[Chapter, ...]
    facts: tuple[Source, ...]
    rulings: tuple[Source, ...]
    roles: tuple[Text, ...]
