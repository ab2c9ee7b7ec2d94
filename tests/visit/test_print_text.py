"""Printing by a program of the system that works, fails, hangs or cannot be run."""

import time
from pathlib import Path

import pytest

from miskraam_cli.visit.print_text import print_text

LONG = "een regel tekst\n" * 20_000  # more than a pipe holds


@pytest.mark.parametrize(
    ("script", "sent"),
    [
        ("cat >/dev/null", True),
        ("exit 1", False),
        ("exec <&-; exit 0", True),
        ("sleep 60", False),
        ("trap '' TERM INT; sleep 60", False),
        ("cat >/dev/null; sleep 60 & exit 0", True),
        ("sleep 60 & sleep 60", False),
        ("yes", False),
        ("kill -9 $$", False),
    ],
)
def test_a_printer_is_waited_for_no_longer_than_it_may_take(script: str, sent: bool) -> None:
    start = time.monotonic()
    assert print_text(LONG, ("sh", "-c", script), 1.0) is sent
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("name", ["not-there", "not-executable", "no-program", "folder"])
def test_a_printer_that_cannot_be_run_prints_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "not-executable").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "no-program").write_bytes(b"\0\1\2")
    (tmp_path / "no-program").chmod(0o755)
    assert print_text("a", (str(tmp_path / name),), 1.0) is False
