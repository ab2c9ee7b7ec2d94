"""What each of an author's files holds, before a questionnaire is put together from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.comparison import Comparison
from miskraam_cli.questionnaire.condition.condition import Calculation
from miskraam_cli.questionnaire.ids import NOWHERE, Id, Version
from miskraam_cli.questionnaire.model import Action, Finding, Format, Leaflet, RecordLayout, Statement
from miskraam_cli.questionnaire.question import Question, Section


@dataclass(frozen=True)
class QuestionnaireFile:
    """A questionnaire as its file has it, before shared pieces are put in.

    `menu` is its place in the menu; without it the questionnaire is not offered there. `terms` are what people call its
    calculated values and sets of criteria.
    """

    PARTIAL: ClassVar = True

    id: Id
    version: Version
    title: Text
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    signs: tuple[Id, ...] = ()
    menu: int | None = None
    opening: Id | None = None
    record: RecordLayout | None = None
    compare: Comparison | None = None
    criteria: tuple[Id, ...] = ()
    calculated: Mapping[Id, Calculation] = field(default_factory=dict)
    formats: Mapping[Id, Format] = field(default_factory=dict)
    terms: Mapping[Id, Text] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class QuestionsFile:
    """`common/questions.yaml`: questions that more than one questionnaire asks."""

    PARTIAL: ClassVar = True

    questions: tuple[Question, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Never:
    """Words that may not stand in a text for a patient, by language (Q230)."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Repeat:
    """A sentence that may stand in more than one text, and why."""

    text: Text
    why: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class StatementsFile:
    """`common/statements.yaml`: statements that more than one place says, and those that every summary needs."""

    PARTIAL: ClassVar = True

    leaflets: tuple[Leaflet, ...]
    actions: tuple[Action, ...]
    worry: Id
    statements: tuple[Statement, ...]
    more: Text | None = None
    never: Never = Never()
    repeat: tuple[Repeat, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
