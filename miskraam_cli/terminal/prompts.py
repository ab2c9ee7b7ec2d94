"""Prompts for a full terminal, by questionary. One application per kind of prompt, built once, run per question.

The question stands in the application, above its choices, and goes with them: what is answered is one quiet line.
The first question is printed before questionary is imported, so that it stands there at once.
"""

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Jump,
    Notice,
    Paragraph,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.interview.typed import clean
from miskraam_cli.language import Words
from miskraam_cli.terminal.paragraphs import draw_notice
from miskraam_cli.terminal.theme import Theme, packed, width, wrapped

if TYPE_CHECKING:
    from miskraam_cli.terminal.applications import Applications
    from miskraam_cli.terminal.prompt_kinds import Left

_MARGIN = "  "
_LOW = 20  # lines; on a lower screen every line counts
_AROUND = 4  # lines around what can be chosen: gaps and keys
_NEW_LINE = "\n"
_NEXT = "next"
_REVIEW = "review"


class Prompts:
    """Puts prompts with arrow keys and digits; knows nothing of what they mean."""

    def __init__(self, words: Words, theme: Theme) -> None:
        self.words = words
        self.theme = theme
        self._applications: Applications | None = None

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt and wait for the person."""
        left = self._run(prompt, lambda: self._question(prompt))
        if left.how == "stop":
            return Stop()
        answered = Answered(left.chosen, clean(left.typed))
        if left.how == "back":
            return Back(answered)
        if left.how == "review":
            return Jump(answered)
        self._echo(prompt, answered)
        return answered

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show a notice; unless it is a line, wait until it has been read. An alert leaves one line behind."""
        if notice.kind == "line":
            print("\n".join(self._drawn(notice)))
            return Continue()
        options = notice.options or (PromptOption(_NEXT, self.words("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, self.words("review.look")))
        why = "\n".join(paragraph.text for paragraph in notice.paragraphs if paragraph.style == "plain")
        prompt = Prompt("", "one", "", options, can_go_back=notice.can_go_back, can_review=notice.can_review)
        if notice.border and not self._fits(notice, prompt):
            short = replace(
                notice, paragraphs=tuple(part for part in notice.paragraphs if part.style != "plain")
            )
            left = self._run(replace(prompt, help=why), lambda: self._text(short))
        else:
            left = self._run(prompt, lambda: self._text(notice))
        self._leave_behind(notice)
        if left.how == "review" or (left.how == "answered" and left.chosen == (_REVIEW,)):
            return Jump()
        if left.how == "back":
            return Back()
        if left.how == "stop" or (notice.options and left.chosen == (options[0].id,)):
            return Stop()
        return Continue()

    def _run(self, prompt: Prompt, above: Callable[[], str]) -> "Left":
        if self._applications is None:
            printed = f"{above()}\n"
            sys.stdout.write(printed)
            sys.stdout.flush()
            from miskraam_cli.terminal.applications import Applications

            self._applications = Applications(self.theme)
            self._applications.built(prompt.kind)
            sys.stdout.write(f"\x1b[{printed.count(_NEW_LINE)}A\r\x1b[J")  # it stands in the application now
            sys.stdout.flush()
        return self._applications.run(prompt, self._keys(prompt), above)

    def _question(self, prompt: Prompt) -> str:
        """What stands above the choices or the field; on a low screen without what is only good to know."""
        low = shutil.get_terminal_size().lines < _LOW
        card = [self._text(Notice("line", prompt.above, border="frame"))] if prompt.above else []
        where = " · ".join(part for part in (prompt.progress, prompt.title) if part)
        said = [] if low or not where else [Paragraph(""), Paragraph(where, "quiet")]
        asked = [Paragraph(prompt.error)] if prompt.error else []
        asked += [Paragraph(prompt.text, "strong")] if prompt.text else []
        gap = [] if low else [Paragraph("")]
        return "\n".join([*card, self._text(Notice("line", (*said, *gap, *asked)))])

    def _text(self, notice: Notice) -> str:
        return "\n".join(self._drawn(notice))

    def _drawn(self, notice: Notice) -> list[str]:
        """A notice as lines; on a low screen one with a border has no empty ones."""
        low = notice.border and shutil.get_terminal_size().lines < _LOW
        parts = tuple(part for part in notice.paragraphs if part.text or not low)
        lines = draw_notice(replace(notice, paragraphs=parts), self.theme, width(), _MARGIN)
        return ["", *lines] if notice.border and not low else lines

    def _fits(self, notice: Notice, prompt: Prompt) -> bool:
        room = shutil.get_terminal_size().lines - len(self._drawn(notice))
        return room >= len(prompt.options) + _AROUND + packed(self._keys(prompt), width()).count("\n")

    def _leave_behind(self, notice: Notice) -> None:
        """What was read goes: an alert leaves what to do in one line, a note its title, anything else nothing."""
        first = notice.paragraphs[0] if notice.paragraphs else Paragraph("")
        if notice.border:
            print(wrapped(f"{notice.headline}: {first.text}", _MARGIN))
        elif first.style == "strong":
            print(self.theme.paint(wrapped(first.text, _MARGIN), "quiet"))

    def _echo(self, prompt: Prompt, answered: Answered) -> None:
        labels = [option.label for option in prompt.options if option.id in answered.chosen]
        unit = f" {prompt.unit}" if prompt.unit and answered.typed[-1:].isdigit() else ""
        text = ", ".join(labels) or f"{answered.typed}{unit}"
        if text:
            print(self.theme.paint(wrapped(text, _MARGIN), "quiet"))

    def _keys(self, prompt: Prompt) -> list[str]:
        """The keys that work here, in words."""
        only = "enter" if len(prompt.options) == 1 else prompt.kind
        names = [only, *(["back"] if prompt.can_go_back else [])]
        names += ["help"] if prompt.help else []
        names += ["review"] if prompt.can_review else []
        names = ["more", *names] if _height(prompt) > shutil.get_terminal_size((80, 24)).lines else names
        lines = [self.words(f"keys.{name}") for name in (*names, "stop")]
        return [key for line in lines for key in line.split(" · ")]


def _height(prompt: Prompt) -> int:
    """About how many lines a list takes, with its headings and the keys."""
    headings = {option.heading for option in prompt.options if option.heading}
    return (
        sum(wrapped(option.label, " " * 6).count("\n") + 1 for option in prompt.options)
        + 2 * len(headings)
        + 4
    )
