"""What all tests share."""

import compileall
import gc
import re
from importlib.util import find_spec
from pathlib import Path

import pytest

# The program, and what it imports: uv compiles nothing by itself.
_STARTED = (
    "miskraam_cli",
    "typer",
    "rich",
    "questionary",
    "prompt_toolkit",
    "wcwidth",
    "yaml",
    "jinja2",
    "segno",
)


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once: hundreds of tests start it, and where Python writes no bytecode each would do so.

    A test with both marks is long: `-m service` leaves it out, so that a whole file can be marked.
    """
    config.option.markexpr = re.sub(r"\bservice\b", "(service and not long)", config.option.markexpr)
    if not hasattr(config, "workerinput"):  # once, not in each worker
        for name in _STARTED:
            package = find_spec(name)
            assert package is not None and package.origin is not None
            compileall.compile_dir(str(Path(package.origin).parent), quiet=1)


def pytest_collection_finish() -> None:
    """Leave out of every later collection of garbage what lives as long as the tests: thousands of cases."""
    gc.freeze()
