"""Questions: what a type needs, and what it cannot have."""

from collections.abc import Iterator
from decimal import Decimal

from miskraam_cli.errors import Problem, near, problem
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question

_NUMBERS = ("integer", "decimal")
MAX_PLACES = 6

_LISTS = ("choice", "choices")
_LISTED = ("boolean", *_LISTS)

_NEEDS: dict[str, tuple[str, ...]] = {"choices": _LISTS, "range": _NUMBERS}
_MAY_HAVE = {**_NEEDS, "unit": _NUMBERS, "example": _NUMBERS, "places": ("decimal",), "was": _LISTED}
_OPTION_MAY_HAVE = {"exclusive": "choices", "pauses": "choice"}


def check_questions(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Q201 a key that the type needs or cannot have, Q202 a declined warning sign (AMB-112), Q203 to Q206 limits.

    Q207 and Q208 are about `was`: it leads to an answer of now, and from one that is none. Q209 has words for
    declining where that cannot be said.
    """
    for question in questionnaire.questions:
        yield from _keys(question)
        if question.warning and "declined" in question.may:
            yield problem("Q202", question.place, name=question.id)
        if question.declined and "declined" not in question.may:
            yield problem("Q209", question.place, name=question.id)
        if question.range and question.range[0] >= question.range[1]:
            yield problem("Q203", question.place, name=question.id)
        if not 0 <= question.places <= MAX_PLACES:
            yield problem("Q205", question.place, name=question.id, limit=MAX_PLACES)
        elif not _is_answer(question.example, question):
            yield problem("Q206", question.place, name=question.id)
        yield from _was(question)
        for option in question.choices:
            for key, kind in _OPTION_MAY_HAVE.items():
                if question.type != kind and getattr(option, key):
                    yield problem("Q201", option.place, name=key, type=question.type)


def _is_answer(example: Decimal | None, question: Question) -> bool:
    """Whether an example is an answer that its question takes as it stands."""
    if example is None or question.range is None:
        return True
    low, high = question.range
    return low <= example <= high and example == round(example, question.places)


def _was(question: Question) -> Iterator[Problem]:
    takes = question.takes
    for earlier, now in question.was.items():
        if takes and now not in takes:
            allowed, nearest = ", ".join(takes), near(now, takes)
            yield problem("Q207", now.place, name=question.id, value=now, allowed=allowed, near=nearest)
        if earlier in takes:
            yield problem("Q208", earlier.place, name=question.id, value=earlier)


def _keys(question: Question) -> Iterator[Problem]:
    for key, kinds in _NEEDS.items():
        if question.type in kinds and not getattr(question, key):
            yield problem("Q012", question.place, name=key)
    for key, kinds in _MAY_HAVE.items():
        if question.type not in kinds and getattr(question, key):
            yield problem("Q201", question.place, name=key, type=question.type)
    if question.type != "note" and question.label is None:
        yield problem("Q012", question.place, name="label")
    if question.type in _LISTS and len(question.choices) == 1:
        yield problem("Q204", question.place, name=question.id)
