"""The whole screen for one thing at a time: implements Presenter, and knows what a waiting room does to a person.

She can hide the screen, pause, or be called; who is gone answers nothing; who needs help now gets staff.
"""

import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import Literal

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
from miskraam_cli.interview.typed import clean
from miskraam_cli.kiosk.messages import Link
from miskraam_cli.kiosk.prepared_screens import PICTOGRAM, Here, PreparedScreens
from miskraam_cli.kiosk.settings import ThisKiosk
from miskraam_cli.kiosk.staff_screens import StaffScreens
from miskraam_cli.language import Words
from miskraam_cli.terminal.prompt_kinds import How, Left
from miskraam_cli.terminal.screen import wipe
from miskraam_cli.terminal.still_screen import MARGIN
from miskraam_cli.terminal.theme import width, wrapped

_BELOW = 10  # lines below a text that is read: choices, a gap, the keys
_NEXT, _REVIEW, _DONE, _WRITE = "next", "review", "done", "write"


class FullScreen:
    """Puts prompts to one patient.

    `hers`: there is something of hers to hide. `walking`: she is at the questions, can pause and be called in.
    `called`: she was.
    """

    def __init__(
        self, screens: PreparedScreens, words: Words, place: ThisKiosk, link: Link, here: Here
    ) -> None:
        self.screens = screens
        self.words = words
        self.place = place
        self.link = link
        self.here = here
        self.staff = StaffScreens(screens.still, self, place.settings.pin, link)
        self.hers = False
        self.walking = False
        self.called = False
        self.rung = False
        self.unseen = False  # her alert has not been acknowledged by staff
        self.seal: Callable[[], object] = lambda: None  # makes safe what she answered so far
        self._lines: list[Paragraph] = []

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt until it is answered or she leaves it; nothing is taken for an answer but hers.

        Her own words stand on a screen that others see: they are asked for when she is done and wants to (AMB-104).
        """
        if prompt.skip and not prompt.typed:
            step = self._put(self._done_or_more(prompt))
            if not isinstance(step, Answered):
                return step
            if step.chosen == (_DONE,):
                return Answered(typed=prompt.skip)
        return self._put(prompt)

    def _done_or_more(self, prompt: Prompt) -> Prompt:
        ways = (_DONE, "kiosk.done_asking"), (_WRITE, "kiosk.write")
        options = tuple(PromptOption(way, self.words(key)) for way, key in ways)
        return replace(
            prompt, kind="one", text=self.words("kiosk.done_or_more"), options=options, help="", error=""
        )

    def _put(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        left = self.left(prompt, lambda: self._question(prompt))
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
        if notice.kind == "alarm" and self.alarm() == "acknowledged":
            return Stop()
        text = self.text([*self._lines, *notice.paragraphs])
        options = notice.options or (PromptOption(_NEXT, self.words("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, self.words("review.look")))
        last = Prompt("", "one", "", options, can_go_back=notice.can_go_back, can_review=notice.can_review)
        left = self.read(_pages(text.split("\n")), last)
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
        on = Prompt("", "one", "", (PromptOption(_NEXT, self.words("keys.next")),))
        while True:
            is_last = at == len(pages) - 1
            prompt = last if is_last else on
            prompt = replace(prompt, can_go_back=at > 0 or (is_last and last.can_go_back))
            left = self.left(prompt, partial(_write, pages[at]))
            if isinstance(left, Stop) or (is_last and left.how != "back") or (at == 0 and left.how == "back"):
                return left
            at += -1 if left.how == "back" else 1

    def left(self, prompt: Prompt, above: Callable[[], None]) -> Left | Stop:
        """Put a prompt below what `above` writes, again after everything that comes between."""

        def drawn() -> None:
            wipe()
            above()

        while True:
            left = self.screens.applications.run(prompt, self._keys(prompt), drawn, self.place.times.idle)
            if left.how in ("answered", "back", "review"):
                return left
            step = self._aside(left.how)
            if step is not None:
                return step
            prompt = replace(prompt, chosen=left.chosen, typed=left.typed)

    def _aside(self, how: How) -> Stop | None:
        """What is no answer: hide, pause, called, staff, or nobody there. None goes on with the question."""
        if how == "staff":
            self.staff.come()
        elif how == "idle":
            return self._nobody()
        elif self.walking and how == "called":
            self.called = True
            return Stop()
        elif (self.hers and how == "hide") or (self.walking and how == "pause"):
            return self._away(how)
        return None

    def _nobody(self) -> Stop | None:
        """No key for a long time: is she still there? Her alert stays on the screen until staff have come."""
        if self.unseen:
            return Stop() if self.alarm(again=True) == "acknowledged" else None
        ends = time.monotonic() + self.place.times.countdown

        def asked() -> list[Paragraph]:
            seconds = max(0, round(ends - time.monotonic()))
            return self.page(
                Paragraph(self.words("kiosk.still_there"), "strong"),
                Paragraph(self.words("kiosk.else_wiped", seconds=seconds)),
                keys=("kiosk.key_here",),
            )

        return None if self.screens.still.show(asked, ("f8",), self.place.times.countdown) else Idle()

    def _away(self, how: How) -> Stop | None:
        """A screen without anything of hers; the same key brings her back."""
        key, seconds = ("f2", self.place.times.idle) if how == "hide" else ("f3", self.place.times.pause)

        def shown() -> list[Paragraph]:
            if how == "hide":
                return self.page(
                    Paragraph(f"{self.here.clock():%H:%M}", "strong"), keys=("kiosk.key_on_hidden",)
                )
            return self.page(Paragraph(self.words("kiosk.paused"), "strong"), keys=("kiosk.key_on_paused",))

        return None if self.screens.still.show(shown, (key,), seconds) else self._nobody()

    def alarm(self, *, again: bool = False) -> Literal["acknowledged", "said"]:
        """Call staff, and keep that on the screen until one of them has come or she says that she told them."""
        self.rung = self.unseen = True
        if not again:
            self.link.tell("alarm")
        self.screens.still.forget_typed_ahead()
        if not again:
            wipe()
            _write(self.text(self._alert()))
            self.seal()  # a slow database keeps neither the bell nor the screen waiting
        while True:
            key = self.screens.still.show(self._alert, ("f8", "f9"))
            if key == "f9" and self.staff.acknowledged():
                self.unseen = False
                return "acknowledged"
            if key == "f8":
                self.link.tell("said")
                return "said"

    def _alert(self) -> list[Paragraph]:
        news = self.link.news()
        said = [Paragraph(self.words("kiosk.alarm"), "alarm"), Paragraph(PICTOGRAM)]
        desk = self.place.settings.desk_in(self.words.language)
        said += [Paragraph(self.words("kiosk.desk", desk=desk))] if desk else []
        said += [Paragraph(self.words("kiosk.walk_to_desk"), "alarm")] if news.failed else []
        said += [Paragraph("\n".join(self.here.numbers(self.words)))]
        said += [Paragraph(self.words("kiosk.call_112" if news.second else "kiosk.danger_112"), "strong")]
        return self.page(*said, keys=("kiosk.key_said", "kiosk.key_staff"))

    def start(self, prompt: Prompt, said: Callable[[], Sequence[Paragraph]]) -> str | None:
        """The start screen; what was chosen, or nothing after a long time without a key."""
        while True:
            above = self.text(said())

            def drawn(above: str = above) -> None:
                wipe()
                _write(above)

            left = self.screens.applications.run(prompt, self._keys(prompt), drawn, self.place.times.off)
            if left.how == "staff":
                self.staff.come()
            elif left.how == "idle":
                return None
            elif left.how == "answered":
                return left.chosen[0]

    def closed(self, *said: str) -> bool:
        """The screen outside the hours of the desk; whether staff pressed their key."""
        paragraphs = [Paragraph(text, "strong") for text in said]
        shown = self.page(*paragraphs, Paragraph(PICTOGRAM), keys=("kiosk.key_staff",))
        return self.screens.still.show(lambda: shown, ("f9",), self.place.times.off) == "f9"

    def text(self, said: Sequence[Paragraph]) -> str:
        """Paragraphs as they are written on this screen."""
        return "\n".join(self._painted(paragraph) for paragraph in said)

    @contextmanager
    def nothing_of_hers(self) -> Iterator[None]:
        """While somebody else looks on: no line from before, and no key that is hers."""
        before = self.hers, self.walking, self._lines
        self.hers, self.walking, self._lines = False, False, []
        try:
            yield
        finally:
            self.hers, self.walking, self._lines = before

    def page(self, *paragraphs: Paragraph, keys: Sequence[str] = ()) -> list[Paragraph]:
        """A page that says nothing of what this is about."""
        title = Paragraph(self.words("kiosk.title"), "strong")
        named = "   ".join((*self._marks(), *(self.words(key) for key in keys)))
        spaced = [part for paragraph in paragraphs for part in (paragraph, Paragraph(""))]
        return [Paragraph(""), title, Paragraph(""), Paragraph(""), *spaced, Paragraph(""), Paragraph(named)]

    def _marks(self) -> list[str]:
        return [self.words("kiosk.trial")] if self.place.trial else []

    def _question(self, prompt: Prompt) -> None:
        """What stands above the answers of a question."""
        above = " · ".join(part for part in (prompt.progress, prompt.title) if part)
        said = [Paragraph(""), Paragraph(above, "quiet"), *self._lines]
        said += [Paragraph(prompt.error)] if prompt.error else []
        said += [Paragraph(""), Paragraph(prompt.text, "strong")]
        _write(self.text(said))

    def _painted(self, paragraph: Paragraph) -> str:
        text = "\n".join(wrapped(line, " " * MARGIN, width() - MARGIN) for line in paragraph.text.split("\n"))
        return self.screens.theme.paint(text, paragraph.style)

    def _keys(self, prompt: Prompt) -> list[str]:
        """The keys that work here, in words."""
        names = [f"keys.{'enter' if len(prompt.options) == 1 else prompt.kind}"]
        names += ["keys.back"] if prompt.can_go_back else []
        names += ["keys.help"] if prompt.help else []
        names += ["keys.review"] if prompt.can_review else []
        own = ["hide"] if self.hers else ["staff"]
        own += ["pause", "called"] if self.walking else []
        named = [self.words(name) for name in (*names, *(f"kiosk.key_{name}" for name in own))]
        return [*self._marks(), *(key for line in named for key in line.split(" · "))]


def _pages(lines: Sequence[str]) -> list[str]:
    """Lines in pieces that leave room for what is asked below."""
    room = max(6, shutil.get_terminal_size((80, 24)).lines - _BELOW)
    return ["\n".join(("", *lines[start : start + room])) for start in range(0, max(1, len(lines)), room)]


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
