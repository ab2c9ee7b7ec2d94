"""A draft: the answers so far, as a file from which she can go on later."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from miskraam_cli.errors import Place
from miskraam_cli.interview.answers import UnreadAnswers
from miskraam_cli.questionnaire.ids import NOWHERE, Version

FORMAT = "miskraam.draft/1"
_HOURS = 6  # for which an answer about a warning sign counts, within one day; our choice, no leaflet says so


@dataclass(frozen=True)
class DraftFile:
    """What a draft holds, each field a key of the file.

    `questionnaire` is the name of its file without the ending; `file` is its path where it does not come with the
    program. `digest` is that of the questionnaire then. `moment` is when the warning signs were asked, in ISO 8601.
    """

    PARTIAL: ClassVar = True

    format: str
    questionnaire: str
    version: Version
    digest: str
    language: str
    answers: UnreadAnswers
    file: str | None = None
    moment: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def asked_at(self, now: datetime) -> datetime | None:
        """When its warning signs were asked; None if unknown, on another day, or more than six hours before `now`."""
        try:
            moment = datetime.fromisoformat(self.moment or "")
            holds = moment.date() == now.date() and timedelta() <= now - moment <= timedelta(hours=_HOURS)
        except (ValueError, TypeError):  # no moment, or one without a zone
            return None
        return moment if holds else None
