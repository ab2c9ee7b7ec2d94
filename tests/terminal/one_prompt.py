# ruff: noqa: TID253  # a test may import what it tests
"""One prompt at a time at a full terminal, with bytes that come in as many pieces as a test likes."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.input.base import PipeInput
from prompt_toolkit.output import DummyOutput

from miskraam_cli.interview.prompt import Paragraph, Prompt, PromptOption
from miskraam_cli.terminal.applications import Applications
from miskraam_cli.terminal.leaving import Left
from miskraam_cli.terminal.still_screen import StillScreen
from miskraam_cli.terminal.theme import Theme

ELEVEN = tuple(PromptOption(f"o{number}", f"Keuze {number}") for number in range(1, 12))
ONE = Prompt("q", "one", "Wat?", ELEVEN[:3], help="Uitleg.", can_review=True)
SEVERAL = Prompt("q", "several", "Wat?", ELEVEN[:3], help="Uitleg.", can_review=True)
NUMBER = Prompt("q", "typed", "Hoeveel?", help="Uitleg.", can_review=True)
A_MOMENT = b""  # among pieces: nothing comes for so long that an Escape is a key, and all is drawn
_MOMENT = 0.08


class _Pressing(DummyOutput):
    """Keeps what is written; once a prompt stands there the pieces come, each read before the next."""

    def __init__(self, keyboard: PipeInput) -> None:
        self.keyboard = keyboard
        self.pieces: Sequence[bytes] | None = None
        self.end: Callable[[], None] = lambda: None
        self.written: list[str] = []

    def write(self, data: str) -> None:
        self.written.append(data)

    def flush(self) -> None:
        if self.pieces is not None and self.written:
            pieces, self.pieces = self.pieces, None
            self.task = asyncio.get_running_loop().create_task(self._press(pieces))

    async def _press(self, pieces: Sequence[bytes]) -> None:
        for piece in pieces:
            if piece == A_MOMENT:
                await asyncio.sleep(_MOMENT)
            else:
                self.keyboard.send_bytes(piece)
            for _ in range(3 + len(piece) // 256):  # until it has been read
                await asyncio.sleep(0)
        self.end()


class OnePrompt:
    """Runs a prompt, lets bytes come, and says how it was left: `idle` where none of them left it."""

    def __init__(self, output: _Pressing) -> None:
        self.output = output
        self.applications = Applications(Theme())

    @property
    def seen(self) -> str:
        """What was written of the last prompt."""
        return "".join(self.output.written)

    def left(self, prompt: Prompt, *pieces: bytes, before: bytes = b"") -> Left:
        """How a prompt is left when these pieces come; `before` came when it did not stand there yet."""
        self.output.keyboard.send_bytes(before)
        kind = self.applications.built(prompt.kind)
        self.output.written.clear()
        self.output.pieces, self.output.end = pieces, lambda: kind.leave("idle")
        left = self.applications.run(prompt, (), "", lambda: prompt.text)
        self.output.task.cancel()  # pieces that are left over are not for the next prompt
        return left

    def still(self, keys: Sequence[str], *pieces: bytes) -> str:
        """Which of these keys ends a screen that asks nothing, when these pieces come."""
        screen = StillScreen(Theme())
        self.output.written.clear()
        self.output.pieces, self.output.end = pieces, lambda: None
        return screen.show(lambda: [Paragraph("Even geduld.")], keys)


@contextmanager
def one_prompt() -> Iterator[OnePrompt]:
    """Prompts without a screen."""
    with create_pipe_input() as keyboard:
        output = _Pressing(keyboard)
        with create_app_session(input=keyboard, output=output):
            yield OnePrompt(output)
