"""The log of a kiosk: one JSON line for each event, only ever added to, never an answer."""

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
_TEST_HOLDS = timedelta(days=1)
# How much of the log is read, in bytes. A test that stands further back is older than it may be; a signal is looked
# for in more than it writes in a week while nobody acknowledges it.
_READ_FOR_TEST, _READ_FOR_SIGNAL = 65_536, 4_000_000
_DISK_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True)
class EventLog:
    """The log in `file`. A full disk does not stop a kiosk: a line that cannot be written is lost, the alert is not."""

    file: Path
    clock: Callable[[], datetime]

    def check(self) -> None:
        """Raises OutOfReachError where no line can ever be added, as to a file of somebody else."""
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self.file, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600))
        except OSError as error:
            if error.errno not in _DISK_FULL:
                raise OutOfReachError(
                    "error.cannot_write", file=self.file, reason=reason_of(error)
                ) from error

    def write(self, what: str, **more: str | float) -> None:
        """Add the event `what`, with the time and what `more` says of it."""
        line = {"at": self.clock().isoformat(timespec="seconds"), "what": what, **more}
        try:
            self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            append(self.file, line)
        except OSError:
            return

    def tested(self) -> Tested:
        """What became of the last test of the desk's signal; "not" where that is a day ago or longer."""
        nothing: dict[str, Any] = {}
        lines = reversed(self._read(_READ_FOR_TEST))
        last = next((line for line in lines if line.get("what") == "test"), nothing)
        try:
            at = datetime.fromisoformat(str(last["at"]))
        except (KeyError, ValueError):
            return "not"
        if not timedelta(0) <= self.clock() - at < _TEST_HOLDS:
            return "not"
        return "works" if last.get("outcome") == "done" else "fails"

    def is_ringing(self) -> bool:
        """Whether the last signal was never acknowledged: after a power cut it must ring again."""
        events = [line.get("what") for line in self._read(_READ_FOR_SIGNAL)]
        return [event for event in events if event in ("alarm", "acknowledged")][-1:] == ["alarm"]

    def _read(self, size: int) -> list[dict[str, Any]]:
        try:
            return last_lines(self.file, size)
        except OSError:
            return []
