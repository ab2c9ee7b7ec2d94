"""A clock that jumps back or ahead, and wrong codes and passphrases by the dozen."""

import json
import subprocess
import time
from datetime import UTC, datetime, timedelta

import pytest

from miskraam_cli.records import seal
from tests.installed_program import clean_environment, program
from tests.records.clinic_machine import Clinic
from tests.records.patient_at_last_question import question_of, questions_kept

RIGHT = "vier losse woorden samen"
SPACE = 0.3  # seconds that a stopwatch may be out


def at(moment: datetime) -> tuple[str, str]:
    return "--now", moment.isoformat(timespec="seconds")


def dated(number: int) -> dict[str, str]:
    """Answers that fit any day."""
    return {"bleeding": "more", "question": question_of(number)}


def days(count: int) -> datetime:
    """So many days from now."""
    return datetime.now(UTC) + timedelta(days=count)


@pytest.mark.long
def test_a_clock_that_jumps_about_while_records_are_kept_loses_none(clinic: Clinic) -> None:
    jumps = (0, -20, 0, -29, -4000, 0, -1, 0)
    codes = {clinic.keep(dated(number), *at(days(jump))): number for number, jump in enumerate(jumps)}
    assert clinic.run("records", "purge").out == "Gewist: 0.\n"
    assert sorted(questions_kept(clinic)) == sorted(
        f"{code} {question_of(number)}" for code, number in codes.items()
    )
    for code in codes:
        assert clinic.open(code).code == 0


@pytest.mark.long
def test_a_clock_before_the_newest_record_purges_nothing(clinic: Clinic) -> None:
    old = clinic.keep(dated(1), *at(days(-100)))
    ahead = clinic.keep(dated(2), *at(days(50)))
    ran = clinic.run("records", "purge")
    assert (ran.code, ran.out) == (6, "")
    assert "Er is niets gewist" in ran.err
    assert clinic.open(ahead).code == 0
    assert clinic.run("records", "delete", ahead).code == 0
    assert clinic.run("records", "purge").code == 0
    assert clinic.open(old).code == 2


@pytest.mark.long
def test_a_clock_far_ahead_purges_nothing_by_itself(clinic: Clinic) -> None:
    """Seen from the records: the newest is of long ago, as with a clock that jumped ahead."""
    code = clinic.keep(dated(1), *at(days(-400)))
    for command in (("list",), ("open", code), ("export",)):
        ran = clinic.run("records", *command)
        assert "Er is niets gewist" in ran.err
        assert "miskraam records purge" in ran.err
    assert ("purge", "done") not in clinic.log()
    assert clinic.run("records", "purge").out == "Gewist: 1.\n"


@pytest.mark.long
@pytest.mark.parametrize(
    "moment", ["9999-12-31T23:59", "9999-12-01T10:00", "0001-01-02T10:00", "1970-01-01T00:00"]
)
def test_a_record_opens_that_was_kept_while_the_clock_was_far_out(clinic: Clinic, moment: str) -> None:
    code = clinic.keep(dated(1), "--now", moment)
    ran = clinic.open(code)
    assert ran.code == 0, ran.err
    assert "Er is niets gewist" in ran.err
    assert clinic.run("records", "delete", code).code == 0


def protected(clinic: Clinic) -> dict[str, str]:
    """Protect its key by a passphrase; files with the right one and with a wrong one."""
    key = seal.unlocked((clinic.folder / "key.txt").read_bytes())
    (clinic.folder / "key.txt").write_bytes(seal.protected(key, RIGHT, datetime.now(UTC)))
    for name, text in (("right", RIGHT), ("wrong", "vier andere woorden hier")):
        (clinic.folder / name).write_text(f"{text}\n", encoding="utf-8")
    return {name: str(clinic.folder / name) for name in ("right", "wrong")}


def many(clinic: Clinic, count: int, *arguments: str, **environment: str) -> tuple[float, list[str]]:
    """Run the program so often, all at once; how long that took, and what each said."""
    start = time.monotonic()
    children = [
        subprocess.Popen(
            [program(), *arguments],
            env=clean_environment(**clinic.environment, **environment),
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8",
        )
        for _ in range(count)
    ]  # fmt: skip
    said = [child.communicate(timeout=120)[1] for child in children]
    assert {child.returncode for child in children} == {2}
    return time.monotonic() - start, said


@pytest.mark.long
def test_wrong_passphrases_are_said_and_slowed_one_after_another_or_all_at_once(clinic: Clinic) -> None:
    clinic.keep()
    files = protected(clinic)
    for expected in (0, 1):
        seconds, (said,) = many(clinic, 1, "records", "list", MISKRAAM_PASSPHRASE_FILE=files["wrong"])
        assert "Deze wachtzin past niet." in said
        assert seconds >= expected - SPACE
        assert ("Even geduld" in said) is bool(expected)
    seconds, _ = many(clinic, 2, "records", "list", MISKRAAM_PASSPHRASE_FILE=files["wrong"])
    assert seconds >= 2 + 4 - SPACE
    assert clinic.log().count(("unlock", "refused")) == 4


@pytest.mark.long
def test_wrong_codes_all_at_once_are_slowed_as_one_after_another(clinic: Clinic) -> None:
    right = clinic.keep()
    wrong = "CDFHJK" if right != "CDFHJK" else "CDFHJM"
    seconds, said = many(clinic, 4, "records", "open", wrong)
    assert seconds >= 0 + 1 + 2 + 4 - SPACE
    assert sum("wordt al een code of wachtzin geprobeerd" in text for text in said) >= 2
    assert clinic.log().count(("open", "not_found")) == 4
    lines = [json.loads(line) for line in clinic.log_file.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 4, "no line is torn by another"


@pytest.mark.long
def test_who_is_killed_while_it_waits_holds_up_nobody(clinic: Clinic) -> None:
    right = clinic.keep()
    wrong = "CDFHJK" if right != "CDFHJK" else "CDFHJM"
    many(clinic, 3, "records", "open", wrong)
    child = subprocess.Popen(
        [program(), "records", "open", wrong],
        env=clean_environment(**clinic.environment), stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    assert child.stderr
    assert "Even geduld" in child.stderr.readline()
    child.kill()
    child.communicate()
    start = time.monotonic()
    assert clinic.open(right).code == 0
    assert 4 - SPACE <= time.monotonic() - start < 12
