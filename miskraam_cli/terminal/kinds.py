"""The kinds of prompt on a full terminal: their keys, their layout, and what a person left them with.

Imported only where a person is asked. Lists stand in `lists`.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.styles import Style

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.plain import plain
from miskraam_cli.terminal.theme import Theme, packed, width, wrapped

_ESCAPE_SECONDS = 0.05
_RESIZED_SECONDS = 0.15


How = Literal["answered", "back", "review", "stop"]


@dataclass(frozen=True)
class Left:
    """How a person left a prompt, and with what."""

    how: How
    chosen: tuple[str, ...] = ()
    typed: str = ""


def style_of(theme: Theme) -> Style:
    """The theme as prompt_toolkit has it."""
    accent = "ansicyan bold" if theme.colour else "bold"
    weight = "bold" if theme.styled else ""
    return Style(
        [
            ("qmark", ""),
            ("question", ""),
            ("answer", weight),
            ("pointer", accent),
            ("highlighted", weight),
            ("selected", weight),
            ("separator", weight),
            ("keys", "ansibrightblack" if theme.colour else ""),
        ]
    )


class Kind:
    """What all kinds share: back, stop, help, the line of keys."""

    prompt: Prompt

    def __init__(self, theme: Theme, application: "Application[Any]") -> None:
        self.theme = theme
        self.application = application
        self.application.erase_when_done = True
        self.application.ttimeoutlen = _ESCAPE_SECONDS
        self.application.before_render += lambda _: self._mind_the_width()
        self.keys: Sequence[str] = ()
        self.help_open = False
        self._extend_layout()
        bindings = KeyBindings()
        self._bind(bindings)
        parts = [part for part in (self.application.key_bindings, bindings) if part is not None]
        self.application.key_bindings = merge_key_bindings(parts)

    def run(self, prompt: Prompt, keys: Sequence[str], above: Callable[[], None]) -> Left:
        self.prompt, self.keys, self.help_open = prompt, keys, False
        self.above, self.printed_at, self.columns = above, width(), width()
        self.prepare()
        _forget_typed_ahead(self.application)
        try:
            left = self.application.run()
        except SystemExit:  # a signal ends the program in mid-question
            with suppress(OSError):  # the terminal itself may be gone
                self.application.renderer.erase()
            raise
        assert isinstance(left, Left)
        return left

    def prepare(self) -> None:
        """Put the prompt into the application."""
        raise NotImplementedError

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        """What is chosen or typed so far."""
        raise NotImplementedError

    def leave(self, how: How) -> None:
        self.application.exit(result=Left(how, *self.unfinished()))

    def may_help(self) -> bool:
        return bool(self.prompt.help)

    def shown(self, text: str) -> str:
        """`text` as this terminal can show it."""
        return text if self.theme.letters else plain(text)

    def _bind(self, bindings: KeyBindings) -> None:
        def on(*names: str, then: Callable[[], None], when: Callable[[], bool] | None = None) -> None:
            for name in names:
                condition = Condition(when) if when else to_filter(True)

                @bindings.add(name, eager=True, filter=condition)
                def _(_event: KeyPressEvent) -> None:
                    then()

        on("s-tab", "escape", then=lambda: self.leave("back"), when=lambda: self.prompt.can_go_back)
        on("escape", then=lambda: None, when=lambda: not self.prompt.can_go_back)
        on("c-o", then=lambda: self.leave("review"), when=lambda: self.prompt.can_review)
        on("c-c", "c-d", "<sigint>", then=lambda: self.leave("stop"))
        on("c-q", "c-z", "c-s", "c-r", "c-l", then=lambda: None)  # Ctrl-L would wipe the question
        on("?", then=self._toggle_help, when=self.may_help)
        self.bind(on)

    def bind(self, on: Callable[..., None]) -> None:
        """The keys of this kind."""

    def _toggle_help(self) -> None:
        self.help_open = not self.help_open

    def _mind_the_width(self) -> None:
        """In a narrower terminal what stood above has moved, and is wiped in part; it is said again."""
        now = width()
        if now != self.columns:
            self.columns = now
            self.application.create_background_task(self._say_again(now))

    async def _say_again(self, columns: int) -> None:
        await asyncio.sleep(_RESIZED_SECONDS)  # an edge that is dragged changes the width many times
        if columns == self.columns and columns < self.printed_at:
            self.printed_at = columns
            await run_in_terminal(self.above)

    def _extend_layout(self) -> None:
        layout = self.application.layout
        help_text = Window(
            FormattedTextControl(lambda: [("", self.shown(wrapped(self.prompt.help)))]),
            dont_extend_height=True,
        )
        keys = Window(
            FormattedTextControl(lambda: [("class:keys", self.shown(packed(self.keys, width() - 1)))]),
            dont_extend_height=True,
        )
        gap = Window(height=1)
        focused = self.focused(layout)
        body = [
            self.drawn(layout, focused),
            ConditionalContainer(HSplit([gap, help_text]), filter=Condition(lambda: self.help_open)),
            HSplit([Window(height=1), keys]),
        ]
        self.application.layout = Layout(HSplit(body), focused_element=focused)

    def focused(self, layout: Layout) -> Any:
        return layout.current_window

    def drawn(self, layout: Layout, _focused: Any) -> Any:
        """What of questionary's own layout is drawn."""
        return layout.container


class Typed(Kind):
    def __init__(self, theme: Theme, output: Any) -> None:
        text = questionary.text(">", qmark="", style=style_of(theme), output=output)
        super().__init__(theme, text.application)

    def prepare(self) -> None:
        text = self.prompt.typed
        self.application.layout.focus("DEFAULT_BUFFER")
        self.application.current_buffer.reset(Document(text, len(text)))

    def bind(self, on: Callable[..., None]) -> None:
        on("enter", then=lambda: self.leave("answered"))

    def may_help(self) -> bool:
        return super().may_help() and not self.application.current_buffer.text

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        return (), self.application.current_buffer.text


def _forget_typed_ahead(application: "Application[Any]") -> None:
    """Keys typed before the question stood there must not answer it."""
    clear_typeahead(application.input)
    try:
        import termios

        termios.tcflush(application.input.fileno(), termios.TCIFLUSH)
    except (ImportError, OSError, NotImplementedError, AttributeError):
        return  # not a terminal of this kind: nothing is waiting in it
    except termios.error:
        return
