"""What happened at a kiosk: one JSON line an event, only ever added to, never an answer."""

import errno
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from miskraam_cli.errors import OutOfReachError, reason_of
from miskraam_cli.journal import append, last_lines

Tested = Literal["not", "works", "fails"]
_TESTED_FOR = timedelta(days=1)
_TAIL = 65_536  # bytes; what happened longer ago than fits there counts as long ago
_WEEK = 4_000_000  # bytes; more than a signal that nobody acknowledges writes in a week
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class EventLog:
    """The log in `file`. A full disk does not stop a kiosk: what cannot be written is lost, the alert is not."""

    file: Path
    clock: Callable[[], datetime]

    def check(self) -> None:
        """Raises OutOfReachError where no line can ever be added, as to a file of somebody else."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600))
        except OSError as error:
            if error.errno not in _FULL:
                raise OutOfReachError(
                    "error.cannot_write", file=self.file, reason=reason_of(error)
                ) from error

    def write(self, what: str, **more: str | float) -> None:
        """Add a line."""
        line = {"at": self.clock().isoformat(timespec="seconds"), "what": what, **more}
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            append(self.file, line)
        except OSError:
            return

    def tested(self) -> Tested:
        """What became of the last test of the desk's signal, where that was less than a day ago."""
        nothing: dict[str, Any] = {}
        last = next((line for line in reversed(self._lines()) if line.get("what") == "test"), nothing)
        try:
            at = datetime.fromisoformat(str(last["at"]))
        except (KeyError, ValueError):
            return "not"
        if not timedelta(0) <= self.clock() - at < _TESTED_FOR:
            return "not"
        return "works" if last.get("outcome") == "done" else "fails"

    def is_ringing(self) -> bool:
        """Whether the last signal was never acknowledged, as after a power cut."""
        last = [
            line.get("what") for line in self._lines(_WEEK) if line.get("what") in ("alarm", "acknowledged")
        ]
        return last[-1:] == ["alarm"]

    def _lines(self, tail: int = _TAIL) -> list[dict[str, Any]]:
        try:
            return last_lines(self.file, tail)
        except OSError:
            return []
