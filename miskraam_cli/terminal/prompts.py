"""Prompts for a full terminal, by questionary. One application per kind of prompt, built once, run per question.

The question itself is printed before questionary is imported, so that it stands there at once.
"""

import shutil
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from miskraam_cli.interview.prompt import Answered, Back, Continue, Jump, Notice, Prompt, PromptOption, Stop
from miskraam_cli.interview.typed import clean
from miskraam_cli.language import Words
from miskraam_cli.terminal.theme import Theme, wrapped

if TYPE_CHECKING:
    from miskraam_cli.terminal.applications import Applications
    from miskraam_cli.terminal.prompt_kinds import Left

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
        self._header(prompt)
        left = self._run(prompt, lambda: self._header(prompt, again=True))
        answered = Answered(left.chosen, clean(left.typed))
        if left.how in ("stop", "closed"):
            return Stop(answered, sure=left.how == "closed")
        if left.how == "back":
            return Back(answered)
        if left.how == "review":
            return Jump(answered)
        return answered

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show a notice; unless it is a line, wait until it has been read."""
        self._say(notice)
        if notice.kind == "line":
            return Continue()
        options = notice.options or (PromptOption(_NEXT, self.words("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, self.words("review.look")))
        prompt = Prompt("", "one", "", options, can_go_back=notice.can_go_back, can_review=notice.can_review)
        left = self._run(prompt, lambda: self._say(notice))
        if left.how == "review" or (left.how == "answered" and left.chosen == (_REVIEW,)):
            return Jump()
        if left.how == "back":
            return Back()
        if left.how == "stop":
            return Stop()
        if left.how == "closed" or (notice.options and left.chosen == (options[0].id,)):
            return Stop(sure=True)
        return Continue()

    def _run(self, prompt: Prompt, above: Callable[[], None]) -> "Left":
        sys.stdout.flush()
        if self._applications is None:
            from miskraam_cli.terminal.applications import Applications

            self._applications = Applications(self.theme)
        return self._applications.run(prompt, self._keys(prompt), above)

    def _say(self, notice: Notice) -> None:
        print()
        for paragraph in notice.paragraphs:
            print(self.theme.paint(wrapped(paragraph.text), paragraph.style))

    def _header(self, prompt: Prompt, *, again: bool = False) -> None:
        """The question; after an error only that, as the question still stands above it."""
        print()
        if prompt.error:
            print(wrapped(prompt.error))
        if prompt.error and not again:
            return
        above = " · ".join(part for part in (prompt.progress, prompt.title) if part)
        if above:
            print(self.theme.paint(wrapped(above), "quiet"))
        print(self.theme.paint(wrapped(prompt.text), "strong"))
        typed_as = ", ".join(part for part in (prompt.unit, prompt.example) if part)
        if typed_as:
            print(self.theme.paint(wrapped(typed_as), "quiet"))

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
