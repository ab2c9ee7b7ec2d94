"""A file that she names herself: asked until it is written, and a name that cannot be meant is asked again."""

import os
from collections.abc import Callable, Collection
from pathlib import Path

from miskraam_cli.errors import MiskraamError, OutOfReachError, WrongInputError, explained
from miskraam_cli.interview.prompt import Answered, Presenter, Prompt
from miskraam_cli.interview.typed import MAX_TEXT
from miskraam_cli.language import Words
from miskraam_cli.named_path import absolute, named


def written_where_she_says(
    question: str,
    proposed: str,
    endings: Collection[str],
    write: Callable[[Path], None],
    person: Presenter,
    words: Words,
) -> Path | None:
    """The whole path of the file that she named, once `write` has written it; None where she goes back.

    `proposed` stands there to be changed. `endings` are those that a name may have; it may also have none.
    """
    typed, error = proposed, ""
    while True:
        step = person.ask(Prompt("", "typed", question, typed=typed, error=error))
        if not isinstance(step, Answered):
            return None
        typed = step.typed
        try:
            path = _meant(typed, endings)
            write(path)
        except MiskraamError as wrong:
            error = explained(wrong, words)
        else:
            return path


def _meant(typed: str, endings: Collection[str]) -> Path:
    """The path of a new file. Raises WrongInputError or OutOfReachError for a name that cannot be meant."""
    if not typed:
        raise WrongInputError("file.no_name")
    if len(typed) >= MAX_TEXT:
        raise OutOfReachError("error.cannot_write", file=typed, reason="name_too_long")
    path = absolute(named(typed))
    if typed.endswith(("/", os.sep)) or os.path.isdir(path):  # noqa: PTH112  # it raises nothing
        raise WrongInputError("file.folder", file=typed)
    if os.path.lexists(path):
        raise WrongInputError("file.exists", file=typed)
    if path.suffix.lower() not in ("", *endings):
        raise WrongInputError("file.ending", ending=path.suffix, allowed=", ".join(endings))
    return path
