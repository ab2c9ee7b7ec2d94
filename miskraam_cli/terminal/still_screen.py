"""A screen that asks nothing: words, and a few named keys. No other key does anything."""

import asyncio
import time
from collections.abc import Callable, Collection, Sequence

from prompt_toolkit.application import Application, get_app_session
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from miskraam_cli.interview.prompt import Paragraph
from miskraam_cli.terminal.ascii import plain
from miskraam_cli.terminal.known_keys import forget_typed_ahead, only_known
from miskraam_cli.terminal.screen import wipe
from miskraam_cli.terminal.theme import Theme, width, wrapped

MARGIN = 4
_FRESH = 0.5  # seconds after which a screen is drawn again
_STYLES = {"strong": "bold", "alarm": "bold"}
_KEYS = ("f2", "f3", "f4", "f8", "f9", "enter", "backspace", "escape", *"0123456789")

Draw = Callable[[], Sequence[Paragraph]]


class StillScreen:
    """Built once, shown again and again."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._draw: Draw = tuple
        self._keys: Collection[str] = ()
        self._hears_from = 0.0
        output = get_app_session().output
        output.enable_cpr = False  # type: ignore[attr-defined]  # no second's wait for a silent terminal
        self._application: Application[str] = Application(
            layout=Layout(Window(FormattedTextControl(self._text, show_cursor=False))),
            key_bindings=self._bindings(),
            output=output,
            erase_when_done=True,
            refresh_interval=_FRESH,
        )
        self._application.ttimeoutlen = 0.05
        only_known(self._application.input)

    def show(
        self, draw: Draw, keys: Collection[str], seconds: float | None = None, deaf_for: float = 0.0
    ) -> str:
        """Show what `draw` says, drawn again all the time, until one of these keys; nothing after `seconds`.

        In the first `deaf_for` seconds no key is taken.
        """
        self._draw, self._keys, self._hears_from = draw, keys, time.monotonic() + deaf_for
        wipe()
        watch = (lambda: self._wait(seconds)) if seconds is not None else None
        return self._application.run(watch, set_exception_handler=False, handle_sigint=False)

    def forget_typed_ahead(self) -> None:
        """Keys that were pressed before a screen stood there are not meant for it."""
        forget_typed_ahead(self._application.input)

    def _wait(self, seconds: float) -> None:
        async def leave() -> None:
            await asyncio.sleep(seconds)
            self._leave("")

        self._application.create_background_task(leave())

    def _leave(self, key: str) -> None:
        if not self._application.is_done:
            self._application.exit(result=key)

    def _text(self) -> StyleAndTextTuples:
        found: StyleAndTextTuples = []
        for paragraph in self._draw():
            text = "\n".join(
                wrapped(line, " " * MARGIN, width() - MARGIN) for line in paragraph.text.split("\n")
            )
            found.append(
                (_STYLES.get(paragraph.style, ""), f"{text if self._theme.letters else plain(text)}\n")
            )
        return found

    def _bindings(self) -> KeyBindings:
        bindings = KeyBindings()

        @bindings.add("<any>", eager=True)
        @bindings.add("<bracketed-paste>", eager=True)
        @bindings.add("<sigint>", eager=True)
        def _(_event: KeyPressEvent) -> None:
            return

        def on(name: str) -> None:
            @bindings.add(name, eager=True)
            def _(_event: KeyPressEvent) -> None:
                if name in self._keys and time.monotonic() >= self._hears_from:
                    self._leave(name)

        for name in _KEYS:
            on(name)
        return bindings
