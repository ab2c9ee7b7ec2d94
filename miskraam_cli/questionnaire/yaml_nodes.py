"""From YAML to nodes that know where they stand in the file.

It is read by events, so that depth, anchors and tags are refused before anything is built.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from miskraam_cli.errors import Place, Problem, problem

MAX_DEPTH = 20
MAX_NODES = 100_000

_COMMENT = re.compile(r"[ \t]+#")
# Of the line in which YAML stops: what it most likely is, and the problem that says so.
_QUOTED = re.compile(r"""(?<=[\s{\[,:])("([^"\\]|\\.)*"|'([^']|'')*')""")
_TAB_FIRST = re.compile(r"[ -]*\t")
_COLON = re.compile(r":\s[^,{}\[\]]*?:(\s|$)")

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser is ten times as quick


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A text as it stands in the file; the field it is for gives it a type.

    What could not be read is `refused`. `cut`: a `#` follows, and what stands behind that is no part of the text.
    """

    text: str
    place: Place
    quoted: bool = False
    refused: bool = False
    cut: bool = False


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
        self.text = text
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
            end = event.end_mark.index if event.end_mark else len(self.text)
            cut = not event.style and _COMMENT.match(self.text, end)
            return ScalarNode(event.value, place, quoted=bool(event.style), cut=bool(cut))
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
        return None, (*reader.problems, _likely(error, place, text))
    return node, tuple(reader.problems)


def _likely(error: yaml.YAMLError, place: Place, text: str) -> Problem:
    """What is wrong where YAML cannot be read on: a tab, a `#` or a colon in a text; else what the parser says."""
    cause = str(getattr(error, "problem", None) or getattr(error, "reason", ""))
    lines = text.split("\n")
    mark = getattr(error, "context_mark", None)
    begun = mark.line if mark else place.line - 1
    for number in dict.fromkeys((place.line - 1, begun)):
        line = lines[number] if number < len(lines) else ""
        if _TAB_FIRST.match(line) and number == place.line - 1:
            return problem("Q033", Place(place.file, number + 1, line.index("\t") + 1))
    for number in dict.fromkeys((begun, place.line - 1)):
        bare = _QUOTED.sub(lambda found: "_" * len(found[0]), lines[number] if number < len(lines) else "")
        comment = _COMMENT.search(bare)
        if comment and comment.start() > 0 and ("{" in bare or "[" in bare):
            return problem("Q032", Place(place.file, number + 1, comment.end()))
        colon = _COLON.search(bare[: comment.start() if comment else None])
        if colon:
            return problem("Q034", Place(place.file, number + 1, colon.end() - len(colon[1])))
    return problem("Q001", place, cause=cause)


def _at(name: str, text: str, error: yaml.reader.ReaderError) -> Place:
    """Where the first letter stands that YAML does not allow."""
    before = text.encode()[: error.position].decode(errors="ignore")
    return Place(name, before.count("\n") + 1, len(before) - before.rfind("\n"))
