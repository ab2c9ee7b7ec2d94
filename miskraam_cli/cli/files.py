"""Files that the program writes: about her health, so only their owner reads them."""

import os
from pathlib import Path


def owner_only(path: str, flags: int) -> int:
    """Open a new file so that only its owner reads it."""
    return os.open(path, flags, 0o600)


def replace(path: Path, text: str) -> None:
    """Write a file whole or not at all, whatever happens meanwhile. Raises OSError."""
    new = path.with_name(
        f".{path.name}.new"
    )  # always the same: a crash leaves one at most, and the next run takes it
    new.unlink(missing_ok=True)
    with open(new, "x", encoding="utf-8", opener=owner_only) as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    if os.name == "posix":  # elsewhere a folder cannot be opened
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
