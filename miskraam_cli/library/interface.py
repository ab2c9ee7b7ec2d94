"""The words of the interface, read from `interface.yaml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from miskraam_cli.errors import FilesWrongError, Problem, problem
from miskraam_cli.language import LANGUAGES, Text, Words
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.yaml_nodes import MappingNode, Node, ScalarNode, read

if TYPE_CHECKING:
    from miskraam_cli.questionnaire.checks.repeats import Passage


@cache
def texts() -> Mapping[str, Text]:
    """Every text of the interface under its dotted key. Raises FilesWrongError."""
    return _texts("interface.yaml")


def texts_of_book() -> Mapping[str, Text]:
    """The same, with those that only the book of the clinic needs. Raises FilesWrongError."""
    return {**texts(), **_texts("book.yaml")}


def _texts(name: str) -> Mapping[str, Text]:
    source = read_files.read(read_files.SHIPPED / "common" / name)
    node, problems = read(source.name, source.text)
    found: dict[str, Text] = {}
    wrong: list[Problem] = list(problems)
    for group, entries in _entries(node):
        for key, entry in _entries(entries):
            spoken = {
                language: text.text for language, text in _entries(entry) if isinstance(text, ScalarNode)
            }
            if set(spoken) == set(LANGUAGES) and all(spoken.values()):
                found[f"{group}.{key}"] = Text(**spoken)
            else:
                wrong.append(problem("Q016", entry.place, language="/".join(LANGUAGES)))
    if wrong:
        raise FilesWrongError(tuple(wrong))
    return found


def passages() -> "tuple[Passage, ...]":
    """Every text of the interface with its place; examples of what to type are no sentences."""
    from miskraam_cli.questionnaire.checks.repeats import Passage

    source = read_files.read(read_files.SHIPPED / "common" / "interface.yaml")
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
