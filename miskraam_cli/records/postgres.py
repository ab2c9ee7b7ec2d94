"""Records in PostgreSQL, which kiosks and workstations share. The server's clock says when a record expires.

A kiosk needs no more than the right to insert: nothing here that adds a record reads one.
"""

import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from miskraam_cli.errors import OutOfReachError, WrongInputError
from miskraam_cli.records.row import SCHEMA, Row, Wish

if TYPE_CHECKING:
    import socket

    import psycopg

_LOCK = 1_297_307_467  # any number of our own: one program at a time makes the tables
_TABLES = f"""
CREATE TABLE miskraam_schema (version integer NOT NULL);
INSERT INTO miskraam_schema VALUES ({SCHEMA});
CREATE TABLE miskraam_codes (code text PRIMARY KEY);
CREATE TABLE miskraam_records (
    id text PRIMARY KEY,
    code text NOT NULL REFERENCES miskraam_codes (code),
    created timestamptz NOT NULL,
    expires timestamptz NOT NULL,
    format integer NOT NULL,
    sealed bytea NOT NULL
);
CREATE INDEX miskraam_records_by_code ON miskraam_records (code);
CREATE INDEX miskraam_records_by_created ON miskraam_records (created);
CREATE INDEX miskraam_records_by_expires ON miskraam_records (expires);
"""
_ROW = "SELECT id, code, created, sealed, format FROM miskraam_records WHERE expires > now()"
_ORDER = "ORDER BY created, id"
_LOCAL = ("localhost", "127.0.0.1", "::1")
_ENCRYPTED = ("require", "verify-ca", "verify-full")
_TOO_MANY = ("too many", "connection slots")  # what a server says that has no room for one more
_REASONS = {"certificate": "certificate", "not support SSL": "not_encrypted", "timeout expired": "no_reply"}
_PATIENCE = 10.0  # seconds for that
_TRIES = 5


class Postgres:
    """The store on a server; each method is one transaction."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        self._connection = connection

    @classmethod
    @contextmanager
    def opened(cls, url: str, within: float | None = None) -> Iterator["Postgres"]:
        """The store at `url`; its tables are made where there are none.

        Raises WrongInputError for a URL that would go over the network in clear, OutOfReachError for the rest.
        """
        with _explained(), _connected(_parameters(url), within) as connection:
            store = cls(connection)
            store._prepare()
            yield store

    def _prepare(self) -> None:
        self._connection.execute("SET synchronous_commit = on")
        if not self._has_tables():
            self._make_tables()
        (version,) = self._one("SELECT version FROM miskraam_schema")
        if version != SCHEMA:
            raise OutOfReachError("error.schema", file="PostgreSQL", found=version, known=SCHEMA)

    def _make_tables(self) -> None:
        """Make the tables, one program at a time. Who had to wait looks again, in a transaction begun after."""
        self._connection.execute("SELECT pg_advisory_lock(%s)", (_LOCK,))
        try:
            with self._connection.transaction():
                if not self._has_tables():
                    self._connection.execute(_TABLES)
        finally:
            self._connection.execute("SELECT pg_advisory_unlock(%s)", (_LOCK,))

    def _has_tables(self) -> bool:
        return self._one("SELECT to_regclass('miskraam_schema')")[0] is not None

    def _one(self, query: Any) -> tuple[Any, ...]:
        return tuple(self._connection.execute(query).fetchone() or ())

    def add(self, row: Row, days: int, code: Wish) -> bool:
        """Keep a row. Who purges at the same time may free its code in between; then it is tried again."""
        from psycopg.errors import ForeignKeyViolation

        with _explained():
            for _ in range(_TRIES):
                try:
                    return self._added(row, days, code)
                except ForeignKeyViolation:
                    continue
        raise OutOfReachError("error.database", file="PostgreSQL", reason="busy")

    def _added(self, row: Row, days: int, code: Wish) -> bool:
        with self._connection.transaction() as transaction:
            do = self._connection.execute
            fresh = do("INSERT INTO miskraam_codes VALUES (%s) ON CONFLICT DO NOTHING", (row.code,)).rowcount
            if (code == "new" and not fresh) or (code == "known" and fresh):
                from psycopg import Rollback

                raise Rollback(transaction)
            do(
                "INSERT INTO miskraam_records VALUES (%s, %s, %s, now() + make_interval(days => %s), %s, %s)"
                " ON CONFLICT DO NOTHING",
                (row.id, row.code, row.created, days, row.format, row.sealed),
            )
            return True
        return False

    def under(self, code: str, now: datetime) -> tuple[Row, ...]:  # noqa: ARG002  # the server's clock rules
        """The rows under a code."""
        with self._transaction():
            found = self._connection.execute(f"{_ROW} AND code = %s {_ORDER}", (code,)).fetchall()
        return tuple(_row(values) for values in found)

    def every(self, now: datetime) -> Iterator[Row]:  # noqa: ARG002  # the server's clock rules
        """All rows, fetched a few at a time."""
        with self._transaction(), self._connection.cursor("every") as cursor:
            cursor.itersize = 500
            cursor.execute(f"{_ROW} {_ORDER}")
            for values in cursor:
                yield _row(values)

    def replace(self, old: Row, new: Row) -> bool:
        """Put a new version in the place of the one that was opened."""
        with self._transaction():
            changed = self._connection.execute(
                "UPDATE miskraam_records SET sealed = %s, format = %s WHERE id = %s AND sealed = %s",
                (new.sealed, new.format, old.id, old.sealed),
            )
        return changed.rowcount == 1

    def delete(self, row: Row) -> None:
        """Remove a row."""
        with self._transaction():
            self._connection.execute("DELETE FROM miskraam_records WHERE id = %s", (row.id,))
        self._clean()

    def purge(self, now: datetime, days: int, *, sure: bool = False) -> tuple[str, ...]:  # noqa: ARG002  # the server's clock rules
        """Remove what has expired."""
        with self._transaction():
            gone = self._connection.execute(
                "DELETE FROM miskraam_records WHERE expires <= now() RETURNING id"
            ).fetchall()
        if gone:
            self._clean()
        return tuple(row_id for (row_id,) in gone)

    def _clean(self) -> None:
        """Free codes that nothing stands under, and let no dead row lie about until the server finds it."""
        from psycopg.errors import ForeignKeyViolation

        with _explained(), suppress(ForeignKeyViolation), self._connection.transaction():  # a record came now
            self._connection.execute(
                "DELETE FROM miskraam_codes AS c WHERE NOT EXISTS"
                " (SELECT 1 FROM miskraam_records AS r WHERE r.code = c.code)"
            )
        with _explained():
            self._connection.execute("VACUUM miskraam_records")

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with _explained(), self._connection.transaction():
            yield


def _row(values: tuple[Any, ...]) -> Row:
    row_id, code, created, sealed, version = values
    return Row(row_id, code, created, bytes(sealed), version)


def check(url: str) -> None:
    """Raises WrongInputError for a URL that no connection is made by."""
    _parameters(url)


def _parameters(url: str) -> dict[str, Any]:
    """How to connect: over the network only with TLS and the server's name verified, or as the URL says."""
    try:
        from psycopg import ProgrammingError
        from psycopg.conninfo import conninfo_to_dict
    except ImportError as error:
        raise WrongInputError("error.no_psycopg") from error
    try:
        found = dict(conninfo_to_dict(url))
    except ProgrammingError as error:
        raise WrongInputError("error.database_url") from error
    if not _is_local(found) and found.setdefault("sslmode", "verify-full") not in _ENCRYPTED:
        raise WrongInputError("error.no_tls", mode=found["sslmode"])
    return {"connect_timeout": 3, "tcp_user_timeout": 10_000, **found}


def _is_local(parameters: dict[str, Any]) -> bool:
    """Whether every way to the server stays on this machine."""
    if parameters.get("service") or os.environ.get("PGSERVICE"):
        return False
    named = (parameters.get("host") or os.environ.get("PGHOST"), parameters.get("hostaddr"))
    hosts = [host for names in named for host in (names or "").split(",")]
    return all(host in ("", *_LOCAL) or host.startswith("/") for host in hosts)


@contextmanager
def _connected(parameters: dict[str, Any], within: float | None) -> Iterator["psycopg.Connection[Any]"]:
    """A connection, cut `within` so many seconds; where the server has too many already, wait for a while."""
    import psycopg

    deadline = time.monotonic() + (within or _PATIENCE)
    while True:
        try:
            connection = psycopg.connect(**parameters, autocommit=True, prepare_threshold=None)
            break
        except psycopg.OperationalError as error:
            if not any(told in str(error) for told in _TOO_MANY) or time.monotonic() > deadline:
                raise
            time.sleep(random.uniform(0.05, 0.3))
    with connection, _cut_off(connection, deadline - time.monotonic() if within else None):
        yield connection


@contextmanager
def _cut_off(connection: "psycopg.Connection[Any]", seconds: float | None) -> Iterator[None]:
    """Break the connection off after `seconds`: a server that hangs keeps no time-out of its own."""
    if seconds is None:
        yield
        return
    import socket
    import threading

    with socket.fromfd(connection.fileno(), socket.AF_INET, socket.SOCK_STREAM) as line:
        timer = threading.Timer(max(seconds, 1.0), _shut, (line,))
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()


def _shut(line: "socket.socket") -> None:
    import socket

    with suppress(OSError):  # the server was quicker
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def _explained() -> Iterator[None]:
    """Errors of the server as OutOfReachError. Their text may name what was sent, so only their kind is told."""
    try:
        import psycopg
    except ImportError as error:
        raise WrongInputError("error.no_psycopg") from error
    try:
        yield
    except psycopg.Error as error:
        raise OutOfReachError("error.database", file="PostgreSQL", reason=_reason(error)) from error


def _reason(error: "psycopg.Error") -> str:
    return next((reason for told, reason in _REASONS.items() if told in str(error)), type(error).__name__)
