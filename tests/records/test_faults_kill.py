"""`kill -9` at any moment: a code that was shown opens, and no record is half there or there twice."""

import random
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.installed_program import clean_environment, program
from tests.records.clinic_machine import Clinic, as_file, code_in
from tests.records.patient_at_last_question import Patient, numbered, question_of, questions_kept

KILLS = 100  # of each kind
WAITING = 20  # records that wait while their delivery is killed again and again
EVERY = 4  # one in so many finds no database, and lets its record wait


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Where records are kept, once of each kind."""
    if request.param == "sqlite":
        return ""
    url: str = request.getfixturevalue("server").database()
    return url


def away(clinic: Clinic) -> Path:
    """The configuration with a database that is not there; the same folder, and so the same spool."""
    (clinic.folder / "away").mkdir()
    lines = clinic.configuration.read_text(encoding="utf-8").splitlines()
    file = clinic.folder / "away.toml"
    kept = [line for line in lines if not line.startswith("database")]
    file.write_text("\n".join([*kept, 'database = "away"', ""]), encoding="utf-8")
    return file


def seconds_to_the_code(clinic: Clinic, number: int, configuration: Path) -> float:
    """How long it is from the last answer to the code."""
    with Patient(clinic, number, configuration) as patient:
        patient.to_the_end()
        start = time.monotonic()
        patient.press_enter()
        patient.wait_for_code()
        return time.monotonic() - start


@pytest.mark.long
def test_a_code_that_was_shown_opens_whenever_the_program_was_killed(tmp_path: Path, database: str) -> None:
    clinic = Clinic(tmp_path / "clinic", database=database) if database else Clinic(tmp_path / "clinic")
    configurations = [clinic.configuration] * (EVERY - 1) + [away(clinic)]
    clinic.keep(numbered(KILLS))  # the tables are there
    longest = [
        1.2 * seconds_to_the_code(clinic, KILLS + number, configuration)
        for number, configuration in enumerate(configurations, 1)
    ]
    chance = random.Random(20261124)
    shown: dict[str, int] = {}
    for number in range(KILLS):
        with Patient(clinic, number, configurations[number % EVERY]) as patient:
            patient.to_the_end()
            patient.press_enter()
            time.sleep(chance.uniform(0, longest[number % EVERY]))
            patient.kill()
            if patient.code:
                shown[patient.code] = number
    assert KILLS // 20 < len(shown) < KILLS, "some kills must fall before the code, and some after"
    for number in range(2 * KILLS, 2 * KILLS + WAITING):
        answers = as_file(numbered(number))
        ran = clinic.run(
            "follow-up", "--answers", "-", "--keep", stdin=answers, MISKRAAM_CONFIG=str(configurations[-1])
        )
        shown[code_in(ran.out)] = number
    kill_while_delivering(clinic, chance)
    delivered = clinic.run("records", "deliver")
    assert delivered.code == 0, delivered.err
    found = questions_kept(clinic)
    assert len({line.partition(" ")[2] for line in found}) == len(found), "none is there twice"
    assert {f"{code} {question_of(number)}" for code, number in shown.items()} <= set(found)
    assert len(found) > len(shown) + EVERY + 1, "some were kept, and killed before their code was shown"
    opened_by_the_program(clinic, shown)


def kill_while_delivering(clinic: Clinic, chance: random.Random) -> None:
    """Begin to deliver again and again; what is killed in the middle delivers the rest the next time."""
    for _ in range(10):
        child = subprocess.Popen(
            [program(), "records", "deliver"],
            env=clean_environment(**clinic.environment), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(chance.uniform(0.15, 0.45))
        child.send_signal(signal.SIGKILL)
        child.wait()


def opened_by_the_program(clinic: Clinic, shown: dict[str, int]) -> None:
    with ThreadPoolExecutor(2) as pool:
        for (code, number), ran in zip(shown.items(), pool.map(clinic.open, shown), strict=True):
            assert ran.code == 0, (code, ran.err)
            assert question_of(number) in ran.out
