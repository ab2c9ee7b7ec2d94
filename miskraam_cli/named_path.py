"""A path as a person or a configuration names it: `~` is a home, and what can be no name is told in words."""

import os
from pathlib import Path

from miskraam_cli.errors import WrongInputError


def named(text: str | Path) -> Path:
    """The path that is meant. Raises WrongInputError for a name that no file of this machine can have."""
    name = str(text)
    home = name if os.path.lexists(name) else os.path.expanduser(name)  # noqa: PTH111  # it raises nothing
    if not name:
        raise WrongInputError("error.path", file=name, reason="no_name")
    if home.startswith("~") and not os.path.lexists(home):
        raise WrongInputError("error.path", file=name, reason="no_such_user")
    try:
        possible = b"\0" not in os.fsencode(home)
    except UnicodeEncodeError:
        possible = False
    if not possible:
        raise WrongInputError("error.path", file=name.replace("\0", "?"), reason="no_such_name")
    return Path(home)


def absolute(path: Path) -> Path:
    """The whole path; as it was named where the working directory is gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def is_there(path: Path) -> bool:
    """Whether something stands under this name; what may not be looked at counts, as reading it tells why."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return False
    except OSError:
        return True
    return True
