"""What is built once, before there is any patient, so that each finds her first screen at once."""

from collections.abc import Mapping

from miskraam_cli.kiosk.phase import FUNCTION_KEYS
from miskraam_cli.terminal.applications import Applications
from miskraam_cli.terminal.leaving import How, Ways
from miskraam_cli.terminal.still_screen import MARGIN, StillScreen
from miskraam_cli.terminal.theme import Theme

# Somebody on the way to a desk where somebody stands, without a word.
PICTOGRAM = "       O                O\n      /|\\   ------>  ___|___\n      / \\            |     |"

# The keys that leave any prompt; what they do, and whether anything, is up to the phase.
_LEAVES: Mapping[How, tuple[str, ...]] = {
    "hide": (FUNCTION_KEYS["hide"],),
    "pause": (FUNCTION_KEYS["pause"],),
    "called": (FUNCTION_KEYS["called"],),
    "staff": (FUNCTION_KEYS["staff"],),
}
_DEAD = (
    *("c-c", "c-d", "c-\\", "c-v", "c-x", "c-@", "c-]", "c-^", "c-_", "<sigint>", "<bracketed-paste>"),
    *(f"f{number}" for number in range(2, 25) if (f"f{number}",) not in _LEAVES.values()),
)
_MOST_TYPED = 1_000  # letters; more than any text may have, so that she is told rather than stopped in a word
WAYS = Ways(leave=_LEAVES, dead=_DEAD, margin=MARGIN, longest=_MOST_TYPED, whole=True)


class PreparedScreens:
    """A screen for pages, and an application for each kind of prompt, with the keys of a kiosk."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.still = StillScreen(theme)
        self.applications = Applications(theme, WAYS)
        for kind in ("one", "several", "typed"):
            self.applications.built(kind)
