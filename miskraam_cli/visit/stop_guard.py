"""A slip of the keys ends no visit: before a walk stops she is asked whether she means it, and what is kept."""

import sys
from dataclasses import replace
from typing import Literal

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Jump,
    Notice,
    Presenter,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.interview.state import Interview
from miskraam_cli.visit.drafts import Draft, kept_where_she_says
from miskraam_cli.visit.visit import Visit


class StopGuard:
    """Puts prompts by another presenter, and asks first where she stops. A presenter for one walk.

    `draft` is where her answers are kept: from the beginning, or because she chose so when she stopped.
    """

    def __init__(self, person: Presenter, visit: Visit, draft: Draft | None) -> None:
        self.draft = draft
        self._person = person
        self._visit = visit
        self._interview = visit.begun

    def keep(self, interview: Interview) -> None:
        """Take note of her answers by now, and keep them where that was asked for."""
        self._interview = interview
        if self.draft:
            self.draft.keep(interview)

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt; who goes on after all finds what she had filled in."""
        step = self._person.ask(prompt)
        while isinstance(step, Stop) and not self._means(step):
            filled = replace(prompt, chosen=step.draft.chosen, typed=step.draft.typed, error="")
            step = self._person.ask(filled)
        return step

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show one notice; who goes on after all sees it again."""
        step = self._person.show(notice)
        while isinstance(step, Stop) and not self._means(step):
            step = self._person.show(notice)
        return step

    def _means(self, stop: Stop) -> bool:
        """Whether she means to stop. Her answers are kept first where she wants that."""
        if stop.sure:
            return True
        while (wish := self._wish()) == "keep":
            visit = self._visit
            self.draft = kept_where_she_says(self._interview, visit.file, self._person, visit.session)
            if self.draft:
                return True
        return wish == "leave"

    def _wish(self) -> Literal["go_on", "keep", "leave"]:
        words = self._visit.session.words
        keep = PromptOption("keep", words("stop.keep"))
        leave = PromptOption("leave", words("stop.leave" if self._may_keep() else "stop.stop"))
        options = (PromptOption("go_on", words("stop.go_on")), *([keep] if self._may_keep() else []), leave)
        match self._person.ask(Prompt("", "one", words("stop.text"), options)):
            case Stop() | Answered(chosen=("leave",)):
                return "leave"
            case Answered(chosen=("keep",)):
                return "keep"
        return "go_on"

    def _may_keep(self) -> bool:
        """Whether keeping is offered: not twice, not at a kiosk, and not to her who needs help now."""
        known = self._interview
        urgent = any(result.finding.level == "now" for result in evaluate(known))
        anything = bool(known.counted.keys() - known.given)
        at_home = self._visit.session.setting != "kiosk" and sys.stdin.isatty()
        return anything and at_home and not urgent and self.draft is None
