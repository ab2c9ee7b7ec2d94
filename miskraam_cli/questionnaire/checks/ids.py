"""Ids: each stands once in its space. Questions and calculated values share one."""

import re
from collections.abc import Iterable, Iterator

from miskraam_cli.errors import Problem, problem
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Questionnaire, QuestionnaireFile, StatementsFile

_RESERVED = ("today", "true", "false", "and", "or", "not", "in", "maybe", "has", "count", "none", "self")


def check_ids(
    questionnaire: Questionnaire, own: QuestionnaireFile, shared: StatementsFile
) -> Iterator[Problem]:
    """Q018 a version that is not three numbers, Q020 an id given twice or reserved."""
    if own.version and not re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", own.version):
        yield problem("Q018", own.place, value=own.version)
    yield from _once(
        (*(question.id for question in questionnaire.questions), *own.calculated),
        reserved=_RESERVED,
    )
    yield from _once(section.id for section in questionnaire.sections)
    yield from _once((finding.id for finding in questionnaire.findings), reserved=("self", "none"))
    yield from _once(statement.id for statement in (*shared.statements, *own.statements))
    for question in questionnaire.questions:
        yield from _once((option.id for option in question.choices), reserved=("unknown", "declined"))


def _once(ids: Iterable[Id], reserved: tuple[str, ...] = ()) -> Iterator[Problem]:
    first: dict[str, Id] = {}
    for found in ids:
        if found in reserved:
            yield problem("Q019", found.place, name=found)
        elif found in first:
            yield problem("Q020", found.place, name=found, first=first[found].place)
        first.setdefault(found, found)
