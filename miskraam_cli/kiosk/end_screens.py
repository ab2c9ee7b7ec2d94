"""The end for a patient: her summary and her code, to read, to take along, and to wipe."""

import subprocess

from miskraam_cli.interview.prompt import Paragraph, Prompt, PromptOption, Stop
from miskraam_cli.interview.state import Interview
from miskraam_cli.kiosk.clinic import Visit
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.kiosk.settings import ThisKiosk
from miskraam_cli.terminal.prompt_kinds import Left

_PRINTS = 20  # seconds that a printer may take to say yes


class EndScreens:
    """The screens after the last question of one walk."""

    def __init__(
        self, screen: FullScreen, visit: Visit, interview: Interview, place: ThisKiosk, *, stopped: bool
    ) -> None:
        self.screen = screen
        self.visit = visit
        self.interview = interview
        self.place = place
        self.stopped = stopped
        self.say = screen.text.words

    def show(self, code: str | None, *, kept: bool) -> bool:
        """Let her read and take along what she likes, until she is done or gone; whether she goes on instead.

        Who was called in sees her code at once; the summary is there to choose. What wipes the screen stands last: the
        key that turned the pages must not do it.
        """
        if not self._is_called_in and not self.read():
            return False
        told = ""
        while True:
            ways = [*(["go_on"] if self._is_called_in else []), "read", "qr"]
            ways += (
                [f"print_{what}" for what in (["code"] if code else []) + ["short", "whole"]]
                if self.place.settings.print
                else []
            )
            wish = self.chosen(self.code(code, told, kept=kept), [*ways, "done"])
            if wish in ("", "done", "go_on"):
                return wish == "go_on"
            told = ""
            if wish == "read":
                self.read()
            elif wish == "qr":
                self.qr()
            else:
                told = self.printed(wish, code)

    @property
    def _is_called_in(self) -> bool:
        return self.screen.situation.phase is Phase.CALLED_IN

    def read(self) -> bool:
        """The summary page after page; whether she is still there at its end."""
        last = Prompt("", "one", "", (PromptOption("next", self.say("keys.next")),), can_go_back=False)
        pages = self.visit.pages(self.interview, stopped=self.stopped)
        left = self.screen.read([f"\n{page}" for page in pages], last)
        return not isinstance(left, Stop)

    def code(self, code: str | None, told: str, *, kept: bool) -> str:
        """What stands above the choices: the code, large, and what to do with it."""
        say = self.say
        said = [Paragraph(""), Paragraph(say("kiosk.called" if self._is_called_in else "kiosk.thanks"))]
        if code:
            said += [Paragraph(""), Paragraph(f"    {'  '.join(code)}", "strong"), Paragraph("")]
            said += [Paragraph(say("kiosk.code"))]
        else:
            said += [
                Paragraph(""),
                Paragraph(say("kiosk.trial_code" if kept else "kiosk.not_kept"), "strong"),
            ]
        said += [Paragraph(""), Paragraph(told or say("kiosk.then_wiped"))]
        return self.screen.text.format(said)

    def qr(self) -> None:
        """A number or website, for her telephone."""
        found = self.visit.numbers(self.interview, stopped=self.stopped)
        wish = self.chosen(
            self.screen.text.format([Paragraph(""), Paragraph(self.say("take_home.which_code"))]),
            list(found),
            found=True,
        )
        if wish:
            last = Prompt("", "one", "", (PromptOption("next", self.say("keys.next")),), can_go_back=False)
            self.screen.read([found[wish]], last)

    def printed(self, wish: str, code: str | None) -> str:
        """Print what she chose; how that went. The slip with the code says nothing else."""
        text = f"{code}\n"
        if wish != "print_code":
            text = self.visit.paper(self.interview, stopped=self.stopped, short=wish == "print_short")
        try:
            done = subprocess.run(
                self.place.settings.print,
                input=text.encode(),
                capture_output=True,
                timeout=_PRINTS,
                check=False,
            )
            sent = done.returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            sent = False
        return self.say("kiosk.printed" if sent else "kiosk.not_printed")

    def chosen(self, above: str, ways: list[str], *, found: bool = False) -> str:
        options = tuple(PromptOption(way, way if found else self.say(f"kiosk.end_{way}")) for way in ways)
        left = self.screen.read([above], Prompt("", "one", "", options, can_go_back=found))
        return left.chosen[0] if isinstance(left, Left) and left.how == "answered" else ""
