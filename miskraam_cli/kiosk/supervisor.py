"""The parent: a warm start for each patient, the desk's signal, the log. It never sees an answer."""

import os
import select
import signal
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from miskraam_cli.errors import OURS, MiskraamError
from miskraam_cli.kiosk import harden_process
from miskraam_cli.kiosk.desk_alarm import DeskAlarm
from miskraam_cli.kiosk.event_log import EventLog
from miskraam_cli.kiosk.messages import Heard, Link, SignalState, Told
from miskraam_cli.terminal.screen import wipe

Serve = Callable[[Link], Told]
_CRASHES = 5  # in a row, each before anybody began: then something is wrong that a new process does not cure


@dataclass
class _Patient:
    """What is known of the one at the screen."""

    started: bool = False
    ended: Told | None = None
    crash: str = ""


class Supervisor:
    """Serves one patient after another, each in a process of its own."""

    def __init__(self, serve: Serve, alarm: DeskAlarm, log: EventLog) -> None:
        self.serve = serve
        self.alarm = alarm
        self.log = log
        self.on_screen = False
        self.wrong_pins = 0

    def run(self) -> None:
        """Until staff end it. Raises MiskraamError where no start screen stands."""
        self.log.write("on")
        if self.log.is_ringing():
            self.alarm.ring()
        crashes = 0
        while crashes < _CRASHES:
            patient = self.one()
            if patient.ended == "leave":
                self.log.write("off")
                return
            crashes = crashes + 1 if patient.ended is None and not patient.started else 0
        raise MiskraamError("error.kiosk_crashes")

    def one(self) -> _Patient:
        """One patient, until nothing of her process is left."""
        ours, hers = socket.socketpair()
        standing = self._standing()
        child = os.fork()
        if child == 0:
            ours.close()
            _live(self.serve, Link(hers, standing))
        hers.close()
        patient, heard = _Patient(), Heard(ours)
        try:
            while heard.open:
                self._wait(heard, patient)
        finally:
            ours.close()
            if heard.open:  # we are ended from outside
                os.kill(child, signal.SIGKILL)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            wipe()
        self._ended(patient, status)
        return patient

    def _wait(self, heard: Heard, patient: _Patient) -> None:
        before = self._news()
        due = self.alarm.due()
        if select.select([heard.channel], [], [], due)[0]:
            for word, more in heard.words():
                self._heard(word, more, patient)
                if word == "test":
                    heard.tell("t" if self.alarm.test() else "T")
        self.alarm.tick()
        if self._news() != before:
            heard.tell(self._news())

    def _heard(self, word: Told, more: str, patient: _Patient) -> None:
        match word:
            case "alarm":
                self.on_screen = True
                self.alarm.ring()
            case "said":
                self.on_screen = False
                self.log.write("said")
            case "acknowledged":
                self.on_screen = False
                self.alarm.acknowledge()
            case "wrong_pin" | "right_pin":
                self.wrong_pins = self.wrong_pins + 1 if word == "wrong_pin" else 0
                self.log.write(word)
            case "test":
                return
            case "started" | "not_kept":
                patient.started |= word == "started"
                self.log.write(word)
            case "crashed":
                patient.crash = more
            case _:
                patient.ended = word

    def _ended(self, patient: _Patient, status: int) -> None:
        if patient.ended is None:
            self.log.write("crashed", type=patient.crash or f"exit {status}")
        elif patient.started:
            self.log.write("ended", how=patient.ended)

    def _news(self) -> str:
        return ("F" if self.alarm.failed else "f") + ("S" if self.alarm.second else "s")

    def _standing(self) -> SignalState:
        return SignalState(
            ringing=self.alarm.ringing,
            on_screen=self.on_screen and self.alarm.ringing,
            failed=self.alarm.failed,
            second=self.alarm.second,
            wrong_pins=self.wrong_pins,
            tested=self.log.tested(),
        )


def _live(serve: Serve, link: Link) -> NoReturn:
    """A patient's process from its first to its last moment."""
    code = OURS
    try:
        for name in ("SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        harden_process.end_with_parent()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what breaks may name an answer
        link.tell(serve(link))
        code = 0
    except BaseException as error:  # nothing of it may reach a screen or a file but its name
        with suppress(OSError):
            link.tell("crashed", type(error).__name__)
    finally:
        with suppress(OSError, ValueError):
            wipe()
        os._exit(code)
