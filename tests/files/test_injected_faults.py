"""The real program on a disk that answers as network disks do, and by a clock that jumps."""

import json
from pathlib import Path

import pytest

from tests.installed_program import Ran, miskraam, program
from tests.needed_programs import missing, needed
from tests.pseudo_terminal import ENTER, command_in_terminal

pytestmark = pytest.mark.long

ANSWERS = '{"fainting": "no", "bleeding": "none", "temperature_measured": "yes", "temperature": 38.6}'
# What a call of the system comes to on disks that know no such thing: SMB, FUSE and NFS without a lock server.
HARMLESS = {
    "a folder cannot be synced": "fsync:error=EINVAL",
    "nothing can be synced": "fsync:error=EOPNOTSUPP",
    "there are no locks": "flock:error=ENOLCK",
    "locks are not known": "flock:error=ENOSYS",
    "the mode cannot be set": "fchmod,chmod,fchmodat:error=EPERM",
    "the owner cannot be set": "fchown,chown,fchownat:error=EPERM",
    "a call is interrupted": "fsync:error=EINTR:when=1",
}
DEADLY = {
    "the disk is full": "fsync:error=ENOSPC",
    "the disk fails": "fsync:error=EIO",
    "her share is used up": "fsync:error=EDQUOT",
    "no name can be changed": "rename,renameat,renameat2:error=EROFS",
}


def with_fault(fault: str, *arguments: str, folder: Path, stdin: str = ANSWERS) -> Ran:
    """One run in which this call of the system comes to this."""
    strace = (needed("strace"), "-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}", program())
    return miskraam(*arguments, folder=folder, stdin=stdin, interpreter=strace)


@pytest.mark.parametrize("fault", HARMLESS.values(), ids=HARMLESS)
def test_on_an_odd_disk_a_page_and_a_draft_are_written_whole(tmp_path: Path, fault: str) -> None:
    page = with_fault(fault, "follow-up", "--answers", "-", "--output", "page.txt", folder=tmp_path)
    assert (page.code, page.err) == (0, "")
    assert "38,6" in (tmp_path / "page.txt").read_text(encoding="utf-8")
    by_lines = ("follow-up", "--hospital", "lumc", "--lines", "--draft", "draft.txt")
    walked = with_fault(fault, *by_lines, folder=tmp_path, stdin="3\n2\nstop\n")
    assert walked.code == 4
    assert "Traceback" not in walked.err
    assert '"bleeding": "less"' in (tmp_path / "draft.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["draft.txt", "page.txt"]


@pytest.mark.parametrize("fault", DEADLY.values(), ids=DEADLY)
def test_where_a_disk_fails_it_is_said_and_what_stood_there_stays(tmp_path: Path, fault: str) -> None:
    (tmp_path / "page.txt").write_text("before\n", encoding="utf-8")
    ran = with_fault(fault, "follow-up", "--answers", "-", "--output", "page.txt", folder=tmp_path)
    assert ran.code == 6
    assert "Traceback" not in ran.err
    assert ran.err.startswith("miskraam: ")
    assert [path.name for path in tmp_path.iterdir()] == ["page.txt"]
    assert (tmp_path / "page.txt").read_text(encoding="utf-8") == "before\n"


def libfaketime() -> str:
    """The library that another clock is read through."""
    needed("faketime")
    found = next(Path("/usr/lib").glob("*/faketime/libfaketime.so.1"), None)
    return str(found) if found else missing("libfaketime is not where Debian has it")


@pytest.mark.parametrize(
    "moment",
    [
        "1970-01-01 00:00:01",
        "1999-12-31 23:59:59",
        "2026-11-24 23:59:59",
        "2038-01-19 03:14:08",
        "2099-01-01 00:00:00",
    ],
)
def test_by_a_clock_of_another_time_a_page_is_made(tmp_path: Path, moment: str) -> None:
    clock = {"LD_PRELOAD": libfaketime(), "FAKETIME": f"@{moment}", "TZ": "UTC"}
    ran = miskraam("follow-up", "--answers", "-", "--json", folder=tmp_path, stdin=ANSWERS, environment=clock)
    assert (ran.code, ran.err) == (0, "")
    assert "fever" in {one["id"] for one in ran.json["findings"] if one["level"] == "call"}


@pytest.mark.parametrize(
    "jumps", [("-1h", "-2h"), ("+9h", "-30d"), ("+1y", "+90y"), ("@1970-01-02 00:00:00", "+0")]
)
def test_a_clock_that_jumps_in_mid_walk_loses_no_answer(tmp_path: Path, jumps: tuple[str, str]) -> None:
    clock = tmp_path / "clock"
    clock.write_text("+0\n", encoding="utf-8")
    environment = {
        "LD_PRELOAD": libfaketime(),
        "FAKETIME_TIMESTAMP_FILE": str(clock),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # as of the system: only the hour of the day jumps
    }
    run = (program(), "follow-up", "--hospital", "lumc", "--draft", "mine.txt")
    with command_in_terminal(*run, folder=tmp_path, size=(80, 24), **environment) as shown:
        shown.answer("Bent u flauwgevallen", "3", ENTER)
        clock.write_text(f"{jumps[0]}\n", encoding="utf-8")
        shown.answer("Hoeveel bloed verliest u vandaag?", "2", ENTER)
        clock.write_text(f"{jumps[1]}\n", encoding="utf-8")
        shown.answer("Heeft u pijn in uw onderbuik?", "1", ENTER)
        shown.stop("Heeft u vandaag uw temperatuur gemeten?")
        assert shown.end() == 4
        assert b"Traceback" not in shown.written
    held = (tmp_path / "mine.txt").read_text(encoding="utf-8")
    answers = json.loads("{" + held.partition("{")[2])["answers"]
    assert {"fainting": "no", "bleeding": "less", "pain": "none"}.items() <= answers.items()
