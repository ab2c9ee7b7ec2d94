"""What all tests share."""

import compileall
from pathlib import Path

import pytest

import miskraam_cli


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: hundreds of tests start it, and where Python writes no bytecode each would do so."""
    if not hasattr(config, "workerinput"):  # once, not in each worker
        compileall.compile_dir(str(Path(miskraam_cli.__file__).parent), quiet=1)
