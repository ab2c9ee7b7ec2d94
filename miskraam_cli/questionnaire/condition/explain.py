"""Why a condition came out as it did: the answers that decided it."""

from collections.abc import Mapping

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Known, evaluator
from miskraam_cli.questionnaire.condition.tree import And, Maybe, Name, Not, Or, Tree, parts


def explain(tree: Tree, known: Known, calculated: Mapping[str, Tree]) -> tuple[str, ...]:
    """The names that decided the outcome, each once, in the order in which they stand.

    A calculated condition is explained by what it reads; a calculated number stands for itself.
    """
    return tuple(dict.fromkeys(_deciding(tree, known, calculated)))


def _deciding(tree: Tree, known: Known, calculated: Mapping[str, Tree]) -> list[str]:
    match tree:
        case And(items=items) | Or(items=items):
            return _of_several(items, tree, known, calculated)
        case Not(item=item) | Maybe(item=item):
            return _deciding(item, known, calculated)
        case Name(name=name):
            below = calculated.get(name)
            found = known.value(name)
            if below is not None and isinstance(found, bool | type(UNKNOWN)):
                return _deciding(below, known, calculated)
            return [name]
    return [name for part in parts(tree) for name in _deciding(part, known, calculated)]


def _of_several(
    items: tuple[Tree, ...], tree: And | Or, known: Known, calculated: Mapping[str, Tree]
) -> list[str]:
    outcome = evaluator(tree)(known)
    outcomes = [evaluator(item)(known) for item in items]
    decisive = isinstance(tree, Or)
    if outcome is decisive and decisive is False:
        first = outcomes.index(False)
        return _deciding(items[first], known, calculated)
    return [
        name
        for item, found in zip(items, outcomes, strict=True)
        if found is outcome
        for name in _deciding(item, known, calculated)
    ]
