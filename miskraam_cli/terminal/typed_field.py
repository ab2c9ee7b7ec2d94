"""A field to type an answer in. Imported only where a person is asked."""

from collections.abc import Callable
from typing import Any

import questionary
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout import Window

from miskraam_cli.interview.letters import may_stand
from miskraam_cli.terminal.leaving import Ways
from miskraam_cli.terminal.prompt_kinds import Kind, style_of
from miskraam_cli.terminal.theme import Theme


class Typed(Kind):
    """One line to type in."""

    def __init__(self, theme: Theme, output: Any, ways: Ways) -> None:
        application = questionary.text(">", qmark="", style=style_of(theme), output=output).application
        layout = application.layout
        super().__init__(
            theme, ways, application, [Window(height=1), layout.container], layout.current_window
        )
        self.application.current_buffer.on_text_changed += self._keep_what_can_be_shown

    def _keep_what_can_be_shown(self, buffer: Buffer) -> None:
        """Drop what a terminal would obey rather than show, as pasted marks of direction, and what is too long."""
        shown = "".join(letter for letter in buffer.text if may_stand(letter))[: self.ways.longest]
        if shown != buffer.text:
            buffer.document = Document(shown, min(buffer.cursor_position, len(shown)))

    def prepare(self) -> None:
        text = self.prompt.typed
        self.application.layout.focus("DEFAULT_BUFFER")
        self.application.current_buffer.reset(Document(text, len(text)))

    def bind(self, on: Callable[..., None]) -> None:
        on("enter", then=lambda: self.leave("answered"))

    def question_mark_helps(self) -> bool:
        return super().question_mark_helps() and not self.prompt.free_text

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        return (), self.application.current_buffer.text
