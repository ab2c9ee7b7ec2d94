"""The type of each part of a condition, and where two do not fit."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal as Kind

from miskraam_cli.errors import near
from miskraam_cli.questionnaire.condition.parse import ConditionError
from miskraam_cli.questionnaire.condition.tree import (
    And,
    Arithmetic,
    Compare,
    Count,
    Has,
    Literal,
    Maybe,
    Name,
    Not,
    OneOf,
    Or,
    Power,
    Tree,
)


@dataclass(frozen=True)
class Type:
    """The kind of a value, and for choices the ids that exist."""

    kind: Kind["boolean", "number", "date", "choice", "choices", "text"]
    options: tuple[str, ...] = ()


BOOLEAN = Type("boolean")
NUMBER = Type("number")
DATE = Type("date")
TEXT = Type("text")


def type_of(tree: Tree, scope: Mapping[str, Type | None]) -> tuple[Type | None, tuple[ConditionError, ...]]:
    """The type of a condition or calculated value, and all that does not fit.

    `scope` holds the type of every name, None where it cannot be known; then none is given here either.
    Codes: Q104 unknown name, Q105 types do not fit, Q106 unknown choice.
    """
    checker = _Checker(scope)
    return checker.of(tree), tuple(checker.errors)


class _Checker:
    def __init__(self, scope: Mapping[str, Type | None]) -> None:
        self.scope = scope
        self.errors: list[ConditionError] = []

    def of(self, tree: Tree) -> Type | None:
        match tree:
            case Literal(value=bool()):
                return BOOLEAN
            case Literal(value=Decimal()):
                return NUMBER
            case Literal(value=value):
                return Type("choice", (str(value),))
            case Name():
                return self.name(tree)
            case And(items=items) | Or(items=items):
                for item in items:
                    self.expect(item, BOOLEAN)
                return BOOLEAN
            case Not(item=item) | Maybe(item=item):
                self.expect(item, BOOLEAN)
                return BOOLEAN
            case Power(base=base):
                self.expect(base, NUMBER)
                return NUMBER
            case Arithmetic():
                return self.arithmetic(tree)
            case Compare():
                return self.compare(tree)
            case OneOf(item=item, options=options):
                left = self.of(item)
                for option in options:
                    self.matches(left, option)
                return BOOLEAN
            case Has(name=name, choice=choice):
                made = self.expect(name, Type("choices"))
                self.known_choice(made, choice)
                return BOOLEAN
            case Count(name=name):
                self.expect(name, Type("choices"))
                return NUMBER

    def name(self, tree: Name) -> Type | None:
        if tree.name not in self.scope:
            self.error("Q104", tree, name=tree.name, near=near(tree.name, tuple(self.scope)))
            return None
        return self.scope[tree.name]

    def expect(self, tree: Tree, wanted: Type) -> Type | None:
        found = self.of(tree)
        if found is not None and found.kind != wanted.kind:
            self.error("Q105", tree, found=found.kind, wanted=wanted.kind)
            return None
        return found

    def arithmetic(self, tree: Arithmetic) -> Type | None:
        left, right = self.of(tree.left), self.of(tree.right)
        if left == DATE and right == DATE and tree.operator == "-":
            return NUMBER
        for side, found in ((tree.left, left), (tree.right, right)):
            if found is not None and found != NUMBER:
                self.error("Q105", side, found=found.kind, wanted=NUMBER.kind)
        return NUMBER

    def compare(self, tree: Compare) -> Type:
        first, second = tree.left, tree.right
        if isinstance(first, Literal):
            first, second = second, first
        left, right = self.of(first), self.of(second)
        if left is None or right is None:
            return BOOLEAN
        ordered = tree.operator not in ("==", "!=")
        if left.kind == "choice" and isinstance(second, Literal) and not ordered:
            self.matches(left, second)
        elif left.kind != right.kind:
            self.error("Q105", second, found=right.kind, wanted=left.kind)
        elif left.kind in ("choices", "text") or (ordered and left.kind in ("boolean", "choice")):
            self.error("Q105", first, found=left.kind, wanted=NUMBER.kind)
        return BOOLEAN

    def matches(self, left: Type | None, option: Literal) -> None:
        found = self.of(option)
        if left is None or found is None:
            return
        if left.kind != found.kind or left.kind not in ("choice", "number"):
            self.error("Q105", option, found=found.kind, wanted=left.kind)
        else:
            self.known_choice(left, option)

    def known_choice(self, made: Type | None, choice: Literal) -> None:
        if made is not None and made.options and choice.value not in made.options:
            name = str(choice.value)
            self.error("Q106", choice, name=name, near=near(name, made.options))

    def error(self, code: str, tree: Tree, **values: object) -> None:
        self.errors.append(ConditionError(code, tree.offset, **values))
