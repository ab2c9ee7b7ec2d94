"""What the tests of records share: a server, keys, and settings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from miskraam_cli.records.settings import RecordSettings
from tests.records import postgres_server
from tests.records.clinic_machine import Clinic
from tests.records.postgres_server import Server


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One PostgreSQL server for all tests of a worker."""
    with postgres_server.server() as running:
        yield running


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.service)])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> RecordSettings:
    """Settings with an empty database, once of each kind."""
    if request.param == "sqlite":
        return RecordSettings(tmp_path)
    running: Server = request.getfixturevalue("server")
    return RecordSettings(tmp_path, database=running.database())


@pytest.fixture
def clinic(tmp_path: Path) -> Clinic:
    """One machine with a key, and nothing kept yet."""
    return Clinic(tmp_path / "clinic")
