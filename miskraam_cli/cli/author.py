"""`miskraam author`: for who writes questionnaires."""

import json
import sys
from pathlib import Path

from miskraam_cli import library
from miskraam_cli.cli.interface import texts
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.questionnaires import sources
from miskraam_cli.cli.session import open_session
from miskraam_cli.errors import FilesWrongError, WrongInputError, near
from miskraam_cli.questionnaire.loading import load
from miskraam_cli.questionnaire.schema import KINDS, schema


def lint_files(files: list[Path], options: Options) -> None:
    """Check these questionnaires, or all that come with the program. Raises FilesWrongError with every problem."""
    session = open_session(options)
    texts()
    checked = tuple(files) or library.shipped()
    problems = [found for path in checked for found in load(sources(path))[1]]
    if problems:
        raise FilesWrongError(tuple(dict.fromkeys(problems)))
    print(session.words("lint.fine", count=len(checked)))


def print_schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file."""
    if kind not in KINDS:
        allowed = ", ".join(KINDS)
        nearest = near(kind, tuple(KINDS))
        raise WrongInputError("error.not_one_of", option="KIND", value=kind, allowed=allowed, near=nearest)
    sys.stdout.write(json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n")
