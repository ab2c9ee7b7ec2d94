"""One row of a store of sealed records, and what every kind of store does with rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

SCHEMA = 1  # the version of the tables
FORMAT = 1  # the version of what is sealed

Wish = Literal["new", "known", "any"]


@dataclass(frozen=True)
class Row:
    """All that is in clear of a record: its id, its code, when it was made, and the format of what is sealed."""

    id: str
    code: str
    created: datetime
    sealed: bytes
    format: int = FORMAT


class Store(Protocol):
    """Keeps rows. Every method is one transaction, durable when it returns; it raises OutOfReachError otherwise.

    `now` is this machine's clock; a server uses its own instead.
    """

    def add(self, row: Row, days: int, code: Wish) -> bool:
        """Keep a row for `days`, once: a row with its id is never kept twice.

        False, with nothing kept, where a `new` code is taken or a `known` one is not there.
        """

    def under(self, code: str, now: datetime) -> tuple[Row, ...]:
        """The rows under a code that have not expired, the oldest first."""

    def every(self, now: datetime) -> Iterator[Row]:
        """All rows that have not expired, the oldest first."""

    def replace(self, old: Row, new: Row) -> bool:
        """Put what is sealed in `new` in the place of `old`; False where `old` is no longer what is there."""

    def delete(self, row: Row) -> None:
        """Remove a row for good."""

    def purge(self, now: datetime, days: int, *, sure: bool = False) -> tuple[str, ...]:
        """Remove for good what has expired; the ids.

        Raises ClockError, with nothing removed, where the clock stands before the newest record; or so long after
        it that nothing would be left, unless a person is `sure`.
        """
