"""The installed program, run as a person's shell runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.needed_programs import missing

_PROGRAM = Path(sys.executable).parent / "miskraam"


@dataclass(frozen=True)
class Ran:
    """How one run ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it wrote, as JSON."""
        return json.loads(self.out)


def program() -> str:
    """The path of the installed program; without one the test is skipped, and in CI it fails."""
    if not _PROGRAM.exists():
        missing(f"{_PROGRAM} is not installed")
    return str(_PROGRAM)


def clean_environment(**more: str) -> dict[str, str]:
    """An environment in which nobody has configured anything."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MISKRAAM", "XDG_"))}
    for name in ("NO_COLOR", "PYTHONPATH", "COLUMNS", "LINES"):
        kept.pop(name, None)
    return {**kept, "HOME": "/nonexistent", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **more}


def miskraam(
    *arguments: str | Path,
    folder: Path,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    interpreter: tuple[str, ...] = (),
) -> Ran:
    """One run of the program from `folder`, standard input given by a pipe."""
    done = subprocess.run(
        [*(interpreter or (program(),)), *map(str, arguments)],
        cwd=folder,
        input=stdin,
        env=clean_environment(**(environment or {})),
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
