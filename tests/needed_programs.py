"""What only some tests need: without it a test is skipped, and in CI it fails."""

import os
import shutil
from typing import NoReturn

import pytest


def missing(what: str) -> NoReturn:
    """Skip the test, as something that it needs is not here; in CI fail it."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


def needed(program: str) -> str:
    """The path of a program that this test cannot do without."""
    found = shutil.which(program)
    if found is None:
        missing(f"{program} is not installed")
    return found
