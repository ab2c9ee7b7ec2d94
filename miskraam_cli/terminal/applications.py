"""The questionary applications behind the prompts: keys, layout, and what a person left them with.

Imported only where a person is asked. One private method of questionary is used, `_init_choices`, in one place.
"""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from string import ascii_lowercase
from textwrap import wrap
from typing import Any, Literal

import questionary
from prompt_toolkit.application import Application, get_app_session, run_in_terminal
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, to_filter
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    Window,
)
from prompt_toolkit.styles import Style
from questionary.prompts.common import Choice, InquirerControl

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.terminal.plain import plain
from miskraam_cli.terminal.theme import Theme, packed, width, wrapped

_POINTER = "❯"
_ASCII_POINTER = ">"
_ESCAPE_SECONDS = 0.05
_RESIZED_SECONDS = 0.15
_BEFORE_KEYS = 1000  # on a screen too small for all, the choices go before the line of keys


@dataclass(frozen=True)
class Left:
    """How a person left a prompt, and with what."""

    how: Literal["answered", "back", "stop"]
    chosen: tuple[str, ...] = ()
    typed: str = ""


class Applications:
    """One application for each kind of prompt."""

    def __init__(self, theme: Theme) -> None:
        self._output = get_app_session().output
        self._output.enable_cpr = False  # type: ignore[attr-defined]  # no second's wait for a silent terminal
        self._theme = theme
        self._built: dict[str, _Kind] = {}

    def run(self, prompt: Prompt, keys: Sequence[str], above: Callable[[], None]) -> Left:
        """Run the application for this kind of prompt.

        `keys` names the keys that work; `above` prints again what stands above the prompt.
        """
        if prompt.kind not in self._built:
            kinds: dict[str, Callable[[Theme, Any], _Kind]] = {
                "one": _One,
                "several": _Several,
                "typed": _Typed,
            }
            self._built[prompt.kind] = kinds[prompt.kind](self._theme, self._output)
        return self._built[prompt.kind].run(prompt, keys, above)


def _look(theme: Theme) -> dict[str, Any]:
    """What makes questionary's lists silent: our words stand above and below them."""
    pointer = _POINTER if theme.letters else _ASCII_POINTER
    silent = {"qmark": "", "instruction": " ", "pointer": pointer, "style": _style(theme)}
    return {**silent, "use_jk_keys": False, "use_emacs_keys": False}


def _style(theme: Theme) -> Style:
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
            ("keys", "ansibrightblack" if theme.colour else ""),
        ]
    )


class _Kind:
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

    def leave(self, how: Literal["answered", "back", "stop"]) -> None:
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
        body = [
            layout.container,
            ConditionalContainer(HSplit([gap, help_text]), filter=Condition(lambda: self.help_open)),
            HSplit([Window(height=1), keys]),
        ]
        focused = self.focused(layout)
        self.application.layout = Layout(HSplit(body), focused_element=focused)

    def focused(self, layout: Layout) -> Any:
        return layout.current_window


class _List(_Kind):
    """A list of choices; the real cursor stands on the one pointed at."""

    control: InquirerControl

    def focused(self, layout: Layout) -> Any:
        self.control = next(item for item in layout.find_all_controls() if isinstance(item, InquirerControl))
        self.control.focusable = to_filter(True)
        self.control.use_indicator = False
        self.application.before_render += lambda _: self.draw_titles()
        listed = next(window for window in layout.find_all_windows() if window.content is self.control)
        listed.height = Dimension(weight=_BEFORE_KEYS)
        return listed

    def prepare(self) -> None:
        prompt, control = self.prompt, self.control
        ids = [option.id for option in prompt.options]
        pointed = next((ids.index(chosen) for chosen in prompt.chosen if chosen in ids), 0)
        control.choices, control.selected_options, control.is_answered = [], [], False
        control.error_message, control.submission_attempted = None, False
        choices = [
            Choice(option.label, option.id, checked=self.ticks and option.id in prompt.chosen)
            for option in prompt.options
        ]
        control._init_choices(choices, pointed)

    def draw_titles(self) -> None:
        """The choices as they stand, wrapped to the width that the terminal has now."""
        for index, (choice, option) in enumerate(zip(self.control.choices, self.prompt.options, strict=True)):
            number = f"{index + 1}  " if index < 9 else "   "
            start = f"{self.mark(option.id)}{number}"
            lines = wrap(option.label, max(10, width() - len(start) - 4))
            choice.title = self.shown(start + f"\n{' ' * (len(start) + 3)}".join(lines))

    def mark(self, _option_id: str) -> str:
        """What stands before the number of a choice."""
        return ""

    ticks = False

    def bind(self, on: Callable[..., None]) -> None:
        for digit in range(1, 10):
            on(
                str(digit),
                then=lambda index=digit - 1: self.pick(index),
                when=lambda index=digit - 1: index < len(self.control.choices),
            )
        for letter in ascii_lowercase:
            on(letter, letter.upper(), then=lambda letter=letter: self.point(letter))
        on("enter", then=self.enter)

    def point(self, letter: str) -> None:
        """Point at the next choice that starts with a letter, as in any list: j is Ja, and never the line below."""
        options, start = self.prompt.options, self.control.pointed_at + 1
        order = [index % len(options) for index in range(start, start + len(options))]
        starting = [index for index in order if options[index].label.lower().startswith(letter)]
        self.control.pointed_at = starting[0] if starting else self.control.pointed_at

    def pick(self, index: int) -> None:
        raise NotImplementedError

    def enter(self) -> None:
        self.leave("answered")

    def pointed(self) -> str:
        return str(self.control.get_pointed_at().value)


class _One(_List):
    def __init__(self, theme: Theme, output: Any) -> None:
        select = questionary.select(" ", choices=["x"], **_look(theme), output=output)
        super().__init__(theme, select.application)

    def pick(self, index: int) -> None:
        self.control.pointed_at = index
        self.leave("answered")

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        return (self.pointed(),), ""


class _Several(_List):
    ticks = True

    def __init__(self, theme: Theme, output: Any) -> None:
        checkbox = questionary.checkbox(" ", choices=["x"], **_look(theme), output=output)
        super().__init__(theme, checkbox.application)

    def mark(self, option_id: str) -> str:
        """A box that reads the same in every font, aloud too."""
        return "[x] " if option_id in self.control.selected_options else "[ ] "

    def bind(self, on: Callable[..., None]) -> None:
        super().bind(on)
        on(" ", then=lambda: self.pick(self.control.pointed_at))

    def pick(self, index: int) -> None:
        """Tick or untick; an exclusive choice and the others put each other out."""
        self.control.pointed_at = index
        option = self.prompt.options[index]
        ticked = self.control.selected_options
        if option.id in ticked:
            ticked.remove(option.id)
        else:
            alone = {other.id for other in self.prompt.options if other.exclusive}
            kept = [] if option.exclusive else [other for other in ticked if other not in alone]
            self.control.selected_options = [*kept, option.id]

    def unfinished(self) -> tuple[tuple[str, ...], str]:
        order = [option.id for option in self.prompt.options]
        return tuple(sorted(self.control.selected_options, key=order.index)), ""


class _Typed(_Kind):
    def __init__(self, theme: Theme, output: Any) -> None:
        text = questionary.text(">", qmark="", style=_style(theme), output=output)
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
