"""Where a sealed record waits while the database is out of reach. Delivered once: its id is kept only once."""

import json
import re
import time
from base64 import b64decode, b64encode
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from miskraam_cli.errors import OutOfReachError, WrongInputError, reason_of
from miskraam_cli.named_path import is_there
from miskraam_cli.records.codes import read
from miskraam_cli.records.row import Row, Store
from miskraam_cli.writing import write_private

_FORMAT = "miskraam.spool/1"
_ID = re.compile("[0-9a-f]{32}")
_NO_VERSION = 1000
_ABANDONED = 24 * 3600  # seconds after which a half-written file is nobody's any more


def put(row: Row, spool: Path) -> None:
    """Let a row wait, durable when this returns. Raises OutOfReachError."""
    content = {
        "format": _FORMAT,
        "id": row.id,
        "code": row.code,
        "created": row.created.isoformat(),
        "version": row.format,
        "sealed": b64encode(row.sealed).decode(),
    }
    write_private(spool / f"{row.id}.json", json.dumps(content).encode())


def waiting(spool: Path) -> tuple[Path, ...]:
    """The files that wait, the oldest name first."""
    return tuple(sorted(spool.glob("*.json")))


def deliver(spool: Path, store: Store, days: int) -> tuple[Path, ...]:
    """Bring all that waits to the store; the files that could not be read, which stay where they are.

    A record whose code has been taken meanwhile is kept under it all the same: nothing is lost, and opening the
    code says that two share it. Raises OutOfReachError where the store goes away; the rest then waits on.
    """
    unreadable = []
    for file in waiting(spool):
        row = _read(file)
        if row is None:
            unreadable.append(file)
            continue
        store.add(row, days, "any")
        _remove(file)
    for part in _abandoned(spool):
        _remove(part)
    return tuple(file for file in unreadable if is_there(file))


def _remove(file: Path) -> None:
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=file, reason=reason_of(error)) from error


def _read(file: Path) -> Row | None:
    try:
        if not file.is_file():
            return None
        found = json.loads(file.read_bytes())
        if found["format"] != _FORMAT:
            return None
        row = Row(
            id=str(found["id"]),
            code=read(str(found["code"])),
            created=datetime.fromisoformat(found["created"]),
            sealed=b64decode(found["sealed"], validate=True),
            format=int(found["version"]),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError, WrongInputError):
        return None
    sound = _ID.fullmatch(row.id) and row.created.tzinfo and 0 < row.format < _NO_VERSION
    return row if sound else None


def _abandoned(spool: Path) -> Iterator[Path]:
    """What a kill left half-written; the code of such a record was never shown."""
    for part in spool.glob(".*.new"):
        try:
            if time.time() - part.stat().st_mtime > _ABANDONED:
                yield part
        except OSError:  # somebody else was quicker, or it is not ours
            continue
