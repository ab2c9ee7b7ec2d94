"""Standard streams as other people's machines have them: full, closed, not waiting, in another encoding."""

import fcntl
import json
import os
import subprocess
import time
from pathlib import Path

import pytest

from tests.installed_program import clean_environment, miskraam, program

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--version",),
    ("contacts",),
    ("contacts", "--json"),
    ("info",),
    ("info", "curettage"),
    ("author", "lint"),
    ("author", "schema"),
    ("author", "book"),
    ("records", "list", "--help"),
    ("follow-up", "--answers", "-"),
    ("follow-up", "--answers", "-", "--json"),
    ("follow-up", "--answers", "-", "--format", "html"),
    ("follow-up", "--lines"),
    ("check-premi", "--age", "32"),
    ("check-premi", "--age", "50", "--json"),
    ("check-premi", "--age", "32", "--miscarriages", "3", "--cause", "none-found", "--not-pregnant"),
)
NAMES = [" ".join(command) for command in COMMANDS]
LONG = (("author", "schema"), ("info",), ("follow-up", "--answers", "-", "--json"))
_F_SETPIPE_SZ = 1031


def in_a_shell(line: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """One line of a shell, in which `$MISKRAAM` is the program."""
    given = clean_environment(MISKRAAM=program(), **environment)
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=given, input=b"{}", capture_output=True, timeout=60, check=False
    )


@pytest.mark.parametrize("where", [">/dev/full", ">&-"], ids=["full", "closed"])
@pytest.mark.parametrize("command", COMMANDS, ids=NAMES)
def test_what_cannot_be_written_whole_is_6_in_words(
    tmp_path: Path, command: tuple[str, ...], where: str
) -> None:
    done = in_a_shell(f'"$MISKRAAM" {" ".join(command)} {where}', tmp_path)
    assert done.returncode == 6
    assert "Niet alles is geschreven" in done.stderr.decode()
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_is_full_half_way_is_6(tmp_path: Path, unbuffered: str) -> None:
    line = 'ulimit -f 8; trap "" XFSZ; "$MISKRAAM" author schema >schema.json'
    done = in_a_shell(line, tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (tmp_path / "schema.json").stat().st_size > 0
    assert done.returncode == 6
    assert "Niet alles is geschreven" in done.stderr.decode()


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", [COMMANDS[2], COMMANDS[7], COMMANDS[8]], ids=str)
def test_a_reader_that_went_away_is_told_nothing(
    tmp_path: Path, command: tuple[str, ...], unbuffered: str
) -> None:
    line = f'("$MISKRAAM" {" ".join(command)}; echo $? >code) | true'
    done = in_a_shell(line, tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (done.stderr, (tmp_path / "code").read_text()) == (b"", "0\n")


@pytest.mark.parametrize("more", ["", "--json"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_verdict_without_a_reader_is_the_same_verdict(tmp_path: Path, more: str, unbuffered: str) -> None:
    line = f'(sleep 0.1; "$MISKRAAM" check-premi --age 50 {more}; echo $? >code) | true'
    done = in_a_shell(line, tmp_path, PYTHONUNBUFFERED=unbuffered)
    assert (done.stderr, (tmp_path / "code").read_text()) == (b"", "10\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", LONG, ids=str)
def test_a_pipe_that_does_not_wait_gets_all_of_it(
    tmp_path: Path, command: tuple[str, ...], unbuffered: str
) -> None:
    now = ("--now", "2026-11-24T12:00") if "--answers" in command else ()
    whole = miskraam(*command, *now, folder=tmp_path, stdin="{}")
    reading, writing = os.pipe()
    fcntl.fcntl(writing, _F_SETPIPE_SZ, 4096)
    os.set_blocking(writing, False)
    running = subprocess.Popen(
        [program(), *command, *now],
        cwd=tmp_path,
        env=clean_environment(PYTHONUNBUFFERED=unbuffered),
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.PIPE,
    )
    os.close(writing)
    assert running.stdin
    running.stdin.write(b"{}")
    running.stdin.close()
    time.sleep(0.5)  # so that the pipe is full before anybody reads
    read = b""
    while part := os.read(reading, 1000):
        read += part
    os.close(reading)
    assert running.wait(timeout=30) == 0
    assert read.decode() == whole.out


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("follow-up <&-", 2),
        ("<&-", 2),
        ("follow-up --answers - <&-", 6),
        ("follow-up --lines <&- >lines.txt", 4),
        ("contacts <&-", 0),
        ("contacts 2>&-", 0),
        ("contacts <&- >&- 2>&-", 6),
        ("check-premi --age 50 2>&-", 10),
        ("check-premi --age 50 >&- 2>&-", 6),
        ("nonsense 2>&-", 2),
        ("nonsense 2>/dev/full", 2),
        ("follow-up --answers missing.yaml >&- 2>&-", 6),
        ("records list <&-", 2),
    ],
)
def test_a_stream_that_is_closed_is_no_fault_of_ours(tmp_path: Path, line: str, code: int) -> None:
    done = in_a_shell(f'"$MISKRAAM" {line}', tmp_path)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr


def test_words_for_a_closed_stream_do_not_end_up_in_the_document(tmp_path: Path) -> None:
    answers = '{"bleeding": "none", "nausea_long": true, "temperature": 38.6}'
    line = f"echo '{answers}' | \"$MISKRAAM\" follow-up --answers - --json 2>&-"
    done = in_a_shell(line, tmp_path)
    assert done.returncode in (0, 2)
    if done.stdout:
        json.loads(done.stdout)


def test_answers_come_whole_by_a_pipe_that_does_not_wait(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    running = subprocess.Popen(
        [program(), "follow-up", "--answers", "-", "--json"],
        cwd=tmp_path,
        env=clean_environment(),
        stdin=reading,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reading)
    for part in (b'{"temperature_mea', b'sured": "yes", "temp', b'erature": 38.6}'):
        time.sleep(0.4)
        os.write(writing, part)
    os.close(writing)
    out, err = running.communicate(timeout=30)
    assert (running.returncode, err) == (0, b"")
    assert json.loads(out)["answers"]["temperature"] == 38.6


LOCALES = (
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "utf-16"},
    {"PYTHONIOENCODING": "ascii:strict"},
)


@pytest.mark.parametrize(
    "line",
    [
        *(
            f"follow-up --answers - --now 2026-11-24T12:00 --format {name}"
            for name in ("json", "markdown", "html")
        ),
        "contacts --json --now 2026-11-24T12:00",
        "author schema",
        "author book --now 2026-11-24T12:00",
        "check-premi --age 50 --json",
    ],
)
def test_documents_for_machines_are_utf8_whatever_the_locale(tmp_path: Path, line: str) -> None:
    here = in_a_shell(f'"$MISKRAAM" {line}', tmp_path)
    for locale in LOCALES:
        elsewhere = in_a_shell(f'"$MISKRAAM" {line}', tmp_path, **locale)
        assert (elsewhere.stdout, elsewhere.stderr) == (here.stdout, b""), locale
