"""A page that asks nothing and says nothing of what the questions are about, until one of its keys is pressed."""

from collections.abc import Callable, Collection, Sequence

from miskraam_cli.interview.prompt import Paragraph
from miskraam_cli.kiosk.phase import FUNCTION_KEYS, Key, Situation
from miskraam_cli.kiosk.screen_text import ScreenText
from miskraam_cli.kiosk.settings import Times
from miskraam_cli.terminal.still_screen import StillScreen

Draw = Callable[[], Sequence[Paragraph]]


class NeutralPage:
    """Shows such pages to one patient, or to staff in between."""

    def __init__(self, still: StillScreen, text: ScreenText, situation: Situation, times: Times) -> None:
        self.text = text
        self.situation = situation
        self._still = still
        self._times = times

    def show(self, draw: Draw, deaf_for: float = 0.0) -> Key | None:
        """Show what `draw` says until a key of this phase is pressed; None when its time ran out.

        In the first `deaf_for` seconds no key is taken.
        """
        allowed = self.situation.allowed
        keys = [FUNCTION_KEYS[key] for key in allowed.keys]
        pressed = self.show_with(draw, allowed.keys, keys, allowed.seconds(self._times), deaf_for)
        return next((key for key in allowed.keys if FUNCTION_KEYS[key] == pressed), None)

    def show_with(
        self,
        draw: Draw,
        named: Sequence[str],
        keys: Collection[str],
        seconds: float | None,
        deaf_for: float = 0.0,
    ) -> str:
        """The same with other keys: as the foot names them, and as the terminal does. Empty after `seconds`."""
        return self._still.show(lambda: self.text.format_page(draw(), named), keys, seconds, deaf_for)

    def forget_typed_ahead(self) -> None:
        """Keys that were pressed before a page stood there are not meant for it."""
        self._still.forget_typed_ahead()
