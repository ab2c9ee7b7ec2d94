"""Sealing: our records and Debian's `age` open each other's, and every fault has words of its own."""

import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from miskraam_cli.errors import CannotOpenError, WrongInputError, WrongPassphraseError
from miskraam_cli.library.interface import texts
from miskraam_cli.records import seal
from miskraam_cli.records.record import opened
from miskraam_cli.records.row import Row
from tests.needed_programs import needed
from tests.records.example_record import EXAMPLE, record
from tests.tiny_questionnaires import NOON

IDENTITY = seal.new_identity()
PASSPHRASE = "vier losse woorden samen"


def age(*arguments: str | Path, stdin: bytes = b"") -> bytes:
    """Run Debian's age."""
    done = subprocess.run(
        [needed("age"), *map(str, arguments)], input=stdin, capture_output=True, timeout=30, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def sealed() -> Row:
    return EXAMPLE.sealed(IDENTITY.public)


def test_a_record_is_what_it_was() -> None:
    corrected = EXAMPLE.corrected({"temperature": 36.8}, datetime(2026, 11, 25, 9, tzinfo=UTC), "jansen")
    for kept in (EXAMPLE, corrected, record(broken_off=True, again=True)):
        assert opened(kept.sealed(IDENTITY.public), IDENTITY) == kept
    assert corrected.earlier[0].answers == EXAMPLE.answers


@pytest.mark.service
def test_age_opens_what_we_seal(tmp_path: Path) -> None:
    key = tmp_path / "key.txt"
    key.write_text(f"# a comment\n{IDENTITY.keys[0]}\n", encoding="utf-8")
    plain = age("-d", "-i", key, stdin=sealed().sealed)
    assert b'"miskraam.record/1"' in plain
    assert b'"temperature": 38.6' in plain


@pytest.mark.service
@pytest.mark.parametrize("armour", [(), ("-a",)])
def test_we_open_what_age_seals(armour: tuple[str, ...]) -> None:
    plain = IDENTITY.open(sealed().sealed)
    again = age("-r", IDENTITY.public[0], *armour, stdin=plain)
    assert opened(replace(sealed(), sealed=again), IDENTITY) == EXAMPLE


def test_any_recipient_opens_it_and_nobody_else_does() -> None:
    others = [seal.new_identity() for _ in range(2)]
    row = EXAMPLE.sealed((IDENTITY.public[0], others[0].public[0]))
    assert opened(row, IDENTITY) == opened(row, others[0]) == EXAMPLE
    with pytest.raises(CannotOpenError):
        opened(row, others[1])


def test_after_a_rotation_the_old_records_open_too() -> None:
    rotated = IDENTITY.with_new_key()
    assert rotated.public[0] != IDENTITY.public[0]
    assert opened(sealed(), rotated) == EXAMPLE
    new = EXAMPLE.sealed(rotated.public[:1])
    assert opened(new, rotated) == EXAMPLE
    with pytest.raises(CannotOpenError):
        opened(new, IDENTITY)


def test_an_identity_is_protected_by_its_passphrase(tmp_path: Path) -> None:
    content = seal.protected(IDENTITY.with_new_key(), PASSPHRASE, NOON)
    assert b"AGE-SECRET-KEY" not in content
    assert seal.unlocked(content, PASSPHRASE).keys[1:] == IDENTITY.keys
    with pytest.raises(WrongPassphraseError):
        seal.unlocked(content, PASSPHRASE + "!")
    with pytest.raises(CannotOpenError) as told:
        seal.unlocked(content[:-1], PASSPHRASE)
    assert told.value.key == "seal.identity"


@pytest.mark.service
def test_an_identity_of_age_keygen_is_taken() -> None:
    made = subprocess.run([needed("age-keygen")], capture_output=True, check=True, timeout=30).stdout
    identity = seal.unlocked(made)
    assert f"# public key: {identity.public[0]}".encode() in made


@pytest.mark.parametrize("content", [b"", b"AGE-SECRET-KEY-1NONSENSE\n", b"\xff\xfe\x00", b"age1abc"])
def test_a_file_that_holds_no_identity_is_said(content: bytes) -> None:
    with pytest.raises(CannotOpenError) as told:
        seal.unlocked(content)
    assert told.value.key == "seal.identity"


def flipped(text: bytes, at: int) -> bytes:
    return text[:at] + bytes([text[at] ^ 1]) + text[at + 1 :]


BODY = sealed().sealed.index(b"\n---") + 50
MAC = BODY - 40
FAULTS: dict[str, tuple[Callable[[Row], Row], str]] = {
    "for another key": (lambda _: EXAMPLE.sealed(seal.new_identity().public), "seal.other_key"),
    "truncated": (lambda row: replace(row, sealed=row.sealed[:-1]), "seal.damaged"),
    "truncated after the header": (lambda row: replace(row, sealed=row.sealed[:BODY]), "seal.damaged"),
    "truncated in the header": (lambda row: replace(row, sealed=row.sealed[:40]), "seal.damaged"),
    "empty": (lambda row: replace(row, sealed=b""), "seal.not_sealed"),
    "edited": (lambda row: replace(row, sealed=flipped(row.sealed, BODY + 20)), "seal.damaged"),
    "edited in the header": (lambda row: replace(row, sealed=flipped(row.sealed, MAC)), "seal.damaged"),
    "longer": (lambda row: replace(row, sealed=row.sealed + b"x"), "seal.damaged"),
    "not sealed": (lambda row: replace(row, sealed=b"hello" * 100), "seal.not_sealed"),
    "no record": (lambda row: replace(row, sealed=seal.seal(b"[]", IDENTITY.public)), "seal.not_ours"),
    "no JSON": (lambda row: replace(row, sealed=seal.seal(b"\xff{", IDENTITY.public)), "seal.not_ours"),
    "too deep": (lambda row: replace(row, sealed=seal.seal(b"[" * 9999, IDENTITY.public)), "seal.not_ours"),
    "under another code": (lambda row: replace(row, code="CDFHJK"), "seal.swapped"),
    "under another id": (lambda row: replace(row, id="x"), "seal.swapped"),
    "at another time": (lambda row: replace(row, created=datetime.now(UTC)), "seal.swapped"),
    "by a newer program": (lambda row: replace(row, format=2), "seal.newer"),
    "with an escape code": (lambda _: record(device="\x1b[2J").sealed(IDENTITY.public), "seal.not_ours"),
}


@pytest.mark.parametrize(("fault", "key"), FAULTS.values(), ids=FAULTS.keys())
def test_a_record_that_is_wrong_has_words_for_it(fault: Callable[[Row], Row], key: str) -> None:
    with pytest.raises(CannotOpenError) as told:
        opened(fault(sealed()), IDENTITY)
    assert told.value.key == key
    assert key in texts()


def test_every_bit_of_a_record_counts() -> None:
    row = sealed()
    for at in range(len(row.sealed)):
        with pytest.raises(CannotOpenError):
            opened(replace(row, sealed=flipped(row.sealed, at)), IDENTITY)


@pytest.mark.parametrize("recipients", [(), ("age1nonsense",), (*IDENTITY.public, "ssh-ed25519 AAAA")])
def test_what_is_no_public_key_is_refused(recipients: tuple[str, ...]) -> None:
    with pytest.raises(WrongInputError):
        EXAMPLE.sealed(recipients)
