"""What a patient's process and the supervisor say to each other: words, one a line, and never an answer.

Each end knows the words that the other may say, and passes over everything else.
"""

import select
import socket
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Generic, TypeVar

from miskraam_cli.kiosk.event_log import Tested


class FromPatient(StrEnum):
    """What a patient's process tells the supervisor."""

    STARTED = "started"  # the questions begin
    ALARM = "alarm"  # her alert stands on the screen: ring
    SAID = "said"  # she took it off the screen: she says that she told staff
    ACKNOWLEDGED = "acknowledged"  # staff have seen it: ring no more
    RIGHT_PIN = "right_pin"
    WRONG_PIN = "wrong_pin"
    TEST = "test"  # test the desk's signal, and tell whether it works
    NOT_KEPT = "not_kept"  # her answers could not be kept
    CRASHED = "crashed"  # with the name of the error's class, the only word that says more
    # How a patient's process ended, where it did not crash:
    DONE = "done"
    STOPPED = "stopped"
    CALLED = "called"
    IDLE = "idle"
    LEAVE = "leave"  # staff close the kiosk


class FromSupervisor(StrEnum):
    """What the supervisor tells a patient's process of the desk's signal."""

    SIGNAL_WORKS = "signal_works"
    SIGNAL_FAILS = "signal_fails"
    SECOND_CALLED = "second_called"  # the second destination is called too
    SECOND_NOT_CALLED = "second_not_called"
    TEST_WORKED = "test_worked"
    TEST_FAILED = "test_failed"


Word = TypeVar("Word", bound=StrEnum)


class MessagePipe(Generic[Word]):
    """One end of the pipe: writes words, and reads those of `known`."""

    def __init__(self, channel: socket.socket, known: type[Word]) -> None:
        self.is_open = True
        self._channel = channel
        self._known = known
        self._unfinished = b""

    def write(self, word: StrEnum, detail: str = "") -> None:
        """Say a word. Raises OSError where the other end is gone."""
        self._channel.sendall(f"{word} {detail}\n".encode())

    def read(self, seconds: float | None = None) -> list[tuple[Word, str]]:
        """The words that came in, each with its detail, after waiting at most so long; None waits for some.

        Where the other end is gone the pipe is open no more.
        """
        if not select.select([self._channel], [], [], seconds)[0]:
            return []
        try:
            data = self._channel.recv(4096)
        except ConnectionResetError:
            data = b""
        self.is_open = bool(data)
        *lines, self._unfinished = (self._unfinished + data).split(b"\n")
        return [message for line in lines if (message := self._parse(line)) is not None]

    def _parse(self, line: bytes) -> tuple[Word, str] | None:
        word, _, detail = line.decode("ascii", "replace").partition(" ")
        try:
            known = self._known(word)
        except ValueError:
            return None
        return known, detail if detail.isidentifier() else ""


@dataclass(frozen=True)
class SignalState:
    """How it stands with the desk's signal.

    `on_screen`: the alert of the patient before still stood there when her process ended. `fails`: a command did not
    work the last time. `last_test`: what became of the last test of the day.
    """

    ringing: bool = False
    on_screen: bool = False
    fails: bool = False
    second_called: bool = False
    last_test: Tested = "works"


class ToSupervisor:
    """The patient's end: tells the supervisor, and knows how it stands with the desk's signal.

    `wrong_pins`: how many wrong PINs in a row staff typed before this process began.
    """

    def __init__(self, channel: socket.socket, signal: SignalState, wrong_pins: int) -> None:
        self.signal = signal
        self.wrong_pins = wrong_pins
        self._pipe = MessagePipe(channel, FromSupervisor)

    def tell(self, word: FromPatient, detail: str = "") -> None:
        """Say a word to the supervisor."""
        self._pipe.write(word, detail)

    def acknowledge(self) -> None:
        """Tell that staff have seen the signal."""
        self.tell(FromPatient.ACKNOWLEDGED)
        self.signal = replace(self.signal, ringing=False)

    def test_signal(self) -> bool:
        """Have the desk's signal tested, and wait for it; whether it worked."""
        self.tell(FromPatient.TEST)
        while self._pipe.is_open:
            words = self._hear(None)
            if FromSupervisor.TEST_WORKED in words or FromSupervisor.TEST_FAILED in words:
                return FromSupervisor.TEST_WORKED in words
        return False

    def ask_signal(self) -> SignalState:
        """How it stands with the desk's signal now."""
        self._hear(0)
        return self.signal

    def _hear(self, seconds: float | None) -> list[FromSupervisor]:
        words = [word for word, _ in self._pipe.read(seconds)]
        for word in words:
            self.signal = _after(self.signal, word)
        return words


def _after(signal: SignalState, word: FromSupervisor) -> SignalState:
    match word:
        case FromSupervisor.SIGNAL_WORKS | FromSupervisor.SIGNAL_FAILS:
            return replace(signal, fails=word is FromSupervisor.SIGNAL_FAILS)
        case FromSupervisor.SECOND_CALLED | FromSupervisor.SECOND_NOT_CALLED:
            return replace(signal, second_called=word is FromSupervisor.SECOND_CALLED)
        case FromSupervisor.TEST_WORKED | FromSupervisor.TEST_FAILED:
            return replace(signal, last_test="works" if word is FromSupervisor.TEST_WORKED else "fails")
