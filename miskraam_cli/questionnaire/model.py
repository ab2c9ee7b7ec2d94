"""What a questionnaire is. Every class mirrors one mapping in YAML; its fields are the keys an author may write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Literal, Self

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.evaluate import Evaluator, evaluator
from miskraam_cli.questionnaire.condition.tree import Tree, names

NOWHERE = Place("", 0, 0)

QuestionType = Literal["boolean", "choice", "choices", "integer", "decimal", "date", "text", "note"]
Level = Literal["now", "call", "discuss", "know"]
LEVELS: tuple[Level, ...] = ("now", "call", "discuss", "know")
Audience = Literal["patient", "clinician"]
Setting = Literal["home", "workstation", "kiosk"]


class Id(str):
    """A name given by an author; it remembers where it stands, so that a message can point at it."""

    place: Place = NOWHERE

    @classmethod
    def at(cls, text: str, place: Place) -> Self:
        """An id read from a file."""
        made = cls(text)
        made.place = place
        return made


class Cite(Id):
    """The id of a fact (S2-WARN-6), a ruling (AMB-11) or a clinician's note (N-06)."""


@dataclass(frozen=True)
class Condition:
    """A condition or a calculated value: its text as written, and its tree."""

    text: str
    tree: Tree
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @cached_property
    def evaluate(self) -> Evaluator:
        """The outcome or value, given what is known."""
        return evaluator(self.tree)

    @cached_property
    def reads(self) -> tuple[str, ...]:
        """The names it reads, in order."""
        return names(self.tree)


@dataclass(frozen=True)
class Code:
    """A code of a terminology; it becomes a FHIR coding."""

    system: Literal["loinc", "snomed", "local"]
    code: str


@dataclass(frozen=True)
class Option:
    """One choice. `because` is the clause after "omdat"; an exclusive choice stands alone ("geen van deze")."""

    id: Id
    text: Text
    because: Text | None = None
    exclusive: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Doubt:
    """An answer that may be a slip: "klopt dit?" The person may go on."""

    when: Condition
    text: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Question:
    """One thing asked. `label` names it in a list; `because` is the clause after "omdat" (`{answer}`)."""

    id: Id
    type: QuestionType
    text: Text
    label: Text | None = None
    because: Text | None = None
    help: Text | None = None
    warning: bool = False
    choices: tuple[Option, ...] = ()
    unit: str | None = None
    range: tuple[Decimal, Decimal] | None = None
    places: int = 0
    doubt: Doubt | None = None
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] = ()
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    code: Code | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def option(self, option_id: str) -> Option:
        """The choice of that id; KeyError where there is none."""
        for option in self.choices:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True)
class Use:
    """A shared question, used here. Only these may differ from how it stands in `common/questions.yaml`."""

    use: Id
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] | None = None
    help: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Section:
    """Questions under one title."""

    id: Id
    title: Text
    questions: tuple[Question | Use, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Finding:
    """A rule: when its condition holds, or is unknown, it says its statements. Without `when` it is only a target."""

    id: Id
    level: Level
    say: tuple[Id, ...]
    when: Condition | None = None
    if_unknown: Id | None = None
    audience: Audience = "patient"
    rulings: tuple[Cite, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Statement:
    """A sentence or a few, citing facts; `addition` says why it is said although no leaflet does."""

    id: Id
    text: Text
    kiosk: Text | None = None
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    reassuring: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class QuestionnaireFile:
    """A questionnaire as its file has it, before shared pieces are put in."""

    id: Id
    version: str
    title: Text
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    opening: Id | None = None
    calculated: Mapping[Id, Condition] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class QuestionsFile:
    """`common/questions.yaml`: questions that more than one questionnaire asks."""

    questions: tuple[Question, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Action:
    """What to do first at one level: the statement for each setting, and at home late in the evening."""

    level: Literal["now", "call"]
    home: Id
    late: Id
    kiosk: Id
    workstation: Id
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Leaflet:
    """A source: the first part of its facts' ids, and its title."""

    id: str
    title: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class StatementsFile:
    """`common/statements.yaml`: statements that more than one place says, and those that every summary needs."""

    leaflets: tuple[Leaflet, ...]
    actions: tuple[Action, ...]
    worry: Id
    statements: tuple[Statement, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Fact:
    """A line of `facts.tsv`: something a leaflet says, with the heading it stands under."""

    id: str
    leaflet: str
    heading: str
    text_en: str
    modules: tuple[str, ...]
    priority: str


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire, whole and checked: shared pieces put in, every name known."""

    id: str
    version: str
    digest: str
    title: Text
    opening: Statement | None
    sections: tuple[Section, ...]
    calculated: Mapping[str, Condition]
    findings: tuple[Finding, ...]
    statements: Mapping[str, Statement]
    facts: Mapping[str, Fact]
    leaflets: Mapping[str, Leaflet]
    actions: tuple[Action, ...]
    worry: Statement

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions, in the order in which they may be asked."""
        return tuple(
            question
            for section in self.sections
            for question in section.questions
            if isinstance(question, Question)
        )

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question under its id."""
        return {question.id: question for question in self.questions}

    def section_of(self, question: Question) -> Section:
        """The section in which a question stands."""
        return next(section for section in self.sections if question in section.questions)
