"""A file of JSON objects, one a line, to which lines are added and in which none is changed."""

import json
import os
from pathlib import Path
from typing import Any

from miskraam_cli.writing import to_disk


def append(file: Path, line: dict[str, Any]) -> None:
    """Add a line; when this returns the disk has it. A new file is readable for its owner only. Raises OSError."""
    opened = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        start = b"" if _tail(file, 1) in (b"", b"\n") else b"\n"  # after a line that a power cut left torn
        os.write(opened, start + json.dumps(line).encode() + b"\n")
        to_disk(opened)
    finally:
        os.close(opened)


def last_lines(file: Path, size: int) -> list[dict[str, Any]]:
    """The whole lines among the last `size` bytes, oldest first; none where there is no file. Raises OSError.

    A line that is cut off, at the start or by a power cut, is left out, as is one that is no JSON object.
    """
    try:
        return [line for line in map(_parsed, _tail(file, size).split(b"\n")) if line]
    except FileNotFoundError:
        return []


def _tail(file: Path, size: int) -> bytes:
    with file.open("rb") as opened:
        opened.seek(max(0, opened.seek(0, os.SEEK_END) - size))
        return opened.read()


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
