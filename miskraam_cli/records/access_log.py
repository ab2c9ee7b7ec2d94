"""Who opened, exported or deleted what, when and where: one JSON line an act, only ever added to, never an answer.

It stands on the machine where the act was done, for SQLite and for PostgreSQL alike.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from miskraam_cli.errors import OutOfReachError, reason_of
from miskraam_cli.journal import append, last_lines
from miskraam_cli.writing import make_private_folder

Act = Literal["list", "open", "correct", "export", "delete", "purge", "unlock"]
Outcome = Literal["done", "begun", "not_found", "unreadable", "refused"]

_WRONG = ("not_found", "refused")
_TAIL = 65_536  # bytes; more wrong tries in a row than fit there wait no longer


@dataclass(frozen=True)
class AccessLog:
    """The log in `file`, as `who` writes it at `where`."""

    file: Path
    who: str
    where: str

    def write(self, at: datetime, act: Act, outcome: Outcome, records: tuple[str, ...] = ()) -> None:
        """Add a line, durable when this returns. Raises OutOfReachError: what cannot be logged is not done."""
        line = {
            "at": at.isoformat(timespec="seconds"),
            "who": self.who,
            "where": self.where,
            "act": act,
            "outcome": outcome,
            "records": list(records),
        }
        make_private_folder(self.file.parent)
        try:
            append(self.file, line)
        except OSError as error:
            raise OutOfReachError("error.cannot_write", file=self.file, reason=reason_of(error)) from error

    @contextmanager
    def alone(self, in_turn: Callable[[], None], no_lock: Callable[[], None]) -> Iterator[None]:
        """One try of a code or passphrase at a time, so that many at once are slowed as one after another.

        Calls `in_turn` where that means waiting, and `no_lock` where the disk knows no locks, as some over a network:
        then each waits after its own wrong tries only. On Windows, which has no such lock, nothing waits.
        """
        try:
            import fcntl
        except ImportError:
            yield
            return
        make_private_folder(self.file.parent)
        try:
            opened = os.open(self.file, os.O_RDONLY | os.O_CREAT, 0o600)
        except OSError as error:
            raise OutOfReachError("error.cannot_write", file=self.file, reason=reason_of(error)) from error
        try:
            try:
                fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                in_turn()
                with suppress(OSError):
                    fcntl.flock(opened, fcntl.LOCK_EX)
            except OSError:
                no_lock()
            yield
        finally:
            os.close(opened)

    def last(self, act: Act) -> tuple[datetime, frozenset[str]] | None:
        """When `who` last did this, and with which records."""
        for found in self._lines():
            if found.get("who") == self.who and (found.get("act"), found.get("outcome")) == (act, "done"):
                with suppress(KeyError, TypeError, ValueError):  # somebody has edited it
                    at = datetime.fromisoformat(found["at"]).astimezone(UTC)
                    return at, frozenset(map(str, found["records"]))
        return None

    def wrong_in_a_row(self, *acts: Act) -> int:
        """How often `who` has tried one of these acts in vain since the last time that it was done."""
        wrong = 0
        for found in self._lines():
            if found.get("who") == self.who and found.get("act") in acts:
                if found.get("outcome") not in _WRONG:
                    break
                wrong += 1
        return wrong

    def _lines(self) -> Iterator[dict[str, Any]]:
        """The lines, the last one first."""
        try:
            return iter(last_lines(self.file, _TAIL)[::-1])
        except OSError as error:
            raise OutOfReachError("error.cannot_read", file=self.file, reason=reason_of(error)) from error
