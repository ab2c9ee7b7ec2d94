"""Conditions and calculations in words: labels in place of ids, and the words of the choices."""

from decimal import Decimal

from miskraam_cli.language import EveryLanguage, Text, Words
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
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.book.model import Line

_KEYS = {"==": "is", "!=": "is_not", "<": "less", "<=": "at_most", ">": "more", ">=": "at_least"}
_TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_SIGNS = {"+": "+", "-": "−", "*": "×", "/": "÷"}  # as people read them
_POWERS = ("⁰", "¹", "²", "³")


class ConditionReader:
    """Reads the conditions of one questionnaire aloud, in every language.

    A calculated value is read by its term; one that has none is read out where it stands.
    """

    def __init__(self, questionnaire: Questionnaire, say: EveryLanguage) -> None:
        self.questionnaire = questionnaire
        self.say = say

    def condition(self, tree: Tree) -> Line:
        """A condition: one line, or a line such as "all of these" with lines below it."""
        match tree:
            case Literal(value=value):
                return Line(self.say("condition.always" if value is True else "condition.never"))
            case Name(name=name):
                return self._named(name, holds=True)
            case And(items=items) | Or(items=items):
                key = "condition.all" if isinstance(tree, And) else "condition.any"
                return Line(self.say(key), tuple(self.condition(item) for item in items))
            case Not(item=item):
                return self._not(item)
            case Maybe(item=item):
                return self._wrapped("perhaps", self.condition(item))
            case Has(name=name, choice=choice):
                return self._has("condition.has", name, choice)
            case OneOf(item=item, options=options):
                values = [self._against(option, item) for option in options]
                either = self.say.made(lambda words: _either(values, words))
                return Line(self.say("condition.is", left=self.value(item), right=either))
            case Compare():
                return self._compare(tree)
        return Line(self.value(tree))

    def value(self, tree: Tree) -> Text:
        """A value that is compared or calculated: the label of a question, a term, or a calculation."""
        match tree:
            case Literal():
                return self._against(tree, None)
            case Name(name=name):
                return self.label(name)
            case Count(name=name):
                return self.say("condition.count", label=self.label(name.name))
            case Power(base=base, exponent=exponent):
                found = self.value(base)
                return self.say.made(lambda words: f"{found.in_language(words.language)}{_POWERS[exponent]}")
            case Arithmetic(operator=operator, left=left, right=right):
                first, second = self.value(left), self.value(right)
                return self.say.made(
                    lambda words: (
                        f"({first.in_language(words.language)} {_SIGNS[operator]} "
                        f"{second.in_language(words.language)})"
                    )
                )
        return self._on_one_line(self.condition(tree))

    def label(self, name: str) -> Text:
        """What a question is called in a list, and a calculated value by its term; one without is calculated."""
        question = self.questionnaire.by_id.get(name)
        if question is not None:
            return question.label or question.text
        if name in self.questionnaire.terms:
            return self.say("condition.term", term=self.questionnaire.terms[name])
        if name in self.questionnaire.calculated:
            return self.value(self.questionnaire.calculated[name].tree)
        return self.say("condition.today") if name == "today" else Text(name, name)

    def is_condition(self, tree: Tree) -> bool:
        """Whether a calculation comes to yes or no."""
        match tree:
            case Literal(value=value):
                return isinstance(value, bool)
            case Name(name=name) if name in self.questionnaire.calculated:
                return self.is_condition(self.questionnaire.calculated[name].tree)
            case Name(name=name):
                question = self.questionnaire.by_id.get(name)
                return question is not None and question.type == "boolean"
        return not isinstance(tree, Arithmetic | Power | Count)

    def _named(self, name: str, *, holds: bool) -> Line:
        """A name that is a condition by itself: a question with yes or no, or a calculated condition."""
        if name in self.questionnaire.by_id:
            answer = self.say("answer.yes" if holds else "answer.no")
            return Line(self.say("condition.is", left=self.label(name), right=answer))
        if name not in self.questionnaire.terms and name in self.questionnaire.calculated:
            line = self.condition(self.questionnaire.calculated[name].tree)
        else:
            line = Line(self.label(name))
        return line if holds else self._wrapped("not", line)

    def _not(self, item: Tree) -> Line:
        match item:
            case Name(name=name):
                return self._named(name, holds=False)
            case Has(name=name, choice=choice):
                return self._has("condition.has_not", name, choice)
            case Maybe(item=inner):
                return self._wrapped("surely_not", self.condition(inner))
        return self._wrapped("not", self.condition(item))

    def _wrapped(self, key: str, line: Line) -> Line:
        """A line with what is said of it: on the same line, or above it where lines stand below it."""
        if line.below:
            return Line(self.say(f"condition.{key}_these"), (line,))
        return Line(self.say(f"condition.{key}", condition=line.text))

    def _on_one_line(self, line: Line) -> Text:
        """A condition where a value stands, in brackets."""
        below = [self._on_one_line(part) for part in line.below]
        return self.say.made(
            lambda words: " ".join(
                (
                    line.text.in_language(words.language),
                    *(f"({text.in_language(words.language)})" for text in below),
                )
            )
        )

    def _has(self, key: str, name: Name, choice: Literal) -> Line:
        return Line(self.say(key, label=self.label(name.name), choice=self._against(choice, name)))

    def _compare(self, tree: Compare) -> Line:
        operator, left, right = tree.operator, tree.left, tree.right
        if isinstance(left, Literal):
            operator, left, right = _TURNED.get(operator, operator), right, left
        if isinstance(right, Literal) and isinstance(right.value, bool) and operator in ("==", "!="):
            return self._is_true(left, right.value is (operator == "=="))
        other = self._against(right, left) if isinstance(right, Literal) else self.value(right)
        return Line(self.say(f"condition.{_KEYS[operator]}", left=self.value(left), right=other))

    def _is_true(self, tree: Tree, holds: bool) -> Line:
        return self.condition(tree) if holds else self._not(tree)

    def _against(self, literal: Literal, left: Tree | None) -> Text:
        """A value as an author wrote it, in the words of what it is compared with."""
        value = literal.value
        question = self.questionnaire.by_id.get(left.name) if isinstance(left, Name) else None
        if isinstance(value, bool):
            return self.say("answer.yes" if value else "answer.no")
        if isinstance(value, Decimal):
            unit = question.unit if question else None
            return self.say.made(lambda words: _number(value, unit, words))
        if question is not None:
            return self.say("condition.choice", choice=question.option(value).text)
        return self.say(f"verdict.{value}")


def _number(value: Decimal, unit: str | None, words: Words) -> str:
    return f"{words.number(value)} {words(f'unit.{unit}')}" if unit else words.number(value)


def _either(values: list[Text], words: Words) -> str:
    *first, last = [value.in_language(words.language) for value in values]
    return words("list.or", first=", ".join(first), last=last)
