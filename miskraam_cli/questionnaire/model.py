"""What a questionnaire is. Every class mirrors one mapping in YAML; its fields are the keys an author may write."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import ClassVar, Literal

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id, Version

QuestionType = Literal["boolean", "choice", "choices", "integer", "decimal", "date", "text", "note"]
Level = Literal["now", "call", "discuss", "know"]
VERDICTS = ("meets", "does_not_meet", "cannot_tell")
LEVELS: tuple[Level, ...] = ("now", "call", "discuss", "know")
Audience = Literal["patient", "clinician"]
Setting = Literal["home", "workstation", "kiosk"]


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
    hold `{answer}`; `because_not` the one for a no. A hidden question is never asked: the configuration answers.
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
    doubt: Doubt | None = None
    hidden: bool = False
    shows: Id | None = None
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
class Span:
    """A stretch of time in a course: from the start of week `starts` to the end of week `ends`."""

    label: Text
    starts: int
    ends: int
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Course:
    """A bar over weeks with today in it; `day` names the calculated number of days since the beginning."""

    weeks: int
    day: Id
    spans: tuple[Span, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Figure:
    """A drawing beside a statement, which says the same in words.

    `icons` are chances, each as [so many, of so many]; two of them are a range.
    """

    course: Course | None = None
    icons: tuple[tuple[int, int], ...] = ()
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
class Criterion:
    """One line of a set. Both conditions true, or neither, is unknown. `say` names what the source says."""

    id: Id
    label: Text
    met_when: Condition
    not_met_when: Condition
    say: Id
    rulings: tuple[Cite, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CriteriaSet:
    """Criteria with one verdict: not met if any is not met, else unknown if any is unknown, else met."""

    id: Id
    criteria: tuple[Criterion, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CriteriaFile:
    """`common/criteria.yaml`: sets that more than one questionnaire uses."""

    PARTIAL: ClassVar = True

    sets: tuple[CriteriaSet, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Format:
    """How a calculated number is shown: so many decimals, and never so that it seems on another side of a border."""

    places: int = 0
    borders: tuple[Decimal, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CompareOption:
    """One thing to choose. The order of options means nothing, and is said to."""

    id: Id
    title: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CompareRow:
    """One line of a comparison: for each option a statement, or `silent` where the leaflet says nothing."""

    id: Id
    title: Text
    cells: Mapping[Id, Id]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class CompareValue:
    """What may matter to a person, by the question that asks it, beside what the leaflet says of each option."""

    question: Id
    cells: Mapping[Id, Id]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Compare:
    """Options beside each other, in equal detail. Nothing is scored, ranked or counted (AMB-62).

    A value is shown where its question was answered with `matters`. `order` says that the order means nothing.
    """

    when: Condition
    order: Id
    matters: Id
    options: tuple[CompareOption, ...]
    rows: tuple[CompareRow, ...]
    values: tuple[CompareValue, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class RecordLayout:
    """Which answers stand where on the clinician's screen; the order never changes, so that the eye learns it."""

    title: Text
    subjective: tuple[tuple[Id, ...], ...]
    objective: tuple[Id, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class QuestionnaireFile:
    """A questionnaire as its file has it, before shared pieces are put in."""

    PARTIAL: ClassVar = True

    id: Id
    version: Version
    title: Text
    sections: tuple[Section, ...]
    findings: tuple[Finding, ...]
    opening: Id | None = None
    record: RecordLayout | None = None
    compare: Compare | None = None
    criteria: tuple[Id, ...] = ()
    calculated: Mapping[Id, Condition] = field(default_factory=dict)
    formats: Mapping[Id, Format] = field(default_factory=dict)
    statements: tuple[Statement, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class QuestionsFile:
    """`common/questions.yaml`: questions that more than one questionnaire asks."""

    PARTIAL: ClassVar = True

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
class Never:
    """Words that no text for a patient has, by language."""

    nl: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class StatementsFile:
    """`common/statements.yaml`: statements that more than one place says, and those that every summary needs."""

    PARTIAL: ClassVar = True

    leaflets: tuple[Leaflet, ...]
    actions: tuple[Action, ...]
    worry: Id
    statements: tuple[Statement, ...]
    never: Never = Never()
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
    record: RecordLayout | None
    compare: Compare | None
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

    def reads(self, name: str) -> tuple[str, ...]:
        """What a calculated value or a verdict reads directly; nothing for a question."""
        if name in self.calculated:
            return self.calculated[name].reads
        criteria = self.criteria[name].criteria if name in self.criteria else ()
        conditions = (condition for found in criteria for condition in (found.met_when, found.not_met_when))
        return tuple(dict.fromkeys(read for condition in conditions for read in condition.reads))

    def section_of(self, question: Question) -> Section:
        """The section in which a question stands."""
        return next(section for section in self.sections if question in section.questions)


@dataclass(frozen=True)
class Topic:
    """Something to read: statements of the same file or shared, or `intake.hope` of another questionnaire."""

    id: Id
    title: Text
    say: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Word:
    """A word that a person may have heard, explained."""

    word: Text
    text: Text
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class InfoFile:
    """`common/info.yaml`: what the leaflets know in general, and a list of words."""

    PARTIAL: ClassVar = True

    topics: tuple[Topic, ...]
    glossary: tuple[Word, ...]
    statements: tuple[Statement, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
