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
from miskraam_cli.terminal.line_of_keys import keys_of, nothing_chosen
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
        """Show a notice; unless it is a line, wait until it has been read."""
        self._say(notice)
        if notice.kind == "line":
            return Continue()
        options = notice.options or (PromptOption(_NEXT, self.words("keys.next")),)
        if notice.can_review:
            options = (*options, PromptOption(_REVIEW, self.words("review.look")))
        prompt = Prompt(
            "",
            "one",
            "",
            options,
            can_go_back=notice.can_go_back,
            can_review=notice.can_review,
            deaf_for=notice.deaf_for,
        )
        left = self._run(prompt, lambda: self._say(notice))
        if left.how == "review" or (left.how == "answered" and left.chosen == (_REVIEW,)):
            return Jump()
        if left.how == "back":
            return Back()
        if left.how == "stop" or (notice.options and left.chosen == (options[0].id,)):
            return Stop()
        return Continue()

    def _run(self, prompt: Prompt, above: Callable[[], None]) -> "Left":
        sys.stdout.flush()
        if self._applications is None:
            from miskraam_cli.terminal.applications import Applications

            self._applications = Applications(self.theme)
        return self._applications.run(prompt, self._keys(prompt), nothing_chosen(prompt, self.words), above)

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

    def _echo(self, prompt: Prompt, answered: Answered) -> None:
        labels = [option.label for option in prompt.options if option.id in answered.chosen]
        unit = f" {prompt.unit}" if prompt.unit and answered.typed[-1:].isdigit() else ""
        text = ", ".join(labels) or f"{answered.typed}{unit}"
        if text:
            print(wrapped(text, "  "))

    def _keys(self, prompt: Prompt) -> list[str]:
        """The keys that work here, in words."""
        is_long = _height(prompt) > shutil.get_terminal_size((80, 24)).lines
        more = [self.words("keys.more")] if is_long else []
        return [*more, *keys_of(prompt, self.words), self.words("keys.stop")]


def _height(prompt: Prompt) -> int:
    """About how many lines a list takes, with its headings and the keys."""
    headings = {option.heading for option in prompt.options if option.heading}
    return (
        sum(wrapped(option.label, " " * 6).count("\n") + 1 for option in prompt.options)
        + 2 * len(headings)
        + 4
    )
