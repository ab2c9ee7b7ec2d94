"""What an author wrote in the language of conditions: the text, and the tree that was read from it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from miskraam_cli.errors import Place
from miskraam_cli.questionnaire.condition.evaluate import (
    Evaluator,
    OutcomeEvaluator,
    evaluator,
    outcome_evaluator,
)
from miskraam_cli.questionnaire.condition.explain import Explainer, explainer
from miskraam_cli.questionnaire.condition.parse import parse
from miskraam_cli.questionnaire.condition.tree import Tree, names
from miskraam_cli.questionnaire.ids import NOWHERE


@dataclass(frozen=True)
class Expression:
    """A text of at most 1,000 characters as it was written, and its tree."""

    text: str
    tree: Tree
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @classmethod
    def from_text(cls, text: str, place: Place) -> Self:
        """The expression in `text`, which starts at `place`. Raises ConditionError."""
        return cls(text, parse(text), place)

    @cached_property
    def explain(self) -> Explainer:
        """The names that decided it, given what is known."""
        return explainer(self.tree)

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The names it reads, in order."""
        return names(self.tree)


@dataclass(frozen=True)
class Condition(Expression):
    """What holds, does not hold or is unknown."""

    @cached_property
    def outcome(self) -> OutcomeEvaluator:
        """The outcome, given what is known."""
        return outcome_evaluator(self.tree)


@dataclass(frozen=True)
class Calculation(Expression):
    """A value that follows from answers."""

    @cached_property
    def value(self) -> Evaluator:
        """The value, given what is known; UNKNOWN where too little is."""
        return evaluator(self.tree)
