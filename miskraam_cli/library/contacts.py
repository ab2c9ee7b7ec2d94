"""The contacts that come with the program, for who needs no questionnaire."""

from miskraam_cli.errors import FilesWrongError
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.content_and_problems import decode_file


def shipped_directory() -> Directory:
    """The contacts from their file. Raises FilesWrongError."""
    file = decode_file(read_files.read(read_files.SHIPPED / "common" / "contacts.yaml"), Directory)
    if file.content is None or file.problems:
        raise FilesWrongError(file.problems)
    return file.content
