"""The desk's signal: a command that is run again and again until staff acknowledge it, later a second one too.

It runs in the supervisor, so that nothing that a patient does, and no crash of her process, stops it.
"""

import subprocess
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from miskraam_cli.kiosk.event_log import EventLog
from miskraam_cli.kiosk.settings import KioskSettings, Times

Destination = Literal["first", "second"]
_POLL_SECONDS = 0.1  # between two looks at a command that runs


@dataclass
class _Run:
    """A command that is running; at `until`, by the monotonic clock, it has failed."""

    destination: Destination
    process: subprocess.Popen[bytes]
    until: float


@dataclass
class DeskAlarm:
    """The signal of one kiosk. `name`, that of the kiosk, is all that a command is told.

    Whoever has one calls `tick` as soon as `seconds_to_next` are over.
    """

    settings: KioskSettings
    name: str
    times: Times
    log: EventLog
    second_called: bool = False
    _began: float | None = None
    _next: dict[Destination, float] = field(default_factory=dict)
    _running: list[_Run] = field(default_factory=list)
    _broken: set[Destination] = field(default_factory=set)

    @property
    def ringing(self) -> bool:
        """Whether staff have not acknowledged it yet."""
        return self._began is not None

    @property
    def fails(self) -> bool:
        """Whether a command did not work the last time."""
        return bool(self._broken)

    def ring(self) -> None:
        """Call staff now; where that is being done already, once more at once."""
        self.log.write("alarm")
        now = time.monotonic()
        if self._began is None:
            self._began, self.second_called = now, False
            self._broken.clear()
            self._next = {"second": now + self.times.second}
        self._next["first"] = now
        self.tick()

    def acknowledge(self) -> None:
        """Staff have seen it: ring no more."""
        if self._began is not None:
            self.log.write("acknowledged", seconds=round(time.monotonic() - self._began, 1))
        self._began, self.second_called = None, False
        self._next.clear()

    def tick(self) -> None:
        """Do what is due: see how the commands ended, run them again, call the second destination."""
        now = time.monotonic()
        self._check_running(now)
        for destination, at in tuple(self._next.items()):
            if now >= at:
                self._next[destination] = now + self.times.repeat
                self.second_called |= destination == "second"
                self._start(destination, now)

    def seconds_to_next(self) -> float | None:
        """In how many seconds there is something to do; None where nothing is."""
        if self._running:
            return _POLL_SECONDS
        return max(0.0, min(self._next.values()) - time.monotonic()) if self._next else None

    def test(self) -> tuple[Destination, ...]:
        """Run both commands once and wait for them; the destinations whose command did not work."""
        configured: tuple[Destination, ...] = (
            ("first", "second") if self.settings.alert_second else ("first",)
        )
        failed = tuple(destination for destination in configured if not self._works(destination))
        if failed:
            self.log.write("test", outcome="failed", to=" ".join(failed))
        else:
            self.log.write("test", outcome="done")
        return failed

    def _works(self, destination: Destination) -> bool:
        try:
            return self._open(destination).wait(self.times.command) == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def _start(self, destination: Destination, now: float) -> None:
        try:
            process = self._open(destination)
        except OSError:
            self._note_failure(destination)
            return
        self._running.append(_Run(destination, process, now + self.times.command))

    def _open(self, destination: Destination) -> subprocess.Popen[bytes]:
        """Start the command of a destination. Raises OSError where there is none, or it cannot be run."""
        commands: Mapping[Destination, tuple[str, ...]] = {
            "first": self.settings.alert,
            "second": self.settings.alert_second,
        }
        if not commands[destination]:
            raise FileNotFoundError
        nothing = subprocess.DEVNULL
        return subprocess.Popen(
            [*commands[destination], self.name],
            stdin=nothing,
            stdout=nothing,
            stderr=nothing,
            start_new_session=True,  # no key and no hang-up of the kiosk's terminal reaches it
        )

    def _check_running(self, now: float) -> None:
        for run in tuple(self._running):
            code = run.process.poll()
            if code is None and now < run.until:
                continue
            self._running.remove(run)
            if code is None:
                run.process.kill()
                run.process.wait()
            if code == 0:
                self._broken.discard(run.destination)
                self.log.write("sent", to=run.destination)
            else:
                self._note_failure(run.destination)

    def _note_failure(self, destination: Destination) -> None:
        self._broken.add(destination)
        self.log.write("failed", to=destination)
