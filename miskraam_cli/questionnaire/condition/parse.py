"""From the text of a condition to its tree, by the standard library's parser and a list of what is allowed."""

import ast
import re
import warnings
from decimal import Decimal

from miskraam_cli.errors import UnreadableError
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

MAX_LENGTH = 1_000
MAX_DEPTH = 40

_NUMBER = re.compile(r"\d{1,9}(\.\d{1,9})?")
_COMPARISONS = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
_ARITHMETIC = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
# Signs of other languages and editors, and what is meant by them here.
_MEANT = {
    "=": "==",
    "===": "==",
    "!==": "!=",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "&&": "and",
    "||": "or",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
    "!": "not",
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "‘": "'",
    "’": "'",
    "“": "'",
    "”": "'",
    "–": "-",
    "−": "-",
    "×": "*",
}
_OTHER_SIGN = re.compile(
    r"""'[^']*'|"[^"]*"|[<>!=]=(?!=)|(===|!==|=>|=<|<>|&&|\|\||(?<!:)=|!|\b(?:AND|OR|NOT)\b)"""
)
_WORDS = {"true": True, "false": False}


class ConditionError(UnreadableError):
    """A condition that cannot be read, or in which parts do not fit."""


def parse(text: str) -> Tree:
    """The tree of a condition.

    Raises ConditionError: Q101 not an expression, Q102 not allowed here, Q103 too long or too deep.
    """
    if len(text) > MAX_LENGTH:
        raise ConditionError("Q103", 0, limit=MAX_LENGTH)
    if not text.isascii():
        offset = next(index for index, letter in enumerate(text) if not letter.isascii())
        raise ConditionError("Q101", offset, part=text[offset], near=_MEANT.get(text[offset], ""))
    start = len(text) - len(text.lstrip())
    try:
        return _tree(text.strip())
    except ConditionError as error:
        raise ConditionError(error.code, start + error.offset, **error.values) from error


def _tree(text: str) -> Tree:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            expression = ast.parse(text.replace("\n", " "), mode="eval").body
    except SyntaxError as error:
        other = next((found for found in _OTHER_SIGN.finditer(text) if found[1]), None)
        if other:
            raise ConditionError("Q101", other.start(1), part=other[1], near=_MEANT[other[1]]) from error
        offset = max(0, (error.offset or 1) - 1)
        raise ConditionError("Q101", offset, part=text[offset : offset + 20]) from error
    except (ValueError, MemoryError, RecursionError) as error:
        raise ConditionError("Q101", 0, part=text[:20]) from error
    if "#" in text:  # a comment would hide what follows
        raise ConditionError("Q102", text.index("#"), part=text[text.index("#") :][:40])
    return _Builder(text).tree(expression, 0)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text

    def segment(self, node: ast.expr) -> str:
        return self.text[node.col_offset : node.end_col_offset]

    def refuse(self, node: ast.expr) -> ConditionError:
        return ConditionError("Q102", node.col_offset, part=self.segment(node)[:40])

    def tree(self, node: ast.expr, depth: int) -> Tree:
        if depth > MAX_DEPTH:
            raise ConditionError("Q103", node.col_offset, limit=MAX_LENGTH)
        deeper = depth + 1
        match node:
            case ast.Constant():
                return self.literal(node)
            case ast.Name(id=name):
                if name in _WORDS:
                    return Literal(_WORDS[name], node.col_offset)
                return Name(name, node.col_offset)
            case ast.BoolOp(op=operator, values=values):
                kind = And if isinstance(operator, ast.And) else Or
                return kind(tuple(self.tree(value, deeper) for value in values), node.col_offset)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.tree(operand, deeper), node.col_offset)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant() as operand):
                return self.negative(node, operand)
            case ast.Compare(ops=[operator], comparators=[right]):
                return self.comparison(node, operator, right, deeper)
            case ast.BinOp():
                return self.arithmetic(node, deeper)
            case ast.Call(func=ast.Name(id=function), keywords=[]):
                return self.call(node, function, deeper)
        raise self.refuse(node)

    def literal(self, node: ast.Constant) -> Literal:
        if isinstance(node.value, str):
            return Literal(node.value, node.col_offset)
        if isinstance(node.value, int | float) and _NUMBER.fullmatch(self.segment(node)):
            return Literal(Decimal(self.segment(node)), node.col_offset)
        raise self.refuse(node)

    def negative(self, node: ast.UnaryOp, operand: ast.Constant) -> Literal:
        literal = self.literal(operand)
        if not isinstance(literal.value, Decimal):
            raise self.refuse(node)
        return Literal(-literal.value, node.col_offset)

    def comparison(self, node: ast.Compare, operator: ast.cmpop, right: ast.expr, depth: int) -> Tree:
        left = self.tree(node.left, depth)
        if isinstance(operator, ast.In) and isinstance(right, ast.Tuple) and len(right.elts) > 1:
            options = tuple(self.tree(option, depth) for option in right.elts)
            if all(isinstance(option, Literal) for option in options):
                literals = tuple(option for option in options if isinstance(option, Literal))
                return OneOf(left, literals, node.col_offset)
        if type(operator) in _COMPARISONS:
            return Compare(_COMPARISONS[type(operator)], left, self.tree(right, depth), node.col_offset)
        raise self.refuse(node)

    def arithmetic(self, node: ast.BinOp, depth: int) -> Tree:
        if isinstance(node.op, ast.Pow):
            if isinstance(node.right, ast.Constant) and self.segment(node.right) in ("0", "1", "2", "3"):
                return Power(self.tree(node.left, depth), int(self.segment(node.right)), node.col_offset)
            raise self.refuse(node)
        if type(node.op) not in _ARITHMETIC:
            raise self.refuse(node)
        left, right = self.tree(node.left, depth), self.tree(node.right, depth)
        return Arithmetic(_ARITHMETIC[type(node.op)], left, right, node.col_offset)

    def call(self, node: ast.Call, function: str, depth: int) -> Tree:
        arguments = tuple(self.tree(argument, depth) for argument in node.args)
        match function, arguments:
            case "maybe", (item,):
                return Maybe(item, node.col_offset)
            case "has", (Name() as name, Literal(value=str()) as choice):
                return Has(name, choice, node.col_offset)
            case "count", (Name() as name,):
                return Count(name, node.col_offset)
        raise self.refuse(node)
