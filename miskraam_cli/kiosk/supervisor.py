"""The process that stays: starts one for each patient, runs the desk's signal, writes the log. It sees no answer."""

import os
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
from miskraam_cli.kiosk.messages import FromPatient, FromSupervisor, MessagePipe, SignalState, ToSupervisor
from miskraam_cli.terminal.screen import wipe

ServePatient = Callable[[ToSupervisor], FromPatient]
_CRASHES = 5  # in a row, each before anybody began: then something is wrong that a new process does not cure


@dataclass
class _Process:
    """What is known of a patient's process. `error`: the name of the error's class, where it crashed."""

    started: bool = False
    ended: FromPatient | None = None
    error: str = ""


class Supervisor:
    """Serves one patient after another, each in a process of its own."""

    def __init__(self, serve: ServePatient, alarm: DeskAlarm, log: EventLog) -> None:
        self._serve = serve
        self._alarm = alarm
        self._log = log
        self._alert_on_screen = False
        self._wrong_pins = 0

    def run(self) -> None:
        """Until staff end it. Raises MiskraamError where no start screen stands."""
        self._log.write("on")
        if self._log.is_ringing():
            self._alarm.ring()
        crashes = 0
        while crashes < _CRASHES:
            process = self._serve_one()
            if process.ended is FromPatient.LEAVE:
                self._log.write("off")
                return
            crashes = crashes + 1 if process.ended is None and not process.started else 0
        raise MiskraamError("error.kiosk_crashes")

    def _serve_one(self) -> _Process:
        """One patient, until nothing of her process is left."""
        ours, hers = socket.socketpair()
        state, wrong_pins = self._signal_state(), self._wrong_pins
        child = os.fork()
        if child == 0:
            ours.close()
            _live(self._serve, ToSupervisor(hers, state, wrong_pins))
        hers.close()
        process, pipe = _Process(), MessagePipe(ours, FromPatient)
        try:
            while pipe.is_open:
                self._attend(pipe, process)
        finally:
            ours.close()
            if pipe.is_open:  # the supervisor itself is ended from outside
                os.kill(child, signal.SIGKILL)
            status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            wipe()
        self._log_end(process, status)
        return process

    def _attend(self, pipe: MessagePipe[FromPatient], process: _Process) -> None:
        """Wait for words of the patient's process, or until the desk's signal has something to do."""
        before = self._news()
        for word, detail in pipe.read(self._alarm.seconds_to_next()):
            self._take(word, detail, process)
            if word is FromPatient.TEST:
                failed = self._alarm.test()
                _tell(pipe, FromSupervisor.TEST_FAILED if failed else FromSupervisor.TEST_WORKED)
        self._alarm.tick()
        for news in self._news():
            if news not in before:
                _tell(pipe, news)

    def _take(self, word: FromPatient, detail: str, process: _Process) -> None:
        match word:
            case FromPatient.ALARM:
                self._alert_on_screen = True
                self._alarm.ring()
            case FromPatient.SAID:
                self._alert_on_screen = False
                self._log.write(word)
            case FromPatient.ACKNOWLEDGED:
                self._alert_on_screen = False
                self._alarm.acknowledge()
            case FromPatient.WRONG_PIN | FromPatient.RIGHT_PIN:
                self._wrong_pins = self._wrong_pins + 1 if word is FromPatient.WRONG_PIN else 0
                self._log.write(word)
            case FromPatient.TEST:
                return
            case FromPatient.STARTED | FromPatient.NOT_KEPT:
                process.started |= word is FromPatient.STARTED
                self._log.write(word)
            case FromPatient.CRASHED:
                process.error = detail
            case _:
                process.ended = word

    def _log_end(self, process: _Process, status: int) -> None:
        if process.ended is None:
            self._log.write("crashed", type=process.error or f"exit {status}")
        elif process.started:
            self._log.write("ended", how=process.ended)

    def _news(self) -> tuple[FromSupervisor, FromSupervisor]:
        """What a patient's process has to know of the desk's signal."""
        return (
            FromSupervisor.SIGNAL_FAILS if self._alarm.fails else FromSupervisor.SIGNAL_WORKS,
            FromSupervisor.SECOND_CALLED if self._alarm.second_called else FromSupervisor.SECOND_NOT_CALLED,
        )

    def _signal_state(self) -> SignalState:
        return SignalState(
            ringing=self._alarm.ringing,
            on_screen=self._alert_on_screen and self._alarm.ringing,
            fails=self._alarm.fails,
            second_called=self._alarm.second_called,
            last_test=self._log.tested(),
        )


def _tell(pipe: MessagePipe[FromPatient], word: FromSupervisor) -> None:
    with suppress(OSError):  # her process has just ended
        pipe.write(word)


def _live(serve: ServePatient, supervisor: ToSupervisor) -> NoReturn:
    """A patient's process from its first to its last moment."""
    code = OURS
    try:
        for name in ("SIGTERM", "SIGHUP"):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
        harden_process.end_with_parent()
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what breaks may name an answer
        supervisor.tell(serve(supervisor))
        code = 0
    except BaseException as error:  # nothing of it may reach a screen or a file but its name
        with suppress(OSError):
            supervisor.tell(FromPatient.CRASHED, type(error).__name__)
    finally:
        with suppress(OSError, ValueError):
            wipe()
        os._exit(code)
