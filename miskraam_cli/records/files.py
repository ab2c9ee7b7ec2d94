"""Folders and files of records: for their owner only, and with the reason where one cannot be written."""

import errno
from pathlib import Path

from miskraam_cli.errors import OutOfReachError
from miskraam_cli.file import write_whole

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


def write_private(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, whole or not at all, durable when this returns. Raises OutOfReachError."""
    private_folder(path.parent)
    try:
        write_whole(path, data)
    except OSError as error:
        raise OutOfReachError("error.cannot_write", file=path, reason=why(error)) from error
