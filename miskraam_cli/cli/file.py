"""Files that a run leaves: whole or not at all, and for their owner only, as they are about her health."""

import os
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`; where that fails, what stood there still stands. Raises OSError."""
    target = path.resolve()
    if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
        target.write_bytes(data)
        return
    import tempfile

    number, name = tempfile.mkstemp(dir=target.parent, prefix=".miskraam-")  # for its owner only
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
