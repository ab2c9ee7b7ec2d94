"""What the kinds of prompt on a full terminal share: their keys and their layout.

Imported only where a person is asked. Lists stand in `lists`, a field to type in stands in `typed_field`.
"""

import asyncio
import shutil
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.formatted_text import ANSI
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import (
    ConditionalKeyBindings,
    KeyBindings,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.layout import (
    ConditionalContainer,
    Container,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.styles import Style

from miskraam_cli.cells import cells
from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.ascii import plain
from miskraam_cli.terminal.known_keys import forget_typed_ahead, only_known
from miskraam_cli.terminal.leaving import How, Left, Ways
from miskraam_cli.terminal.postponed_signals import PostponedSignals
from miskraam_cli.terminal.screen import LOW, wipe
from miskraam_cli.terminal.theme import Theme, packed, width, wrapped

_ESCAPE_SECONDS = 0.05
# On a screen too small for all, the choices and what is said below them go before the question.
_ABOVE = 100
_INDENT = "  "


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
            (
                "selected",
                f"noreverse {weight}".strip(),
            ),  # a tick is its box; a bar would outweigh the question
            ("separator", weight),
            ("keys", ""),
        ]
    )


class _FromTheLeft(VSplit):
    """A part of the screen, so far from its left side. It takes the lines that the part asks for, with its weight."""

    def __init__(self, part: Container, margin: int) -> None:
        super().__init__([Window(width=margin), part])
        self._part, self._margin = part, margin

    def preferred_height(self, width: int, max_available_height: int) -> Dimension:
        return self._part.preferred_height(width - self._margin, max_available_height)


class Kind:
    """What all kinds share: back, stop, help, what is said below, the line of keys, the time without a key."""

    prompt: Prompt

    def __init__(
        self,
        theme: Theme,
        ways: Ways,
        application: "Application[Any]",
        content: Sequence[Container],
        focused: Window,
    ) -> None:
        self.theme = theme
        self.application = application
        self.ways = ways
        only_known(self.application.input)
        self.application.erase_when_done = True
        self.application.ttimeoutlen = _ESCAPE_SECONDS
        self.application.before_render += lambda _: self._draw_if_asked()
        self.application.key_processor.before_key_press += lambda _: self._touch()
        self._signals = PostponedSignals(application)
        self._runner = asyncio.Runner()  # one loop for all questions: making one is felt at each
        self.keys: Sequence[str] = ()
        self.hint = ""
        self.help_open = False
        self.appeared: float | None = None
        # What is drawn, made once a draw: the windows are measured and drawn from it several times.
        self.said_above = self.said_below = self.said_keys = ""
        self.application.layout = self._layout(content, focused)
        bindings = KeyBindings()
        self._bind(bindings)
        parts = [part for part in (self.application.key_bindings, bindings) if part is not None]
        self.application.key_bindings = ConditionalKeyBindings(
            merge_key_bindings(parts), Condition(lambda: not self._is_deaf())
        )

    def run(
        self,
        prompt: Prompt,
        keys: Sequence[str],
        nothing_chosen: str,
        above: Callable[[], str],
        idle: float | None = None,
    ) -> Left:
        self.prompt, self.keys, self.nothing_chosen = prompt, keys, nothing_chosen
        self.hint, self.help_open, self.appeared = "", False, None
        self.above, self.size = above, shutil.get_terminal_size()
        self.prepare()
        clear_typeahead(self.application.input)
        if self.ways.whole:
            wipe()
        with self._signals.postponed():
            left = self._left(idle)
        assert isinstance(left, Left)
        return left

    def _left(self, idle: float | None) -> object:
        def begin() -> None:
            if idle is not None:
                self._watch(idle)
            self._signals.leave_if_ended()

        try:
            return self._runner.run(
                self.application.run_async(
                    begin, set_exception_handler=not self.ways.whole, handle_sigint=False
                )
            )
        except BaseException:
            self._runner.close()  # what was begun is put away before anything else is written
            self._runner = asyncio.Runner()
            raise

    def prepare(self) -> None:
        """Put the prompt into the application."""
        raise NotImplementedError

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        """What she chose or typed so far; nothing that she did not choose."""
        raise NotImplementedError

    def leave(self, how: How) -> None:
        if not self.application.is_done:  # the last key and the end of her time may come together
            self.application.exit(result=Left(how, *self.unfinished()))

    def room(self) -> int:
        """The width that there is for words."""
        return width() - 2 * self.ways.margin

    def may_help(self) -> bool:
        return bool(self.prompt.help)

    def question_mark_helps(self) -> bool:
        """Whether `?` asks for help here; where it is a letter, F1 does."""
        return self.may_help()

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
        on("f1", then=self._toggle_help, when=self.may_help)
        on("?", then=self._toggle_help, when=self.question_mark_helps)
        self.bind(on)

    def bind(self, on: Callable[..., None]) -> None:
        """The keys of this kind."""

    def _toggle_help(self) -> None:
        self.help_open = not self.help_open

    def _touch(self) -> None:
        self.touched = time.monotonic()
        if self.hint:
            self.hint = ""
            self.application.invalidate()

    def _appear(self) -> None:
        """The prompt stands there from now on: what was pressed before is forgotten."""
        if self.appeared is None:
            forget_typed_ahead(self.application.input)
            self.appeared = time.monotonic()

    def _is_deaf(self) -> bool:
        """Whether it is too soon for a key: one that was held before an alert must not answer it."""
        return self.appeared is None or time.monotonic() < self.appeared + self.prompt.deaf_for

    def _watch(self, seconds: float) -> None:
        self._touch()
        self.application.create_background_task(self._leave_when_idle(seconds))

    async def _leave_when_idle(self, seconds: float) -> None:
        while (left := self.touched + seconds - time.monotonic()) > 0:
            await asyncio.sleep(left)
        self.leave("idle")

    def _mind_the_size(self) -> None:
        """At another size a screen that is whole is drawn anew, as what stood there has moved."""
        size = shutil.get_terminal_size()
        if self.ways.whole and size != self.size:
            self.application.renderer.clear()
        self.size = size

    def _draw_if_asked(self) -> None:
        if not self.application.is_done:  # then it is only erased
            self._mind_the_size()
            self.draw()
            self._appear()

    def draw(self) -> None:
        """Make what is drawn."""
        self.said_above = self.shown(self.above())
        self.said_below = self._below()
        self.said_keys = self._keys_in_lines()

    def _layout(self, content: Sequence[Container], focused: Window) -> Layout:
        above = Window(
            FormattedTextControl(
                lambda: ANSI(self.said_above),
                show_cursor=False,
                get_cursor_position=self._line_to_see,
            ),
            dont_extend_height=True,
            height=Dimension(min=1, weight=_ABOVE),
            wrap_lines=True,  # a path that is longer than a line
        )
        below = Window(
            FormattedTextControl(lambda: [("", self.said_below)]), height=self._height_below, wrap_lines=True
        )
        keys = Window(
            FormattedTextControl(lambda: [("class:keys", self.said_keys)]),
            dont_extend_height=True,
            height=self._height_of_keys,
        )
        body = [
            *content,
            ConditionalContainer(HSplit([Window(height=1), below]), Condition(lambda: bool(self.said_below))),
            Window(height=1),
            keys,
        ]
        if self.ways.margin:
            body = [_FromTheLeft(part, self.ways.margin) for part in body]
        return Layout(HSplit([above, *body]), focused_element=focused)

    def _line_to_see(self) -> Point:
        """Where not all fits: of a card its end, below which the question stands; else the beginning."""
        return Point(0, self.said_above.count("\n") if self.prompt.above else 0)

    def _keys_in_lines(self) -> str:
        return self._indented(packed(self.keys, self.room() - 3))

    def _indented(self, text: str) -> str:
        """What stands below, in line with the question above."""
        indent = "" if self.ways.margin else _INDENT
        return "\n".join(f"{indent}{line}" for line in self.shown(text).split("\n"))

    def _height_of_keys(self) -> Dimension:
        """All of its lines, but on a low screen, where the choices go before them."""
        lines = self.said_keys.count("\n") + 1
        return Dimension(min=lines if self.size.lines >= LOW else 1, preferred=lines)

    def _below(self) -> str:
        """What is said below the choices or the field: one thing at a time."""
        text = self.hint or (self.prompt.help if self.help_open else self.prompt.error)
        return self._indented(wrapped(text, columns=self.room() - 3)) if text else ""

    def _height_below(self) -> Dimension:
        """All of its lines, before choices that do not fit; a path longer than a line takes more of them."""
        room = max(1, self.size.columns - self.ways.margin)
        return Dimension.exact(sum(max(1, -(-cells(line) // room)) for line in self.said_below.split("\n")))
