"""The language of help and errors, before the command line has been understood."""

import os
from collections.abc import Sequence

from miskraam_cli.errors import MiskraamError
from miskraam_cli.language import LANGUAGES


def language_of(arguments: Sequence[str]) -> str:
    """The language that these arguments ask for, else the environment, else the configuration, else Dutch."""
    named = os.environ.get("MISKRAAM_LANG") or _configured()
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            named = arguments[index + 1]
        elif argument.startswith("--lang="):
            named = argument.removeprefix("--lang=")
    return named if named in LANGUAGES else LANGUAGES[0]


def _configured() -> str:
    """The language of the configuration; nothing where it cannot be read, which is said elsewhere."""
    from miskraam_cli.cli import configuration

    try:
        return configuration.load().language or ""
    except MiskraamError:
        return ""
