"""A day of 300 patients at one kiosk: no trace, no lost record, no unseen alert."""

import os
import random
import re
import sys
import time
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.kiosk.kiosk_patients import Day
from tests.kiosk.kiosk_program import Kiosk, until
from tests.kiosk.marked_words import MARKERS, marked

SEED = 20261122
KINDS = {"finishes": 105, "impatient": 50, "called": 50, "alarms": 45, "cancels": 25, "idle": 15, "off": 10}
REPEAT, SECOND = 0.7, 6.0
BUSY = 1.5  # what a busy machine may add between two rings
SHARED = tuple(map(Path, ("/tmp", "/var/tmp", "/dev/shm")))
BY_NOW = 2.0  # an alert has rung within this


def resident(process: int) -> int:
    """Memory of a process, in kB."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    found = re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)
    assert found
    return int(found[1])


def of_a_kind(day: Day, kind: str, markers: list[str]) -> None:
    """One patient."""
    match kind:
        case "finishes":
            day.finishes(*([markers.pop()] if markers else []))
        case "impatient":
            day.is_impatient()
        case "called":
            day.is_called_in()
        case "alarms":
            day.alarms_staff()
        case "cancels":
            day.cancels()
        case "idle":
            day.is_idle()
        case _:
            day.walks_off()
    if day.ringing and day.chance.random() < 0.4:
        day.staff_come()


def files_with_a_marker(*folders: Path, since: float) -> list[Path]:
    """Files in these folders with something that a patient typed; of shared ones only what is new in them."""
    own, *shared = folders
    files = [file for file in own.rglob("*") if file.is_file()]
    assert files
    for folder in shared:
        new = (file for file in folder.iterdir() if file.is_file() and not file.is_symlink())
        files += [file for file in new if file.stat().st_mtime >= since and os.access(file, os.R_OK)]
    return [file for file in files if marked(file.read_bytes())]


def rings_until_acknowledged(day: Day) -> int:
    """Each alert rings again and again until it is acknowledged, and not after; how often in all."""
    rings = [at for at, words in day.kiosk.rings() if words.startswith("first")]
    ends = list(day.acknowledged)
    starts = [min(at for at in day.alarms if at > before) for before in (0.0, *ends[:-1])]
    again = 0
    for before, start, end in zip((0.0, *ends[:-1]), starts, ends, strict=True):
        within = [at for at in rings if max(before, start - BY_NOW) <= at <= end]
        gaps = [later - earlier for earlier, later in pairwise((*within, end))]
        assert max(gaps) < REPEAT + BUSY, f"silent for {max(gaps):.1f} s"
        again += len(within) - 1
    for end, start in zip(ends, (*starts[1:], float("inf")), strict=True):
        assert not [at for at in rings if end + 0.5 < at < start - BY_NOW], "nothing rings after it was seen"
    return again


def everything_is_kept(day: Day) -> None:
    """Every code opens with the answers that belong to it, and there is no record besides."""
    ran = day.kiosk.run("records", "export")
    assert (ran.code, ran.err) == (0, "")
    records = ran.json["records"]
    found = {record["code"]: record["answers"] for record in records}  # the last one under each code
    assert len(found) == len(day.codes) + day.without_code
    again = [record for record in records if record["again"]]
    assert len(records) == len(found) + len(again)
    assert len(again) <= len(day.alarms), "only who went on after an alert is kept twice"
    assert set(day.codes) <= set(found)
    wrong = [code for code, answers in day.codes.items() if answers is not None and found[code] != answers]
    assert wrong == []
    assert {str(found[code].get("wish")) for code in day.codes} >= set(MARKERS)
    for code in day.chance.sample(sorted(day.codes), 10):
        assert day.kiosk.run("records", "open", code, "test.yaml").code == 0


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="memory of another process is read in /proc")
def test_three_hundred_patients_one_after_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    chance = random.Random(SEED)
    kinds = list(Counter(KINDS).elements())
    chance.shuffle(kinds)
    markers, began = list(MARKERS), time.time()
    kiosk = Kiosk(tmp_path)
    with kiosk.quick(idle=1.5, pause=1.0, countdown=0.8, repeat=REPEAT, second=SECOND) as shown:
        day = Day(kiosk, shown, chance)
        memory = 0
        for number, kind in enumerate(kinds, start=1):
            try:
                of_a_kind(day, kind, markers)
            except AssertionError as error:
                raise AssertionError(f"patient {number}, {kind}: {error}") from error
            memory = resident(shown.process) if number == 10 else memory
        if day.ringing:
            day.staff_come()
        assert day.wait() == "start"
        after = resident(shown.process)
        until(lambda: kiosk.events().count("acknowledged") == len(day.acknowledged), "the log")
        assert "Traceback" not in shown.everything
        assert not marked(shown.screen.encode())
        assert files_with_a_marker(tmp_path, *SHARED, since=began) == []
    assert list(temporary.iterdir()) == []
    assert abs(after - memory) <= 0.05 * memory, f"{memory} kB after 10 patients, {after} kB after all"
    assert markers == [], "all of them were typed"
    assert max(day.late) < BY_NOW, f"the slowest bell: {max(day.late)}"
    events = Counter(kiosk.events())
    assert (events["alarm"], events["crashed"], events["not_kept"]) == (len(day.alarms), 0, 0)
    assert rings_until_acknowledged(day) > len(day.alarms), "more often than by new alerts alone"
    everything_is_kept(day)
    print(  # noqa: T201  # what was measured, for who runs it with -s
        f"\n{len(kinds)} patients in {time.time() - began:.0f} s, {len(day.codes)} codes, "
        f"{len(day.alarms)} alerts, slowest bell {max(day.late):.2f} s, {memory} kB then {after} kB"
    )
