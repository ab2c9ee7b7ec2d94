"""The store, on SQLite and on PostgreSQL: what is kept is there, once, until it expires."""

import stat
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from miskraam_cli.errors import ClockError, OutOfReachError, WrongInputError
from miskraam_cli.records.row import Row
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from tests.records.postgres_server import Server

NOW = datetime.now(UTC).replace(microsecond=0)
DAYS = 30
COLUMNS = {"id", "code", "created", "expires", "format", "sealed"}


def row(name: str, code: str = "K7M4QX", created: datetime = NOW, sealed: bytes = b"\x00sealed") -> Row:
    return Row(name, code, created, sealed)


def test_what_is_kept_is_found_under_its_code(settings: RecordSettings) -> None:
    with open_store(settings, create=True) as store:
        assert store.add(row("a"), DAYS, "new")
        assert store.add(row("b", "CDFHJK"), DAYS, "new")
    with open_store(settings) as store:
        assert store.under("K7M4QX", NOW) == (row("a"),)
        assert store.under("777777", NOW) == ()
        assert {found.id for found in store.every(NOW)} == {"a", "b"}


def test_a_code_is_given_out_once_while_it_is_live(settings: RecordSettings) -> None:
    with open_store(settings, create=True) as store:
        assert store.add(row("a"), DAYS, "new")
        assert not store.add(row("b"), DAYS, "new")
        assert store.under("K7M4QX", NOW) == (row("a"),)
        store.delete(row("a"))
        assert store.add(row("b"), DAYS, "new")


def test_a_later_record_needs_a_code_that_is_there(settings: RecordSettings) -> None:
    later = row("b", created=NOW + timedelta(hours=1))
    with open_store(settings, create=True) as store:
        assert not store.add(later, DAYS, "known")
        assert store.add(row("a"), DAYS, "new")
        assert store.add(later, DAYS, "known")
        assert store.under("K7M4QX", NOW) == (row("a"), later)


def test_what_is_delivered_twice_is_kept_once_and_a_shared_code_loses_nothing(
    settings: RecordSettings,
) -> None:
    with open_store(settings, create=True) as store:
        assert store.add(row("a"), DAYS, "new")
        for _ in range(2):
            assert store.add(row("b"), DAYS, "any")
        assert [found.id for found in store.under("K7M4QX", NOW)] == ["a", "b"]


def test_a_new_version_replaces_only_the_one_that_was_opened(settings: RecordSettings) -> None:
    first, second, third = (row("a", sealed=text) for text in (b"1", b"2", b"3"))
    with open_store(settings, create=True) as store:
        store.add(first, DAYS, "new")
        assert store.replace(first, second)
        assert not store.replace(first, third), "somebody else was first"
        assert store.under("K7M4QX", NOW) == (second,)


def test_fifty_writers_at_once_lose_nothing_and_double_nothing(settings: RecordSettings) -> None:
    failed: list[BaseException] = []

    def write(number: int) -> None:
        try:
            with open_store(settings, create=True) as store:
                for part in range(4):
                    assert store.add(row(f"{number}-{part}", f"C{number:02}{part:03}"), DAYS, "new")
        except BaseException as error:  # told below, in the thread of the test
            failed.append(error)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(50)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == [], [repr(error.__cause__) for error in failed]
    with open_store(settings) as store:
        found = [found.id for found in store.every(NOW)]
    assert sorted(found) == sorted(f"{number}-{part}" for number in range(50) for part in range(4))


def test_nothing_else_stands_in_clear(settings: RecordSettings, request: pytest.FixtureRequest) -> None:
    with open_store(settings, create=True) as store:
        store.add(row("a"), DAYS, "new")
    if settings.database:
        server: Server = request.getfixturevalue("server")
        named = server.execute(
            settings.database,
            "SELECT column_name FROM information_schema.columns WHERE table_name = 'miskraam_records'",
        )
        assert {name for (name,) in named} == COLUMNS
    else:
        import sqlite3

        with sqlite3.connect(settings.file) as connection:
            assert {name for _, name, *_ in connection.execute("PRAGMA table_info(records)")} == COLUMNS


def test_a_newer_database_is_refused(settings: RecordSettings, request: pytest.FixtureRequest) -> None:
    with open_store(settings, create=True):
        pass
    if settings.database:
        request.getfixturevalue("server").execute(settings.database, "UPDATE miskraam_schema SET version = 2")
    else:
        import sqlite3

        with sqlite3.connect(settings.file) as connection:
            connection.execute("PRAGMA user_version = 2")
    with pytest.raises(OutOfReachError) as told, open_store(settings):
        pass
    assert told.value.key == "error.schema"


# SQLite alone


def test_only_its_owner_reads_the_file(tmp_path: Path) -> None:
    settings = RecordSettings(tmp_path / "kept")
    with open_store(settings, create=True) as store:
        store.add(row("a"), DAYS, "new")
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in settings.folder.iterdir()}
    assert set(modes) == {"records.sqlite", "records.sqlite-wal", "records.sqlite-shm"}
    assert set(modes.values()) == {0o600}
    assert stat.S_IMODE(settings.folder.stat().st_mode) == 0o700


def test_what_has_expired_is_gone_from_the_disk(tmp_path: Path) -> None:
    settings = RecordSettings(tmp_path)
    secret = b"these bytes must go" * 300
    with open_store(settings, create=True) as store:
        store.add(row("old", created=NOW, sealed=secret), DAYS, "new")
        after = NOW + timedelta(days=DAYS)
        assert store.under("K7M4QX", after - timedelta(seconds=1))
        assert store.purge(after - timedelta(seconds=1), DAYS) == ()
        assert store.purge(after, DAYS) == ("old",)
        assert not any(secret[:19] in file.read_bytes() for file in tmp_path.iterdir())
        assert store.add(row("new", created=after), DAYS, "new"), "its code is free again"


def test_a_clock_that_jumps_back_purges_nothing_and_shortens_nothing(tmp_path: Path) -> None:
    long_ago = NOW - timedelta(days=4000)
    with open_store(RecordSettings(tmp_path), create=True) as store:
        store.add(row("a"), DAYS, "new")
        store.add(row("b", "CDFHJK", created=long_ago), DAYS, "new")
        with pytest.raises(ClockError):
            store.purge(long_ago, DAYS)
        assert store.purge(NOW + timedelta(days=DAYS - 1), DAYS) == ()
        assert {found.id for found in store.every(NOW)} == {"a", "b"}


def test_what_has_expired_is_hidden_unless_the_clock_says_so_of_all(tmp_path: Path) -> None:
    with open_store(RecordSettings(tmp_path), create=True) as store:
        store.add(row("a", created=NOW - timedelta(days=4000)), DAYS, "new")
        assert store.under("K7M4QX", NOW), "kept while the clock ran behind"
        with pytest.raises(ClockError) as told:
            store.purge(NOW, DAYS)
        assert told.value.key == "error.clock_ahead"
        store.add(row("b", "CDFHJK"), DAYS, "new")
        assert store.under("K7M4QX", NOW) == ()
        assert [found.id for found in store.every(NOW)] == ["b"]
        assert store.purge(NOW, DAYS) == ("a",)


def test_a_person_who_is_sure_of_the_clock_purges_all(tmp_path: Path) -> None:
    with open_store(RecordSettings(tmp_path), create=True) as store:
        store.add(row("a"), DAYS, "new")
        assert store.purge(NOW + timedelta(days=400), DAYS, sure=True) == ("a",)


def test_a_record_from_a_clock_that_ran_ahead_does_not_stay_for_ever(tmp_path: Path) -> None:
    ahead = NOW + timedelta(days=4000)
    with open_store(RecordSettings(tmp_path), create=True) as store:
        store.add(row("a", created=ahead), DAYS, "new")
        store.add(row("b", "CDFHJK"), DAYS, "new")
        with pytest.raises(ClockError):
            store.purge(NOW, DAYS)
        store.delete(row("a"))
        assert store.purge(NOW, DAYS) == ()
        assert store.purge(NOW + timedelta(days=DAYS), DAYS) == ("b",)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"\x00" * 5000])
def test_a_file_that_is_no_database_is_out_of_reach(tmp_path: Path, content: bytes) -> None:
    settings = RecordSettings(tmp_path)
    settings.file.write_bytes(content)
    with pytest.raises(OutOfReachError), open_store(settings, create=True) as store:
        store.add(row("a"), DAYS, "new")


def test_a_misspelt_file_is_said_and_not_made(tmp_path: Path) -> None:
    settings = RecordSettings(tmp_path, database="elsewhere.sqlite")
    with pytest.raises(OutOfReachError), open_store(settings):
        pass
    assert not settings.file.exists()


# PostgreSQL alone


@pytest.mark.service
def test_the_server_says_when_a_record_expires(server: Server, tmp_path: Path) -> None:
    settings = RecordSettings(tmp_path, database=server.database())
    with open_store(settings) as store:
        store.add(row("a", created=NOW - timedelta(days=4000)), DAYS, "new")
        assert store.purge(NOW + timedelta(days=4000), DAYS) == (), "this machine's clock counts for nothing"
        server.execute(settings.database, "UPDATE miskraam_records SET expires = now() - interval '1 second'")
        assert store.under("K7M4QX", NOW - timedelta(days=4000)) == ()
        assert store.purge(NOW, DAYS) == ("a",)
        assert server.execute(settings.database, "SELECT * FROM miskraam_codes") == []


@pytest.mark.service
def test_a_kiosk_that_may_only_insert_adds_and_cannot_read(server: Server, tmp_path: Path) -> None:
    url = server.database()
    with open_store(RecordSettings(tmp_path, database=url)):
        pass
    name = f"kiosk_{url.partition('?')[0].rpartition('/')[2]}"
    server.execute(
        url,
        f"CREATE ROLE {name} LOGIN",
        f"GRANT SELECT ON miskraam_schema TO {name}",
        f"GRANT INSERT ON miskraam_codes, miskraam_records TO {name}",
    )
    with open_store(RecordSettings(tmp_path, database=url.replace("keeper@", f"{name}@"))) as kiosk:
        assert kiosk.add(row("a"), DAYS, "new")
        assert not kiosk.add(row("b"), DAYS, "new")
        assert kiosk.add(row("b"), DAYS, "known")
        assert kiosk.add(row("b"), DAYS, "any")
        for forbidden in (
            lambda: kiosk.under("K7M4QX", NOW),
            lambda: list(kiosk.every(NOW)),
            lambda: kiosk.delete(row("a")),
            lambda: kiosk.replace(row("a"), replace(row("a"), sealed=b"mine")),
        ):
            with pytest.raises(OutOfReachError) as told:
                forbidden()
            assert told.value.values["reason"] == "InsufficientPrivilege"
    with open_store(RecordSettings(tmp_path, database=url)) as store:
        assert [found.id for found in store.every(NOW)] == ["a", "b"]


@pytest.mark.parametrize("mode", ["disable", "allow", "prefer"])
def test_nothing_goes_over_a_network_in_clear(tmp_path: Path, mode: str) -> None:
    url = f"postgresql://keeper@db.example/records?sslmode={mode}"
    with pytest.raises(WrongInputError) as told, open_store(RecordSettings(tmp_path, database=url)):
        pass
    assert told.value.key == "error.no_tls"


def test_a_server_that_is_away_is_out_of_reach(tmp_path: Path) -> None:
    url = f"postgresql://keeper@/records?host={tmp_path}"
    with pytest.raises(OutOfReachError), open_store(RecordSettings(tmp_path, database=url)):
        pass
