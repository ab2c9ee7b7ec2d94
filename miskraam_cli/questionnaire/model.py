"""What a questionnaire is, but for its questions: rules, texts and what is put together of them.

Every class mirrors one mapping in YAML; its fields are the keys an author may write.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal, get_args

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.comparison import Comparison
from miskraam_cli.questionnaire.condition.condition import Calculation, Condition
from miskraam_cli.questionnaire.condition.explain import Explainer
from miskraam_cli.questionnaire.criteria import CriteriaSet
from miskraam_cli.questionnaire.figures import Figure
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id
from miskraam_cli.questionnaire.question import Question, Section
from miskraam_cli.roles import Audience

Level = Literal["now", "call", "check", "arrange", "discuss", "know"]
LEVELS: tuple[Level, ...] = get_args(Level)
ALARMING = LEVELS[:4]  # they carry a number, and count as an alarm (AMB-114)
INTERRUPTING = LEVELS[:2]  # they are shown on a screen of their own, before the next question
SURFACING = LEVELS[:3]  # said before the next question: the former, and `check` as one line


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
    no finding carries a number (AMB-111).
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
