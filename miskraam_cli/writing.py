"""Files that a run leaves: whole or not at all, and for their owner only, as they are about her health.

The one place that writes a file, so that each failure is told with its reason in words.
"""

import os
from contextlib import suppress
from pathlib import Path

from miskraam_cli.errors import OutOfReachError, reason_of


def write_file(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, whole or not at all, durable when this returns.

    Its folder must be there. Raises OutOfReachError with the reason.
    """
    try:
        _put_whole(path, data)
    except FileNotFoundError as error:
        raise OutOfReachError("error.cannot_write", file=path, reason="no_folder") from error
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=path, reason=reason_of(error)) from error


def write_private(path: Path, data: bytes) -> None:
    """The same in a folder of ours, which is made where there is none. Raises OutOfReachError."""
    make_private_folder(path.parent)
    write_file(path, data)


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner enters, where there is none yet. Raises OutOfReachError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=folder, reason=reason_of(error)) from error


def _put_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`; whatever happens meanwhile, what stood there still stands."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
        target.write_bytes(data)
        return
    new = target.with_name(
        f".{target.name}.new"
    )  # always the same: what a kill leaves, the next time takes away
    new.unlink(missing_ok=True)
    try:
        with open(new, "xb", opener=_owner_only) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        new.replace(target)
    except BaseException:
        with suppress(OSError):
            new.unlink()
        raise
    if os.name == "posix":  # elsewhere a folder cannot be opened
        _to_disk(target.parent)


def _owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _to_disk(folder: Path) -> None:
    """A new name in a folder is only sure to stay when the folder is on the disk too."""
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
