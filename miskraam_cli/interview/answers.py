"""Answers as they stand in a file, to answers of an interview."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from miskraam_cli.errors import Place, Problem, near, problem
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.interview.typed import Refused, read_typed, rounded
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.model import Question, Questionnaire
from miskraam_cli.questionnaire.yaml_reader import ListNode, MappingNode, Node, ScalarNode


def answers_in(
    node: Node | None, questionnaire: Questionnaire, words: Words, today: date
) -> tuple[Mapping[str, Answer], tuple[Problem, ...]]:
    """The answers in a mapping of question ids to values, and a problem for each that cannot be taken."""
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
        return self.single(node)

    def non_answer(self, node: MappingNode) -> Answer | Problem:
        for way in ("unknown", "declined"):
            entries = [(key.text, value.text) for key, value in node.entries if isinstance(value, ScalarNode)]
            if entries == [(way, "true")]:
                if way in self.question.may:
                    return NonAnswer(way)
                return problem("A004", node.place, name=self.question.id, value=way)
        return self.wrong(node.place)

    def several(self, node: Node) -> Answer | Problem:
        if not isinstance(node, ListNode) or not node.items:
            return self.wrong(node.place)
        made = []
        for item in node.items:
            if not isinstance(item, ScalarNode) or item.text not in self.options() or item.text in made:
                return self.wrong(item.place)
            made.append(item.text)
        alone = [option.id for option in self.question.choices if option.exclusive]
        if len(made) > 1 and any(option in alone for option in made):
            return self.wrong(node.place)
        return tuple(sorted(made, key=self.options().index))

    def single(self, node: ScalarNode) -> Answer | Problem:
        kind = self.question.type
        if kind == "boolean":
            wrong = node.quoted or node.text not in ("true", "false")
            return self.wrong(node.place) if wrong else node.text == "true"
        if kind == "choice":
            return node.text if node.text in self.options() else self.wrong(node.place)
        value = read_typed(node.text, self.question, self.words, self.today) if node.text.strip() else None
        if value is None or isinstance(value, Refused):
            return self.wrong(node.place)
        return rounded(value, self.question) if isinstance(value, Decimal) else value

    def options(self) -> list[str]:
        return [str(option.id) for option in self.question.choices]

    def wrong(self, place: Place) -> Problem:
        """What this question takes, in the words of the message."""
        question = self.question
        if question.choices:
            return problem("A005", place, name=question.id, allowed=", ".join(self.options()))
        if question.range:
            low, high = (self.words.number(value) for value in question.range)
            return problem("A006", place, name=question.id, low=low, high=high)
        return problem("A003", place, name=question.id, wanted=question.type)
