"""What a patient's process and its parent say to each other: single words, never an answer."""

import socket
from dataclasses import dataclass, replace
from typing import Literal, get_args

from miskraam_cli.kiosk.event_log import Tested

Told = Literal[
    "started",
    "alarm",
    "said",
    "acknowledged",
    "wrong_pin",
    "right_pin",
    "test",
    "leave",
    "crashed",
    "not_kept",
    "done",
    "stopped",
    "called",
    "idle",
]
_TOLD = get_args(Told)


@dataclass(frozen=True)
class SignalState:
    """What a new process is told of the time before it. `on_screen`: her alert was still on the screen."""

    ringing: bool = False
    on_screen: bool = False
    failed: bool = False
    second: bool = False
    wrong_pins: int = 0
    tested: Tested = "works"


class Link:
    """The patient's end."""

    def __init__(self, channel: socket.socket, standing: SignalState) -> None:
        self._channel = channel
        self.standing = standing

    def tell(self, what: Told, more: str = "") -> None:
        """Tell the parent."""
        self._channel.sendall(f"{what} {more}\n".encode())

    def acknowledge(self) -> None:
        """Tell that staff have seen the signal."""
        self.tell("acknowledged")
        self.standing = replace(self.standing, ringing=False)

    def test(self) -> bool:
        """Have the bell tested, and wait for it; whether it worked."""
        self.news()
        self.tell("test")
        while True:
            for letter in self._channel.recv(4096).decode():
                self.standing = _after(self.standing, letter)
                if letter in "tT":
                    return letter == "T"

    def news(self) -> SignalState:
        """How it stands with the signal now."""
        self._channel.setblocking(False)
        try:
            for letter in self._channel.recv(4096).decode():
                self.standing = _after(self.standing, letter)
        except BlockingIOError:
            pass
        finally:
            self._channel.setblocking(True)
        return self.standing


class Heard:
    """The parent's end."""

    def __init__(self, channel: socket.socket) -> None:
        self.channel = channel
        self._rest = b""
        self.open = True

    def words(self) -> list[tuple[Told, str]]:
        """What came in since; known words only. The end of the process closes it."""
        try:
            read = self.channel.recv(4096)
        except ConnectionResetError:
            read = b""
        self.open = bool(read)
        *lines, self._rest = (self._rest + read).split(b"\n")
        found = [line.decode("ascii", "replace").partition(" ") for line in lines]
        return [
            (_known(word), more if more.isidentifier() else "") for word, _, more in found if word in _TOLD
        ]

    def tell(self, letters: str) -> None:
        """Tell how it stands with the signal, a letter for each thing, a capital where it is so."""
        try:
            self.channel.sendall(letters.encode())
        except OSError:  # it has just ended
            return


def _known(word: str) -> Told:
    return next(told for told in _TOLD if told == word)


def _after(standing: SignalState, letter: str) -> SignalState:
    match letter:
        case "f" | "F":
            return replace(standing, failed=letter == "F")
        case "s" | "S":
            return replace(standing, second=letter == "S")
    return replace(standing, tested="works" if letter == "T" else "fails")
