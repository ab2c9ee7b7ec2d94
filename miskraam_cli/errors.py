"""The errors a person can meet. Each knows its exit code; its words stand in `interface.yaml`."""

import errno
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from miskraam_cli.language import Words


class Place(NamedTuple):  # there are thousands of them, and this is the quickest to make
    """A point in a file: the name as the person knows it, line and column counted from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a file: a stable code, where, and the names its message needs."""

    code: str
    place: Place
    values: tuple[tuple[str, str], ...] = ()


def problem(code: str, place: Place, **values: object) -> Problem:
    """A problem whose message names `values`."""
    return Problem(code, place, tuple((name, str(value)) for name, value in values.items()))


_MANY = 300  # comparing with more names than this takes longer than a person waits


def near(name: str, known: tuple[str, ...]) -> str:
    """The known name that is nearest to `name`, for "did you mean"; empty where none is near."""
    from difflib import get_close_matches

    if len(known) > _MANY:
        return ""
    return next(iter(get_close_matches(name, known, n=1)), "")


def one_of(option: str, value: str, allowed: tuple[str, ...]) -> str:
    """`value` if it is allowed for `option`. Raises WrongInputError for another, with the nearest."""
    if value not in allowed:
        names = ", ".join(allowed)
        raise WrongInputError(
            "error.not_one_of", option=option, value=value, allowed=names, near=near(value, allowed)
        )
    return value


class UnreadableError(Exception):
    """A text in a file that cannot be read: the code of the problem, how far into the text, and its values."""

    def __init__(self, code: str, offset: int, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.offset = offset
        self.values = values


OURS = 70  # a fault of the program itself


class MiskraamError(Exception):
    """The base: `key` names a text in `interface.yaml`, `values` fill it in."""

    exit_code: ClassVar[int] = OURS

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class WrongInputError(MiskraamError):
    """Wrong usage, or an answers or configuration file that cannot be taken as it is."""

    exit_code = 2


class OutOfReachError(MiskraamError):
    """A file, database or network that cannot be reached, read or written."""

    exit_code = 6


class NotReadyError(WrongInputError):
    """Something a clinic must settle first; `missing` names each, by a key of the interface's words."""

    def __init__(self, key: str, missing: tuple[str, ...], **values: object) -> None:
        super().__init__(key, **values)
        self.missing = missing


class WrongPassphraseError(WrongInputError):
    """A passphrase that does not open the identity."""


class RefusedError(WrongInputError):
    """A new passphrase or PIN that cannot be taken; another one can be typed."""


class CannotOpenError(OutOfReachError):
    """One sealed record, or an identity, that cannot be opened; others may be."""


class ClockError(OutOfReachError):
    """This machine's clock does not fit what has been kept already, so nothing is purged by it."""


class FilesWrongError(MiskraamError):
    """All problems of the files that were read. Exit code 5 for questionnaires, 2 for answers that were handed in."""

    exit_code = 5

    def __init__(self, problems: tuple[Problem, ...], exit_code: int = 5) -> None:
        super().__init__("error.files_wrong", count=len(problems))
        self.problems = tuple(sorted(problems, key=lambda found: found.place))
        self.exit_code = exit_code  # type: ignore[misc]  # answers are input (2), questionnaires are not (5)


class StoriesDifferError(MiskraamError):
    """Stories and their questionnaire disagree."""

    exit_code = 5


class StoppedError(MiskraamError):
    """The person stopped half-way, and has been shown what may not wait. `told`: nothing may follow on the screen."""

    exit_code = 4

    def __init__(self, *, told: bool = False) -> None:
        super().__init__("error.stopped")
        self.told = told


_REASONS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "read_only",
    errno.EIO: "disk_error",
    errno.EFBIG: "too_big",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EBADF: "closed",
    errno.ELOOP: "loop",
    errno.ENXIO: "nobody_there",
    errno.EPIPE: "nobody_there",
    errno.EINVAL: "not_there",
    errno.ENODEV: "not_there",
    errno.ENOTSUP: "not_there",
    errno.EOPNOTSUPP: "not_there",
    errno.EBUSY: "busy",
    errno.EAGAIN: "busy",
    errno.ETXTBSY: "busy",
    errno.ENOLCK: "busy",
    errno.ESTALE: "no_reply",
    errno.ETIMEDOUT: "no_reply",
    errno.EHOSTDOWN: "no_reply",
    errno.EHOSTUNREACH: "no_reply",
    errno.ENOTCONN: "no_reply",
    errno.EMFILE: "machine_full",
    errno.ENFILE: "machine_full",
    errno.ENOMEM: "machine_full",
}
_NAMED = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, FileExistsError)


def reason_of(error: OSError | ValueError) -> str:
    """Why the system could not do it, by the name under which the interface has words for it (its group `kind`).

    A ValueError is a name that no file can have: with a NUL, or with letters that this machine cannot write.
    """
    if isinstance(error, ValueError):
        return "no_such_name"
    named = next((kind.__name__ for kind in _NAMED if isinstance(error, kind)), "other_reason")
    return _REASONS.get(error.errno or 0, named)


def explained(error: MiskraamError, say: Words) -> str:
    """An error in a sentence or two of the interface's language, with the name that may have been meant."""
    values = {name: in_words(str(value), say) for name, value in error.values.items()}
    return say(error.key, **values) + nearest(values, say)


def nearest(values: Mapping[str, str], say: Words) -> str:
    """The question whether another name was meant, to stand behind a message; nothing where none is near."""
    return f" {say('problem.near', near=values['near'])}" if values.get("near") else ""


def in_words(value: str, say: Words) -> str:
    """A value of a message in words, where the interface has words for it (its group `kind`)."""
    key = f"kind.{value}"
    return say(key) if key in say.texts else value
