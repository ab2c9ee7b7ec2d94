"""Which names decided the outcome of a condition."""

from collections.abc import Callable, Mapping
from typing import Protocol

from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Known, evaluator
from miskraam_cli.questionnaire.condition.tree import And, Maybe, Name, Not, Or, Tree, parts


class Explainer(Protocol):
    """The names that decided an outcome, each once, in the order in which they stand.

    A calculated condition is explained by what it reads; a calculated number stands for itself.
    """

    def __call__(self, known: Known, calculated: "Mapping[str, Explainer]") -> tuple[str, ...]:
        """Given what is known, and the explainers of calculated values by name."""


_Deciding = Callable[[Known, Mapping[str, Explainer]], list[str]]


def explainer(tree: Tree) -> Explainer:
    """A function from what is known to the names that decided: build once, call often."""
    deciding = _deciding(tree)
    return lambda known, calculated: tuple(dict.fromkeys(deciding(known, calculated)))


def _deciding(tree: Tree) -> _Deciding:
    match tree:
        case And(items=items):
            return _of_several(items, decisive=False)
        case Or(items=items):
            return _of_several(items, decisive=True)
        case Not(item=item) | Maybe(item=item):
            return _deciding(item)
        case Name(name=name):
            return _of_name(name)
    below = [_deciding(part) for part in parts(tree)]
    return lambda known, calculated: [name for part in below for name in part(known, calculated)]


def _of_name(name: str) -> _Deciding:
    def run(known: Known, calculated: Mapping[str, Explainer]) -> list[str]:
        below = calculated.get(name)
        if below is not None and isinstance(known.value(name), bool | type(UNKNOWN)):
            return list(below(known, calculated))
        return [name]

    return run


def _of_several(items: tuple[Tree, ...], *, decisive: bool) -> _Deciding:
    """Of an `and` that fails the first that fails; else all that came out as the whole did."""
    evaluators = [evaluator(item) for item in items]
    below = [_deciding(item) for item in items]

    def run(known: Known, calculated: Mapping[str, Explainer]) -> list[str]:
        outcomes = [evaluate(known) for evaluate in evaluators]
        if False in outcomes and not decisive:
            return below[outcomes.index(False)](known, calculated)
        outcome = decisive if decisive in outcomes else UNKNOWN if UNKNOWN in outcomes else not decisive
        decided = (part for part, found in zip(below, outcomes, strict=True) if found is outcome)
        return [name for part in decided for name in part(known, calculated)]

    return run
