"""Answers as a file, a draft or a record holds them: read into answers of an interview, and written from them.

The form is a mapping of question ids to values: `true`, `12.5`, `2026-11-22`, the id of a choice or a list of
them, or a text; and `{unknown: true}` or `{declined: true}`. YAML and JSON are read by the same rules, as strictly as
what a person types. Answers to an earlier version of the questionnaire are brought over here, by its key `was`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Self

from miskraam_cli.errors import Place, Problem, near, problem
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.interview.typed import TOO_LONG, Refused, read_typed, rounded
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.ids import Written
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.questionnaire.yaml_nodes import ListNode, MappingNode, Node, ScalarNode

_IN_JSON = Place(
    "", 1, 1
)  # what JSON holds has no place; an answer that cannot be taken is named by its question
_SMALL = re.compile(r"[0-9](\.[0-9]+)?e-0[0-9]")  # how JSON writes a number below 0.0001


@dataclass(frozen=True)
class UnreadAnswers:
    """Answers in a file before they are read: what they mean depends on the questionnaire."""

    node: MappingNode

    @classmethod
    def from_node(cls, node: Node) -> Self:
        """The answers in `node`; none where it is no mapping."""
        return cls(node if isinstance(node, MappingNode) else MappingNode((), node.place))


def answers_from_node(
    node: Node | None, questionnaire: Questionnaire, words: Words, today: date
) -> tuple[Mapping[str, Answer], tuple[Problem, ...]]:
    """The answers in a file, and a problem for each that cannot be taken; `today` is the last day of a date."""
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    if not isinstance(node, MappingNode):
        return answers, () if node is None else (problem("A002", node.place),)
    for key, value in node.entries:
        question = questionnaire.by_id.get(key.text)
        if question is None or question.type == "note":
            nearest = near(key.text, tuple(questionnaire.by_id))
            problems.append(problem("A001", key.place, name=key.text, near=nearest))
            continue
        answer = _Reader(question, words, today).answer(value)
        if isinstance(answer, Problem):
            problems.append(answer)
        else:
            answers[question.id] = answer
    return answers, tuple(problems)


def answers_from_json(
    values: Mapping[str, object], questionnaire: Questionnaire, words: Words, today: date
) -> Mapping[str, Answer]:
    """The answers in a mapping of JSON, without those that the questionnaire cannot take."""
    return answers_from_node(_node(values), questionnaire, words, today)[0]


def answers_to_json(answers: Mapping[str, Answer]) -> dict[str, object]:
    """Answers as values of JSON, by question; `answers_from_json` reads them back."""
    return {name: answer_to_json(answer) for name, answer in answers.items()}


def answer_to_json(answer: Answer | None) -> object:
    """One answer or calculated value as a value of JSON.

    A number without decimals is an int, another one a float: up to 15 digits it prints as it was given.
    """
    match answer:
        case NonAnswer():
            return {answer.value: True}
        case Decimal():
            return int(answer) if answer.as_tuple().exponent == 0 else float(answer)
        case date():
            return answer.isoformat()
        case tuple():
            return list(answer)
    return answer


def _node(value: object) -> Node:
    """A value of JSON as it would stand in a file, so that both are read by the same rules."""
    match value:
        case Mapping():
            entries = tuple((ScalarNode(str(name), _IN_JSON), _node(item)) for name, item in value.items())
            return MappingNode(entries, _IN_JSON)
        case list():
            return ListNode(tuple(_node(item) for item in value), _IN_JSON)
        case bool():
            return ScalarNode("true" if value else "false", _IN_JSON)
        case None:
            return ScalarNode("", _IN_JSON)
    return ScalarNode(str(value), _IN_JSON, quoted=isinstance(value, str))


class _Reader:
    """Reads the value under one question."""

    def __init__(self, question: Question, words: Words, today: date) -> None:
        self.question = question
        self.words = words
        self.today = today

    def answer(self, node: Node) -> Answer | Problem:
        if isinstance(node, MappingNode):
            return self.non_answer(node)
        if self.question.type == "choices":
            return self.several(node)
        if not isinstance(node, ScalarNode):
            return self.wrong(node.place)
        return self.single(self.of_now(node))

    def of_now(self, node: ScalarNode) -> ScalarNode:
        """An answer to an earlier version as this one takes it; any other as it stands."""
        now = self.question.was.get(Written(node.text))
        return node if now is None else ScalarNode(now, node.place)

    def non_answer(self, node: MappingNode) -> Answer | Problem:
        for way in ("unknown", "declined"):
            entries = [(key.text, value.text) for key, value in node.entries if isinstance(value, ScalarNode)]
            if entries == [(way, "true")]:
                if way in self.question.may:
                    return NonAnswer(way)
                return problem("A004", node.place, name=self.question.id, value=way)
        return self.wrong(node.place)

    def several(self, node: Node) -> Answer | Problem:
        if isinstance(node, ScalarNode) and node.text in self.question.was:
            node = ListNode((node,), node.place)  # it was a question with one answer
        if not isinstance(node, ListNode) or not node.items:
            return self.wrong(node.place)
        given: set[str] = set()
        made: set[str] = set()
        for item in node.items:
            if not isinstance(item, ScalarNode) or item.text in given:
                return self.wrong(item.place)
            option = self.of_now(item).text
            if option not in self.question.takes:
                return self.wrong(item.place)
            given.add(item.text)
            made.add(option)
        alone = [option.id for option in self.question.choices if option.exclusive]
        if len(made) > 1 and any(option in alone for option in made):
            return self.wrong(node.place)
        return tuple(sorted(made, key=self.question.takes.index))

    def single(self, node: ScalarNode) -> Answer | Problem:
        kind = self.question.type
        if kind == "text" and node.cut:
            return problem("Q032", node.place)
        if kind == "boolean":
            wrong = node.quoted or node.text not in ("true", "false")
            return self.wrong(node.place) if wrong else node.text == "true"
        if kind == "choice":
            return node.text if node.text in self.question.takes else self.wrong(node.place)
        text = f"{Decimal(node.text):f}" if kind == "decimal" and _SMALL.fullmatch(node.text) else node.text
        value = read_typed(text, self.question, self.words, self.today) if text.strip() else None
        if isinstance(value, Refused) and value.key == TOO_LONG:
            return problem("A007", node.place, name=self.question.id, **dict(value.values))
        if value is None or isinstance(value, Refused):
            return self.wrong(node.place)
        return rounded(value, self.question) if isinstance(value, Decimal) else value

    def wrong(self, place: Place) -> Problem:
        """What this question takes, in the words of the message."""
        question = self.question
        if question.choices:
            return problem("A005", place, name=question.id, allowed=", ".join(question.takes))
        if question.range:
            low, high = (self.words.number(value) for value in question.range)
            return problem("A006", place, name=question.id, low=low, high=high)
        return problem("A003", place, name=question.id, wanted=question.type)
