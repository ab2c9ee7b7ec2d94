"""What a summary says of the record it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Change:
    """One question whose answer became another, both in a clinician's words."""

    question: str
    label: str
    before: str
    now: str


@dataclass(frozen=True)
class Correction:
    """What someone corrected, and when."""

    moment: datetime
    by: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class RecordHistory:
    """The record: its code and device, what was corrected in it, and what changed `since` the one before it.

    `told` is what the patient read before a correction, None where there was none. `unfit` are answers, as they
    were sealed, that the questionnaire of today no longer takes; `made_with` is its version where it differs.
    """

    code: str
    device: str = ""
    broken_off: bool = False
    staff_called: bool = False
    corrections: tuple[Correction, ...] = ()
    told: str | None = None
    since: datetime | None = None
    changes: tuple[Change, ...] = ()
    unfit: Mapping[str, str] = field(default_factory=dict)
    made_with: str = ""

    @property
    def first_given(self) -> Mapping[str, str]:
        """The answer that a corrected question had at first."""
        found: dict[str, str] = {}
        for correction in self.corrections:
            for change in correction.changes:
                found.setdefault(change.question, change.before)
        return found
