"""What all tests share."""

import compileall
import re
from pathlib import Path

import pytest

import miskraam_cli


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: hundreds of tests start it, and where Python writes no bytecode each would do so.

    A test with both marks is long: `-m service` leaves it out, so that a whole file can be marked.
    """
    config.option.markexpr = re.sub(r"\bservice\b", "(service and not long)", config.option.markexpr)
    if not hasattr(config, "workerinput"):  # once, not in each worker
        compileall.compile_dir(str(Path(miskraam_cli.__file__).parent), quiet=1)
