"""A server that stops, hangs or is slow: the patient waits a few seconds at most, and nothing is lost or doubled."""

import os
import signal
import sqlite3
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from tests.records.clinic_machine import Clinic
from tests.records.patient_at_last_question import Patient, question_of, questions_kept
from tests.records.postgres_server import Server

AT_MOST = 5.0  # seconds from her last answer to the code, whatever the server does
BUSY = 3.0  # what a busy machine may add


@contextmanager
def hanging(*processes: int) -> Iterator[None]:
    """Processes that are there and do nothing."""
    for process in processes:
        os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        for process in processes:
            os.kill(process, signal.SIGCONT)


def main_process(server: Server) -> int:
    """The process that takes connections."""
    return int((server.folder / "data" / "postmaster.pid").read_text(encoding="utf-8").split()[0])


def code_within(patient: Patient, seconds: float = AT_MOST + BUSY) -> str:
    start = time.monotonic()
    patient.press_enter()
    code = patient.wait_for_code()
    assert time.monotonic() - start < seconds
    status, err = patient.finish()
    assert status == 0, err
    assert "wacht verzegeld" in err
    assert all(line.startswith("miskraam: ") for line in err.splitlines()), err
    return code


@pytest.fixture
def clinic(server: Server, tmp_path: Path) -> Clinic:
    """A clinic with a server, and one record."""
    made = Clinic(tmp_path / "clinic", database=server.database())
    made.keep()
    return made


def address(clinic: Clinic) -> str:
    """The URL of its database."""
    with clinic.configuration.open("rb") as file:
        return str(tomllib.load(file)["records"]["database"])


def arrived(clinic: Clinic, codes: dict[str, int]) -> None:
    """Deliver what waits; every code opens, and each record is there once."""
    ran = clinic.run("records", "deliver")
    assert ran.out == f"Bezorgd: {len(codes)}. Wacht nog: 0.\n"
    assert clinic.run("records", "deliver").out == "Bezorgd: 0. Wacht nog: 0.\n"
    found = questions_kept(clinic)
    assert len(found) == len(codes) + 1
    assert {f"{code} {question_of(number)}" for code, number in codes.items()} <= set(found)
    for code in codes:
        assert clinic.open(code).code == 0


@pytest.mark.long
def test_a_server_that_takes_no_connection_keeps_nobody_waiting(server: Server, clinic: Clinic) -> None:
    with hanging(main_process(server)), Patient(clinic, 1) as patient:
        patient.to_the_end()
        code = code_within(patient)
        start = time.monotonic()
        opened = clinic.open(code)
        assert time.monotonic() - start < AT_MOST + BUSY, "nor does the clinician wait for ever"
        assert opened.code == 6
        assert "er komt geen antwoord" in opened.err
    arrived(clinic, {code: 1})


@pytest.mark.long
def test_a_table_that_another_holds_keeps_nobody_waiting(clinic: Clinic, server: Server) -> None:
    codes = {}
    with psycopg.connect(address(clinic)) as other:
        other.execute("LOCK TABLE miskraam_records, miskraam_codes, miskraam_schema")
        for number in (1, 2):
            with Patient(clinic, number) as patient:
                patient.to_the_end()
                codes[code_within(patient)] = number
    arrived(clinic, codes)


@pytest.mark.long
def test_a_process_of_the_server_that_hangs_keeps_nobody_waiting(clinic: Clinic, server: Server) -> None:
    """The one that serves her is stopped in the middle of her statement: no time-out of its own ends that."""
    with psycopg.connect(address(clinic)) as other, Patient(clinic, 1) as patient:
        other.execute("LOCK TABLE miskraam_codes")  # so that it can be found
        patient.to_the_end()
        start = time.monotonic()
        patient.press_enter()
        with hanging(waiting_for_lock(clinic)):
            other.rollback()
            code = patient.wait_for_code()
            assert time.monotonic() - start < AT_MOST + BUSY
        assert patient.finish()[0] == 0
    arrived(clinic, {code: 1})  # which the server, woken, may have kept already


def waiting_for_lock(clinic: Clinic) -> int:
    """The process of the server that waits for a lock."""
    deadline = time.monotonic() + 3
    with psycopg.connect(address(clinic), autocommit=True) as watching:
        while time.monotonic() < deadline:
            found = watching.execute(
                "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
            ).fetchone()
            if found:
                return int(found[0])
    raise AssertionError("nobody waits")


@pytest.mark.long
def test_a_server_that_stops_in_the_middle_and_comes_back_gets_everything_once(
    server: Server, clinic: Clinic
) -> None:
    codes: dict[str, int] = {}
    for number in range(1, 21):
        with Patient(clinic, number) as patient:
            patient.to_the_end()
            patient.press_enter()
            time.sleep(number * 0.005)  # so that it stops at another point each time
            server.stop()
            codes[patient.wait_for_code()] = number
            status, err = patient.finish()
            assert status == 0, err
        if number % 2:
            server.start()
        else:
            opened = clinic.open(patient.code or "")
            assert opened.code == 6, "without a server nothing is opened, and that is said"
            assert "er is geen verbinding" in opened.err
            server.start()
    assert clinic.run("records", "deliver").code == 0
    found = questions_kept(clinic)
    assert len({line.partition(" ")[2] for line in found}) == len(found) == len(codes) + 1
    assert {f"{code} {question_of(number)}" for code, number in codes.items()} <= set(found)


@pytest.mark.long
def test_a_file_that_another_holds_keeps_nobody_waiting(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    clinic.keep()
    with Patient(clinic, 1) as patient:
        patient.to_the_end()
        other = sqlite3.connect(clinic.database, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        code = code_within(patient)
        other.execute("ROLLBACK")
        other.close()
    arrived(clinic, {code: 1})
