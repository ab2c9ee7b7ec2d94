"""A limit on time: what a file can make the program do must be over at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter

SECONDS = 1.0


@contextmanager
def at_once() -> Iterator[None]:
    """Fails where the block takes longer than a second."""
    start = perf_counter()
    yield
    assert perf_counter() - start < SECONDS
