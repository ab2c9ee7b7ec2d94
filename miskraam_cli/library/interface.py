"""The interface's words: read from `interface.yaml` in the language that a person asked for."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from miskraam_cli.errors import FilesWrongError, Problem, WrongInputError, problem
from miskraam_cli.language import LANGUAGES, Text, Words
from miskraam_cli.library import source_files
from miskraam_cli.questionnaire.yaml_reader import MappingNode, Node, ScalarNode, read

if TYPE_CHECKING:
    from miskraam_cli.questionnaire.checks.repeats import Passage


@cache
def texts() -> Mapping[str, Text]:
    """Every text of the interface under its dotted key."""
    source = source_files.read(source_files.SHIPPED / "common" / "interface.yaml")
    node, problems = read(source.name, source.text)
    found: dict[str, Text] = {}
    wrong: list[Problem] = list(problems)
    for group, entries in _entries(node):
        for name, entry in _entries(entries):
            spoken = {
                language: text.text for language, text in _entries(entry) if isinstance(text, ScalarNode)
            }
            if set(spoken) == set(LANGUAGES) and all(spoken.values()):
                found[f"{group}.{name}"] = Text(**spoken)
            else:
                wrong.append(problem("Q016", entry.place, language="/".join(LANGUAGES)))
    if wrong:
        raise FilesWrongError(tuple(wrong))
    return found


def passages() -> "tuple[Passage, ...]":
    """Every text of the interface with its place; examples of what to type are no sentences."""
    from miskraam_cli.questionnaire.checks.repeats import Passage

    source = source_files.read(source_files.SHIPPED / "common" / "interface.yaml")
    found = texts()
    return tuple(
        Passage(entry.place, (found[f"{group}.{name}"],))
        for group, entries in _entries(read(source.name, source.text)[0])
        for name, entry in _entries(entries)
        if not name.endswith("_examples")
    )


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    if isinstance(node, MappingNode):
        for key, value in node.entries:
            yield key.text, value


def words(language: str) -> Words:
    """The words in one language."""
    return Words(texts(), language)


def language_of(arguments: Sequence[str]) -> str:
    """The language for help and errors, before the command line has been understood."""
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
    except WrongInputError:
        return ""
