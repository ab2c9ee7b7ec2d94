"""The tree of a condition. Readers (evaluate, explain, checks) see this and never Python's own `ast`."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Literal:
    """true, false, a number, or the id of a choice."""

    value: bool | Decimal | str
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A question, a calculated value, or `today`."""

    name: str
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Compare:
    """Two sides and one of == != < <= > >=."""

    operator: str
    left: "Tree"
    right: "Tree"
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class OneOf:
    """`item in (a, b)`."""

    item: "Tree"
    options: tuple[Literal, ...]
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more."""

    items: tuple["Tree", ...]
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Or:
    """Any of two or more."""

    items: tuple["Tree", ...]
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    item: "Tree"
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """Two sides and one of + - * /."""

    operator: str
    left: "Tree"
    right: "Tree"
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Power:
    """`base ** exponent`, the exponent a whole number from 0 to 3."""

    base: "Tree"
    exponent: int
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Maybe:
    """`maybe(c)`: true unless c is surely false."""

    item: "Tree"
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Has:
    """`has(choices, 'x')`: x is among the choices made."""

    name: Name
    choice: Literal
    offset: int = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Count:
    """`count(choices)`: how many choices were made."""

    name: Name
    offset: int = field(compare=False, repr=False)


Tree = Literal | Name | Compare | OneOf | And | Or | Not | Arithmetic | Power | Maybe | Has | Count


def parts(tree: Tree) -> tuple[Tree, ...]:
    """The trees directly below this one."""
    match tree:
        case Compare() | Arithmetic():
            return (tree.left, tree.right)
        case And() | Or():
            return tree.items
        case Not() | Maybe() | OneOf():
            return (tree.item,)
        case Power():
            return (tree.base,)
        case Has() | Count():
            return (tree.name,)
    return ()


def walk(tree: Tree) -> Iterator[Tree]:
    """This tree and all below it, from left to right."""
    yield tree
    for part in parts(tree):
        yield from walk(part)


def names(tree: Tree) -> tuple[str, ...]:
    """The names that a tree reads, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(found.name for found in walk(tree) if isinstance(found, Name)))
