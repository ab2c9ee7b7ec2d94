"""The phases of one patient at a kiosk, and what each of them allows.

The rules in words; the tables below say the same.

1. Until somebody chooses a language nothing on the screen is hers, and only the key of staff is named.
2. From then on one key hides the screen, wherever she is.
3. At the questions she can also pause, and say that she is called in. At the end she cannot pause: a code must not
   stand on a screen for ten minutes.
4. Who is called in sees her code at once. She may go on with the questions if she was not called after all.
5. Some phases come between: hidden, paused, "are you still there", an alert, staff. Any phase may be interrupted by
   them, and after them it is as before. Nothing can stand in the way of an alert.
6. While staff are at the screen nothing of hers is shown and none of her keys works.
7. Who presses no key for a long time is asked whether she is still there; if nobody is, all is wiped. While an alert
   stands no time runs out, and as long as staff have not acknowledged it nothing is wiped: the alert comes back.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, auto
from typing import Literal

from miskraam_cli.kiosk.settings import Times

Key = Literal["staff", "hide", "on_hidden", "pause", "on_paused", "called", "here", "said"]
Wait = Literal["off", "idle", "pause", "countdown"]

FUNCTION_KEYS: Mapping[Key, str] = {
    "hide": "f2",
    "on_hidden": "f2",
    "pause": "f3",
    "on_paused": "f3",
    "called": "f4",
    "here": "f8",
    "said": "f8",
    "staff": "f9",
}


class Phase(Enum):
    """Where she is, or what came between."""

    START = auto()  # the start screen, or outside the hours of the desk the screen that says so
    CHOOSING = auto()  # who fills it in, which questionnaire, what becomes of the answers
    WALKING = auto()  # the questions
    CALLED_IN = auto()  # the end, for who said that she is called in
    ENDING = auto()  # the end: the summary and the code

    HIDDEN = auto()
    PAUSED = auto()
    STILL_THERE = auto()  # she is asked whether she is
    ALERT = auto()
    STAFF = auto()


@dataclass(frozen=True)
class Allowed:
    """What works in a phase.

    `keys` are named at the foot of the screen; `staff_may_come` by a key that is not named there. `waits` is the time
    without a key after which the phase ends, as `Times` names it; None waits for ever. `asks_first`: then she is asked
    whether she is still there, before all is wiped.
    """

    keys: tuple[Key, ...]
    waits: Wait | None
    asks_first: bool = True
    staff_may_come: bool = False

    def allows(self, key: str) -> bool:
        """Whether this key does anything."""
        return key in self.keys or (key == "staff" and self.staff_may_come)

    def seconds(self, times: Times) -> float | None:
        """How long the phase waits for a key."""
        return None if self.waits is None else float(getattr(times, self.waits))


ALLOWED: Mapping[Phase, Allowed] = {
    Phase.START: Allowed(("staff",), "off", asks_first=False),
    Phase.CHOOSING: Allowed(("hide",), "idle", staff_may_come=True),
    Phase.WALKING: Allowed(("hide", "pause", "called"), "idle", staff_may_come=True),
    Phase.CALLED_IN: Allowed(("hide",), "idle", staff_may_come=True),
    Phase.ENDING: Allowed(("hide",), "idle", staff_may_come=True),
    Phase.HIDDEN: Allowed(("on_hidden",), "idle"),
    Phase.PAUSED: Allowed(("on_paused",), "pause"),
    Phase.STILL_THERE: Allowed(("here",), "countdown", asks_first=False),
    Phase.ALERT: Allowed(("said", "staff"), None),
    Phase.STAFF: Allowed(("staff",), "idle"),
}

FOLLOWS: Mapping[Phase, tuple[Phase, ...]] = {
    Phase.START: (Phase.CHOOSING,),
    Phase.CHOOSING: (Phase.WALKING,),
    Phase.WALKING: (Phase.CALLED_IN, Phase.ENDING),
    Phase.CALLED_IN: (Phase.WALKING,),
}


class Situation:
    """The phase of one patient, and what became of her alert."""

    def __init__(self) -> None:
        self._phase = Phase.START
        self._staff_called = False
        self._alert_open = False

    @property
    def phase(self) -> Phase:
        """Where she is now."""
        return self._phase

    @property
    def allowed(self) -> Allowed:
        """What works now."""
        return ALLOWED[self._phase]

    @property
    def staff_called(self) -> bool:
        """Whether the desk's signal was rung for her, at any time."""
        return self._staff_called

    @property
    def alert_open(self) -> bool:
        """Whether staff have not acknowledged her alert yet."""
        return self._alert_open

    def enter(self, phase: Phase) -> None:
        """Go on to a phase that follows this one. Raises ValueError for another."""
        if phase not in FOLLOWS.get(self._phase, ()):
            raise ValueError(f"{phase} does not follow {self._phase}")
        self._phase = phase

    @contextmanager
    def interrupted_by(self, phase: Phase) -> Iterator[None]:
        """A phase that comes between; afterwards it is as before."""
        before, self._phase = self._phase, phase
        try:
            yield
        finally:
            self._phase = before

    def call_staff(self) -> None:
        """Her alert begins."""
        self._staff_called = self._alert_open = True

    def acknowledge_alert(self) -> None:
        """Staff have seen it."""
        self._alert_open = False
