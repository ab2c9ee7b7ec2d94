"""A pipe that stands in a folder waits for its other side: here a few seconds, and never for good."""

import errno
import os
import time
from pathlib import Path

_PATIENCE = 5.0  # seconds; a program that was started together with this one has come by then
_PAUSE = 0.02


def read_pipe(path: Path, most: int) -> bytes:
    """What comes out of a pipe, `most` bytes of it. Raises OSError, with ENXIO where nobody comes to write."""
    until = time.monotonic() + _PATIENCE
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb", buffering=0) as pipe:  # noqa: PTH123  # a number
        while (found := pipe.read(most)) == b"":
            if time.monotonic() > until:
                raise OSError(errno.ENXIO, os.strerror(errno.ENXIO))
            time.sleep(_PAUSE)
        os.set_blocking(pipe.fileno(), True)  # somebody writes, however long that takes
        whole = found or b""
        while len(whole) < most and (found := pipe.read(most - len(whole))):
            whole += found
    return whole


def open_to_write(path: Path) -> int:
    """A pipe that somebody reads. Raises OSError, with ENXIO where nobody comes."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            number = os.open(path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError as error:
            if error.errno != errno.ENXIO or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            os.set_blocking(number, True)
            return number
