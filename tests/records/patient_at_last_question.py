"""A patient at her last question: one Enter more, and her record is kept. What she has seen by then is read on."""

import os
import re
import select
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.installed_program import clean_environment, program
from tests.records.clinic_machine import FEVER, Clinic, as_file

_LAST = "Dit was de laatste vraag."
_PATIENCE = 60.0


def numbered(number: int) -> Mapping[str, Any]:
    """Answers that are told apart from all others by what she asks."""
    return {**FEVER, "question": question_of(number)}


def question_of(number: int) -> str:
    """What only this patient asks."""
    return f"vraag {number:04}"


class Patient:
    """The program in its plain lines, all answered but for the last Enter."""

    def __init__(self, clinic: Clinic, number: int, configuration: Path | None = None) -> None:
        file = clinic.folder / f"answers-{number}.json"
        file.write_text(as_file(numbered(number)), encoding="utf-8")
        chosen = {"MISKRAAM_CONFIG": str(configuration or clinic.configuration)}
        self._child = subprocess.Popen(
            [program(), "follow-up", "--lines", "--answers", str(file), "--keep"],
            cwd=clinic.folder, env=clean_environment(**chosen),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._out = b""

    def __enter__(self) -> "Patient":
        return self

    def __exit__(self, *error: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.kill()

    @property
    def out(self) -> str:
        """What she has seen."""
        return self._out.decode(errors="replace")

    @property
    def code(self) -> str | None:
        """The code, where all of it was shown."""
        found = re.search(r"^Code: (\w{6})\n", self.out, re.MULTILINE)
        return found[1] if found else None

    def to_the_end(self) -> None:
        """Read on to the last question."""
        deadline = time.monotonic() + _PATIENCE
        while not (_LAST in self.out and self.out.endswith("\n> ")):
            assert time.monotonic() < deadline, self.out
            assert self._read(deadline), self._child.stderr and self._child.stderr.read()

    def press_enter(self) -> None:
        """Answer it."""
        assert self._child.stdin
        self._child.stdin.write(b"\n")
        self._child.stdin.flush()

    def wait_for_code(self) -> str:
        """Read on until the code stands there."""
        deadline = time.monotonic() + _PATIENCE
        while self.code is None:
            assert self._read(deadline), self.finish()
        return self.code

    def finish(self) -> tuple[int, str]:
        """Let it end by itself: the exit code, and what went wrong."""
        out, err = self._child.communicate(timeout=_PATIENCE)
        self._out += out
        return self._child.returncode, err.decode()

    def kill(self) -> None:
        """End it as `kill -9` does, and read what it had written by then."""
        if self._child.returncode is None:
            self._child.send_signal(signal.SIGKILL)
            self.finish()

    def _read(self, deadline: float) -> bool:
        assert self._child.stdout
        number = self._child.stdout.fileno()
        ready, _, _ = select.select([number], [], [], max(0.0, deadline - time.monotonic()))
        new = os.read(number, 65_536) if ready else b""
        self._out += new
        return bool(new)


def waiting(patients: Sequence[Patient]) -> None:
    """Wait until all of them are at the last question."""
    for patient in patients:
        patient.to_the_end()


def questions_kept(clinic: Clinic) -> list[str]:
    """What was asked in each record that can be opened, with its code; any other is a failure."""
    ran = clinic.run("records", "export")
    assert (ran.code, ran.err) == (0, "")
    return [f"{record['code']} {record['answers']['question']}" for record in ran.json["records"]]
