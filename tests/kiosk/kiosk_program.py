"""A kiosk for tests: a folder with all that a clinic settles, and the installed program in a terminal."""

import json
import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from miskraam_cli.kiosk import pin
from miskraam_cli.records import seal
from tests.installed_program import Ran, miskraam
from tests.pseudo_terminal import Terminal, command_in_terminal, terminal
from tests.tiny_questionnaires import write_questionnaire

PIN = "2468"
DESK = "links van de deur"
START = "Vragenlijst · Questionnaire"
HIDE, PAUSE, CALLED, YES, STAFF = "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[19~", "\x1b[20~"  # F2 F3 F4 F8 F9
ENTER = "\r"

_SHORTER = """
import functools, sys
from miskraam_cli.cli import kiosk, main
from miskraam_cli.kiosk.settings import Times
kiosk.run_kiosk = functools.partial(kiosk.run_kiosk, times=Times({times}))
sys.argv[1:] = ["kiosk", *sys.argv[1:]]
{before}
main.main()
"""
BODY = """
sections:
  - id: only
    title: {nl: Eerst dit, en: First this}
    questions:
      - id: dizzy
        type: boolean
        text: {nl: Bent u duizelig?, en: Are you dizzy?}
        label: {nl: duizelig, en: dizzy}
        help: {nl: Dit is uitleg., en: This is help.}
        may: [unknown]
        addition: a test
      - id: wish
        type: text
        text: {nl: Wat wilt u vragen?, en: What would you like to ask?}
        label: {nl: uw vraag, en: your question}
        may: [declined]
        addition: a test
      - id: signs
        type: choices
        text: {nl: Wat heeft u gemerkt?, en: What did you notice?}
        label: {nl: klachten, en: complaints}
        choices:
          - {id: rash, text: {nl: Uitslag, en: A rash}}
          - {id: cough, text: {nl: Hoest, en: A cough}}
          - {id: none, exclusive: true, text: {nl: Geen van deze, en: None of these}}
        addition: a test
findings:
  - {id: falls, when: dizzy == true, if_unknown: self, level: now, say: hello}
"""
DIZZY, WISH, SIGNS = "Bent u duizelig?", "Wat wilt u vragen?", "Wat heeft u gemerkt?"
MORE = "Ik wil nog iets typen"
LAST = "Dank u. Dit was de laatste vraag."
NEUTRAL = "Vragenlijst"
IS_DONE = "Ik ben klaar. Wis dit scherm."
DONE = re.compile(rf"(\d) +{re.escape(IS_DONE)}")  # its number, on the screen with the code
_HASH = pin.hashed(PIN)
DEAF = 1.1  # an alert takes no key in its first second
_EVERY_DAY = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'


class Kiosk:
    """A folder with a configuration; `without` names what the clinic has not settled."""

    def __init__(self, folder: Path, *without: str, alert: str = "", second: str = "") -> None:
        self.folder = folder
        self.bell = folder / "bell.txt"
        identity = seal.new_identity()
        (folder / "key.txt").write_text(f"{identity.keys[0]}\n", encoding="utf-8")
        file = Path(write_questionnaire(BODY, folder))
        yesterday = date.today() - timedelta(days=1)  # noqa: DTZ011  # the day before, in any zone
        confirmed = f'by = "A. de Vries"\non = {yesterday}\n'
        first = alert or self.command("first")
        tables = {
            "numbers": f"[confirmed.numbers]\n{confirmed}",
            "hours": f"[confirmed.hours]\n{confirmed}",
            "records": f'[records]\nrecipients = {json.dumps(identity.public)}\nidentity = "key.txt"\n',
            "kiosk": f'[kiosk]\nquestionnaires = ["{file.name}"]\n',
            "name": 'name = "kiosk 2"\n',
            "desk": f'desk = "{DESK}"\n',
            "alert": f"alert = {json.dumps(shlex.split(first))}\n",
            "alert_second": f"alert_second = {json.dumps(shlex.split(second or self.command('second')))}\n",
            "pin": f'pin = "{_HASH}"\n',
            "staff": '[kiosk.staff]\nwho = "dienstdoende"\nstand_in = "achterwacht"\n'
            f"days = {_EVERY_DAY}\nopens = 00:00:00\ncloses = 23:59:59\nholidays = true\n",
        }
        text = "\n".join(table for name, table in tables.items() if name not in without)
        (folder / "config.toml").write_text(text, encoding="utf-8")

    def command(self, which: str) -> str:
        """A command that writes the time and what it was told."""
        script = self.folder / f"{which}.sh"
        script.write_text(f'#!/bin/sh\necho "$(date +%s.%N) {which} $*" >> {self.bell}\n', encoding="utf-8")
        script.chmod(0o700)
        return str(script)

    @property
    def config(self) -> str:
        """Its configuration, as the environment names it."""
        return str(self.folder / "config.toml")

    @contextmanager
    def on(self, *arguments: str, columns: int = 80, rows: int = 24) -> Iterator[Terminal]:
        """The installed program in a terminal."""
        with terminal(
            "kiosk", *arguments, folder=self.folder, columns=columns, rows=rows, MISKRAAM_CONFIG=self.config
        ) as shown:
            yield shown

    @contextmanager
    def quick(self, *arguments: str, before: str = "", **times: float) -> Iterator[Terminal]:
        """The same program with shorter times; `before` is run first, to break something."""
        said = ", ".join(f"{name}={value}" for name, value in times.items())
        script = _SHORTER.format(times=said, before=before)
        with command_in_terminal(
            sys.executable, "-c", script, *arguments, folder=self.folder, MISKRAAM_CONFIG=self.config
        ) as shown:
            yield shown

    def export(self, code: str) -> dict[str, Any]:
        """The record under a code, in clear."""
        ran = self.run("records", "export", code)
        assert ran.code == 0, ran.err
        (record,) = ran.json["records"]
        return dict(record)

    def run(self, *arguments: str) -> Ran:
        """Any command, without a terminal."""
        return miskraam(*arguments, folder=self.folder, environment={"MISKRAAM_CONFIG": self.config})

    def rings(self) -> list[tuple[float, str]]:
        """When the bell rang, and with which words."""
        lines = self.bell.read_text(encoding="utf-8").splitlines() if self.bell.exists() else []
        return [(float(line.partition(" ")[0]), line.partition(" ")[2]) for line in lines]

    def log(self) -> list[dict[str, Any]]:
        """The lines of the log."""
        file = self.folder / "kiosk.log"
        return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]

    def events(self) -> list[str]:
        """What happened, in order."""
        return [line["what"] for line in self.log()]


def until(condition: Callable[[], bool], what: str, seconds: float = 10) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, f"waited for {what}"
        time.sleep(0.02)


def settle(shown: Terminal, seconds: float = 0.3) -> str:
    """What stands on the screen after a while."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        shown._feed()
    return shown.screen


def begin(shown: Terminal, *, who: str = "1") -> None:
    """From the start screen to the first question."""
    shown.wait_for(START, "Nederlands", "F9: medewerker")
    shown.press("1", ENTER)
    shown.wait_for("Wie vult de vragen in?", "Ik vul het in voor iemand anders", "Enter: antwoorden")
    shown.press(who, ENTER)
    shown.wait_for("versleuteld", "Begin", "Enter: verder")
    shown.press(ENTER)


def at_wish(shown: Terminal) -> None:
    """On to the question for her own words, which comes once she wants to type something."""
    shown.wait_for(MORE, "F4: ik word geroepen")
    shown.press("2", ENTER)
    shown.wait_for(WISH, "F4: ik word geroepen")


def to_the_end(shown: Terminal, wish: str = "hallo") -> str:
    """From the first question to the code, nothing alarming; the code."""
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("2", ENTER)
    return from_the_wish(shown, wish)


def from_the_wish(shown: Terminal, wish: str = "hallo") -> str:
    """From the question before her own words to the code; the code."""
    at_wish(shown)
    shown.press(wish, ENTER)
    shown.wait_for(SIGNS, "F4: ik word geroepen")
    shown.press("3", ENTER)
    shown.wait_for(LAST, "Verder", "F4: ik word geroepen")
    shown.press("1", ENTER)
    return read_to_the_code(shown)


def read_to_the_code(shown: Terminal) -> str:
    """Page after page of the summary, up to the code."""
    while "Dit is uw code" not in shown.screen:
        shown.wait_for("Enter:")
        if "Dit is uw code" not in shown.screen:
            shown.turn_the_page()
    return code_on(shown)


def code_on(shown: Terminal) -> str:
    """The code on the screen."""
    screen = shown.wait_for("Dit is uw code", IS_DONE)
    (found,) = re.findall(r"^ +((?:[A-Z0-9]  ){5}[A-Z0-9])$", screen, re.MULTILINE)
    return str(found).replace(" ", "")


def be_done(shown: Terminal) -> None:
    """On the screen with the code: she is done, which stands last there."""
    shown.wait_for(IS_DONE)
    shown.press(*DONE.findall(shown.screen), ENTER)


def answer_alert(shown: Terminal, *keys: str) -> None:
    """At an alert, which takes no key in its first second."""
    time.sleep(DEAF)
    shown.press(*keys)


def choose_at_alert(shown: Terminal, digit: str) -> None:
    """The choice of this number below an alert."""
    answer_alert(shown, digit, ENTER)


def processes_of(parent: int) -> list[int]:
    """The children of a process."""
    listed = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


def exists(pid: int) -> bool:
    """Whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
