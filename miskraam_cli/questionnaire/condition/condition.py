"""A condition as an author wrote it, with the tree that was read from it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from miskraam_cli.errors import Place
from miskraam_cli.questionnaire.condition.evaluate import Evaluator, evaluator
from miskraam_cli.questionnaire.condition.explain import Explainer, explainer
from miskraam_cli.questionnaire.condition.parse import parse
from miskraam_cli.questionnaire.condition.tree import Tree, names
from miskraam_cli.questionnaire.ids import NOWHERE


@dataclass(frozen=True)
class Condition:
    """A condition or a calculated value: its text as written, and its tree."""

    text: str
    tree: Tree
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @classmethod
    def from_text(cls, text: str, place: Place) -> Self:
        """The condition in `text`, which starts at `place`. Raises ConditionError."""
        return cls(text, parse(text), place)

    @cached_property
    def evaluate(self) -> Evaluator:
        """The outcome or value, given what is known."""
        return evaluator(self.tree)

    @cached_property
    def explain(self) -> Explainer:
        """The names that decided it, given what is known."""
        return explainer(self.tree)

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The names it reads, in order."""
        return names(self.tree)
