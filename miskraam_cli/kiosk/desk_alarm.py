"""The signal at a staffed place: a command, run again until somebody of the staff says that it was seen.

It runs in the parent, so that nothing that a patient does stops it.
"""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from miskraam_cli.kiosk.settings import KioskSettings, Times

Wrote = Callable[..., None]
Destination = Literal["first", "second"]
_POLL = 0.1


@dataclass
class _Running:
    which: str
    process: subprocess.Popen[bytes]
    until: float


@dataclass
class DeskAlarm:
    """The desk's signal of one kiosk; `write` logs what becomes of it. `name` is all that a command is told."""

    settings: KioskSettings
    name: str
    times: Times
    write: Wrote
    since: float | None = None
    second: bool = False
    _next: dict[str, float] = field(default_factory=dict)
    _running: list[_Running] = field(default_factory=list)
    _bad: set[str] = field(default_factory=set)

    @property
    def ringing(self) -> bool:
        """Whether nobody of the staff has acknowledged it yet."""
        return self.since is not None

    @property
    def failed(self) -> bool:
        """Whether a command did not work the last time."""
        return bool(self._bad)

    def ring(self) -> None:
        """Call staff now; where that is being done already, once more at once."""
        self.write("alarm")
        now = time.monotonic()
        if self.since is None:
            self.since, self.second = now, False
            self._bad.clear()
            self._next = {"second": now + self.times.second}
        self._next["first"] = now
        self.tick()

    def acknowledge(self) -> None:
        """Somebody of the staff has seen it."""
        if self.since is not None:
            self.write("acknowledged", seconds=round(time.monotonic() - self.since, 1))
        self.since, self.second = None, False
        self._next.clear()

    def tick(self) -> None:
        """Do what is due: look what became of the commands, run them again, go to the second destination."""
        now = time.monotonic()
        self._look(now)
        for which, at in tuple(self._next.items()):
            if now >= at:
                self._next[which] = now + self.times.repeat
                self.second |= which == "second"
                self._run(which, now)

    def due(self) -> float | None:
        """In how many seconds there is something to do; None where nothing is."""
        if self._running:
            return _POLL
        return max(0.0, min(self._next.values()) - time.monotonic()) if self._next else None

    def test(self) -> tuple[Destination, ...]:
        """Run both commands once and wait for them; those that did not work."""
        commands: dict[Destination, tuple[str, ...]] = {"first": self.settings.alert}
        if self.settings.alert_second:
            commands["second"] = self.settings.alert_second
        failed = tuple(which for which, command in commands.items() if not self._works(command))
        if failed:
            self.write("test", outcome="failed", to=" ".join(failed))
        else:
            self.write("test", outcome="done")
        return failed

    def _works(self, command: tuple[str, ...]) -> bool:
        if not command:
            return False
        try:
            return _started(command, self.name).wait(self.times.command) == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def _run(self, which: str, now: float) -> None:
        command = self.settings.alert if which == "first" else self.settings.alert_second
        try:
            if not command:
                raise FileNotFoundError
            process = _started(command, self.name)
        except OSError:
            self._failed(which)
            return
        self._running.append(_Running(which, process, now + self.times.command))

    def _look(self, now: float) -> None:
        for run in tuple(self._running):
            code = run.process.poll()
            if code is None and now < run.until:
                continue
            self._running.remove(run)
            if code is None:
                run.process.kill()
                run.process.wait()
            if code == 0:
                self._bad.discard(run.which)
                self.write("sent", to=run.which)
            else:
                self._failed(run.which)

    def _failed(self, which: str) -> None:
        self._bad.add(which)
        self.write("failed", to=which)


def _started(command: tuple[str, ...], name: str) -> subprocess.Popen[bytes]:
    nothing = subprocess.DEVNULL
    return subprocess.Popen(
        [*command, name], stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True
    )
