"""Files that a run leaves: whole or not at all, and for their owner only, as they are about her health."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`; whatever happens meanwhile, what stood there still stands. Raises OSError."""
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
