"""A limit on time: what a file can make the program do must be over at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

SECONDS = 1.0


@contextmanager
def at_once() -> Iterator[None]:
    """Fails where the block takes longer than a second of the processor, however busy the machine is."""
    start = process_time()
    yield
    assert process_time() - start < SECONDS
