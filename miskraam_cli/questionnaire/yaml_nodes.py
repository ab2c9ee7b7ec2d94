"""From YAML to nodes that know where they stand in the file.

It is read by events, so that depth, anchors and tags are refused before anything is built.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from miskraam_cli.errors import Place, Problem, problem

MAX_DEPTH = 20
MAX_NODES = 100_000

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as quick


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A text as it stands in the file; the field it is for gives it a type. What could not be read is `refused`."""

    text: str
    place: Place
    quoted: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence of nodes."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class MappingNode:
    """A mapping; its keys are scalars, each once."""

    entries: tuple[tuple[ScalarNode, "Node"], ...]
    place: Place


Node = ScalarNode | ListNode | MappingNode


class _Refused(Exception):
    """Reading cannot go on after this problem."""

    def __init__(self, found: Problem) -> None:
        self.found = found


class _Reader:
    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.events = yaml.parse(text, Loader=_Loader)
        self.problems: list[Problem] = []
        self.nodes = 0

    def place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + 1, mark.column + 1) if mark else Place(self.name, 1, 1)

    def document(self) -> Node | None:
        """The one document of the file."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.problems.append(problem("Q002", Place(self.name, 1, 1)))
            return None
        node = self.node(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.problems.append(problem("Q006", self.place(after.start_mark)))
        return node

    def node(self, event: yaml.Event, depth: int) -> Node:
        place = self.place(event.start_mark)
        self.nodes += 1
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _Refused(problem("Q003", place, limit=MAX_DEPTH))
        if getattr(event, "anchor", None) is not None:
            self.problems.append(problem("Q004", place))
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.problems.append(problem("Q005", place, tag=tag))
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(place, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.listing(place, depth)
        if isinstance(event, yaml.ScalarEvent):
            return ScalarNode(event.value, place, quoted=bool(event.style))
        return ScalarNode("", place, refused=True)  # an alias: its problem is noted above

    def listing(self, place: Place, depth: int) -> ListNode:
        items = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return ListNode(tuple(items), place)

    def mapping(self, place: Place, depth: int) -> MappingNode:
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, ScalarNode):
                self.problems.append(problem("Q008", key.place))
            elif key.text in entries:
                first = entries[key.text][0].place.line
                self.problems.append(problem("Q007", key.place, name=key.text, first=first))
            else:
                entries[key.text] = (key, value)
        return MappingNode(tuple(entries.values()), place)


def read(name: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The document in `text`, and the problems met; no document where reading had to stop.

    `name` is the file's name for messages. Nothing in the text can run code or exhaust memory: anchors,
    tags and a second document are refused, depth and the number of values are limited.
    """
    reader = _Reader(name, text)
    try:
        node = reader.document()
    except _Refused as refused:
        return None, (*reader.problems, refused.found)
    except yaml.YAMLError as error:
        place = reader.place(getattr(error, "problem_mark", None))
        if isinstance(error, yaml.reader.ReaderError):
            place = _at(name, text, error)
        cause = getattr(error, "problem", None) or getattr(error, "reason", "")
        return None, (*reader.problems, problem("Q001", place, cause=cause))
    return node, tuple(reader.problems)


def _at(name: str, text: str, error: yaml.reader.ReaderError) -> Place:
    """Where the first letter stands that YAML does not allow."""
    before = text.encode()[: error.position].decode(errors="ignore")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
