"""A draft: the answers so far, as a file from which she can go on later."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import ClassVar

from miskraam_cli.errors import Place
from miskraam_cli.interview.answers import UnreadAnswers
from miskraam_cli.questionnaire.ids import NOWHERE, Version

FORMAT = "miskraam.draft/1"
_HOURS = 6  # that an answer about the moment holds, on the same day; no leaflet says so


@dataclass(frozen=True)
class DraftFile:
    """What a draft holds: of which questionnaire, in which version, and the answers. `file` is one of her own.

    `moment` is when its warning signs were asked, in ISO 8601.
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
        """When its warning signs were asked; None where that is too long ago to count on `now`, or not known."""
        try:
            moment = datetime.fromisoformat(self.moment or "")
            holds = moment.date() == now.date() and timedelta() <= now - moment <= timedelta(hours=_HOURS)
        except (ValueError, TypeError):  # no moment, or one without a zone
            return None
        return moment if holds else None
