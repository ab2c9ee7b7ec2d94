"""One file: read and decoded, with every problem in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from miskraam_cli.errors import Problem
from miskraam_cli.questionnaire.decoder import decode
from miskraam_cli.questionnaire.source import Source
from miskraam_cli.questionnaire.yaml_nodes import ListNode, MappingNode, Node, ScalarNode, read

T = TypeVar("T")


@dataclass(frozen=True)
class File(Generic[T]):
    """One file as it was decoded, its problems, and every id that stands in it, in a broken part too."""

    content: T | None
    problems: tuple[Problem, ...]
    ids: frozenset[str] = frozenset()


def decode_file(source: Source, kind: type[T]) -> File[T]:
    """One file as a `kind`. With problems its content may have gaps."""
    node, problems = read(source.name, source.text)
    if node is None:
        return File(None, problems)
    content, more = decode(node, kind)
    return File(content, (*problems, *more), frozenset(_ids(node)))


def _ids(node: Node) -> Iterator[str]:
    if isinstance(node, ListNode):
        for item in node.items:
            yield from _ids(item)
    elif isinstance(node, MappingNode):
        for key, value in node.entries:
            if key.text == "id" and isinstance(value, ScalarNode):
                yield value.text
            if key.text == "calculated" and isinstance(value, MappingNode):
                yield from (name.text for name, _ in value.entries)
            yield from _ids(value)
