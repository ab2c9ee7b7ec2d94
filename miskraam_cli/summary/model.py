"""The summary as data, for one audience: the form `miskraam.summary/1` as frozen dataclasses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from miskraam_cli.interview.state import Answer
from miskraam_cli.questionnaire.condition.evaluate import Value
from miskraam_cli.questionnaire.model import ALARMING, INTERRUPTING, Level
from miskraam_cli.roles import Audience, FilledBy, Setting
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.whom_to_call import ContactShown

FORMAT = "miskraam.summary/1"


@dataclass(frozen=True)
class Reason:
    """A question whose answer decided a finding, that answer (None where unknown), and the clause that names it."""

    question: str
    answer: Answer | Value | None
    text: str


@dataclass(frozen=True)
class SpanShown:
    """A stretch of a course, in full weeks since its beginning: from 4 to 6 is the fifth and sixth week."""

    label: str
    starts: int
    ends: int


@dataclass(frozen=True)
class CourseShown:
    """A course over `weeks` weeks, and a sentence about today.

    `today` is in weeks since the beginning, from 0, with decimals; None where the day is not known.
    """

    weeks: int
    today: Decimal | None
    spans: tuple[SpanShown, ...]
    text: str


@dataclass(frozen=True)
class Signal:
    """A finding in a few words, for a clinician.

    `sources` are ids: one fact of a leaflet, or the rulings where it is an addition to the leaflets.
    """

    text: str
    sources: tuple[str, ...]
    addition: bool


@dataclass(frozen=True)
class FindingShown:
    """A finding with the statements it says. `signals` are how it reads on the clinician's screen.

    `source` names the leaflets and headings, `icons` are chances as so many of so many. `contacts` are ids, and there
    only for levels now and call. Where its `outcome` is unknown, `sources` are the findings that are, `gaps` the ids
    of the questions that left them so, `unknown` the labels of those.
    """

    id: str
    level: Level
    audience: Audience
    outcome: Literal["holds", "unknown"]
    signals: tuple[Signal, ...]
    says: tuple[StatementShown, ...]
    source: str
    course: CourseShown | None
    icons: tuple[tuple[int, int], ...]
    because: tuple[Reason, ...]
    rulings: tuple[str, ...]
    contacts: tuple[str, ...]
    sources: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    acts: bool = False
    tells_why: bool = False
    topic: str = ""
    lists_signs: bool = False

    @property
    def alarming(self) -> bool:
        """Whether it is of a level that carries a number."""
        return self.level in ALARMING

    @property
    def interrupts(self) -> bool:
        """Whether it is of level now or call, which are shown on a screen of their own."""
        return self.level in INTERRUPTING


@dataclass(frozen=True)
class CompareLine:
    """One row of a comparison: a cell for each option, in their order; None where the leaflet says nothing."""

    title: str
    cells: tuple[StatementShown | None, ...]


@dataclass(frozen=True)
class CompareShown:
    """Options beside each other. `order` says that their order means nothing; `values` are what matters to her.

    `first` are the ids of the findings that are read before them.
    """

    order: StatementShown
    options: tuple[str, ...]
    rows: tuple[CompareLine, ...]
    values: tuple[CompareLine, ...]
    first: tuple[str, ...] = ()


@dataclass(frozen=True)
class Soep:
    """The clinician's screen as lines of text: a head, what may not wait, S, O, E and P, and notes from no leaflet."""

    head: str
    alarms: tuple[str, ...]
    subjective: tuple[str, ...]
    objective: tuple[str, ...]
    evaluation: tuple[str, ...]
    plan: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """What the answers mean, for one reader, in one language, at one moment.

    `actions` say what to do first, where a finding carries a number; `asks` are her own words for the clinic. `closing`
    says what to do at worry, and is always there. `generated_at` is aware. `not_answered` holds the ids of questions,
    `not_answered_labels` what of it is shown. `doubts` are questions whose answers may be a slip. `draft`: the clinic
    has yet to approve something that is said. `never_asked` are the questions that she was not put because she stopped
    half-way. `record` is the clinician's screen, `kept` the record it was made from.
    """

    questionnaire_id: str
    version: str
    digest: str
    title: str
    language: str
    audience: Audience
    setting: Setting
    filled_by: FilledBy
    generated_at: datetime
    complete: bool
    actions: tuple[StatementShown, ...]
    findings: tuple[FindingShown, ...]
    contacts: tuple[ContactShown, ...]
    contacts_note: str
    asks: tuple[str, ...]
    closing: tuple[StatementShown, ...]
    more: str
    not_answered: tuple[str, ...]
    not_answered_labels: tuple[str, ...]
    doubts: tuple[str, ...]
    calculated: Mapping[str, Value]
    answers: Mapping[str, Answer]
    draft: bool
    compare: CompareShown | None
    record: Soep | None
    kept: RecordHistory | None = None
    never_asked: frozenset[str] = frozenset()

    @property
    def is_urgent(self) -> bool:
        """Whether her answers ask for help now."""
        return any(finding.level == "now" and finding.outcome == "holds" for finding in self.findings)
