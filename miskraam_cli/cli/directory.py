"""The contacts from their file."""

from miskraam_cli import library
from miskraam_cli.errors import FilesWrongError
from miskraam_cli.questionnaire.directory import Directory
from miskraam_cli.questionnaire.file import load_file


def shipped_directory() -> Directory:
    """The contacts alone, for a command that needs no questionnaire."""
    file = load_file(library.read(library.SHIPPED / "common" / "contacts.yaml"), Directory)
    if file.content is None or file.problems:
        raise FilesWrongError(file.problems)
    return file.content
