"""Keeping a record: sealed, stored or spooled, and only then a code."""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from miskraam_cli.errors import MiskraamError, OutOfReachError
from miskraam_cli.records import codes, spool
from miskraam_cli.records.record import Record
from miskraam_cli.records.row import Row
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store

_PATIENCE = 4.0  # seconds that a patient waits for a database, and then her record waits for it instead
_DRAWS = 50  # codes that may all be taken before something else must be wrong

Make = Callable[[str, str, bool], Record]  # from an id, a code, and whether it is a later one under that code


@dataclass(frozen=True)
class KeptRecord:
    """The code of a record that is safe now; `waits` says why it is in the spool, where it is."""

    record: Record
    waits: OutOfReachError | None = None

    @property
    def code(self) -> str:
        """What opens it."""
        return self.record.code


def keep(make: Make, settings: RecordSettings, under: str | None = None) -> KeptRecord:
    """Keep a record: under the code `under` if that is live, else under a new one.

    When this returns the record is durable: in the store, or in the spool on this machine. Raises OutOfReachError
    where it is in neither.
    """
    record = make(secrets.token_hex(16), under or codes.draw(), under is not None)
    row = record.sealed(settings.recipients)
    try:
        with open_store(settings, create=True, within=_PATIENCE) as store:
            with suppress(MiskraamError):  # what waits goes first: this one may come under its code
                spool.deliver(settings.spool, store, settings.retention_days)
            for _ in range(_DRAWS):
                if store.add(row, settings.retention_days, "known" if record.again else "new"):
                    break
                record = make(secrets.token_hex(16), codes.draw(), False)
                row = record.sealed(settings.recipients)
            else:
                raise OutOfReachError("error.no_code")
    except OutOfReachError as error:
        return _spooled(record, row, settings, error)
    return KeptRecord(record)


def _spooled(record: Record, row: Row, settings: RecordSettings, error: OutOfReachError) -> KeptRecord:
    """Let it wait here. Perhaps it was kept just before the connection broke; its id then keeps it single."""
    try:
        spool.put(row, settings.spool)
    except OutOfReachError as here:
        raise OutOfReachError("error.not_kept", reason=here.values.get("reason", "")) from error
    return KeptRecord(record, error)
