"""The history of a record, as a summary made from it tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Change:
    """One question whose answer became another: its id, its label, and both answers in a clinician's words."""

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
class Unfit:
    """An answer in a record that the questionnaire of today does not take, or does not ask for: as JSON.

    `label` is how a clinician's screen names its question, its id where it is gone.
    """

    question: str
    label: str
    answer: str


@dataclass(frozen=True)
class RecordHistory:
    """A record: its code and device, what was corrected in it, and what changed `since` the record before it.

    `broken_off`: the patient stopped half-way. `told` is what she read before a correction, None where there was none.
    `unfit` are the answers that could not be brought over to the questionnaire of today; `made_with` is the version
    that it was filled in with, empty where that is today's.
    """

    code: str
    device: str = ""
    broken_off: bool = False
    staff_called: bool = False
    corrections: tuple[Correction, ...] = ()
    told: str | None = None
    since: datetime | None = None
    changes: tuple[Change, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    made_with: str = ""

    @property
    def first_given(self) -> Mapping[str, str]:
        """The answer that each corrected question had at first, by its id."""
        found: dict[str, str] = {}
        for correction in self.corrections:
            for change in correction.changes:
                found.setdefault(change.question, change.before)
        return found
