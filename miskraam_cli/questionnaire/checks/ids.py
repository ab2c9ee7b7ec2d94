"""Ids: each stands once in its space. Questions and calculated values share one."""

from collections.abc import Iterable, Iterator

from miskraam_cli.errors import Problem, problem
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, StatementsFile
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Questionnaire

_RESERVED = ("today", "true", "false", "and", "or", "not", "in", "maybe", "has", "count", "none", "self")


def check_ids(
    questionnaire: Questionnaire, own: QuestionnaireFile, shared: StatementsFile
) -> Iterator[Problem]:
    """Q019 an id that means something else, Q020 an id given twice."""
    yield from once(
        (*(question.id for question in questionnaire.questions), *own.calculated, *own.criteria),
        reserved=_RESERVED,
    )
    yield from once(section.id for section in questionnaire.sections)
    yield from once((finding.id for finding in questionnaire.findings), reserved=("self", "none"))
    yield from once(statement.id for statement in (*shared.statements, *own.statements))
    for question in questionnaire.questions:
        yield from once((option.id for option in question.choices), reserved=("unknown", "declined"))


def once(ids: Iterable[Id], reserved: tuple[str, ...] = ()) -> Iterator[Problem]:
    """A problem for each id that is reserved or has been seen before."""
    first: dict[str, Id] = {}
    for found in ids:
        if found in reserved:
            yield problem("Q019", found.place, name=found)
        elif found in first:
            yield problem("Q020", found.place, name=found, first=first[found].place)
        first.setdefault(found, found)
