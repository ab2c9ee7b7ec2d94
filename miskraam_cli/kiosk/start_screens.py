"""The beginning for a patient: a start screen that says nothing, then what she chooses before the first question."""

from miskraam_cli.interview.prompt import Answered, Back, Paragraph, Prompt, PromptOption, Stop
from miskraam_cli.kiosk.clinic import Clinic
from miskraam_cli.kiosk.full_screen import FullScreen
from miskraam_cli.kiosk.messages import ToSupervisor
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM
from miskraam_cli.roles import FilledBy
from miskraam_cli.terminal.screen import LOW, rows
from miskraam_cli.visit.visit import Visit

_WHO: tuple[FilledBy, ...] = ("self", "helped", "for_her")


class StartScreens:
    """The screens before the questions."""

    def __init__(self, screen: FullScreen, clinic: Clinic, supervisor: ToSupervisor) -> None:
        self._screen = screen
        self._clinic = clinic
        self._supervisor = supervisor

    def begin_visit(self) -> Visit | None:
        """From the start screen to a visit that can begin; None where nobody is there, or she went back out of it."""
        if not self._choose_language():
            return None
        chosen = self._choose_the_rest()
        if chosen is None:
            return None
        who, *names, _ = chosen
        filled_by = next(one for one in _WHO if one == who)
        name = names[0] if names else next(iter(self._clinic.titles))
        return self._clinic.begin_visit(name, self._screen.text.words, filled_by)

    def _choose_language(self) -> bool:
        """The start screen until somebody chooses a language; whether somebody did before its time ran out."""
        say_in_each = self._clinic.words
        while not self._clinic.is_open():
            self._screen.show_closed([say("kiosk.off") for say in say_in_each.values()])
        options = tuple(PromptOption(code, say("language.name")) for code, say in say_in_each.items())
        prompt = Prompt("", "one", "", options, can_go_back=False)
        left = self._screen.put(prompt, lambda: self._screen.text.format(self._describe()))
        if isinstance(left, Stop):
            return False
        self._screen.begin_choosing(say_in_each[left.chosen[0]])
        return True

    def _describe(self) -> list[Paragraph]:
        """Neutral, in both languages, with a way to the desk for who reads neither (AMB-108).

        Below it stands what the desk must know of its signal.
        """
        both = list(self._clinic.words.values())
        dutch = both[0]
        gap = [] if rows() < LOW else [Paragraph("")]
        said = [*gap, Paragraph(" · ".join(say("kiosk.title") for say in both), "strong")]
        said += [*gap, Paragraph(PICTOGRAM), *gap]
        said += [Paragraph(say("kiosk.who_may")) for say in both]
        signal = self._supervisor.signal
        if signal.ringing:
            said.append(Paragraph(dutch("kiosk.signal_open"), "quiet"))
        if signal.last_test != "works":
            said.append(Paragraph(dutch(f"kiosk.test_{signal.last_test}"), "quiet"))
        return said

    def _choose_the_rest(self) -> list[str] | None:
        """Who fills it in, which questionnaire where there are more, and that she begins; back and forth."""
        several = len(self._clinic.titles) > 1
        prompts = [self._who_prompt, *([self._which_prompt] if several else []), self._begin_prompt]
        chosen = [""] * len(prompts)
        at = 0
        while at < len(prompts):
            step = self._screen.ask(prompts[at](chosen[at]))
            if isinstance(step, Answered):
                chosen[at] = step.chosen[0]
                at += 1
            elif isinstance(step, Back) and at > 0:
                at -= 1
            else:
                return None
        return chosen

    def _who_prompt(self, chosen: str) -> Prompt:
        say = self._screen.text.words
        options = tuple(PromptOption(who, say(f"kiosk.by_{who}")) for who in _WHO)
        return Prompt("", "one", say("kiosk.who"), options, (chosen,), can_go_back=True)

    def _which_prompt(self, chosen: str) -> Prompt:
        say = self._screen.text.words
        titles = self._clinic.titles.items()
        options = tuple(PromptOption(name, title.in_language(say.language)) for name, title in titles)
        return Prompt("", "one", say("walk.menu"), options, (chosen,))

    def _begin_prompt(self, _chosen: str) -> Prompt:
        say = self._screen.text.words
        return Prompt("", "one", say("kiosk.what_happens"), (PromptOption("begin", say("kiosk.begin")),))
