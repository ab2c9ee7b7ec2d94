"""Two machines in tmux: a kiosk in a waiting room and a workstation, each a terminal that one types at and reads."""

import os
import re
import subprocess
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.flat_text import flat
from tests.installed_program import clean_environment, program
from tests.kiosk.kiosk_program import DEAF, IS_DONE, until
from tests.needed_programs import needed

AFTER_A_SECOND = "after a second"  # before the keys of an alert, which takes none in its first

_PATIENCE = 20.0


class Machine:
    """One terminal in tmux."""

    def __init__(self, tmux: list[str], name: str) -> None:
        self._tmux = tmux
        self.name = name

    @property
    def screen(self) -> str:
        """What stands on it."""
        return _done([*self._tmux, "capture-pane", "-p", "-t", self.name])

    def press(self, *keys: str) -> None:
        """Keys by the names that tmux has for them, or words."""
        _done([*self._tmux, "send-keys", "-t", self.name, *keys])

    def shows(self, *texts: str) -> str:
        """Wait until all of these stand on it together, wrapped or not; the screen."""
        try:
            until(lambda: all(flat(text) in flat(self.screen) for text in texts), f"{texts}", _PATIENCE)
        except AssertionError as late:
            raise AssertionError(f"{late}; {self.name} shows:\n{self.screen}") from None
        return self.screen

    def turn_the_page(self) -> None:
        """Press Enter and wait for another screen."""
        before = self.screen
        self.press("Enter")
        until(lambda: self.screen not in (before, ""), "the next page", _PATIENCE)


class Room:
    """A tmux server of its own, and the machines in it."""

    def __init__(self, tmux: list[str]) -> None:
        self._tmux = tmux

    def machine(self, name: str, folder: Path, command: str, *, rows: int, **variables: str) -> Machine:
        """A machine that runs a command, with `miskraam` among its programs."""
        given = [f"{key}={value}" for key, value in variables.items()]
        options = [part for one in given for part in ("-e", one)]
        size = ("-x", "80", "-y", str(rows))
        stays = (
            "start-server",
            ";",
            "set-option",
            "-g",
            "remain-on-exit",
            "on",
            ";",
        )  # what it said last is seen
        _done(
            [
                *self._tmux,
                *stays,
                "new-session",
                "-d",
                "-s",
                name,
                "-c",
                str(folder),
                *size,
                *options,
                command,
            ]
        )
        return Machine(self._tmux, name)


@contextmanager
def room() -> Iterator[Room]:
    """A room without machines; all of them are ended on the way out."""
    tmux = [needed("tmux"), "-L", f"miskraam-{uuid.uuid4().hex[:8]}", "-f", "/dev/null"]
    try:
        yield Room(tmux)
    finally:
        subprocess.run([*tmux, "kill-server"], env=_environment(), capture_output=True, check=False)


def answer_all(kiosk: Machine, answers: Mapping[str, tuple[str, ...]]) -> None:
    """From the start screen to the last question, each answered by the keys beside its text."""
    for text, keys in answers.items():
        kiosk.shows(text, "Enter:")
        if AFTER_A_SECOND in keys:
            time.sleep(DEAF)
        kiosk.press(*(key for key in keys if key != AFTER_A_SECOND))


def code_after_reading(kiosk: Machine) -> tuple[str, str]:
    """All pages that she reads, and the code on the last screen."""
    read = []
    while "Dit is uw code" not in (screen := kiosk.shows("Enter:")):
        read.append(screen)
        kiosk.turn_the_page()
    screen = kiosk.shows("Dit is uw code", IS_DONE)
    (found,) = re.findall(r"^ +((?:[A-Z0-9]  ){5}[A-Z0-9])$", screen, re.MULTILINE)
    return flat("\n".join(read)), str(found).replace(" ", "")


def _environment() -> dict[str, str]:
    here = Path(program()).parent  # tmux looks for commands where its client does
    return clean_environment(TERM="xterm-256color", PATH=f"{here}:{os.environ['PATH']}")


def _done(command: list[str]) -> str:
    done = subprocess.run(
        command, env=_environment(), capture_output=True, encoding="utf-8", timeout=20, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
