"""One patient from the start screen to the code, in a process of her own that ends with her."""

from functools import partial

from miskraam_cli.errors import OutOfReachError
from miskraam_cli.interview.prompt import Answered, Back, Paragraph, Prompt, PromptOption, Stop
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from miskraam_cli.kiosk.clinic import Clinic, Visit
from miskraam_cli.kiosk.end_screens import EndScreens
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.messages import FromPatient, ToSupervisor
from miskraam_cli.kiosk.phase import Phase
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM, PreparedScreens
from miskraam_cli.kiosk.settings import ThisKiosk
from miskraam_cli.kiosk.staff_screens import StaffLeave
from miskraam_cli.roles import FilledBy

_WHO: tuple[FilledBy, ...] = ("self", "helped", "for_her")


class Patient:
    """The screens of one patient, in their order."""

    def __init__(
        self, clinic: Clinic, screens: PreparedScreens, place: ThisKiosk, supervisor: ToSupervisor
    ) -> None:
        self.clinic = clinic
        self.place = place
        self.supervisor = supervisor
        self.screen = FullScreen(screens, clinic, place, supervisor)
        self.situation = self.screen.situation

    def serve(self) -> FromPatient:
        """From the start screen to the end; how it ended."""
        try:
            return self._serve()
        except StaffLeave:
            return FromPatient.LEAVE

    def _serve(self) -> FromPatient:
        if self.supervisor.signal.on_screen:  # her process ended while staff were called: that still stands
            self.screen.alert.come_back()
            return FromPatient.STOPPED
        begun = self._begun()
        if begun is None:
            return FromPatient.IDLE
        self.supervisor.tell(FromPatient.STARTED)
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
        return self.clinic.visit(name, self.screen.text.words, filled_by)

    def _at_the_start(self) -> bool:
        """The start screen until somebody chooses a language. Nobody there: it is looked at anew."""
        while not self.clinic.is_open():
            self.screen.show_closed([say("kiosk.off") for say in self.clinic.words.values()])
        options = tuple(
            PromptOption(code, words("language.name")) for code, words in self.clinic.words.items()
        )
        prompt = Prompt("", "one", "", options, can_go_back=False)
        left = self.screen.put(prompt, lambda: self.screen.text.format(self._start_text()))
        if isinstance(left, Stop):
            return False
        self.screen.text.speak(self.clinic.words[left.chosen[0]])
        self.situation.enter(Phase.CHOOSING)
        return True

    def _start_text(self) -> list[Paragraph]:
        """Neutral, in both languages, with a way to the desk for who reads neither (AMB-108)."""
        both = list(self.clinic.words.values())
        dutch = both[0]
        said = [Paragraph(""), Paragraph(" · ".join(say("kiosk.title") for say in both), "strong")]
        said += [Paragraph(""), Paragraph(PICTOGRAM), Paragraph("")]
        said += [Paragraph(say("kiosk.who_may")) for say in both]
        signal = self.supervisor.signal
        said += [Paragraph(dutch("kiosk.signal_open"), "quiet")] if signal.ringing else []
        if signal.last_test != "works":
            said.append(Paragraph(dutch(f"kiosk.test_{signal.last_test}"), "quiet"))
        return said

    def _who(self, chosen: str) -> Prompt:
        say = self.screen.text.words
        options = tuple(PromptOption(who, say(f"kiosk.by_{who}")) for who in _WHO)
        return Prompt("", "one", say("kiosk.who"), options, (chosen,), can_go_back=True)

    def _which(self, chosen: str) -> Prompt:
        say = self.screen.text.words
        options = tuple(
            PromptOption(name, title.in_language(say.language)) for name, title in self.clinic.offered.items()
        )
        return Prompt("", "one", say("walk.menu"), options, (chosen,))

    def _what_happens(self, _chosen: str) -> Prompt:
        say = self.screen.text.words
        return Prompt("", "one", say("kiosk.what_happens"), (PromptOption("begin", say("kiosk.begin")),))

    def _walked(self, visit: Visit) -> FromPatient:
        """The questions; then what she answered is kept, shown, and wiped."""
        screen, situation = self.screen, self.situation
        walk = Walk(visit.interview, screen, screen.text.words, visit.alert)
        while True:
            screen.begin_questions(lambda: self._kept(visit, walk.interview, stopped=True))
            ended = walk.run()
            if ended.how == "idle" and not situation.staff_called:
                return FromPatient.IDLE
            stopped = ended.how != "done"
            screen.end_questions()
            seal = partial(self._kept, visit, ended.interview, stopped=stopped)
            if not situation.staff_called and visit.is_urgent(ended.interview, stopped=stopped):
                screen.alert.call_staff(seal)
            code, kept = seal()
            gone = ended.how == "idle" or not ended.interview.counted
            ending = EndScreens(screen, visit, ended.interview, self.place, stopped=stopped)
            if gone or not ending.show(code, kept=kept):
                if situation.phase is Phase.CALLED_IN:
                    return FromPatient.CALLED
                return FromPatient.STOPPED if stopped else FromPatient.DONE

    def _kept(self, visit: Visit, interview: Interview, *, stopped: bool) -> tuple[str | None, bool]:
        try:
            return visit.keep(interview, stopped=stopped, staff_called=self.situation.staff_called), True
        except OutOfReachError:
            self.supervisor.tell(FromPatient.NOT_KEPT)
            return None, False
