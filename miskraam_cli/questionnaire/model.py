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
from miskraam_cli.questionnaire.condition.condition import Calculation, Condition
from miskraam_cli.questionnaire.condition.explain import Explainer
from miskraam_cli.questionnaire.criteria import CriteriaSet
from miskraam_cli.questionnaire.figures import Figure
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id, Written
from miskraam_cli.roles import Audience

QuestionType = Literal["boolean", "choice", "choices", "integer", "decimal", "date", "text", "note"]
Level = Literal["now", "call", "check", "arrange", "discuss", "know"]
LEVELS: tuple[Level, ...] = get_args(Level)
ALARMING = LEVELS[:4]  # they carry a number, and count as an alarm (AMB-114)
INTERRUPTING = LEVELS[:2]  # they are shown on a screen of their own, before the next question
SURFACING = LEVELS[:3]  # said before the next question: the former, and `check` as one line


@dataclass(frozen=True)
class Code:
    """A code of a terminology; it becomes a FHIR coding."""

    system: Literal["loinc", "snomed", "local"]
    code: str


@dataclass(frozen=True)
class Option:
    """One choice. `because` is the clause after "omdat", `short` the words on the clinician's screen.

    Where one question holds several signs, `fact` is what a leaflet says of this one. An exclusive choice cannot be
    ticked beside another ("geen van deze"). Who chooses one that `pauses` first goes to find something out: a kiosk
    hides the questions, says this, and waits for her (AMB-115).
    """

    id: Id
    text: Text
    because: Text | None = None
    short: Text | None = None
    fact: Cite | None = None
    exclusive: bool = False
    pauses: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Doubt:
    """When an answer may be a slip, and what is asked then ("klopt dit?"); the person may say that it is right."""

    when: Condition
    text: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Variant:
    """How a question reads where `when` holds: what is given here stands in place of its own text, label and clause.

    It is the same question with the same id, so that its answers stay one thing.
    """

    when: Condition
    text: Text
    label: Text | None = None
    because: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, eq=False)
class Question:
    """One thing asked, or a note to read.

    `label` names it in a list, `short` on the clinician's screen. `because` is the clause after "omdat" and may
    hold `{answer}`; `because_not` is the one for a no. The first of the `variants` that holds is said in place of
    these; its own texts are for everybody else, also where a condition is unknown. `unit` is a UCUM code; `range` holds
    the lowest and the highest number that is taken; `places` is the number of decimals that is asked for; `example` is
    a number as it may be typed, shown beforehand. It is asked where `enable_when` is true or absent. `may` names what
    can be said instead of a value; a warning sign allows no declining (AMB-112).
    A hidden question is never asked: the configuration answers it. The answer to a warning sign, and to what is
    `momentary`, counts for hours only, and is asked again when she goes on later. A note may show one option of the
    questionnaire's comparison. `was` turns an answer that an earlier version took into the one that stands for it now.
    `closes` is what a clinician reads at a question that is not asked because of this one's answer; without it that
    question does not apply (AMB-128).
    `declined` are the words of declining here, where they are not those of every question.

    Two questions are equal only if they are one object: comparing every field would make long paths slow.
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
    was: Mapping[Written, Written] = field(default_factory=dict)
    unit: str | None = None
    range: tuple[Decimal, Decimal] | None = None
    places: int = 0
    example: Decimal | None = None
    doubt: Doubt | None = None
    hidden: bool = False
    momentary: bool = False
    shows: Id | None = None
    variants: tuple[Variant, ...] = ()
    closes: Text | None = None
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] = ()
    declined: Text | None = None
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    code: Code | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def lapses(self) -> bool:
        """Whether the answer counts for hours only."""
        return self.warning or self.momentary

    @property
    def takes(self) -> tuple[str, ...]:
        """The answers it takes as they stand in a file, where they are a few that can be listed."""
        if self.type == "boolean":
            return ("true", "false")
        return tuple(str(option.id) for option in self.choices)

    def option(self, option_id: str) -> Option:
        """The choice of that id; KeyError where there is none."""
        for option in self.choices:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True)
class Use:
    """A shared question in a section. These keys, where given, stand in place of those in `common/questions.yaml`."""

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
    """A rule: where `when` holds, its statements are said.

    Where `when` is unknown, the finding that `if_unknown` names is said: one of this questionnaire, `self`, or `none`.
    Levels with a number must name one (Q211). A finding without `when` is only named by others. `short` is how it reads
    on the clinician's screen. One that `acts` says itself what to do and when, in the place of its level's action. One
    that `tells_why` names her answers itself, or what is not known, and has no "because" below it. One with a `topic`
    is general knowledge: a page names the topic, and `info` has it all (AMB-137).
    """

    id: Id
    level: Level
    say: tuple[Id, ...]
    when: Condition | None = None
    if_unknown: Id | None = None
    short: Text | None = None
    audience: Audience = "patient"
    acts: bool = False
    tells_why: bool = False
    topic: Text | None = None
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
    """A sentence or a few. `facts` are what the leaflets say of it; `addition` is why it is said where they do not.

    `kiosk` is the text in a waiting room, where that differs. A clinician's note has a `basis` in place of facts, and
    in `note` its number in the clinic's list. Without `approved` it is a draft. A `reassuring` one is said only where
    no finding is of level now or call (AMB-111).
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
    """How a calculated number is shown: rounded to `places` decimals.

    Rounding never shows it on another side of one of the `borders` than it is (AMB-08).
    """

    places: int = 0
    borders: tuple[Decimal, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class RecordLayout:
    """Which answers stand where on the clinician's screen, as ids of questions.

    `subjective` has a tuple for each line, `objective` is one line. Every record has the same order, so that a
    clinician knows where to look.
    """

    title: Text
    subjective: tuple[tuple[Id, ...], ...]
    objective: tuple[Id, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Action:
    """What to do first at one level: the statement for each setting; at home, when it is late, `late` (AMB-114)."""

    level: Literal["now", "call", "check", "arrange"]
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
    """A line of `facts.tsv`: something a leaflet says, in English, and the Dutch heading it stands under, if any.

    `modules` are the parts of the content that need it, `priority` is A to C; both are for counting coverage.
    """

    id: str
    leaflet: str
    heading: str
    text_en: str
    modules: tuple[str, ...]
    priority: str


@dataclass(frozen=True)
class Questionnaire:
    """A questionnaire put together from its files and checked: every name in it is the id of something in it.

    `digest` is a fingerprint of those files. `menu` is its place in the menu, None where it is not offered there.
    `actions` and `worry` are what every summary says first and last. Statements include the shared ones. `signs` are
    the findings that list the signs to call for: a list of its own, and said in place of what she was not asked where
    she stopped half-way (AMB-125).
    `terms` are what people call calculated values and sets of criteria, by their names.
    """

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
    calculated: Mapping[str, Calculation]
    terms: Mapping[str, Text]
    findings: tuple[Finding, ...]
    signs: tuple[Id, ...]
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
        """For each calculated value the function that names the answers behind it."""
        return {str(name): found.explain for name, found in self.calculated.items()}

    def reads(self, name: str) -> tuple[str, ...]:
        """The names that a calculated value or a set of criteria reads directly; none for a question."""
        if name in self.calculated:
            return self.calculated[name].reads
        criteria = self.criteria[name].criteria if name in self.criteria else ()
        conditions = (condition for found in criteria for condition in (found.met_when, found.not_met_when))
        return tuple(dict.fromkeys(read for condition in conditions for read in condition.reads))

    def read_through(self, names: Iterable[str]) -> frozenset[str]:
        """The ids of the questions behind these names, through calculated values and sets of criteria; `today` too."""
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
