"""What every patient's screens are made of: built once, before there is any patient; their keys; the pictogram."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from miskraam_cli.interview.typed import MAX_TEXT
from miskraam_cli.language import Words
from miskraam_cli.terminal.applications import Applications
from miskraam_cli.terminal.prompt_kinds import Ways
from miskraam_cli.terminal.still_screen import MARGIN, StillScreen
from miskraam_cli.terminal.theme import Theme

# Somebody on the way to a desk where somebody stands, without a word.
PICTOGRAM = "       O                O\n      /|\\   ------>  ___|___\n      / \\            |     |"

_DEAD = (
    *("c-c", "c-d", "c-\\", "c-v", "c-x", "c-@", "c-]", "c-^", "c-_", "<sigint>", "<bracketed-paste>"),
    *(f"f{number}" for number in range(1, 25) if number not in (2, 3, 4, 9)),
)
WAYS = Ways(
    leave={"hide": ("f2",), "pause": ("f3",), "called": ("f4",), "staff": ("f9",)},
    dead=_DEAD,
    margin=MARGIN,
    longest=MAX_TEXT,
    whole=True,
)


class Here(Protocol):
    """What a screen says of this place and this moment."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """The time, here."""

    def numbers(self, words: Words) -> Sequence[str]:
        """Whom to call in this hospital, in words."""


class PreparedScreens:
    """What is built once, before there is any patient."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.still = StillScreen(theme)
        self.applications = Applications(theme, WAYS)
        for kind in ("one", "several", "typed"):
            self.applications.built(kind)
