"""Conditions: names that exist, types that fit, nothing read before it can be known."""

from collections.abc import Iterator, Mapping

from miskraam_cli.errors import Problem, problem
from miskraam_cli.questionnaire.condition.condition import Calculation, Condition, Expression
from miskraam_cli.questionnaire.condition.parse import ConditionError
from miskraam_cli.questionnaire.condition.tree import Name, walk
from miskraam_cli.questionnaire.condition.types import BOOLEAN, DATE, NUMBER, TEXT, Type, type_of
from miskraam_cli.questionnaire.criteria import VERDICTS
from miskraam_cli.questionnaire.decoder import inside
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question

MAX_CHAIN = 50

_PLAIN = {"boolean": BOOLEAN, "integer": NUMBER, "decimal": NUMBER, "date": DATE, "text": TEXT}


def check_conditions(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Q104 to Q106 names, types and choices; Q107 read too early; Q108 and Q109 how values build on one another."""
    scope: dict[str, Type | None] = {"today": DATE}
    for question in questionnaire.questions:
        if question.type != "note":
            scope[question.id] = _type(question)
    scope.update(dict.fromkeys(questionnaire.criteria, Type("choice", VERDICTS)))
    yield from _calculated(questionnaire, scope)
    for condition in _conditions(questionnaire):
        yield from _fits(condition, scope)
    yield from _order(questionnaire)


def _type(question: Question) -> Type:
    if question.type in ("choice", "choices"):
        options = tuple(str(option.id) for option in question.choices)
        return Type("choice" if question.type == "choice" else "choices", options)
    return _PLAIN[question.type]


def _conditions(questionnaire: Questionnaire) -> Iterator[Condition]:
    for question in questionnaire.questions:
        if question.enable_when:
            yield question.enable_when
        if question.doubt:
            yield question.doubt.when
        yield from (variant.when for variant in question.variants)
    for finding in questionnaire.findings:
        if finding.when:
            yield finding.when
    if questionnaire.compare:
        yield questionnaire.compare.when
    for criteria in questionnaire.criteria.values():
        for criterion in criteria.criteria:
            yield criterion.met_when
            yield criterion.not_met_when


def _fits(condition: Condition, scope: Mapping[str, Type | None]) -> Iterator[Problem]:
    found, errors = type_of(condition.tree, scope)
    yield from _problems(condition, errors)
    if not errors and found and found != BOOLEAN:
        yield problem("Q105", condition.place, found=found.kind, wanted=BOOLEAN.kind)


def _problems(expression: Expression, errors: tuple[ConditionError, ...]) -> Iterator[Problem]:
    for error in errors:
        yield problem(error.code, inside(expression.place, error.offset), **error.values)


def _calculated(questionnaire: Questionnaire, scope: dict[str, Type | None]) -> Iterator[Problem]:
    """Types of the calculated values, those that others need first; adds them to `scope`."""
    waiting = dict(questionnaire.calculated)
    scope.update(dict.fromkeys(waiting))
    for _ in range(MAX_CHAIN):
        names = set(waiting)
        ready = [name for name, calculation in waiting.items() if names.isdisjoint(calculation.reads)]
        for name in ready:
            calculation = waiting.pop(name)
            found, errors = type_of(calculation.tree, scope)
            yield from _problems(calculation, errors)
            scope[name] = None if errors else found
        if not ready:
            break
    circle = [name for name in waiting if _reads_itself(name, waiting)]
    for name in circle:
        yield problem("Q108", waiting[name].place, name=name)
    if waiting and not circle:
        name, calculation = next(iter(waiting.items()))
        yield problem("Q109", calculation.place, name=name, limit=MAX_CHAIN)


def _reads_itself(name: str, calculated: Mapping[str, Calculation]) -> bool:
    seen: set[str] = set()
    ahead = [read for read in calculated[name].reads if read in calculated]
    while ahead:
        read = ahead.pop()
        if read == name:
            return True
        if read not in seen:
            seen.add(read)
            ahead.extend(other for other in calculated[read].reads if other in calculated)
    return False


def _order(questionnaire: Questionnaire) -> Iterator[Problem]:
    position = {str(question.id): index for index, question in enumerate(questionnaire.questions)}
    for question in questionnaire.questions:
        before = [question.enable_when] if question.enable_when else []
        for condition in (*before, *(variant.when for variant in question.variants)):
            yield from _early(condition, position, position[question.id], questionnaire)
        if question.doubt:
            yield from _early(question.doubt.when, position, position[question.id] + 1, questionnaire)


def _early(
    condition: Condition, position: Mapping[str, int], limit: int, questionnaire: Questionnaire
) -> Iterator[Problem]:
    for tree in walk(condition.tree):
        if isinstance(tree, Name):
            read = questionnaire.read_through((tree.name,))
            late = [name for name in read if position.get(name, -1) >= limit]
            if late:
                yield problem("Q107", inside(condition.place, tree.offset), name=min(late))
