"""Records that are truncated, flipped, swapped or foreign: told in words, and all others open."""

import random
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from miskraam_cli.errors import CannotOpenError, MiskraamError
from miskraam_cli.records import codes, seal, spool
from miskraam_cli.records.record import opened
from miskraam_cli.records.row import Row
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import open_store
from tests.records.clinic_machine import FEVER, WELL, Clinic
from tests.records.example_record import record

PLACES = 200
IDENTITY = seal.new_identity()
TOLD = ("andere sleutel", "beschadigd", "niet verzegeld", "geen gesprek van dit programma", "verwisseld")
NOW = datetime.now(UTC)


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The same with one bit turned over."""
    at, bit = chance.randrange(len(data)), chance.randrange(8)
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def foreign() -> dict[str, bytes]:
    """What is in the age format, or nearly, and no record of ours."""
    import pyrage

    public, other = IDENTITY.public, seal.new_identity().public
    return {
        "another key": seal.seal(b"{}", other),
        "no JSON": seal.seal(b"hello", public),
        "not text": seal.seal(bytes(range(256)), public),
        "empty": seal.seal(b"", public),
        "deep": seal.seal(b"[" * 100_000, public),
        "a list": seal.seal(b"[]", public),
        "another form": seal.seal(b'{"format": "miskraam.record/9"}', public),
        "half": seal.seal(b'{"format": "miskraam.record/1"}', public),
        "a passphrase": bytes(pyrage.passphrase.encrypt(b"{}", "a few words")),
        "armour": b"-----BEGIN AGE ENCRYPTED FILE-----\n" + b64encode(b"nonsense" * 9),
        "nothing": b"",
    }


@pytest.mark.long
def test_a_record_cut_off_at_any_byte_or_with_one_bit_turned_over_never_opens() -> None:
    chance = random.Random(1)
    row = record().sealed(IDENTITY.public)
    assert opened(row, IDENTITY) == record()
    damaged = [row.sealed[:length] for length in range(len(row.sealed))]
    damaged += [flipped(row.sealed, chance) for _ in range(10 * PLACES)]
    for sealed in damaged:
        with pytest.raises(CannotOpenError):
            opened(replace(row, sealed=sealed), IDENTITY)


@pytest.mark.long
def test_among_hundreds_of_damaged_and_foreign_records_the_sound_ones_open(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic", recipients=IDENTITY.public, identity="key.txt")
    (clinic.folder / "key.txt").write_text(f"{IDENTITY.keys[0]}\n", encoding="utf-8")
    sound, swapped = [clinic.keep(), clinic.keep(WELL)], [clinic.keep(), clinic.keep(WELL)]
    chance = random.Random(2)
    with open_store(RecordSettings(clinic.folder)) as store:
        (row,) = store.under(sound[0], NOW)
        damaged = [row.sealed[: chance.randrange(len(row.sealed))] for _ in range(PLACES)]
        damaged += [flipped(row.sealed, chance) for _ in range(PLACES)]
        damaged += foreign().values()
        bad = {
            codes.draw(): Row(f"{number:032x}", "", row.created, sealed)
            for number, sealed in enumerate(damaged)
        }
        for code, wrong in bad.items():
            assert store.add(replace(wrong, code=code), 30, "any")
        one, other = (store.under(code, NOW)[0] for code in swapped)
        assert store.replace(one, replace(one, sealed=other.sealed))
        assert store.replace(other, replace(other, sealed=one.sealed))
    listed = clinic.run("records", "list")
    assert listed.code == 0
    assert [code in listed.out for code in (*sound, *swapped)] == [True, True, False, False]
    lines = [line for line in listed.err.splitlines() if line.startswith("miskraam: Gesprek ")]
    assert len(lines) == len(bad) + 2
    assert all(any(told in line for told in TOLD) for line in lines)
    assert "Traceback" not in listed.err
    for code in [*chance.sample(sorted(bad), 15), *list(bad)[-len(foreign()) :], *swapped]:
        ran = clinic.open(code)
        assert (ran.code, ran.out) == (6, ""), (code, ran.err)
        assert any(told in ran.err for told in TOLD)
    assert "koorts 38,6" in clinic.open(sound[0]).out
    assert clinic.open(sound[1]).code == 0


@pytest.mark.long
def test_a_database_with_one_bit_turned_over_is_read_or_refused_in_words(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    code = clinic.keep()
    clinic.keep(WELL)
    chance = random.Random(3)
    sound = clinic.database.read_bytes()
    with_program = chance.sample(range(PLACES), 25)
    for number in range(PLACES):
        for file in clinic.folder.glob("records.sqlite*"):
            file.unlink()
        # the head and the tables' own text are small beside the rest, and worth more tries
        near = sound[:600] if number % 3 == 0 else sound
        clinic.database.write_bytes(flipped(near, chance) + sound[len(near) :])
        if number in with_program:
            ran = clinic.open(code)
            assert ran.code in (0, 2, 6), ran.err
            assert ran.code == 0 or ran.err.startswith("miskraam: ")
            assert "SQLITE" not in ran.err, ran.err
            continue
        try:
            with open_store(RecordSettings(clinic.folder), create=True) as store:
                list(store.every(NOW))
                store.under(code, NOW)
                store.add(Row("a", "CDFHJK", NOW, b"sealed"), 30, "any")
                store.purge(NOW, 30)
        except MiskraamError:
            continue


@pytest.mark.long
def test_what_waits_and_is_damaged_is_named_and_the_rest_is_delivered(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    clinic.keep()
    chance = random.Random(4)
    folder = clinic.folder / "spool"
    sound = [replace(record(), id=f"{number:032x}", code=codes.draw()) for number in range(20)]
    for one in sound:
        spool.put(one.sealed(clinic.recipients), folder)
    torn = set()
    for number in range(PLACES):
        one = replace(record(), id=f"f{number:031x}", code=codes.draw())
        spool.put(one.sealed(clinic.recipients), folder)
        file = folder / f"{one.id}.json"
        content = file.read_bytes()
        if number % 2:
            file.write_bytes(content[: chance.randrange(len(content))])
            torn.add(file.name)
        else:
            file.write_bytes(flipped(content, chance))
    ran = clinic.run("records", "deliver")
    assert ran.code == 6
    assert "Traceback" not in ran.err
    left = {file.name for file in folder.glob("*.json")}
    assert torn <= left, "a part of a file is never taken for the whole"
    assert all(name in ran.err for name in left), "each is named"
    listed = clinic.run("records", "list")
    assert listed.code == 0
    assert all(one.code in listed.out for one in sound)
    whole = clinic.run("records", "export")
    assert len(whole.json["records"]) >= len(sound) + 1
    for found in whole.json["records"]:
        assert found["answers"] in (dict(record().answers), dict(FEVER)), "never a changed answer"


@pytest.mark.long
def test_an_identity_that_is_damaged_is_said(tmp_path: Path) -> None:
    protected = seal.protected(IDENTITY, "vier losse woorden samen", NOW)
    chance = random.Random(5)
    damaged = [protected[: chance.randrange(len(protected))] for _ in range(4)]
    damaged += [flipped(protected, chance) for _ in range(6)]
    clinic = Clinic(tmp_path / "clinic")
    clinic.keep()
    password = clinic.folder / "passphrase"
    password.write_text("vier losse woorden samen\n", encoding="utf-8")
    for content in damaged:
        clinic.log_file.unlink(missing_ok=True)  # no slowing here
        (clinic.folder / "key.txt").write_bytes(content)
        ran = clinic.run("records", "list", MISKRAAM_PASSPHRASE_FILE=str(password))
        assert ran.code in (2, 6)
        assert ran.err.startswith("miskraam: ")
        assert ran.out == ""
