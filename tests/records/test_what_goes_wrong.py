"""What can go wrong with records is said in words, and harms no other record."""

import json
import sqlite3
from base64 import b64decode, b64encode
from pathlib import Path

import pytest

from miskraam_cli.records import seal
from tests.records.clinic_machine import FEVER, WELL, Clinic, as_file, code_in


def test_two_women_with_one_code_are_never_mixed(clinic: Clinic) -> None:
    code = clinic.keep()
    outside = Clinic(clinic.folder / "kiosk", recipients=clinic.recipients, database="away")
    (outside.folder / "away").mkdir()
    waiting = outside.keep(WELL)
    assert waiting != code
    record = json.loads(next((outside.folder / "spool").iterdir()).read_text(encoding="utf-8"))
    # the other kiosk drew the same code: sealed again by the test, as that kiosk would have done
    plain = _opened(clinic, record["sealed"])
    _spool(clinic, plain.replace(waiting, code), {**record, "code": code})
    ran = clinic.open(code)
    assert ran.code == 2
    assert "--number" in ran.err
    assert "38" not in ran.out
    texts = [clinic.open(code, "--number", number).out for number in ("1", "2")]
    assert sum("koorts 38,6" in text for text in texts) == 1
    assert not any("veranderd sinds" in text for text in texts)


def _opened(clinic: Clinic, sealed: str) -> str:
    identity = seal.unlocked((clinic.folder / "key.txt").read_bytes())
    return identity.open(b64decode(sealed)).decode()


def _spool(clinic: Clinic, plain: str, file: dict[str, object]) -> None:
    sealed = b64encode(seal.seal(plain.encode(), clinic.recipients)).decode()
    (clinic.folder / "spool").mkdir()
    (clinic.folder / "spool" / "x.json").write_text(json.dumps({**file, "sealed": sealed}), encoding="utf-8")


CHANGES = {
    "sealed = substr(sealed, 1, length(sealed) - 1)": "beschadigd",
    "sealed = x'00'": "niet verzegeld",
    "sealed = CAST('hello, this is not sealed at all' AS BLOB)": "niet verzegeld",
    "sealed = (SELECT sealed FROM records WHERE code = :other)": "verwisseld",
    "sealed = 'a text'": "niet verzegeld",
    "created = 'nonsense'": "verwisseld",
    "created = '2026-01-01T00:00:00Z'": "verwisseld",
}


def test_a_record_that_was_tampered_with_is_said_and_the_other_opens(clinic: Clinic) -> None:
    code, other = clinic.keep(), clinic.keep(WELL)
    of, where = {"code": code, "other": other}, "WHERE code = :code"
    for change, told in CHANGES.items():
        with sqlite3.connect(clinic.database) as connection:
            whole = connection.execute(f"SELECT sealed, created FROM records {where}", of).fetchone()
            connection.execute(f"UPDATE records SET {change} {where}", of)
        logged = len(clinic.log())
        ran = clinic.open(code)
        assert (ran.code, ran.out) == (6, ""), change
        assert told in ran.err, change
        assert "Traceback" not in ran.err
        assert clinic.open(other).code == 0, change
        assert ("open", "unreadable") in clinic.log()[logged:], change
        with sqlite3.connect(clinic.database) as connection:
            connection.execute(f"UPDATE records SET sealed = ?, created = ? WHERE code = '{code}'", whole)
    assert clinic.open(code).code == 0, "put back as it was, it opens"


def test_wrong_codes_are_said_slowed_and_logged_without_the_code(clinic: Clinic) -> None:
    code = clinic.keep()
    wrong = "CDFHJK" if code != "CDFHJK" else "CDFHJM"
    first, second = clinic.open(wrong), clinic.open(wrong)
    assert (first.code, second.code) == (2, 2)
    assert "Even geduld" not in first.err
    assert "Even geduld: 1 s" in second.err
    assert clinic.open(code).code == 0
    assert "Even geduld" not in clinic.open(code).err
    assert clinic.open("K7M4Q0").code == 2
    text = clinic.log_file.read_text(encoding="utf-8")
    assert wrong not in text
    assert code not in text


def test_what_cannot_be_logged_is_not_shown(clinic: Clinic) -> None:
    code = clinic.keep()
    clinic.log_file.mkdir()
    ran = clinic.open(code)
    assert ran.code == 6
    assert ran.out == ""


@pytest.mark.parametrize(
    "arguments",
    [("follow-up", "--answers", "-", "--keep"), ("records", "list"), ("records", "open", "K7M4QX")],
)
def test_without_a_setup_it_says_how_to_begin(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    empty = tmp_path / "config.toml"
    empty.write_text("", encoding="utf-8")
    clinic = Clinic(tmp_path / "none")
    clinic.configuration = empty
    ran = clinic.run(*arguments, stdin="{}")
    assert (ran.code, ran.out) == (2, "")
    assert "miskraam setup" in ran.err


def test_a_public_key_that_is_none_is_said_before_the_first_question(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic", recipients=("age1nonsense",))
    ran = clinic.run("follow-up", "--lines", "--keep", stdin="1\n")
    assert (ran.code, ran.out) == (2, "")
    assert "age1nonsense" in ran.err


@pytest.mark.parametrize(
    "line",
    [
        'colour = "red"',
        "retention_days = 0",
        "retention_days = true",
        "recipients = [1]",
        'device = "a\\u0007"',
    ],
)
def test_a_wrong_key_or_value_in_the_configuration_is_named(clinic: Clinic, line: str) -> None:
    name = line.partition(" ")[0]
    kept = [
        text
        for text in clinic.configuration.read_text(encoding="utf-8").splitlines()
        if not text.startswith(name)
    ]
    clinic.configuration.write_text("\n".join([*kept, line, ""]), encoding="utf-8")
    ran = clinic.run("records", "list")
    assert ran.code == 2
    assert name in ran.err


def test_while_the_database_is_away_the_code_counts_later(clinic: Clinic) -> None:
    clinic.keep()
    aside = clinic.database.with_suffix(".aside")
    clinic.database.rename(aside)
    clinic.database.mkdir()
    ran = clinic.run("follow-up", "--answers", "-", "--keep", stdin=as_file(FEVER))
    assert ran.code == 0
    assert "wacht verzegeld" in ran.err
    clinic.database.rmdir()
    aside.rename(clinic.database)
    assert "koorts 38,6" in clinic.open(code_in(ran.out)).out
    assert "Bezorgd: 0. Wacht nog: 0." in clinic.run("records", "deliver").out


def test_where_nothing_can_be_kept_the_page_comes_first_and_then_the_failure(clinic: Clinic) -> None:
    clinic.database.mkdir()
    (clinic.folder / "spool").write_text("in the way", encoding="utf-8")
    ran = clinic.run("follow-up", "--answers", "-", "--keep", stdin=as_file(FEVER))
    assert ran.code == 6
    assert "071 526 28 70" in ran.out
    assert "Code" not in ran.out
    assert "NIET bewaard" in ran.err


def test_a_disk_that_takes_nothing_more_still_gives_what_is_there(clinic: Clinic) -> None:
    code = clinic.keep()
    with sqlite3.connect(clinic.database) as connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON records BEGIN SELECT RAISE(ABORT, 'as if full'); END"
        )
    ran = clinic.run("follow-up", "--answers", "-", "--keep", stdin=as_file(WELL))
    assert (ran.code, "wacht verzegeld" in ran.err) == (0, True)
    opened = clinic.open(code)
    assert opened.code == 0
    assert "koorts 38,6" in opened.out
    assert "database" in opened.err
    assert clinic.run("records", "deliver").code == 6
    with sqlite3.connect(clinic.database) as connection:
        connection.execute("DROP TRIGGER full")
    assert clinic.run("records", "deliver").out == "Bezorgd: 1. Wacht nog: 0.\n"
    assert clinic.open(code_in(ran.out)).code == 0


def test_a_server_that_may_not_be_used_is_said_before_the_first_question(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic", database="postgresql://keeper@db.example/records?sslmode=disable")
    ran = clinic.run("follow-up", "--lines", "--keep", stdin="1\n")
    assert (ran.code, ran.out) == (2, "")
    assert "verify-full" in ran.err


def test_what_waits_and_is_no_row_of_ours_is_named_and_holds_up_nothing(clinic: Clinic) -> None:
    clinic.keep()
    spool = clinic.folder / "spool"
    spool.mkdir()
    good = {"format": "miskraam.spool/1", "id": "0" * 32, "code": "CDFHJK", "created": "2026-11-24T12:00:00+01:00",
            "version": 1, "sealed": ""}  # fmt: skip
    wrong: tuple[dict[str, object], ...] = (
        {"id": "\ud800"},
        {"id": 5},
        {"code": "c\x00"},
        {"created": "2026-11-24T12:00:00"},
        {"version": 10**30},
    )
    for number, change in enumerate(wrong):
        (spool / f"{number}.json").write_text(json.dumps({**good, **change}), encoding="utf-8")
    (spool / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (spool / "x.json").write_text(json.dumps(good), encoding="utf-8")
    ran = clinic.run("records", "deliver")
    assert (ran.code, ran.out) == (6, f"Bezorgd: 1. Wacht nog: {len(wrong) + 1}.\n")
    assert "Traceback" not in ran.err
