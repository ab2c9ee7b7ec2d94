"""Answers for any questionnaire: at the boundaries of everything it compares with, and calm ones."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import combinations

from hypothesis import strategies as st

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.questionnaire.condition.tree import Literal, Tree, walk
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question
from tests.content.three_values import NUMBERED
from tests.tiny_questionnaires import TODAY

Answers = Mapping[str, Answer]


def alarms(found: Questionnaire, answers: Answers) -> frozenset[str]:
    """The findings with a telephone number for these answers, outcome unknown included."""
    results = evaluate(Interview(found, TODAY, answers))
    return frozenset(str(result.finding.id) for result in results if result.finding.level in NUMBERED)


def boundaries(found: Questionnaire) -> Mapping[str, tuple[Answer, ...]]:
    """For each question the answers worth trying: every choice, and numbers around every threshold."""
    numbers = tuple(sorted(set(_numbers(found))))
    return {
        str(question.id): tuple(_answers(question, numbers))
        for question in found.questions
        if question.type != "note"
    }


def calm(found: Questionnaire) -> dict[str, Answer]:
    """Answers with as few alarms as one can find by changing one answer at a time."""
    possible = boundaries(found)
    answers = {name: values[-1] for name, values in possible.items()}
    for _ in range(3):
        for name, values in possible.items():
            answers[name] = min(values, key=lambda value: len(alarms(found, {**answers, name: value})))
    return answers


def whole_answers(found: Questionnaire) -> st.SearchStrategy[dict[str, Answer]]:
    """An answer to every question: anything, or calm but for one, two or three."""
    possible = boundaries(found)
    quiet = calm(found)
    anything = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in possible.items()})
    few = st.lists(st.sampled_from(sorted(possible)), min_size=1, max_size=3, unique=True)
    nearly = few.flatmap(
        lambda names: st.fixed_dictionaries({name: st.sampled_from(possible[name]) for name in names})
    )
    return anything | nearly.map(lambda loud: {**quiet, **loud})


def _numbers(found: Questionnaire) -> Iterator[Decimal]:
    for tree in _trees(found):
        for part in walk(tree):
            if isinstance(part, Literal) and isinstance(part.value, Decimal):
                yield part.value


def _trees(found: Questionnaire) -> Iterator[Tree]:
    yield from (condition.tree for condition in found.calculated.values())
    yield from (finding.when.tree for finding in found.findings if finding.when)
    for question in found.questions:
        yield from (condition.tree for condition in (question.enable_when,) if condition)
        yield from (doubt.when.tree for doubt in (question.doubt,) if doubt)


def _answers(question: Question, numbers: tuple[Decimal, ...]) -> Iterator[Answer]:
    ids = [str(option.id) for option in question.choices]
    alone = [str(option.id) for option in question.choices if option.exclusive]
    match question.type:
        case "boolean":
            yield from (True, False)
        case "choice":
            yield from ids
        case "choices":
            together = [found for found in ids if found not in alone]
            yield from ((found,) for found in ids)
            yield from combinations(together, 2)
            yield tuple(together)
        case "integer" | "decimal":
            yield from _around(question, numbers)
        case "date":
            days = sorted(
                {max(0, int(number) + more) for number in (Decimal(0), *numbers) for more in (-1, 0, 1)}
            )
            yield from (TODAY - timedelta(days=day) for day in days)
        case "text":
            yield "iets"


def _around(question: Question, numbers: tuple[Decimal, ...]) -> Iterator[Decimal]:
    low, high = question.range or (Decimal(0), Decimal(99))
    step = Decimal(1).scaleb(-question.places)
    near = {number + more for number in (*numbers, low, high) for more in (-step, Decimal(0), step)}
    for number in sorted(near):
        whole = question.type == "decimal" or number == int(number)
        if low <= number <= high and whole:
            yield number
