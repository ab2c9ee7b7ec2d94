"""The summary as data, for one audience: the contract `miskraam.summary/1` as frozen dataclasses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from miskraam_cli.interview.state import Answer
from miskraam_cli.questionnaire.condition.evaluate import Value
from miskraam_cli.questionnaire.model import ALARMING, Level
from miskraam_cli.roles import Audience, FilledBy, Setting
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.whom_to_call import ContactShown

FORMAT = "miskraam.summary/1"


@dataclass(frozen=True)
class Reason:
    """An answer that decided a finding, and the clause that names it."""

    question: str
    answer: Answer | Value | None
    text: str


@dataclass(frozen=True)
class SpanShown:
    """A stretch of a course, in weeks."""

    label: str
    starts: int
    ends: int


@dataclass(frozen=True)
class CourseShown:
    """A course over `weeks` weeks with today in it (a week, from 0), and what it says in words."""

    weeks: int
    today: Decimal | None
    spans: tuple[SpanShown, ...]
    text: str


@dataclass(frozen=True)
class FindingShown:
    """A finding with what it says; `short` is how a clinician reads it.

    `sources` are the findings that were unknown, `gaps` the questions that left it so, `unknown` their labels.
    """

    id: str
    level: Level
    audience: Audience
    outcome: Literal["holds", "unknown"]
    short: str
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

    @property
    def alarming(self) -> bool:
        """Whether it may not wait: of level now or call."""
        return self.level in ALARMING


@dataclass(frozen=True)
class CompareLine:
    """One row of a comparison: a cell for each option, in the order of the options."""

    title: str
    cells: tuple[StatementShown | None, ...]


@dataclass(frozen=True)
class CompareShown:
    """Options beside each other; a cell of None is one about which the leaflet is silent."""

    order: StatementShown
    options: tuple[str, ...]
    rows: tuple[CompareLine, ...]
    values: tuple[CompareLine, ...]


@dataclass(frozen=True)
class Soep:
    """The clinician's screen: SOEP lines in a fixed order, and notes that are not from the leaflet below them."""

    head: str
    alarms: tuple[str, ...]
    subjective: tuple[str, ...]
    objective: tuple[str, ...]
    evaluation: tuple[str, ...]
    plan: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Summary:
    """What the answers mean, for one reader, in one language, at one moment."""

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
