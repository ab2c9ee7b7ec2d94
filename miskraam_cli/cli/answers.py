"""An answers file: YAML or JSON, question ids and values; checked as strictly as what a person types."""

import sys
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from miskraam_cli import library
from miskraam_cli.errors import FilesWrongError, OutOfReachError, Place, Problem, near, problem
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.interview.typed import Refused, read_typed, rounded
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.model import Question, Questionnaire
from miskraam_cli.questionnaire.reader import Listing, Node, Scalar, read
from miskraam_cli.questionnaire.reader import Mapping as MarkedMapping

_WRONG_INPUT = 2


def read_answers(name: str, questionnaire: Questionnaire, words: Words, today: date) -> Mapping[str, Answer]:
    """The answers in the file `name`, or on standard input for `-`.

    Raises FilesWrongError (exit code 2) with every key that cannot be taken: nothing is half done.
    """
    source = library.Source("-", _standard_input()) if name == "-" else library.read(Path(name))
    node, problems = read(source.name, source.text)
    found = list(problems)
    answers: dict[str, Answer] = {}
    if isinstance(node, MarkedMapping):
        for key, value in node.entries:
            question = questionnaire.by_id.get(key.text)
            if question is None or question.type == "note":
                nearest = near(key.text, tuple(questionnaire.by_id))
                found.append(problem("A001", key.place, name=key.text, near=nearest))
                continue
            answer = _Reader(question, words, today).answer(value)
            if isinstance(answer, Problem):
                found.append(answer)
            else:
                answers[question.id] = answer
    elif node is not None:
        found.append(problem("A002", node.place))
    if found:
        raise FilesWrongError(tuple(found), _WRONG_INPUT)
    return answers


def _standard_input() -> str:
    data = sys.stdin.buffer.read(library.MAX_BYTES + 1)
    if len(data) > library.MAX_BYTES:
        raise OutOfReachError("error.too_large", file="-", limit=library.MAX_BYTES // 1000)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutOfReachError("error.not_utf8", file="-", byte=error.start + 1) from error


class _Reader:
    """Reads the value under one question."""

    def __init__(self, question: Question, words: Words, today: date) -> None:
        self.question = question
        self.words = words
        self.today = today

    def answer(self, node: Node) -> Answer | Problem:
        if isinstance(node, MarkedMapping):
            return self.non_answer(node)
        if self.question.type == "choices":
            return self.several(node)
        if not isinstance(node, Scalar):
            return self.wrong(node.place)
        return self.single(node)

    def non_answer(self, node: MarkedMapping) -> Answer | Problem:
        for way in ("unknown", "declined"):
            entries = [(key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)]
            if entries == [(way, "true")]:
                if way in self.question.may:
                    return NonAnswer(way)
                return problem("A004", node.place, name=self.question.id, value=way)
        return self.wrong(node.place)

    def several(self, node: Node) -> Answer | Problem:
        if not isinstance(node, Listing) or not node.items:
            return self.wrong(node.place)
        made = []
        for item in node.items:
            if not isinstance(item, Scalar) or item.text not in self.options() or item.text in made:
                return self.wrong(item.place)
            made.append(item.text)
        alone = [option.id for option in self.question.choices if option.exclusive]
        if len(made) > 1 and any(option in alone for option in made):
            return self.wrong(node.place)
        return tuple(sorted(made, key=self.options().index))

    def single(self, node: Scalar) -> Answer | Problem:
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
