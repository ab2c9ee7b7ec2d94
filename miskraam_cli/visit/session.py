"""What is settled before anybody is asked: language, place, hour, who answers, and how the summary is given."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from miskraam_cli.errors import one_of
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.renderers.forms import Form
from miskraam_cli.roles import Audience, FilledBy, Setting
from miskraam_cli.summary.whom_to_call import Confirmed

if TYPE_CHECKING:
    from miskraam_cli.interview.prompt import Presenter
    from miskraam_cli.summary.circumstances import Circumstances

ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True)
class SummaryWishes:
    """How a summary is given: in which form, to which file (else to standard output), and with what in it.

    `on_screen` is the form that a person sees, whatever the file is.
    """

    form: Form
    on_screen: Form
    file: Path | None = None
    sources: bool = False
    short: bool = False
    copied: bool = False


@dataclass(frozen=True)
class Session:
    """The settled wishes of one run.

    `moment` is when it began, in Dutch time, and `clock` gives it anew. `person`: somebody can be asked; `lines`: as
    plain lines. `study_open` is None where nobody confirmed it less than a year ago (AMB-98). `keep` asks for a
    record, `code` for one under this code.
    """

    words: Words
    clinician_words: Words
    clock: Callable[[], datetime]
    moment: datetime
    setting: Setting
    audience: Audience
    filled_by: FilledBy
    hospital: str | None
    confirmed: Confirmed
    study_open: bool | None
    records: RecordSettings | None
    person: bool
    lines: bool
    contrast: bool
    summary: SummaryWishes
    draft: Path | None = None
    keep: bool = False
    code: str | None = None

    def now(self) -> "Session":
        """The same session at this moment."""
        return replace(self, moment=self.clock())

    def today(self) -> date:
        """The day that it is now in Dutch time."""
        return self.clock().date()

    def presenter(self) -> "Presenter":
        """Who puts prompts to the person: as plain lines, or by arrow keys and digits."""
        from miskraam_cli.terminal.presenter import presenter  # not where nobody is asked

        return presenter(self.words, lines=self.lines, contrast=self.contrast)

    def circumstances(self, directory: Directory) -> "Circumstances":
        """What a summary depends on beside the answers. A clinician reads Dutch, whatever the patient's language."""
        from miskraam_cli.summary.circumstances import (
            Circumstances,  # not before a summary or an alert is made
        )

        return Circumstances(
            directory=directory,
            words=self.clinician_words if self.audience == "clinician" else self.words,
            moment=self.moment,
            setting=self.setting,
            audience=self.audience,
            filled_by=self.filled_by,
            confirmed=self.confirmed,
        )


def known_hospital(hospital: str | None, directory: Directory) -> str | None:
    """`hospital` if the directory lists it; None stays None. Raises WrongInputError for another."""
    if hospital is not None:
        one_of("--hospital", hospital, tuple(str(item.id) for item in directory.hospitals))
    return hospital
