# ruff: noqa: TID253  # a test may import what it tests
"""The same walk by keys at a full terminal, and by lines."""

import asyncio
import io
import os
from collections import deque
from collections.abc import Iterable
from contextlib import redirect_stdout
from dataclasses import dataclass
from typing import TextIO, cast
from unittest import mock

from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output.vt100 import Vt100_Output

from miskraam_cli.interview.prompt import Answered, Back, Continue, Jump, Notice, Prompt, Stop
from miskraam_cli.interview.walk import Ended
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.terminal.lines import Lines
from miskraam_cli.terminal.prompts import Prompts
from miskraam_cli.terminal.theme import Theme
from tests.interview.simulated_people import walked
from tests.terminal.screen_in_memory import Screen
from tests.terminal.walk_steps import Quit, Step
from tests.tiny_questionnaires import NL


@dataclass(frozen=True)
class Walked:
    """How a walk ended, what was asked, and all words that were shown, for however short a time."""

    ended: Ended
    shown: str
    screen: Screen
    prompts: tuple[Prompt, ...] = ()

    @property
    def answers(self) -> dict[str, object]:
        """The answers on the path."""
        return dict(self.ended.interview.counted)


_DRAWN = 0.05  # seconds


class _Eyes(Vt100_Output):
    """Draws on a screen, looks at it, and only then presses what waits to be pressed, each after so many seconds."""

    def __init__(self, screen: Screen, keyboard: PipeInput) -> None:
        size = Size(rows=screen.rows, columns=screen.columns)
        super().__init__(cast("TextIO", screen), lambda: size, term="xterm-256color")
        self.screen = screen
        self.keyboard = keyboard
        self.waiting: deque[tuple[float, str]] = deque()
        self.free_at = 0.0  # one press is drawn before the next

    def flush(self) -> None:
        super().flush()
        self.screen.look()
        if self.waiting and "Ctrl-C" in self.screen.seen[-1]:
            seconds, keys = self.waiting.popleft()
            pressed, loop = keys.encode("utf-8", "surrogateescape"), asyncio.get_running_loop()
            at = max(loop.time() + seconds, self.free_at)
            self.free_at = at + _DRAWN
            loop.call_at(at, self.keyboard.send_bytes, pressed)


class _Fingers:
    """The prompts of a full terminal, with the keys of the next steps for each; then Ctrl-C."""

    def __init__(self, steps: Iterable[Step], words: Words, eyes: _Eyes) -> None:
        self.steps = deque(steps)
        self.eyes = eyes
        self.presenter = Prompts(words, Theme())
        self.prompts: list[Prompt] = []

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        self.prompts.append(prompt)
        self._press(prompt)
        return self.presenter.ask(prompt)

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        if notice.kind != "line":
            self._press(Prompt("", "one", "", notice.options, deaf_for=notice.deaf_for))
        return self.presenter.show(notice)

    def _press(self, prompt: Prompt) -> None:
        step: Step | None = None
        keys = ""
        while step is None or not step.ends:
            step = self.steps.popleft() if self.steps else Quit()
            keys += step.keys(prompt)
            if step.is_seen:
                self.eyes.waiting.append((prompt.deaf_for, keys))
                keys = ""


def by_keys(
    questionnaire: Questionnaire, steps: Iterable[Step], words: Words = NL, columns: int = 80, rows: int = 24
) -> Walked:
    """A walk at a full terminal."""
    screen = Screen(columns, rows)
    with (
        mock.patch.dict(os.environ, COLUMNS=str(columns), LINES=str(rows)),
        redirect_stdout(screen),
        create_pipe_input() as keyboard,
    ):
        eyes = _Eyes(screen, keyboard)
        with create_app_session(input=keyboard, output=eyes):
            presenter = _Fingers(steps, words, eyes)
            ended = walked(presenter, questionnaire, words)
    shown = "\n".join((*screen.seen, screen.everything))
    return Walked(ended, shown, screen, tuple(presenter.prompts))


def by_lines(questionnaire: Questionnaire, steps: Iterable[Step], words: Words = NL) -> Walked:
    """A walk line by line."""
    screen = Screen()
    typed = io.StringIO("".join(f"{step.line()}\n" for step in steps))
    with (
        mock.patch.dict(os.environ, COLUMNS="80"),
        mock.patch("sys.stdin", typed),
        redirect_stdout(screen),
    ):
        ended = walked(Lines(words), questionnaire, words)
    return Walked(ended, screen.everything, screen)
