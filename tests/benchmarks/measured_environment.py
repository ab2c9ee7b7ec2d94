"""A temporary environment with the wheel of this project and its peers, and how a program is run from it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import peers

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Installation:
    """A folder with the environment in it; every program is named by its full path."""

    folder: Path

    @property
    def python(self) -> str:
        """The environment's Python."""
        return self.program("python")

    def program(self, name: str) -> str:
        """A program of the environment."""
        return str(self.folder / "environment" / "bin" / name)

    def path(self, name: str) -> str:
        """A file or folder beside the environment."""
        return str(self.folder / name)

    def write(self, name: str, text: str) -> str:
        """A new file; its path."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return str(file)

    def output(self, *command: str) -> str:
        """What a command writes. Raises CalledProcessError if it fails."""
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment(), check=True, stdout=subprocess.PIPE, text=True
        )
        return done.stdout

    def timed(self, *command: str, stdin: str = "") -> float:
        """How long a command takes from start to end, in milliseconds."""
        start = time.perf_counter()
        subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment(),
            input=stdin,
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        return (time.perf_counter() - start) * 1000

    def environment(self) -> dict[str, str]:
        """Variables with which nothing is configured, and Python writes its bytecode as for anyone."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "MISKRAAM", "XDG_"))
        }
        for name in ("NO_COLOR", "COLUMNS", "LINES", "PROMPT_TOOLKIT_NO_CPR"):
            kept.pop(name, None)
        return {**kept, "HOME": str(self.folder), "LANG": "C.UTF-8", "TERM": "xterm-256color"}


@contextmanager
def prepared() -> Iterator[Installation]:
    """The environment, made anew; it is gone afterwards."""
    with TemporaryDirectory(prefix="miskraam-benchmarks-") as folder:
        installation = Installation(Path(folder))
        installation.output(sys.executable, "-m", "venv", installation.path("environment"))
        pip = (installation.python, "-m", "pip", "--quiet", "--disable-pip-version-check")
        installation.output(*pip, "wheel", "--no-deps", "--wheel-dir", installation.path("wheels"), str(ROOT))
        (wheel,) = Path(installation.path("wheels")).glob("*.whl")
        installation.output(*pip, "install", str(wheel), *peers.PINNED)
        installation.output(*pip, "uninstall", "--yes", "setuptools")  # its .pth file would slow every start
        for name, text in peers.FILES.items():
            installation.write(name, text)
        yield installation
