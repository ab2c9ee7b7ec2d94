"""Staff at a kiosk: a key and a PIN; then the signal is acknowledged or tested, or the kiosk ends."""

import time
from collections.abc import Callable

from miskraam_cli.interview.prompt import Answered, Back, Jump, Paragraph, Prompt, PromptOption, Stop
from miskraam_cli.kiosk import pin
from miskraam_cli.kiosk.messages import FromPatient, ToSupervisor
from miskraam_cli.kiosk.neutral_page import NeutralPage
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.kiosk.settings import KioskSettings
from miskraam_cli.records import codes

_SECONDS = 30.0  # without a key; then it is as before
_PIN_KEYS = (*"0123456789", "enter", "backspace", "escape")

Ask = Callable[[Prompt], Answered | Back | Jump | Stop]


class StaffLeave(Exception):
    """Staff end the kiosk; what a patient answered goes with her process."""


class StaffScreens:
    """The screens of staff, in a patient's process: they show nothing of hers."""

    def __init__(self, page: NeutralPage, settings: KioskSettings, supervisor: ToSupervisor) -> None:
        self._page = page
        self._pin_hash = settings.pin
        self._at_alert = settings.at_alert
        self._supervisor = supervisor
        self._wrong = supervisor.wrong_pins

    def acknowledge(self) -> bool:
        """Ask for the PIN, and have the signal end; whether the PIN was right."""
        right = self._ask_pin()
        if right:
            self._end_signal()
        return right

    def open(self, ask: Ask) -> None:
        """Ask for the PIN and let staff choose, by `ask`. Raises StaffLeave."""
        with self._page.situation.interrupted_by(Phase.STAFF):
            if self._ask_pin():
                self._offer(ask)

    def _offer(self, ask: Ask) -> None:
        say = self._page.text.words
        ringing = self._page.situation.alert_open or self._supervisor.signal.ringing
        ways = (*(("seen",) if ringing else ()), "back", "test", "leave")
        options = tuple(PromptOption(way, say(f"kiosk.staff_{way}")) for way in ways)
        step = ask(Prompt("", "one", say("kiosk.staff"), options, can_go_back=False))
        match step.chosen if isinstance(step, Answered) else ():
            case ("seen",):
                self._end_signal()
            case ("test",):
                self._test_signal()
            case ("leave",):
                raise StaffLeave

    def _end_signal(self) -> None:
        self._supervisor.acknowledge()
        self._page.situation.acknowledge_alert()

    def _test_signal(self) -> None:
        works = self._supervisor.test_signal()
        told = Paragraph(self._page.text.words("kiosk.tested" if works else "error.alert_failed"), "strong")
        self._page.show_with(lambda: [told], ("back",), ("f9",), _SECONDS)

    def _ask_pin(self) -> bool:
        """Whether the PIN is typed right; after wrong ones each try waits longer. A trial may do without one."""
        if not self._pin_hash:
            return True
        typed = ""
        say = self._page.text.words
        # Her alert must be read also while somebody is at the PIN.
        above = (
            [Paragraph(say(f"kiosk.alarm_{self._at_alert}"), "alarm")]
            if self._page.situation.alert_open
            else []
        )
        self._make_wait(above)
        self._page.forget_typed_ahead()
        while True:
            shown = [*above, Paragraph(say("kiosk.pin"), "strong"), Paragraph("* " * len(typed))]
            key = self._page.show_with(shown.copy, ("pin",), _PIN_KEYS, _SECONDS)
            if key in ("", "escape"):
                return False
            if key == "enter":
                return self._check_pin(typed)
            typed = typed[:-1] if key == "backspace" else (typed + key)[: pin.LONGEST]

    def _check_pin(self, typed: str) -> bool:
        right = pin.fits(typed, self._pin_hash)
        self._wrong = 0 if right else self._wrong + 1
        self._supervisor.tell(FromPatient.RIGHT_PIN if right else FromPatient.WRONG_PIN)
        return right

    def _make_wait(self, above: list[Paragraph]) -> None:
        """After wrong PINs each try waits longer, so that nobody tries them all."""
        ends = time.monotonic() + codes.wait(self._wrong)
        say = self._page.text.words
        while (left := ends - time.monotonic()) > 0:
            wait = say("records.wait", seconds=round(left + 0.5))
            shown = [*above, Paragraph(say("kiosk.wrong_pin")), Paragraph(wait)]
            self._page.show_with(shown.copy, (), (), min(1.0, left))
