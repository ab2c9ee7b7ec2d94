"""Records in one SQLite file, which only its owner reads. What was removed is overwritten."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from miskraam_cli.errors import ClockError, OutOfReachError, reason_of
from miskraam_cli.named_path import is_there
from miskraam_cli.records.row import SCHEMA, Row, Wish
from miskraam_cli.writing import make_private_folder

_SLACK = 1  # days: a clock that is a little late, or a record that came this minute, is no wrong clock
_PATIENCE = 30.0  # seconds to wait for other writers
_MOMENT = "%Y-%m-%dT%H:%M:%S.%fZ"  # of one length, so that its order is that of time
_PRAGMAS = ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON", "foreign_keys = ON")
_TABLES = (
    "CREATE TABLE codes (code TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE records (
        id TEXT PRIMARY KEY,
        code TEXT NOT NULL REFERENCES codes (code),
        created TEXT NOT NULL,
        expires TEXT NOT NULL,
        format INTEGER NOT NULL,
        sealed BLOB NOT NULL
    )""",
    "CREATE INDEX records_by_code ON records (code)",
    "CREATE INDEX records_by_created ON records (created)",
    "CREATE INDEX records_by_expires ON records (expires)",
    f"PRAGMA user_version = {SCHEMA}",
)
_ROW = "SELECT id, code, created, sealed, format FROM records"
# A clock by which all have expired is doubted: what was kept while it ran behind must open when it is right again.
_LIVE = "(expires > :now OR NOT EXISTS (SELECT 1 FROM records WHERE expires > :now))"
_FREE = "DELETE FROM codes WHERE NOT EXISTS (SELECT 1 FROM records WHERE records.code = codes.code)"
_REASONS = {
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR_SHMSIZE": "disk_full",  # no room for what readers share beside the file
    "SQLITE_IOERR": "disk_error",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "not_opened",
    "SQLITE_BUSY": "busy",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "damaged",
    "SQLITE_CONSTRAINT": "damaged",
    "SQLITE_ERROR": "damaged",  # tables that are not there, or not ours
}


class Sqlite:
    """The store in a file. Each writing method takes the write lock at its beginning."""

    def __init__(self, connection: sqlite3.Connection, name: str) -> None:
        self._connection = connection
        self._name = name

    @classmethod
    @contextmanager
    def opened(cls, file: Path, *, create: bool, within: float | None = None) -> Iterator["Sqlite"]:
        """The store in `file`. Raises OutOfReachError where it is none, or cannot be opened."""
        if create:
            _make(file)
        elif not is_there(file):
            raise OutOfReachError("error.no_records", file=file)
        with _explained(str(file)):
            connection = sqlite3.connect(file, timeout=within or _PATIENCE, isolation_level=None)
        store = cls(connection, str(file))
        try:
            store._prepare()
            yield store
        finally:
            connection.close()

    def _prepare(self) -> None:
        with _explained(self._name):
            for pragma in _PRAGMAS:
                self._connection.execute(f"PRAGMA {pragma}")
            if self._version() == 0:
                with self._transaction():
                    if self._version() == 0:  # nobody else was quicker
                        for table in _TABLES:
                            self._connection.execute(table)
            version = self._version()
        if version != SCHEMA:
            raise OutOfReachError("error.schema", file=self._name, found=version, known=SCHEMA)

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    def add(self, row: Row, days: int, code: Wish) -> bool:
        """Keep a row. It expires `days` after the newest record, so that a clock that jumps back shortens nothing."""
        with self._transaction() as do:
            fresh = do.execute("INSERT OR IGNORE INTO codes VALUES (?)", (row.code,)).rowcount == 1
            if (code == "new" and not fresh) or (code == "known" and fresh):
                do.execute("ROLLBACK")
                return False
            newest = do.execute("SELECT max(created) FROM records").fetchone()[0]
            since = max(row.created, _read(newest)) if newest else row.created
            do.execute(
                "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?)",
                (row.id, row.code, _written(row.created), _written(_after(since, days)),
                 row.format, row.sealed),
            )  # fmt: skip
        return True

    def under(self, code: str, now: datetime) -> tuple[Row, ...]:
        """The rows under a code."""
        return tuple(self._rows(f"code = :code AND {_LIVE}", {"code": code, "now": _written(now)}))

    def every(self, now: datetime) -> Iterator[Row]:
        """All rows."""
        return self._rows(_LIVE, {"now": _written(now)})

    def _rows(self, where: str, values: dict[str, str]) -> Iterator[Row]:
        with _explained(self._name):
            for values_found in self._connection.execute(
                f"{_ROW} WHERE {where} ORDER BY created, id", values
            ):
                yield _row(*values_found)

    def replace(self, old: Row, new: Row) -> bool:
        """Put a new version in the place of the one that was opened."""
        with self._transaction() as do:
            changed = do.execute(
                "UPDATE records SET sealed = ?, format = ? WHERE id = ? AND sealed = ?",
                (new.sealed, new.format, old.id, old.sealed),
            )
            return changed.rowcount == 1

    def delete(self, row: Row) -> None:
        """Remove a row."""
        with self._transaction() as do:
            do.execute("DELETE FROM records WHERE id = ?", (row.id,))
            do.execute(f"{_FREE} AND code = ?", (row.code,))
        self._overwrite()

    def purge(self, now: datetime, days: int, *, sure: bool = False) -> tuple[str, ...]:
        """Remove what has expired. No record may outlive `days` from now, whatever the clock said when it came."""
        with self._transaction() as do:
            self._check_clock(now, days, sure=sure)
            gone = do.execute("SELECT id FROM records WHERE expires <= ?", (_written(now),)).fetchall()
            do.execute("DELETE FROM records WHERE expires <= ?", (_written(now),))
            latest = _written(_after(now, days))
            do.execute("UPDATE records SET expires = ? WHERE expires > ?", (latest, latest))
            if gone:
                do.execute(_FREE)
        if gone:
            self._overwrite()
        return tuple(row_id for (row_id,) in gone)

    def _check_clock(self, now: datetime, days: int, *, sure: bool) -> None:
        """The newest record tells what a clock cannot be: before it, or so long after it that nothing would be left."""
        (newest,) = self._connection.execute("SELECT max(created) FROM records").fetchone()
        if newest is None:
            return
        told = {"file": self._name, "newest": newest, "now": _written(now)}
        if _read(newest) > _after(now, _SLACK):
            raise ClockError("error.clock", **told)
        if not sure and now > _after(_read(newest), days + _SLACK):
            raise ClockError("error.clock_ahead", **told)

    def _overwrite(self) -> None:
        """Empty the journal too, which may still hold what was removed."""
        with _explained(self._name):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with _explained(self._name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                if self._connection.in_transaction:
                    self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")


def _make(file: Path) -> None:
    """An empty file that only its owner reads; SQLite gives its journal the same rights."""
    make_private_folder(file.parent)
    try:
        if file.exists() and not file.is_file():
            raise OutOfReachError("error.cannot_write", file=file, reason="not_a_file")
        os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except (OSError, ValueError) as error:
        raise OutOfReachError("error.cannot_write", file=file, reason=reason_of(error)) from error


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Errors of SQLite as OutOfReachError, with the reason in words where there is one."""
    try:
        yield
    except sqlite3.Error as error:
        told = getattr(error, "sqlite_errorname", None) or type(error).__name__
        reason = next((word for start, word in _REASONS.items() if told.startswith(start)), told)
        raise OutOfReachError("error.database", file=name, reason=reason) from error
    except UnicodeDecodeError as error:  # a text in the file that is none
        raise OutOfReachError("error.database", file=name, reason="damaged") from error


def _written(moment: datetime) -> str:
    try:
        return f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    except OverflowError:  # within a day of the first or the last moment that there is
        return f"{moment.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"


def _after(moment: datetime, days: int) -> datetime:
    """`days` later, or the last moment that there is."""
    try:
        return moment + timedelta(days=days)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)


def _read(text: object) -> datetime:
    """A moment; one that nobody could have written is the first of all, and fits no record."""
    try:
        return datetime.strptime(str(text), _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)


def _row(row_id: object, code: object, created: object, sealed: object, version: int) -> Row:
    """A row as it stands; SQLite holds anything in any column, and one that was tampered with harms no other."""
    content = sealed if isinstance(sealed, bytes) else str(sealed).encode()
    return Row(str(row_id), str(code), _read(created), content, version)
