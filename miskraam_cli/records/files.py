"""Files that only their owner reads, written whole or not at all."""

import errno
import os
from pathlib import Path

from miskraam_cli.errors import OutOfReachError

_REASONS = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.EROFS: "read_only"}


def why(error: OSError) -> str:
    """The reason of an error of the system, by the name under which the interface has words for it."""
    return _REASONS.get(error.errno or 0, type(error).__name__)


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner enters, where there is none yet. Raises OutOfReachError."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=folder, reason=why(error)) from error


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` in the place of `file`, durable when this returns; a kill leaves the old file, or none.

    Raises OutOfReachError; nothing is then left behind.
    """
    private_folder(file.parent)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    try:
        try:
            _write(part, content)
            part.replace(file)
            sync_folder(file.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=file, reason=why(error)) from error


def sync_folder(folder: Path) -> None:
    """Make durable which files a folder holds, where the system can."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _write(file: Path, content: bytes) -> None:
    opened = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        written = 0
        while written < len(content):
            written += os.write(opened, content[written:])
        os.fsync(opened)
    finally:
        os.close(opened)
