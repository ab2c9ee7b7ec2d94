"""A PostgreSQL server of our own: a folder, a socket, no network; gone with the tests."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.needed_programs import missing

_PLACES = ("/usr/lib/postgresql", "/opt/homebrew/opt")
_CONFIGURATION = """
listen_addresses = ''
unix_socket_directories = '{folder}'
fsync = off
max_connections = 60
"""


def _binaries() -> Path:
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    places += [path.parent for place in _PLACES for path in Path(place).glob("*/bin/initdb")]
    if not places:
        missing("PostgreSQL's server is not installed")
    return sorted(places)[-1]


class Server:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path, binaries: Path, user: str | None) -> None:
        self.folder = folder
        self._binaries = binaries
        self._user = user
        self._databases = 0

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the server's programs."""
        done = subprocess.run(
            [str(self._binaries / program), *arguments],
            user=self._user, cwd=self.folder, capture_output=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self) -> None:
        """Start it, and wait until it answers."""
        data = self.folder / "data"
        self.run("pg_ctl", "-D", str(data), "-l", str(self.folder / "server.log"), "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it, as a power cut would."""
        self.run("pg_ctl", "-D", str(self.folder / "data"), "-m", mode, "-w", "stop")

    def url(self, database: str, user: str = "keeper") -> str:
        """How to connect to it."""
        return f"postgresql://{user}@/{database}?host={quote(str(self.folder), safe='')}"

    def database(self) -> str:
        """A new, empty database; its URL."""
        self._databases += 1
        name = f"records{self._databases}"
        self.execute(self.url("postgres"), f"CREATE DATABASE {name}")
        return self.url(name)

    def execute(self, url: str, *statements: str) -> Sequence[tuple[object, ...]]:
        """Run SQL; the rows of the last statement."""
        psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
        rows: Sequence[tuple[object, ...]] = ()
        with psycopg.connect(url, autocommit=True) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
                rows = cursor.fetchall() if cursor.description else ()
        return rows


@contextmanager
def server() -> Iterator[Server]:
    """A running server. It refuses to run as root, so root runs it as the user postgres."""
    binaries = _binaries()
    user = None
    if os.geteuid() == 0:
        user = "postgres"
        try:
            pwd.getpwnam(user)
        except KeyError:
            missing("there is no user postgres")
    folder = Path(tempfile.mkdtemp(prefix="miskraam-", dir="/tmp"))  # a socket's path must be short
    made = Server(folder, binaries, user)
    try:
        if user:
            shutil.chown(folder, user)
        made.run("initdb", "-D", str(folder / "data"), "-U", "keeper", "-A", "trust", "--no-sync")
        with (folder / "data" / "postgresql.conf").open("a") as file:
            file.write(_CONFIGURATION.format(folder=folder))
        made.start()
        yield made
        made.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
