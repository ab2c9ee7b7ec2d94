"""Two hundred at one server in the same moment, and how long it takes to find one among very many."""

import sqlite3
import statistics
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.records.clinic_machine import Clinic
from tests.records.patient_at_last_question import Patient, question_of, questions_kept, waiting
from tests.records.postgres_server import Server

WAVES, WRITERS = 4, 50  # as many programs as fit beside each other
FEW, MANY, RATIO = 1_000, 100_000, 1.5
ROUNDS = 9


@pytest.mark.long
def test_two_hundred_writers_lose_nothing_and_double_nothing(server: Server, tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic", database=server.database())
    shown: dict[str, int] = {}
    for wave in range(WAVES):
        with ExitStack() as opened:
            numbers = range(wave * WRITERS, (wave + 1) * WRITERS)
            patients = [opened.enter_context(Patient(clinic, number)) for number in numbers]
            waiting(patients)
            for patient in patients:
                patient.press_enter()
            killed = patients[wave * WRITERS // WAVES] if wave % 2 else None
            if killed:
                killed.kill()  # in the middle of them all
            for number, patient in zip(numbers, patients, strict=True):
                assert patient is killed or patient.finish()[0] == 0
                if patient.code:
                    assert patient.code not in shown, "no code is given out twice"
                    shown[patient.code] = number
    assert len(shown) >= WAVES * WRITERS - WAVES // 2
    assert clinic.run("records", "deliver").code == 0
    found = questions_kept(clinic)
    assert len({line.partition(" ")[2] for line in found}) == len(found), "none is there twice"
    assert {f"{code} {question_of(number)}" for code, number in shown.items()} <= set(found)


@pytest.mark.long
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_code_is_found_among_very_many_as_quickly_as_among_few(
    request: pytest.FixtureRequest, tmp_path: Path, kind: str
) -> None:
    clinics = []
    for count in (FEW, MANY):
        folder = tmp_path / str(count)
        more = {"database": request.getfixturevalue("server").database()} if kind == "postgresql" else {}
        clinic = Clinic(folder, **more)
        clinics.append((clinic, clinic.keep()))
        fill(clinic, count, more.get("database"), request)
    seconds: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS):
        for (clinic, code), taken in zip(clinics, seconds, strict=True):
            start = time.perf_counter()
            ran = clinic.open(code)
            taken.append(time.perf_counter() - start)
            assert ran.code == 0, ran.err
    few, many = map(statistics.median, seconds)
    assert many <= RATIO * few, f"{many:.3f} s among {MANY}, {few:.3f} s among {FEW}"


FILL_POSTGRES = """
INSERT INTO miskraam_codes SELECT 'Z' || i FROM generate_series(1, {count}) AS i;
INSERT INTO miskraam_records SELECT md5(i::text), 'Z' || i, now(), now() + interval '30 days', 1,
    decode(repeat('2a', 1000), 'hex') FROM generate_series(1, {count}) AS i;
"""
FILL_SQLITE = """
CREATE TEMP TABLE n AS
    WITH RECURSIVE s (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {count}) SELECT i FROM s;
INSERT INTO codes SELECT 'Z' || i FROM n;
INSERT INTO records SELECT 'z' || i, 'Z' || i, created, expires, 1, randomblob(1000) FROM n, (SELECT * FROM records);
"""


def fill(clinic: Clinic, count: int, url: str | None, request: pytest.FixtureRequest) -> None:
    """Put so many rows beside the one that is there, under codes that are never drawn."""
    if url:
        server: Server = request.getfixturevalue("server")
        server.execute(url, FILL_POSTGRES.format(count=count), "ANALYZE")
        return
    with sqlite3.connect(clinic.database) as connection:
        connection.executescript(FILL_SQLITE.format(count=count))
