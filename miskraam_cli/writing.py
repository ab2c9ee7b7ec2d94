"""Files that a run leaves: whole or not at all, and for their owner only, as they are about her health.

The one place that writes a file, so that each failure is told with its reason in words.
"""

import errno
import os
import re
import secrets
import select
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from miskraam_cli.errors import OutOfReachError, reason_of
from miskraam_cli.named_pipe import open_to_write

_STREAMS = re.compile(r"/dev/fd|/proc/([0-9]+)(?:/task/[0-9]+)?/fd")
_TOKEN = re.compile(r"[0-9a-f]{8}\.new")
_MOST_LINKS = 40
_LEFT = 60  # seconds after which a half-written file was left by a kill
# What a disk says that cannot be asked to finish writing, as over SMB or FUSE, or a folder that may not be read.
_NO_SYNC = (
    errno.EINVAL,
    errno.ENOTSUP,
    errno.EOPNOTSUPP,
    errno.ENOSYS,
    errno.EBADF,
    errno.EACCES,
    errno.EPERM,
)


def write_file(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, whole or not at all, durable when this returns, for its owner only.

    Its folder must be there. An open stream, a device or a pipe is written to and never replaced. Raises
    OutOfReachError with the reason.
    """
    _write(path, data, keeps_mode=False)


def write_private(path: Path, data: bytes) -> None:
    """The same in a folder of ours, made where there is none; who may read a file that was there may do so still."""
    make_private_folder(path.parent)
    _write(path, data, keeps_mode=True)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner enters, where there is none yet. Raises OutOfReachError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise OutOfReachError("error.cannot_write", file=folder, reason=reason_of(error)) from error


def to_disk(number: int) -> None:
    """Wait until the disk has what was written, where the disk can tell. Raises OSError where it failed."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _write(path: Path, data: bytes, *, keeps_mode: bool) -> None:
    try:
        _put_whole(path, data, keeps_mode=keeps_mode)
    except FileNotFoundError as error:
        raise OutOfReachError("error.cannot_write", file=path, reason="no_folder") from error
    except (OSError, ValueError) as error:
        raise OutOfReachError("error.cannot_write", file=path, reason=reason_of(error)) from error


def _put_whole(path: Path, data: bytes, *, keeps_mode: bool) -> None:
    """Put `data` at `path`; whatever happens meanwhile, what stood there still stands."""
    number = _open_stream(path)
    if number is None:
        target = Path(os.path.realpath(path))
        there = _there(target)
        if there is None or stat.S_ISREG(there.st_mode):
            _replace(target, data, there, keeps_mode=keeps_mode)
            return
        opens = open_to_write if stat.S_ISFIFO(there.st_mode) else _open_device
        number = opens(target)
    try:
        _write_all(number, data)
    finally:
        os.close(number)


def _replace(target: Path, data: bytes, there: os.stat_result | None, *, keeps_mode: bool) -> None:
    """Write a new file and let it take the place of the old one."""
    _remove_what_was_left(target)
    new = target.with_name(f"{_begins(target)}{secrets.token_hex(4)}.new")  # two writers never share it
    try:
        with open(new, "xb", opener=_owner_only) as file:
            if there is not None and os.name == "posix":
                _let_it_belong(file.fileno(), there, keeps_mode=keeps_mode)
            file.write(data)
            file.flush()
            to_disk(file.fileno())
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _folder_to_disk(target.parent)


def _begins(target: Path) -> str:
    """How the name of a half-written file begins; short, as the name that is meant may be as long as can be."""
    return f".{target.name[:40]}." if target.name.isascii() else ".miskraam."


def _remove_what_was_left(target: Path) -> None:
    """A kill leaves a half-written file, which may hold answers: it goes with the next one, once it is a minute old."""
    begins = _begins(target)
    with suppress(OSError):
        for left in target.parent.iterdir():
            ours = left.name.startswith(begins) and _TOKEN.fullmatch(left.name[len(begins) :])
            if ours and time.time() - left.lstat().st_mtime > _LEFT:
                left.unlink()


def _let_it_belong(number: int, there: os.stat_result, *, keeps_mode: bool) -> None:
    """The new file to the owner of the old one, where this is allowed and the disk knows owners."""
    made = os.fstat(number)
    with suppress(OSError):
        if (made.st_uid, made.st_gid) != (there.st_uid, there.st_gid):
            os.fchown(number, there.st_uid, there.st_gid)
    if keeps_mode:
        with suppress(OSError):
            os.fchmod(number, stat.S_IMODE(there.st_mode))


def _there(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _open_stream(path: Path) -> int | None:
    """A stream that is open already, where `path` names one as /dev/stdout does; None for any other file.

    Opened anew it would begin at its first byte, and what stands there would be lost.
    """
    name = os.path.abspath(path)  # noqa: PTH100  # the links on the way are followed one by one
    for _ in range(_MOST_LINKS):
        folder, last = os.path.split(name)
        folder = os.path.realpath(folder)
        found = _STREAMS.fullmatch(folder)
        name = os.path.join(folder, last)  # noqa: PTH118
        if found and last.isdecimal():
            if found[1] in (None, str(os.getpid())):
                sys.stdout.flush()
                return os.dup(int(last))
            return os.open(name, os.O_WRONLY | os.O_APPEND)
        if not os.path.islink(name):  # noqa: PTH114
            return None
        name = os.path.normpath(os.path.join(folder, os.readlink(name)))  # noqa: PTH115, PTH118
    return None


def _open_device(target: Path) -> int:
    return os.open(target, os.O_WRONLY)


def _write_all(number: int, data: bytes) -> None:
    """Write all of it, also where the other side is slow and the stream does not wait."""
    rest = memoryview(data)
    while rest:
        try:
            rest = rest[os.write(number, rest) :]
        except BlockingIOError:
            select.select([], [number], [])


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _folder_to_disk(folder: Path) -> None:
    """A new name in a folder is only sure to stay when the folder is on the disk too."""
    try:
        number = os.open(folder, os.O_RDONLY)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
        return
    try:
        to_disk(number)
    finally:
        os.close(number)
