"""One patient from the start screen to the code, in a process of her own that ends with her."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from miskraam_cli.errors import OutOfReachError
from miskraam_cli.interview.findings import Result
from miskraam_cli.interview.prompt import Answered, Back, Notice, Paragraph, Prompt, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from miskraam_cli.kiosk.end_screens import EndScreens
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.messages import Link, Told
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM, PreparedScreens
from miskraam_cli.kiosk.settings import ThisKiosk
from miskraam_cli.kiosk.staff_screens import StaffLeave
from miskraam_cli.language import LANGUAGES, Text, Words
from miskraam_cli.roles import FilledBy
from miskraam_cli.terminal.screen import wipe

_WHO: tuple[FilledBy, ...] = ("self", "helped", "for_her")


class Visit(Protocol):
    """One patient's questionnaire, and what becomes of her answers."""

    interview: Interview

    def alert(self, interview: Interview, results: tuple[Result, ...]) -> Notice:
        """What a notice about findings says."""

    def keep(self, interview: Interview, *, stopped: bool, staff_called: bool) -> str | None:
        """Seal and keep the answers; the code, or None without answers. Raises OutOfReachError."""

    def is_urgent(self, interview: Interview, *, stopped: bool) -> bool:
        """Whether the answers as they stand ask for help now."""

    def pages(self, interview: Interview, *, stopped: bool) -> Sequence[str]:
        """The summary, a screen at a time."""

    def numbers(self, interview: Interview, *, stopped: bool) -> Mapping[str, str]:
        """Whom to call: a page with a QR code under a name for each."""

    def paper(self, interview: Interview, *, stopped: bool, short: bool) -> str:
        """The summary as it is printed."""


@dataclass(frozen=True)
class Clinic:
    """What every patient finds: words by language, titles of questionnaires by name, a way to begin one."""

    words: Mapping[str, Words]
    offered: Mapping[str, Text]
    visit: Callable[[str, Words, FilledBy], Visit]
    is_open: Callable[[], bool]
    numbers: Callable[[Words], Sequence[str]]
    clock: Callable[[], datetime]


class Patient:
    """The screens of one patient, in their order."""

    def __init__(self, clinic: Clinic, screens: PreparedScreens, place: ThisKiosk, link: Link) -> None:
        self.clinic = clinic
        self.place = place
        self.link = link
        self.screen = FullScreen(screens, clinic.words[LANGUAGES[0]], place, link, clinic)

    def serve(self) -> Told:
        """From the start screen to the end; how it ended."""
        try:
            return self._serve()
        except StaffLeave:
            return "leave"

    def _serve(self) -> Told:
        if self.link.standing.on_screen:  # her process ended while staff were called: that still stands
            self.screen.alarm(again=True)
            return "stopped"
        begun = self._begun()
        if begun is None:
            return "idle"
        self.link.tell("started")
        return self._walked(begun)

    def _begun(self) -> Visit | None:
        """Language, who fills it in, which questionnaire, what becomes of the answers; back and forth."""
        if not self._at_the_start():
            return None
        steps = [self._who, *([self._which] if len(self.clinic.offered) > 1 else []), self._what_happens]
        chosen: dict[int, str] = {}
        at = 0
        while at < len(steps):
            step = self.screen.ask(steps[at](chosen.get(at, "")))
            if isinstance(step, Answered):
                chosen[at] = step.chosen[0]
                at += 1
            elif isinstance(step, Back) and at > 0:
                at -= 1
            else:
                return None
        filled_by = next(who for who in _WHO if who == chosen[0])
        name = chosen[1] if len(steps) > 2 else next(iter(self.clinic.offered))
        return self.clinic.visit(name, self.screen.words, filled_by)

    def _at_the_start(self) -> bool:
        """The start screen until somebody chooses a language. Nobody there: it is looked at anew."""
        while not self.clinic.is_open():
            if self.screen.closed(*(say("kiosk.off") for say in self.clinic.words.values())):
                self.screen.staff.come()
        options = tuple(
            PromptOption(code, words("language.name")) for code, words in self.clinic.words.items()
        )
        step = self.screen.start(Prompt("", "one", "", options, can_go_back=False), self._start_text)
        if step is None:
            return False
        self.screen.words = self.clinic.words[step]
        self.screen.hers = True
        return True

    def _start_text(self) -> list[Paragraph]:
        """Neutral, in both languages, with a way to the desk for who reads neither (AMB-108)."""
        both = list(self.clinic.words.values())
        dutch = both[0]
        said = [Paragraph(""), Paragraph(" · ".join(say("kiosk.title") for say in both), "strong")]
        said += [Paragraph(""), Paragraph(PICTOGRAM), Paragraph("")]
        said += [Paragraph(say("kiosk.who_may")) for say in both]
        standing = self.link.standing
        said += [Paragraph(dutch("kiosk.signal_open"), "quiet")] if standing.ringing else []
        if standing.tested != "works":
            said.append(Paragraph(dutch(f"kiosk.test_{standing.tested}"), "quiet"))
        return said

    def _who(self, chosen: str) -> Prompt:
        say = self.screen.words
        options = tuple(PromptOption(who, say(f"kiosk.by_{who}")) for who in _WHO)
        return Prompt("", "one", say("kiosk.who"), options, (chosen,), can_go_back=True)

    def _which(self, chosen: str) -> Prompt:
        say = self.screen.words
        options = tuple(
            PromptOption(name, title.in_language(say.language)) for name, title in self.clinic.offered.items()
        )
        return Prompt("", "one", say("walk.menu"), options, (chosen,))

    def _what_happens(self, _chosen: str) -> Prompt:
        say = self.screen.words
        return Prompt("", "one", say("kiosk.what_happens"), (PromptOption("begin", say("kiosk.begin")),))

    def _walked(self, visit: Visit) -> Told:
        """The questions; then what she answered is kept, shown, and wiped."""
        screen = self.screen
        walk = Walk(visit.interview, screen, screen.words, visit.alert)
        while True:
            screen.walking, screen.called = True, False
            screen.seal = lambda: self._kept(visit, walk.interview, stopped=True)
            ended = walk.run()
            if ended.how == "idle" and not screen.rung:
                return "idle"
            stopped = ended.how != "done"
            screen.walking = False
            wipe()
            if not screen.rung and visit.is_urgent(ended.interview, stopped=stopped):
                screen.seal = partial(self._kept, visit, ended.interview, stopped=stopped)
                screen.alarm()
            code, kept = self._kept(visit, ended.interview, stopped=stopped)
            gone = ended.how == "idle" or not ended.interview.counted
            ending = EndScreens(screen, visit, ended.interview, self.place, stopped=stopped)
            if gone or not ending.show(code, kept=kept):
                return "called" if screen.called else "stopped" if stopped else "done"

    def _kept(self, visit: Visit, interview: Interview, *, stopped: bool) -> tuple[str | None, bool]:
        try:
            return visit.keep(interview, stopped=stopped, staff_called=self.screen.rung), True
        except OutOfReachError:
            self.link.tell("not_kept")
            return None, False
