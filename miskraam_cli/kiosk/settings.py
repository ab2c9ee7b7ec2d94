"""What a clinic settles for its kiosk, and what is missing before it may start (AMB-81)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from miskraam_cli.questionnaire.contacts import Hours
from miskraam_cli.summary.whom_to_call import Confirmed

AtAlert = Literal["desk", "stay"]
AT_ALERT: tuple[AtAlert, ...] = get_args(AtAlert)
DEFAULT_QUESTIONNAIRE = "follow-up"


@dataclass(frozen=True)
class Staffing:
    """Who comes when she needs help now, who stands in, and in which hours; outside them the kiosk is off.

    On public holidays too, unless somebody is there on `holidays`.
    """

    who: str
    stand_in: str
    hours: Hours
    holidays: bool = False


@dataclass(frozen=True)
class KioskSettings:
    """The table `[kiosk]` of the configuration; empty where it says nothing.

    `desk` says where the desk is, `desk_en` the same in English. `alert`, `alert_second` and `print` are commands, a
    word each; `pin` is the hash that `--set-pin` prints. `at_alert`: who needs help now goes to the desk, or stays and
    staff come to her.
    """

    name: str = ""
    desk: str = ""
    desk_en: str = ""
    questionnaires: tuple[str, ...] = (DEFAULT_QUESTIONNAIRE,)
    alert: tuple[str, ...] = ()
    alert_second: tuple[str, ...] = ()
    staff: Staffing | None = None
    pin: str = ""
    print: tuple[str, ...] = ()
    at_alert: AtAlert = "desk"

    def desk_in(self, language: str) -> str:
        """Where the desk is, in this language where that was settled."""
        return (self.desk_en if language == "en" else "") or self.desk


NOT_SETTLED = KioskSettings()


@dataclass(frozen=True)
class Times:
    """How long the kiosk waits, in seconds. A test has shorter ones; a clinic does not choose.

    On the screen: `idle` without a key, `countdown` after "are you still there", `pause`, and `off`, after which the
    start screen is made anew and the hours are looked at again. Of the signal: `repeat` until it rings again, `second`
    until the second destination is called too, `command` for a command to end.
    """

    idle: float = 120
    countdown: float = 30
    pause: float = 600
    repeat: float = 30
    second: float = 120
    command: float = 10
    off: float = 30


CLINIC_TIMES = Times()


@dataclass(frozen=True)
class ThisKiosk:
    """One kiosk: what was settled, how long it waits, and whether this is only a trial."""

    settings: KioskSettings
    times: Times = CLINIC_TIMES
    trial: bool = False


def missing(settings: KioskSettings, confirmed: Confirmed, today: date, *, keeps: bool) -> tuple[str, ...]:
    """The names of what is not settled yet; nothing where the kiosk may start."""
    numbers, hours = confirmed.numbers, confirmed.hours
    settled = {
        "numbers": numbers is not None and numbers.valid(today),
        "hours": hours is not None and hours.valid(today),
        "name": settings.name,
        "desk": settings.desk,
        "alert": settings.alert,
        "alert_second": settings.alert_second,
        "staff": settings.staff,
        "pin": settings.pin,
        "records": keeps,
    }
    return tuple(name for name, found in settled.items() if not found)
