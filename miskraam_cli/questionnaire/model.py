"""What a questionnaire is. Every class mirrors one mapping in YAML; its fields are the keys an author may write."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Literal, get_args

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.comparison import Comparison
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.condition.explain import Explainer
from miskraam_cli.questionnaire.criteria import CriteriaSet
from miskraam_cli.questionnaire.figures import Figure
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id
from miskraam_cli.roles import Audience

QuestionType = Literal["boolean", "choice", "choices", "integer", "decimal", "date", "text", "note"]
Level = Literal["now", "call", "discuss", "know"]
LEVELS: tuple[Level, ...] = get_args(Level)
ALARMING = LEVELS[:2]


@dataclass(frozen=True)
class Code:
    """A code of a terminology; it becomes a FHIR coding."""

    system: Literal["loinc", "snomed", "local"]
    code: str


@dataclass(frozen=True)
class Option:
    """One choice. `because` is the clause after "omdat"; an exclusive choice stands alone ("geen van deze").

    `short` is how a clinician reads it.
    """

    id: Id
    text: Text
    because: Text | None = None
    short: Text | None = None
    exclusive: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Doubt:
    """An answer that may be a slip: "klopt dit?" The person may go on."""

    when: Condition
    text: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, eq=False)
class Question:
    """One thing asked.

    `label` names it in a list, `short` on the clinician's screen. `because` is the clause after "omdat" and may
    hold `{answer}`; `because_not` the one for a no. `example` is a number as it may be typed, shown beforehand.
    A hidden question is never asked: the configuration answers.
    A warning sign, and what is `momentary`, holds for hours only, and is asked again when she goes on later.
    A note may show one option of the questionnaire's comparison.
    Two questions are the same only if they are one object, which keeps long paths quick.
    """

    id: Id
    type: QuestionType
    text: Text
    label: Text | None = None
    short: Text | None = None
    because: Text | None = None
    because_not: Text | None = None
    help: Text | None = None
    warning: bool = False
    choices: tuple[Option, ...] = ()
    unit: str | None = None
    range: tuple[Decimal, Decimal] | None = None
    places: int = 0
    example: Decimal | None = None
    doubt: Doubt | None = None
    hidden: bool = False
    momentary: bool = False
    shows: Id | None = None
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] = ()
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    code: Code | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def lapses(self) -> bool:
        """Whether the answer holds for hours only."""
        return self.warning or self.momentary

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
    doubt: Doubt | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Section:
    """Questions under one title."""

    PARTIAL: ClassVar = True

    id: Id
    title: Text
    questions: tuple[Question | Use, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Finding:
    """A rule: when its condition holds, or is unknown, it says its statements. Without `when` it is only a target.

    `short` is how a clinician reads it.
    """

    id: Id
    level: Level
    say: tuple[Id, ...]
    when: Condition | None = None
    if_unknown: Id | None = None
    short: Text | None = None
    audience: Audience = "patient"
    rulings: tuple[Cite, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Approval:
    """Who in the clinic approved a text, and when."""

    by: str
    on: date
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Statement:
    """A sentence or a few, citing facts; `addition` says why it is said although no leaflet does.

    A clinician's note has a `basis` in place of facts, and `note` where it stands in the clinic's list. Without
    `approved` it is a draft. A `reassuring` one is said only where nothing alarms (AMB-111).
    """

    id: Id
    text: Text
    kiosk: Text | None = None
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    note: Cite | None = None
    basis: Text | None = None
    figure: Figure | None = None
    reassuring: bool = False
    approved: Approval | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Format:
    """How a calculated number is shown: so many decimals, and never so that it seems on another side of a border."""

    places: int = 0
    borders: tuple[Decimal, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class RecordLayout:
    """Which answers stand where on the clinician's screen; the order never changes, so that the eye learns it."""

    title: Text
    subjective: tuple[tuple[Id, ...], ...]
    objective: tuple[Id, ...] = ()
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
    menu: int | None
    opening: Statement | None
    record: RecordLayout | None
    compare: Comparison | None
    sections: tuple[Section, ...]
    criteria: Mapping[str, CriteriaSet]
    formats: Mapping[str, Format]
    calculated: Mapping[str, Condition]
    findings: tuple[Finding, ...]
    statements: Mapping[str, Statement]
    facts: Mapping[str, Fact]
    leaflets: Mapping[str, Leaflet]
    actions: tuple[Action, ...]
    worry: Statement
    more: Text | None

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

    @cached_property
    def explainers(self) -> Mapping[str, Explainer]:
        """Why each calculated value came out as it did, by its name."""
        return {str(name): condition.explain for name, condition in self.calculated.items()}

    def reads(self, name: str) -> tuple[str, ...]:
        """What a calculated value or a verdict reads directly; nothing for a question."""
        if name in self.calculated:
            return self.calculated[name].reads
        criteria = self.criteria[name].criteria if name in self.criteria else ()
        conditions = (condition for found in criteria for condition in (found.met_when, found.not_met_when))
        return tuple(dict.fromkeys(read for condition in conditions for read in condition.reads))

    def read_through(self, names: Iterable[str]) -> frozenset[str]:
        """The questions behind these names, through calculated values and verdicts."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in self.calculated and name not in self.criteria:
                found.add(name)
            elif name not in seen:
                seen.add(name)
                waiting.extend(self.reads(name))
        return frozenset(found)

    def section_of(self, question: Question) -> Section:
        """The section in which a question stands."""
        return next(section for section in self.sections if question in section.questions)
