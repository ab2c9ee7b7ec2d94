"""Questionnaires from their files, checked."""

from pathlib import Path

from miskraam_cli.errors import FilesWrongError
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.assemble import QuestionnaireSources, load
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire

_SHARED = ("questions.yaml", "statements.yaml", "criteria.yaml", "contacts.yaml", "facts.tsv")


def sources(path: Path) -> QuestionnaireSources:
    """The files of the questionnaire at `path`. Raises OutOfReachError where one cannot be read."""
    shared = (read_files.read(read_files.common(path, name)) for name in _SHARED)
    return QuestionnaireSources(read_files.read(path), *shared)


def questionnaire_at(path: Path) -> tuple[Questionnaire, Directory]:
    """The checked questionnaire at `path` with its contacts. Raises FilesWrongError with every problem."""
    loaded, problems = load(sources(path))
    if loaded is None:
        raise FilesWrongError(problems)
    return loaded
