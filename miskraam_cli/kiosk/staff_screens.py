"""Staff at a kiosk: a key and a PIN; then the signal is acknowledged or tested, or the kiosk ends."""

import time
from typing import TYPE_CHECKING

from miskraam_cli.interview.prompt import Answered, Paragraph, Prompt, PromptOption
from miskraam_cli.kiosk import pin
from miskraam_cli.kiosk.messages import Link
from miskraam_cli.records import codes
from miskraam_cli.terminal.still_screen import StillScreen

if TYPE_CHECKING:
    from miskraam_cli.kiosk.full_screen import FullScreen

_SECONDS = 30.0  # without a key; then it is as before


class StaffLeave(Exception):
    """Staff end the kiosk; what a patient answered goes with her process."""


class StaffScreens:
    """The screens of staff, in a patient's process: they show nothing of hers."""

    def __init__(self, still: StillScreen, screen: "FullScreen", kept: str, link: Link) -> None:
        self._still = still
        self._screen = screen
        self._kept = kept
        self._link = link
        self._wrong = link.standing.wrong_pins

    def acknowledged(self) -> bool:
        """Ask for the PIN, and tell the desk's signal that it was seen; whether the PIN was right."""
        right = self._pin()
        if right:
            self._link.acknowledge()
        return right

    def come(self) -> None:
        """Ask for the PIN and let staff choose. Raises StaffLeave."""
        if not self._pin():
            return
        say, screen = self._screen.words, self._screen
        ringing = screen.unseen or self._link.standing.ringing
        ways = (*(("seen",) if ringing else ()), "back", "test", "leave")
        options = tuple(PromptOption(way, say(f"kiosk.staff_{way}")) for way in ways)
        with screen.nothing_of_hers():
            step = screen.ask(Prompt("", "one", say("kiosk.staff"), options, can_go_back=False))
        match step.chosen if isinstance(step, Answered) else ():
            case ("seen",):
                self._link.acknowledge()
                screen.unseen = False
            case ("test",):
                worked = self._link.test()
                told = Paragraph(say("kiosk.tested" if worked else "error.alert_failed"), "strong")
                shown = screen.page(told, keys=("kiosk.key_back",))
                self._still.show(shown.copy, ("f9",), _SECONDS)
            case ("leave",):
                raise StaffLeave

    def _pin(self) -> bool:
        """Whether the PIN is typed right; after wrong ones each try waits longer. A trial may do without one."""
        if not self._kept:
            return True
        typed = ""
        say = self._screen.words
        above = [Paragraph(say("kiosk.alarm"), "alarm")] if self._screen.unseen else []
        self._slow(above)
        self._still.forget_typed_ahead()
        while True:
            dots = "* " * len(typed)
            asked = Paragraph(say("kiosk.pin"), "strong"), Paragraph(dots)
            shown = self._screen.page(*above, *asked, keys=("kiosk.key_pin",))
            key = self._still.show(shown.copy, (*"0123456789", "enter", "backspace", "escape"), _SECONDS)
            if key in ("", "escape"):
                return False
            if key == "enter":
                return self._fits(typed)
            typed = typed[:-1] if key == "backspace" else (typed + key)[: pin.LONGEST]

    def _fits(self, typed: str) -> bool:
        right = pin.fits(typed, self._kept)
        self._wrong = 0 if right else self._wrong + 1
        self._link.tell("right_pin" if right else "wrong_pin")
        return right

    def _slow(self, above: list[Paragraph]) -> None:
        """Nobody tries all PINs here."""
        ends = time.monotonic() + codes.wait(self._wrong)
        while (left := ends - time.monotonic()) > 0:
            say = self._screen.words
            said = (
                Paragraph(say("kiosk.wrong_pin")),
                Paragraph(say("records.wait", seconds=round(left + 0.5))),
            )
            shown = self._screen.page(*above, *said)
            self._still.show(shown.copy, (), min(1.0, left))
