"""For whom a summary is made, where its screen stands, and who fills in the questions."""

from typing import Literal, get_args

Audience = Literal["patient", "clinician"]
Setting = Literal["home", "workstation", "kiosk"]
FilledBy = Literal["self", "helped", "for_her", "clinician"]

AUDIENCES: tuple[Audience, ...] = get_args(Audience)
SETTINGS: tuple[Setting, ...] = get_args(Setting)
FILLED_BY: tuple[FilledBy, ...] = get_args(FilledBy)
