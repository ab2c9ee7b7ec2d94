"""Writing a file never harms what is there: streams, devices, pipes, owners, two writers, odd disks."""

import errno
import fcntl
import os
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from miskraam_cli import named_pipe
from miskraam_cli.errors import OutOfReachError
from miskraam_cli.journal import append, last_lines
from miskraam_cli.records.access_log import AccessLog
from miskraam_cli.writing import write_file, write_private

Put = Callable[[Path, bytes], None]


@pytest.mark.parametrize(
    "stream", ["/dev/stdout", "/dev/stderr", "/dev/fd/1", "/proc/self/fd/1", "/dev/fd/../stdout", "link"]
)
def test_an_open_stream_is_added_to_and_what_stands_in_its_file_stays(tmp_path: Path, stream: str) -> None:
    (tmp_path / "link").symlink_to("/dev/stdout")
    file = tmp_path / "kept.txt"
    file.write_bytes(b"before\n")
    code = (
        "from pathlib import Path; from miskraam_cli.writing import write_file\n"
        f"write_file(Path({stream!r}), b'hers')"
    )
    with file.open("ab") as out:
        done = subprocess.run([sys.executable, "-c", code], stdout=out, stderr=out, cwd=tmp_path, check=False)
    assert done.returncode == 0
    assert file.read_bytes() == b"before\nhers"


def test_into_a_stream_everything_stands_in_the_order_in_which_it_was_said(tmp_path: Path) -> None:
    file = tmp_path / "kept.txt"
    file.write_bytes(b"before\n")
    code = (
        "from pathlib import Path; from miskraam_cli.writing import write_file\n"
        "print('said'); write_file(Path('/dev/stdout'), b'hers\\n'); print('after')"
    )
    with file.open("ab") as out:
        subprocess.run([sys.executable, "-c", code], stdout=out, check=True)
    assert file.read_text(encoding="utf-8").split() == ["before", "said", "hers", "after"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("folder", "IsADirectoryError"),
        ("nowhere/x", "no_folder"),
        ("file/x", "NotADirectoryError"),
        ("loop", "loop"),
        ("x" * 256, "name_too_long"),
        ("/dev/full", "disk_full"),
        ("nul\0", "no_such_name"),
        ("socket", "nobody_there"),
        ("/dev/fd/987", "closed"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, reason: str
) -> None:
    import socket

    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"precious")
    (tmp_path / "loop").symlink_to("loop")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket")
        before = sorted(tmp_path.rglob("*"))
        for put in (write_file, write_private) if "/" not in name else (write_file,):
            with pytest.raises(OutOfReachError) as told:
                put(Path(name), b"hers")
            assert told.value.values["reason"] == reason
    assert sorted(tmp_path.rglob("*")) == before
    assert (tmp_path / "file").read_bytes() == b"precious"


def test_a_name_as_long_as_can_be_is_written(tmp_path: Path) -> None:
    for name in ("x" * 255, "é" * 127):
        write_file(tmp_path / name, b"hers")
        assert (tmp_path / name).read_bytes() == b"hers"


def test_a_pipe_is_written_to_where_somebody_reads_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    write_file(tmp_path / "pipe", b"h" * 300_000)
    reader.join(10)
    assert got == [b"h" * 300_000]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_pipe_that_nobody_reads_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(named_pipe, "_PATIENCE", 0.1)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OutOfReachError) as told:
        write_file(tmp_path / "pipe", b"hers")
    assert told.value.values["reason"] == "nobody_there"


def test_many_writers_of_one_file_harm_each_other_in_nothing(tmp_path: Path) -> None:
    file, failed = tmp_path / "mine.txt", list[BaseException]()
    contents = [bytes([65 + number]) * 5000 for number in range(8)]

    def write(content: bytes) -> None:
        try:
            for _ in range(25):
                write_file(file, content)
        except BaseException as error:
            failed.append(error)

    writers = [threading.Thread(target=write, args=(content,)) for content in contents]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failed == []
    assert file.read_bytes() in contents
    assert list(tmp_path.iterdir()) == [file]


def test_what_a_kill_left_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    old, new, other = (
        tmp_path / name
        for name in (".mine.txt.0123abcd.new", ".mine.txt.4567abcd.new", ".mine.txt.notes.new")
    )
    for file in (old, new, other):
        file.write_bytes(b"half")
    os.utime(old, (time.time() - 3600,) * 2)
    os.utime(other, (time.time() - 3600,) * 2)
    write_file(tmp_path / "mine.txt", b"hers")
    assert sorted(tmp_path.iterdir()) == sorted([new, other, tmp_path / "mine.txt"])


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o660])
def test_a_configuration_keeps_who_may_read_it(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"before")
    file.chmod(mode)
    write_private(file, b"after")
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert file.read_bytes() == b"after"


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="only root gives a file away")
@pytest.mark.parametrize("put", [write_file, write_private])
def test_root_takes_no_file_from_its_owner(tmp_path: Path, put: Put) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"before")
    os.chown(file, 1234, 4321)
    put(file, b"after")
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 4321)


@pytest.mark.parametrize("call", ["fchown", "fchmod"])
def test_a_disk_that_knows_no_owners_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "no")

    file = tmp_path / "config.toml"
    file.write_bytes(b"before")
    monkeypatch.setattr(os, call, refused)
    write_private(file, b"after")
    assert file.read_bytes() == b"after"


@pytest.mark.parametrize(
    ("number", "is_failure"),
    [
        (errno.EINVAL, False),
        (errno.ENOTSUP, False),
        (errno.ENOSYS, False),
        (errno.EBADF, False),
        (errno.EPERM, False),
        (errno.EIO, True),
        (errno.ENOSPC, True),
    ],
)
@pytest.mark.parametrize("of_folders", [True, False])
def test_a_disk_that_cannot_sync_is_no_failure_and_one_that_fails_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_failure: bool, of_folders: bool
) -> None:
    sync = os.fsync

    def odd(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode) == of_folders:
            raise OSError(number, os.strerror(number))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", odd)
    if is_failure:
        with pytest.raises(OutOfReachError):
            write_file(tmp_path / "mine.txt", b"hers")
    else:
        write_file(tmp_path / "mine.txt", b"hers")
        assert (tmp_path / "mine.txt").read_bytes() == b"hers"
    if not of_folders and not is_failure:
        append(tmp_path / "log", {"a": 1})
        assert last_lines(tmp_path / "log", 100) == [{"a": 1}]
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_may_be_written_and_not_read_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_file = os.open

    def refused(path: str, flags: int, mode: int = 0o777) -> int:
        if Path(path) == tmp_path:
            raise PermissionError(errno.EACCES, "no")
        return open_file(path, flags, mode)

    monkeypatch.setattr(os, "open", refused)
    write_file(tmp_path / "mine.txt", b"hers")
    assert (tmp_path / "mine.txt").read_bytes() == b"hers"


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP, errno.EINVAL, errno.ENOSYS])
def test_a_disk_without_locks_is_told_and_holds_up_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refused(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refused)
    said: list[str] = []
    log = AccessLog(tmp_path / "records.log", "who", "where")
    with log.alone(lambda: said.append("in turn"), lambda: said.append("no lock")):
        said.append("tried")
    assert said == ["no lock", "tried"]
