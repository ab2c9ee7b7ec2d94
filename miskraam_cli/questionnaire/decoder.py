"""From nodes of YAML to dataclasses: one decoder for every file, which goes by the types of the fields."""

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, time
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from miskraam_cli.errors import Place, Problem, UnreadableError, near, problem
from miskraam_cli.language import LANGUAGES, Text, stray_brace
from miskraam_cli.questionnaire.ids import Cite, Id, Version
from miskraam_cli.questionnaire.yaml_nodes import ListNode, MappingNode, Node, ScalarNode

ID = "[a-z][a-z0-9_]{0,59}"
CITE = "[A-Z][A-Z0-9]{0,5}-[A-Z0-9-]{1,20}"

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?")
_SHAPES = {ScalarNode: "text", ListNode: "list", MappingNode: "mapping"}

T = TypeVar("T")


class _Unusable(Exception):
    """This value cannot be used; why is noted already."""


def decode(node: Node, kind: type[T]) -> tuple[T | None, tuple[Problem, ...]]:
    """`node` as a `kind`, and every problem in it; None where a problem leaves nothing to make it of."""
    decoder = _Decoder()
    try:
        return cast(T, decoder.value(node, kind)), tuple(decoder.problems)
    except _Unusable:
        return None, tuple(decoder.problems)


@cache
def keys(kind: type) -> tuple[tuple[Field[Any], Any], ...]:
    """The fields of a dataclass that are keys in YAML, each with its type."""
    return tuple((field, _hints(kind)[field.name]) for field in fields(kind) if field.name != "place")


def required(field: Field[Any]) -> bool:
    """Whether an author must write this key."""
    return field.default is MISSING and field.default_factory is MISSING


@cache
def _hints(kind: type) -> Mapping[str, Any]:
    return get_type_hints(kind)


class _Decoder:
    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.partial = False  # whether a list may go on without its broken parts

    def fail(self, code: str, place: Place, **values: object) -> _Unusable:
        self.problems.append(problem(code, place, **values))
        return _Unusable()

    def value(self, node: Node, kind: Any) -> Any:
        """`node` as `kind`: a dataclass, a plain type, or a tuple, mapping, literal or union of these."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            return self.union(node, inner)
        if origin is Literal:
            return self.one_of(self.scalar(node), inner)
        if origin is tuple:
            return self.items(node, inner)
        if origin is not None:
            return self.mapping(node, *inner)
        if kind is Text:
            return self.text(node)
        if hasattr(kind, "from_node"):
            return kind.from_node(node)
        if hasattr(kind, "from_text"):
            return self.reads_itself(self.scalar(node), kind)
        if is_dataclass(kind):
            return self.record(node, cast(type, kind))
        return _PLAIN[kind](self, self.scalar(node))

    def scalar(self, node: Node) -> ScalarNode:
        if not isinstance(node, ScalarNode):
            raise self.fail("Q010", node.place, wanted="text", found=_SHAPES[type(node)])
        if node.refused:
            raise _Unusable
        if not node.text.strip():
            raise self.fail("Q032" if node.cut else "Q009", node.place)
        return node

    def entries(self, node: Node) -> MappingNode:
        if not isinstance(node, MappingNode):
            raise self.fail("Q010", node.place, wanted="mapping", found=_SHAPES[type(node)])
        return node

    def union(self, node: Node, kinds: tuple[Any, ...]) -> Any:
        """`node` as one of `kinds`: the first, or a later one of which all required keys are there."""
        possible = [kind for kind in kinds if kind is not type(None)]
        present = {key.text for key, _ in node.entries} if isinstance(node, MappingNode) else set()
        fitting = (
            kind
            for kind in possible[1:]
            if {field.name for field, _ in keys(kind) if required(field)} <= present
        )
        return self.value(node, next(fitting, possible[0]))

    def one_of(self, node: ScalarNode, allowed: tuple[Any, ...]) -> str:
        if node.text not in allowed:
            known = tuple(str(value) for value in allowed)
            raise self.fail(
                "Q014", node.place, value=node.text, allowed=", ".join(known), near=near(node.text, known)
            )
        return node.text

    def items(self, node: Node, inner: tuple[Any, ...]) -> tuple[Any, ...]:
        if isinstance(node, ScalarNode) and inner[0] in (Id, Cite):
            node = ListNode((node,), node.place)  # a list of one id may stand without brackets
        if not isinstance(node, ListNode):
            raise self.fail("Q010", node.place, wanted="list", found=_SHAPES[type(node)])
        if inner[-1] is not Ellipsis and len(node.items) != len(inner):
            raise self.fail("Q017", node.place, wanted=len(inner), found=len(node.items))
        partial = self.partial
        found = self.each((item, inner[0]) for item in node.items)
        if len(found) < len(node.items) and not partial:
            raise _Unusable
        return tuple(found)

    def each(self, pairs: Any) -> list[Any]:
        """Every value that can be used; the problems of the others are noted."""
        values = []
        for node, kind in pairs:
            try:
                values.append(self.value(node, kind))
            except _Unusable:
                continue
        return values

    def mapping(self, node: Node, key_kind: Any, value_kind: Any) -> Mapping[Any, Any]:
        found = {}
        for key, value in self.entries(node).entries:
            try:
                found[self.value(key, key_kind)] = self.value(value, value_kind)
            except _Unusable:
                continue
        return found

    def text(self, node: Node) -> Text:
        texts = {key.text: (key, value) for key, value in self.entries(node).entries}
        for name, (key, value) in texts.items():
            if name not in LANGUAGES and isinstance(value, ScalarNode) and not value.text:
                raise self.fail("Q031", key.place, part=name[:30])  # a comma ended the text
            if name not in LANGUAGES:
                self.fail("Q011", key.place, name=name, near=near(name, LANGUAGES))
        missing = [language for language in LANGUAGES if language not in texts]
        for language in missing:
            self.fail("Q016", node.place, language=language)
        for language in LANGUAGES:
            if language in texts:
                self.whole_text(texts[language][1])
        found = self.each((texts[language][1], str) for language in LANGUAGES if language in texts)
        if missing or len(found) < len(LANGUAGES):
            raise _Unusable
        return Text(*found)

    def whole_text(self, node: Node) -> None:
        """Note a text that would not be shown as it was meant: cut by `#`, or with a brace left in it."""
        if isinstance(node, ScalarNode) and node.text and node.cut:
            self.fail("Q032", node.place)
        if isinstance(node, ScalarNode) and (brace := stray_brace(node.text)):
            self.fail("Q035", node.place, part=brace)

    def record(self, node: Node, kind: type) -> Any:
        entries = {key.text: (key, value) for key, value in self.entries(node).entries}
        allowed = {field.name: hint for field, hint in keys(kind)}
        values: dict[str, Any] = {"place": node.place} if "place" in _hints(kind) else {}
        usable = True
        meant = set()
        for name, (key, value) in entries.items():
            if name not in allowed:
                nearest = near(name, tuple(allowed))
                meant.add(nearest)
                self.fail("Q011", key.place, name=name, near=nearest)
                continue
            self.partial = hasattr(kind, "PARTIAL")
            try:
                values[name] = self.value(value, allowed[name])
                if values[name] == () and get_args(allowed[name])[0] in (Id, Cite):
                    raise self.fail("Q009", value.place)
            except _Unusable:
                usable = False
        for field, _ in keys(kind):
            if required(field) and field.name not in entries:
                usable = False
                if field.name not in meant:
                    self.fail("Q012", node.place, name=field.name)
        if not usable:
            return self.salvaged(kind, values)
        return kind(**values)

    def salvaged(self, kind: type, values: dict[str, Any]) -> Any:
        """A file or section with gaps, so that its other parts are checked too; anything smaller is left out."""
        if not hasattr(kind, "PARTIAL"):
            raise _Unusable
        for field, hint in keys(kind):
            if required(field) and field.name not in values:
                empty = _EMPTY.get(get_origin(hint) or hint)
                if empty is None:
                    raise _Unusable
                values[field.name] = empty
        return kind(**values)

    def matched(self, node: ScalarNode, pattern: str, made: type[Id]) -> Id:
        if not re.fullmatch(pattern, node.text):
            raise self.fail("Q015", node.place, value=node.text)
        return made.at(node.text, node.place)

    def number(self, node: ScalarNode) -> Decimal:
        if node.quoted or not _NUMBER.fullmatch(node.text):
            raise self.fail("Q013", node.place, value=node.text[:40], wanted="number")
        return Decimal(node.text)

    def whole(self, node: ScalarNode) -> int:
        number = self.number(node)
        if number != int(number):
            raise self.fail("Q013", node.place, value=node.text, wanted="whole")
        return int(number)

    def boolean(self, node: ScalarNode) -> bool:
        if node.quoted or node.text not in ("true", "false"):
            raise self.fail("Q013", node.place, value=node.text[:40], wanted="boolean")
        return node.text == "true"

    def moment(self, node: ScalarNode, read: Callable[[str], T], wanted: str) -> T:
        try:
            return read(node.text)
        except ValueError:
            raise self.fail("Q013", node.place, value=node.text[:40], wanted=wanted) from None

    def reads_itself(self, node: ScalarNode, kind: Any) -> Any:
        """A type that reads its own text, such as a condition."""
        place = inside(node.place, int(node.quoted))
        try:
            return kind.from_text(node.text, place)
        except UnreadableError as error:
            raise self.fail(error.code, inside(place, error.offset), **error.values) from None


def inside(place: Place, offset: int) -> Place:
    """The place `offset` characters into a text that starts at `place`."""
    return Place(place.file, place.line, place.column + offset)


def _day(text: str) -> date:
    """A day as 2026-11-22. Raises ValueError."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise ValueError
    return date.fromisoformat(text)


def _hour(text: str) -> time:
    """A time of day as 08:00. Raises ValueError."""
    if not re.fullmatch(r"\d\d:\d\d", text, re.ASCII):
        raise ValueError
    return time.fromisoformat(text)


_EMPTY: Mapping[Any, Any] = {tuple: (), Text: Text("", ""), Id: Id(), Version: Version()}

_PLAIN: Mapping[Any, Callable[[_Decoder, ScalarNode], Any]] = {
    str: lambda _, node: node.text.strip(),
    bool: _Decoder.boolean,
    int: _Decoder.whole,
    Decimal: _Decoder.number,
    Id: lambda decoder, node: decoder.matched(node, ID, Id),
    Cite: lambda decoder, node: decoder.matched(node, CITE, Cite),
    date: lambda decoder, node: decoder.moment(node, _day, "date"),
    time: lambda decoder, node: decoder.moment(node, _hour, "time"),
}
