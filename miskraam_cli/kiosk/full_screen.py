"""The kiosk's presenter: puts prompts to one patient, and lets come between them what a waiting room brings.

What may come between when, and what it does, stands in `phase.py`.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from miskraam_cli.interview.letters import clean
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Idle,
    Jump,
    Notice,
    Paragraph,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.kiosk.alert_screen import AlertScreen
from miskraam_cli.kiosk.clinic import Clinic
from miskraam_cli.kiosk.messages import ToSupervisor
from miskraam_cli.kiosk.neutral_page import NeutralPage
from miskraam_cli.kiosk.phase import Phase, Situation
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM, PreparedScreens
from miskraam_cli.kiosk.screen_text import ScreenText
from miskraam_cli.kiosk.staff_screens import StaffScreens
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.terminal.leaving import How, Left
from miskraam_cli.terminal.line_of_keys import nothing_chosen
from miskraam_cli.terminal.screen import LOW, rows, wipe

_BELOW = 10  # lines below a text that is read: choices, a gap, the keys
_NEXT, _REVIEW, _DONE, _WRITE = "next", "review", "done", "write"


class FullScreen:
    """One patient's screen; implements Presenter. Nothing is taken for an answer but what she chose or typed.

    `situation` is where she is, `text` writes in her language, `alert` calls staff.
    """

    def __init__(self, prepared: PreparedScreens, clinic: Clinic, supervisor: ToSupervisor) -> None:
        kiosk = clinic.kiosk
        self.situation = Situation()
        self.text = ScreenText(prepared.theme, clinic.words[LANGUAGES[0]], trial=kiosk.trial)
        self._page = NeutralPage(prepared.still, self.text, self.situation, kiosk.times)
        self._staff = StaffScreens(self._page, kiosk.settings, supervisor)
        self.alert = AlertScreen(self._page, clinic, supervisor, self._staff)
        self._applications = prepared.applications
        self._times = kiosk.times
        self._clock = clinic.clock
        self._seal: Callable[[], object] = lambda: None
        self._lines: list[Paragraph] = []  # what was told without a key stands above the next question
        self._sought = ""  # what she goes to find out, before she is asked on

    def begin_choosing(self, words: Words) -> None:
        """She chose her language: from now on the screen is hers."""
        self.text.speak(words)
        self.situation.enter(Phase.CHOOSING)

    def begin_questions(self, seal: Callable[[], object]) -> None:
        """She is at the questions from now on; `seal` makes safe what she answered so far."""
        self.situation.enter(Phase.WALKING)
        self._seal = seal

    def end_questions(self) -> None:
        """The questions end: nothing of them stays on the screen."""
        if self.situation.phase is not Phase.CALLED_IN:
            self.situation.enter(Phase.ENDING)
        wipe()

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt until it is answered or she leaves it.

        Her own words stand on a screen that others see: they are asked for when she is done and wants to (AMB-104). Who
        chose to find something out first finds the screen hidden until she is back, as in a pause (AMB-115).
        """
        if self._sought:
            gone = self._stay_away(Phase.PAUSED, self._sought)
            if gone:
                return gone
            self._sought = ""
        if prompt.skip and not prompt.typed:
            step = self._ask_once(self._done_or_more_prompt(prompt))
            if not isinstance(step, Answered):
                return step
            if step.chosen == (_DONE,):
                return Answered(typed=prompt.skip)
        step = self._ask_once(prompt)
        if isinstance(step, Answered):
            self._sought = next((one.pauses for one in prompt.options if one.id in step.chosen), "")
        return step

    def _done_or_more_prompt(self, prompt: Prompt) -> Prompt:
        say = self.text.words
        ways = (_DONE, "kiosk.done_asking"), (_WRITE, "kiosk.write")
        options = tuple(PromptOption(way, say(key)) for way, key in ways)
        return replace(prompt, kind="one", text=say("kiosk.done_or_more"), options=options, help="", error="")

    def _ask_once(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        left = self.put(prompt, lambda: self._format_question(prompt))
        if isinstance(left, Stop):
            return left
        self._lines.clear()
        answered = Answered(left.chosen, clean(left.typed))
        if left.how == "back":
            return Back(answered)
        return Jump(answered) if left.how == "review" else answered

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show a notice; a line stands above what comes next. An alarm calls staff first."""
        if notice.kind == "line":
            self._lines += notice.paragraphs
            return Continue()
        if notice.kind == "alarm" and self.alert.call_staff(self._seal) == "acknowledged":
            return Stop()
        say = self.text.words
        text = self.text.format([*self._lines, *notice.paragraphs])
        options = notice.options or (PromptOption(_NEXT, say("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, say("review.look")))
        last = Prompt(
            "",
            "one",
            "",
            options,
            can_go_back=notice.can_go_back,
            can_review=notice.can_review,
            deaf_for=notice.deaf_for,
        )
        left = self.read(_cut(text.split("\n")), last)
        self._lines.clear()
        if isinstance(left, Stop):
            return left
        if left.how == "review" or left.chosen == (_REVIEW,):
            return Jump()
        if left.how == "back":
            return Back()
        return Stop() if notice.options and left.chosen == (options[0].id,) else Continue()

    def read(self, pages: Sequence[str], last: Prompt) -> Left | Stop:
        """Let her read pages, back and forth; on the last one stands what is asked."""
        at = 0
        on = Prompt(
            "", "one", "", (PromptOption(_NEXT, self.text.words("keys.next")),), deaf_for=last.deaf_for
        )
        while True:
            is_last = at == len(pages) - 1
            prompt = last if is_last else on
            prompt = replace(prompt, can_go_back=at > 0 or (is_last and last.can_go_back))
            left = self._put_below(pages[at], prompt)
            if isinstance(left, Stop) or (is_last and left.how != "back") or (at == 0 and left.how == "back"):
                return left
            at += -1 if left.how == "back" else 1

    def _put_below(self, text: str, prompt: Prompt) -> Left | Stop:
        return self.put(prompt, lambda: text)

    def put(self, prompt: Prompt, above: Callable[[], str]) -> Left | Stop:
        """Put a prompt below the text of `above`, again after everything that comes between."""

        while True:
            allowed = self.situation.allowed
            keys = self.text.name_keys(prompt, allowed.keys)
            nothing = nothing_chosen(prompt, self.text.words)
            left = self._applications.run(prompt, keys, nothing, above, allowed.seconds(self._times))
            if left.how in ("answered", "back", "review"):
                return left
            step = self._step_aside(left.how)
            if step is not None:
                return step
            if self.situation.phase is not Phase.START:  # what was pointed at there is nobody's choice
                prompt = replace(prompt, chosen=left.chosen, typed=left.typed)

    def show_closed(self, said: Sequence[str]) -> None:
        """The screen outside the hours of the desk, for a while; staff may come."""
        paragraphs = [*(Paragraph(text, "strong") for text in said), Paragraph(PICTOGRAM)]
        if self._page.show(paragraphs.copy) == "staff":
            self._let_staff_in()

    def _step_aside(self, how: How) -> Stop | None:
        """Do what is no answer, where the phase allows it. None goes on with the question."""
        if how == "idle":
            return self._look_for_her()
        if not self.situation.allowed.allows(how):
            return None
        match how:
            case "hide":
                return self._stay_away(Phase.HIDDEN)
            case "pause":
                return self._stay_away(Phase.PAUSED)
            case "called":
                self.situation.enter(Phase.CALLED_IN)
                return Stop()
            case "staff":
                self._let_staff_in()
        return None

    def _stay_away(self, phase: Phase, sought: str = "") -> Stop | None:
        """A screen without anything of hers, hidden or paused; the same key brings her back.

        It says what is `sought` meanwhile, where that is something.
        """

        def say() -> list[Paragraph]:
            paused = self.text.words("kiosk.paused")
            shown = paused if phase is Phase.PAUSED else f"{self._clock():%H:%M}"
            return [Paragraph(text, "strong") for text in (sought, shown) if text]

        with self.situation.interrupted_by(phase):
            back = self._page.show(say)
        return None if back else self._look_for_her()

    def _look_for_her(self) -> Stop | None:
        """No key for a long time: is she still there? None where she is."""
        if self.situation.alert_open:
            return Stop() if self.alert.come_back() == "acknowledged" else None
        if not self.situation.allowed.asks_first:
            return Idle()
        ends = time.monotonic() + self._times.countdown

        def ask() -> list[Paragraph]:
            say, seconds = self.text.words, max(0, round(ends - time.monotonic()))
            return [
                Paragraph(say("kiosk.still_there"), "strong"),
                Paragraph(say("kiosk.else_wiped", seconds=seconds)),
            ]

        with self.situation.interrupted_by(Phase.STILL_THERE):
            return None if self._page.show(ask) else Idle()

    def _let_staff_in(self) -> None:
        """Staff at the screen; the lines above her question are not for them. Raises StaffLeave."""
        hers, self._lines = self._lines, []
        self._staff.open(self._ask_once)
        self._lines = hers

    def _format_question(self, prompt: Prompt) -> str:
        """What stands above the answers of a question; on a low screen without what is only good to know."""
        low = rows() < LOW
        gap = [] if low else [Paragraph("")]
        above = " · ".join(part for part in (prompt.progress, prompt.title) if part)
        said = [*gap, Paragraph(above, "quiet"), *gap] if above and not low else gap
        said += [*self._lines, *gap] if self._lines else []
        said += [Paragraph(prompt.text, "strong")]
        said += [Paragraph(prompt.typed_as, "quiet")] if prompt.typed_as else []
        return self.text.format(said)


def _cut(lines: Sequence[str]) -> list[str]:
    """Lines in pieces that leave room for what is asked below."""
    room = max(6, rows() - _BELOW)
    return ["\n".join(("", *lines[start : start + room])) for start in range(0, max(1, len(lines)), room)]
