"""The kinds of prompt on a full terminal: their keys, their layout, and what a person left them with.

Imported only where a person is asked. Lists stand in `lists`.
"""

import asyncio
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Literal

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.styles import Style

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.ascii import plain
from miskraam_cli.terminal.known_keys import only_known
from miskraam_cli.terminal.theme import Theme, packed, width, wrapped

_ESCAPE_SECONDS = 0.05
_RESIZED_SECONDS = 0.15


How = Literal["answered", "back", "review", "stop", "closed", "idle", "hide", "pause", "called", "staff"]


@dataclass(frozen=True)
class Ways:
    """Which keys leave any prompt, and which do nothing; how far from the left it stands; how much can be typed.

    Where the screen is `whole` it is drawn from here, anew at every change of its size; no signal is listened to.
    """

    leave: Mapping[How, tuple[str, ...]] = field(default_factory=dict)
    dead: tuple[str, ...] = ()
    margin: int = 0
    longest: int | None = None
    whole: bool = False


DESK = Ways({"stop": ("c-c", "<sigint>"), "closed": ("c-d",)})


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
    """What all kinds share: back, stop, help, the line of keys, the time without a key."""

    prompt: Prompt

    def __init__(self, theme: Theme, application: "Application[Any]", ways: Ways) -> None:
        self.theme = theme
        self.application = application
        self.ways = ways
        only_known(self.application.input)
        self.application.erase_when_done = True
        self.application.ttimeoutlen = _ESCAPE_SECONDS
        self.application.before_render += lambda _: self._mind_the_size()
        self.application.key_processor.before_key_press += lambda _: self._touch()
        self.keys: Sequence[str] = ()
        self.help_open = False
        self._extend_layout()
        bindings = KeyBindings()
        self._bind(bindings)
        parts = [part for part in (self.application.key_bindings, bindings) if part is not None]
        self.application.key_bindings = merge_key_bindings(parts)

    def run(
        self, prompt: Prompt, keys: Sequence[str], above: Callable[[], None], idle: float | None = None
    ) -> Left:
        self.prompt, self.keys, self.help_open = prompt, keys, False
        self.above, self.printed_at, self.size = above, width(), self._measured()
        self.prepare()
        forget_typed_ahead(self.application)
        if self.ways.whole:
            above()
        watch = (lambda: self._watch(idle)) if idle is not None else None
        listens = not self.ways.whole
        try:
            left = self.application.run(watch, set_exception_handler=listens, handle_sigint=listens)
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
        if not self.application.is_done:  # the last key and the end of her time may come together
            self.application.exit(result=Left(how, *self.unfinished()))

    def room(self) -> int:
        """The width that there is for words."""
        return width() - 2 * self.ways.margin

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
        on(
            "c-q", "c-z", "c-s", "c-r", "c-l", *self.ways.dead, then=lambda: None
        )  # Ctrl-L would wipe the question
        for how, names in self.ways.leave.items():
            on(*names, then=partial(self.leave, how))
        on("?", then=self._toggle_help, when=self.may_help)
        self.bind(on)

    def bind(self, on: Callable[..., None]) -> None:
        """The keys of this kind."""

    def _toggle_help(self) -> None:
        self.help_open = not self.help_open

    def _touch(self) -> None:
        self.touched = time.monotonic()

    def _watch(self, seconds: float) -> None:
        self._touch()
        self.application.create_background_task(self._leave_when_idle(seconds))

    async def _leave_when_idle(self, seconds: float) -> None:
        while (left := self.touched + seconds - time.monotonic()) > 0:
            await asyncio.sleep(left)
        self.leave("idle")

    def _measured(self) -> tuple[int, int]:
        """Columns and lines; the lines count only where the whole screen is drawn."""
        return width(), shutil.get_terminal_size().lines if self.ways.whole else 0

    def _mind_the_size(self) -> None:
        """In a narrower terminal what stood above has moved, and is wiped in part; it is said again."""
        now = self._measured()
        if now != self.size:
            self.size = now
            self.application.create_background_task(self._say_again(now))

    async def _say_again(self, size: tuple[int, int]) -> None:
        await asyncio.sleep(_RESIZED_SECONDS)  # an edge that is dragged changes the size many times
        if size == self.size and (self.ways.whole or size[0] < self.printed_at):
            self.printed_at = size[0]
            await run_in_terminal(self.above)

    def _extend_layout(self) -> None:
        layout = self.application.layout
        help_text = Window(
            FormattedTextControl(lambda: [("", self.shown(wrapped(self.prompt.help, columns=self.room())))]),
            dont_extend_height=True,
        )
        keys = Window(
            FormattedTextControl(lambda: [("class:keys", self.shown(packed(self.keys, self.room() - 1)))]),
            dont_extend_height=True,
        )
        gap = Window(height=1)
        focused = self.focused(layout)
        body = [
            self.drawn(layout, focused),
            ConditionalContainer(HSplit([gap, help_text]), filter=Condition(lambda: self.help_open)),
            HSplit([Window(height=1), keys]),
        ]
        whole = VSplit([Window(width=self.ways.margin), HSplit(body)]) if self.ways.margin else HSplit(body)
        self.application.layout = Layout(whole, focused_element=focused)

    def focused(self, layout: Layout) -> Any:
        return layout.current_window

    def drawn(self, layout: Layout, _focused: Any) -> Any:
        """What of questionary's own layout is drawn."""
        return layout.container


class Typed(Kind):
    def __init__(self, theme: Theme, output: Any, ways: Ways) -> None:
        text = questionary.text(">", qmark="", style=style_of(theme), output=output)
        super().__init__(theme, text.application, ways)
        if ways.longest is not None:
            self.application.current_buffer.on_text_changed += self._cut

    def _cut(self, buffer: Buffer) -> None:
        if len(buffer.text) > (self.ways.longest or 0):
            buffer.document = Document(buffer.text[: self.ways.longest])

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


def forget_typed_ahead(application: "Application[Any]") -> None:
    """Keys typed before the question stood there must not answer it."""
    clear_typeahead(application.input)
    try:
        import termios

        termios.tcflush(application.input.fileno(), termios.TCIFLUSH)
    except (ImportError, OSError, NotImplementedError, AttributeError):
        return  # not a terminal of this kind: nothing is waiting in it
    except termios.error:
        return
