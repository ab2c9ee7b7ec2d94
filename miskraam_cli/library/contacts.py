"""The contacts that come with the program, for who needs no questionnaire."""

from miskraam_cli.errors import FilesWrongError
from miskraam_cli.library import find_and_read
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.decode_file import decode_file


def shipped_directory() -> Directory:
    """The contacts from their file. Raises FilesWrongError."""
    file = decode_file(find_and_read.read(find_and_read.SHIPPED / "common" / "contacts.yaml"), Directory)
    if file.content is None or file.problems:
        raise FilesWrongError(file.problems)
    return file.content
