"""Where, when and for whom a summary is made."""

from dataclasses import dataclass
from datetime import datetime

from miskraam_cli.language import Words
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.roles import Audience, FilledBy, Setting
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.summary.whom_to_call import NOTHING_CONFIRMED, Confirmed


@dataclass(frozen=True)
class Circumstances:
    """What a summary depends on beside the answers. `moment` is aware, in the clinic's time zone.

    `confirmed` is what the clinic has confirmed of its numbers and hours, `kept` the record it is made from, if any.
    """

    directory: Directory
    words: Words
    moment: datetime
    setting: Setting = "home"
    audience: Audience = "patient"
    filled_by: FilledBy = "self"
    confirmed: Confirmed = NOTHING_CONFIRMED
    kept: RecordHistory | None = None
