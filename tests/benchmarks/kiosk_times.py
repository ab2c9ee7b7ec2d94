"""The kiosk: ready for the next patient, memory after many, and what keeping a record costs."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from miskraam_cli.records.keep import keep
from miskraam_cli.records.seal import new_identity
from miskraam_cli.records.settings import RecordSettings
from tests.benchmarks.measured_environment import Installation
from tests.benchmarks.result_table import Goal, ResultRow
from tests.benchmarks.series import Series
from tests.kiosk.kiosk_program import CALLED, DIZZY, ENTER, MORE, START, Kiosk, be_done, begin, code_on
from tests.pseudo_terminal import Terminal, command_in_terminal
from tests.records.example_record import make

_READY_GOAL = Goal(150)
_MEMORY_GOAL = Goal(1.05)
_CPU_GOAL = Goal(20)
_FEW = 10
_KEPT = 200


def between_patients(installation: Installation, patients: int) -> Iterator[ResultRow]:
    """From the last key of one patient to the start screen of the next, and what the parent grows by."""
    folder = Path(installation.path("kiosk"))
    folder.mkdir()
    kiosk = Kiosk(folder)
    ready, memory = [], {}
    program = installation.program("miskraam")
    with command_in_terminal(program, "kiosk", folder=folder, MISKRAAM_CONFIG=kiosk.config) as shown:
        shown.wait_for(START, "F9: medewerker")
        for number in range(1, patients + 1):
            _patient(shown)
            ready.append(_anew(shown))
            if number in (_FEW, patients):
                memory[number] = _memory(shown.process)
    series = Series(tuple(ready))
    yield ResultRow("kiosk: ready for the next patient", series.shown(), "", series.median, _READY_GOAL)
    yield ResultRow("kiosk: the same, p95", f"{series.p95:.0f} ms", "", series.p95, _READY_GOAL)
    what = f"kiosk: memory after {patients} patients"
    few, many = memory[_FEW], memory[patients]
    yield ResultRow(what, f"{many} kB", f"after {_FEW}: {few} kB", many / few, _MEMORY_GOAL)


def keeping(installation: Installation) -> Iterator[ResultRow]:
    """The processor's time to seal and keep one record in SQLite."""
    folder = Path(installation.path("kept"))
    settings = RecordSettings(folder, new_identity().public)
    spent = []
    for _ in range(_KEPT):
        started = time.process_time()
        keep(make, settings)
        spent.append(1000 * (time.process_time() - started))
    ours = Series(tuple(spent))
    yield ResultRow("kiosk: seal and keep, CPU", ours.shown(), "", median(spent), _CPU_GOAL)


def _patient(shown: Terminal) -> None:
    begin(shown)
    shown.wait_for(DIZZY, "F4: ik word geroepen")
    shown.press("2", ENTER)
    shown.wait_for(MORE, "F4: ik word geroepen")
    shown.press(CALLED)
    code_on(shown)


def _anew(shown: Terminal) -> float:
    """Milliseconds from the last key to the next start screen."""
    started = time.perf_counter()
    be_done(shown)
    shown.wait_for(START, "F9: medewerker")
    return 1000 * (time.perf_counter() - started)


def _memory(process: int) -> int:
    """What a process has in memory, in kB."""
    found = re.search(
        r"^VmRSS:\s+(\d+) kB$", Path(f"/proc/{process}/status").read_text("ascii"), re.MULTILINE
    )
    assert found is not None
    return int(found[1])
