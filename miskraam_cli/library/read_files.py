"""Finds the files that come with the program, and reads files: name and text."""

from pathlib import Path

from miskraam_cli.errors import OutOfReachError, reason_of
from miskraam_cli.named_path import absolute, is_there
from miskraam_cli.named_pipe import read_pipe
from miskraam_cli.questionnaire.source import Source

MAX_BYTES = 1_000_000

_INSIDE = Path(__file__).parents[1] / "questionnaires"
SHIPPED = _INSIDE if _INSIDE.is_dir() else Path(__file__).parents[2] / "questionnaires"


def shipped() -> tuple[Path, ...]:
    """The questionnaires that come with the program, in the order of their names."""
    return tuple(sorted(SHIPPED.glob("*.yaml")))


def stories() -> tuple[Path, ...]:
    """The files of stories that come with the program."""
    return tuple(sorted((SHIPPED / "stories").glob("*.yaml")))


def beside(stories_file: Path, questionnaire: str) -> Path:
    """The questionnaire that a file of stories names: in the folder above it, else beside it."""
    above = stories_file.parent.parent / f"{questionnaire}.yaml"
    return above if is_there(above) else stories_file.parent / f"{questionnaire}.yaml"


def common(path: Path, name: str) -> Path:
    """A shared file for the questionnaire at `path`: from `common` beside it, else the shipped one."""
    beside = path.parent / "common" / name
    return beside if is_there(beside) else SHIPPED / "common" / name


def read(path: Path) -> Source:
    """The text of a file.

    Raises OutOfReachError if it cannot be read, is larger than a megabyte, or is not UTF-8.
    """
    return source(path, read_bytes(path))


def source(path: Path, data: bytes) -> Source:
    """What was read from a file, as text. Raises OutOfReachError if it is not UTF-8."""
    try:
        return Source(shown(path), _in_lines(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise OutOfReachError("error.not_utf8", file=path, byte=error.start + 1) from error


def _in_lines(text: str) -> str:
    """The same however an editor or a checkout ends its lines, so that it reads and counts the same."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_bytes(path: Path) -> bytes:
    """What is in a file. Raises OutOfReachError if it cannot be read or is larger than a megabyte."""
    try:
        data = read_pipe(path, MAX_BYTES + 1) if path.is_fifo() else _read(path)
    except (OSError, ValueError) as error:
        raise OutOfReachError("error.cannot_read", file=path, reason=reason_of(error)) from error
    if len(data) > MAX_BYTES:
        raise OutOfReachError("error.too_large", file=path, limit=MAX_BYTES // 1000)
    return data


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def shown(path: Path) -> str:
    """The name of a file as a person would type it."""
    for base in (SHIPPED, absolute(Path())):
        if path.is_relative_to(base):
            return str(path.relative_to(base))
    return str(path)
