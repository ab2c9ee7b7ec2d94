"""Keeping: the code comes after the record is safe; while the database is away it waits, and comes once."""

import json
import stat
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from miskraam_cli.errors import OutOfReachError, WrongInputError
from miskraam_cli.records import codes, seal, spool
from miskraam_cli.records.access_log import AccessLog, Act
from miskraam_cli.records.keep import keep
from miskraam_cli.records.record import opened
from miskraam_cli.records.row import Row
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from tests.records.example_record import make
from tests.records.postgres_server import Server
from tests.tiny_questionnaires import NOON

IDENTITY = seal.new_identity()
CODES: tuple[Act, ...] = ("open", "delete")


@pytest.fixture
def keeping(settings: RecordSettings) -> RecordSettings:
    """Settings with a public key."""
    return replace(settings, recipients=IDENTITY.public)


def rows(settings: RecordSettings) -> list[Row]:
    with open_store(settings, create=True) as store:
        return list(store.every(NOON))


def out_of_reach(settings: RecordSettings) -> RecordSettings:
    """The same folder, with a database that is not there: a folder stands in its place."""
    away = settings.folder / "away"
    away.mkdir(exist_ok=True)
    return replace(settings, database="away")


def test_a_record_that_is_kept_opens_under_its_code(keeping: RecordSettings) -> None:
    kept = keep(make, keeping)
    assert kept.waits is None
    with open_store(keeping) as store:
        (row,) = store.under(kept.code, NOON)
    assert opened(row, IDENTITY) == kept.record


def test_a_later_record_comes_under_the_same_code(keeping: RecordSettings) -> None:
    first = keep(make, keeping)
    later = keep(make, keeping, first.code)
    assert (first.record.again, later.record.again) == (False, True)
    assert later.code == first.code
    with open_store(keeping) as store:
        assert len(store.under(first.code, NOON)) == 2


def test_a_code_that_is_gone_loses_nothing(keeping: RecordSettings) -> None:
    later = keep(make, keeping, "CDFHJK")
    assert later.code != "CDFHJK"
    assert not later.record.again
    assert [row.code for row in rows(keeping)] == [later.code]


def test_a_code_that_is_taken_is_drawn_again(
    keeping: RecordSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = iter(["CDFHJK", "CDFHJK", "K7M4QX"])
    monkeypatch.setattr(codes, "draw", lambda: next(drawn))
    assert [keep(make, keeping).code for _ in range(2)] == ["CDFHJK", "K7M4QX"]
    assert all(opened(row, IDENTITY).code == row.code for row in rows(keeping))


def test_while_the_database_is_away_a_record_waits_sealed_and_comes_once(keeping: RecordSettings) -> None:
    kept = keep(make, out_of_reach(keeping))
    assert kept.waits is not None
    (file,) = spool.waiting(keeping.spool)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "38.6" not in file.read_text(encoding="utf-8")
    copy = file.read_bytes()
    with open_store(keeping, create=True) as store:
        assert spool.deliver(keeping.spool, store, 30) == ()
        file.write_bytes(copy)  # as after a kill between the commit and the removal of the file
        assert spool.deliver(keeping.spool, store, 30) == ()
    (row,) = rows(keeping)
    assert opened(row, IDENTITY) == kept.record
    assert spool.waiting(keeping.spool) == ()


def test_what_waits_goes_along_with_the_next_record(keeping: RecordSettings) -> None:
    waiting = keep(make, out_of_reach(keeping))
    now = keep(make, keeping)
    assert {row.code for row in rows(keeping)} == {waiting.code, now.code}


def test_a_later_record_finds_the_one_that_still_waited(keeping: RecordSettings) -> None:
    away = out_of_reach(keeping)
    first = keep(make, away)
    second = keep(make, away, first.code)
    third = keep(make, keeping, first.code)
    assert {row.code for row in rows(keeping)} == {first.code} == {second.code, third.code}
    assert len(rows(keeping)) == 3


def test_a_code_that_was_taken_meanwhile_loses_nothing(
    keeping: RecordSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes, "draw", lambda: "K7M4QX")
    waiting = keep(make, out_of_reach(keeping))
    another = replace(keeping, folder=keeping.folder / "b", database=keeping.database or str(keeping.file))
    other = keep(make, another)
    with open_store(keeping) as store:
        assert spool.deliver(keeping.spool, store, 30) == ()
    found = [opened(row, IDENTITY) for row in rows(keeping)]
    assert {one.id for one in found} == {waiting.record.id, other.record.id}
    assert all(not one.again for one in found), "which tells that two people share the code"


def test_a_damaged_file_that_waits_is_named_and_holds_up_nothing(keeping: RecordSettings) -> None:
    kept = [keep(make, out_of_reach(keeping)) for _ in range(3)]
    (first, *_) = files = spool.waiting(keeping.spool)
    first.write_bytes(first.read_bytes()[:100])
    (keeping.spool / f".{kept[0].record.id}.json.new").write_bytes(b"half")
    with open_store(keeping, create=True) as store:
        assert spool.deliver(keeping.spool, store, 30) == (first,)
    assert len(files) == 3
    assert len(rows(keeping)) == 2


def test_where_nothing_can_be_written_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutOfReachError) as told:
        keep(make, RecordSettings(tmp_path / "file", recipients=IDENTITY.public))
    assert told.value.key == "error.not_kept"


@pytest.mark.service
def test_a_server_that_stops_and_comes_back_gets_everything_once(server: Server, tmp_path: Path) -> None:
    settings = RecordSettings(tmp_path, recipients=IDENTITY.public, database=server.database())
    kept = [keep(make, settings)]
    server.stop()
    try:
        kept += [keep(make, settings) for _ in range(3)]
    finally:
        server.start()
    assert [one.waits is None for one in kept] == [True, False, False, False]
    kept.append(keep(make, settings))
    assert Counter(row.id for row in rows(settings)) == Counter(one.record.id for one in kept)


def test_a_code_has_no_look_alikes_and_no_pattern() -> None:
    drawn = [codes.draw() for _ in range(5000)]
    assert {len(code) for code in drawn} == {6}
    assert not set("".join(drawn)) & set("0O1IL2Z5S6G8BU")
    for place in range(6):
        seen = Counter(code[place] for code in drawn)
        assert set(seen) == set(codes.ALPHABET)
        assert max(seen.values()) < 2 * min(seen.values()), "each letter about as often, in each place"
    assert len(set(drawn)) > 4990


@pytest.mark.parametrize("typed", ["k7m4qx", " K7M 4QX ", "k7m-4qx"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert codes.read(typed) == "K7M4QX"


@pytest.mark.parametrize("typed", ["", "K7M4Q", "K7M4QXX", "K7M4Q0", "K7M4Q'", "ΚΚΚΚΚΚ"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(WrongInputError):
        codes.read(typed)


def test_wrong_codes_are_slowed() -> None:
    assert [codes.wait(wrong) for wrong in range(8)] == [0, 1, 2, 4, 8, 16, 30, 30]


def test_the_log_counts_wrong_codes_and_is_only_added_to(tmp_path: Path) -> None:
    log = AccessLog(tmp_path / "records.log", "jansen", "desk")
    other = AccessLog(tmp_path / "records.log", "de vries", "desk")
    assert log.wrong_in_a_row(*CODES) == 0
    log.write(NOON, "open", "done", ("a",))
    for writer in (log, other, log):
        writer.write(NOON, "open", "not_found")
    log.write(NOON, "list", "done", ("a", "b"))
    assert (log.wrong_in_a_row(*CODES), other.wrong_in_a_row(*CODES)) == (2, 1)
    with log.file.open("ab") as file:
        file.write(b'{"torn')
    log.write(NOON, "open", "done", ("a",))
    assert log.wrong_in_a_row(*CODES) == 0
    lines = log.file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 7
    assert json.loads(lines[-1]) == {
        "at": "2026-11-24T12:00:00+01:00",
        "who": "jansen",
        "where": "desk",
        "act": "open",
        "outcome": "done",
        "records": ["a"],
    }
    assert stat.S_IMODE(log.file.stat().st_mode) == 0o600
