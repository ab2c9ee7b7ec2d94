"""How words are written on the kiosk's screen: in her language, within the margins, with the mark of a trial."""

import sys
from collections.abc import Sequence

from miskraam_cli.interview.prompt import Paragraph, Prompt
from miskraam_cli.kiosk.phase import Key
from miskraam_cli.language import Words
from miskraam_cli.terminal.line_of_keys import keys_of
from miskraam_cli.terminal.paragraphs import draw_paragraphs
from miskraam_cli.terminal.screen import LOW, rows
from miskraam_cli.terminal.still_screen import MARGIN
from miskraam_cli.terminal.theme import Theme, packed, width


class ScreenText:
    """Writes paragraphs and names keys. `words` are those of her language; before she chooses, Dutch."""

    def __init__(self, theme: Theme, words: Words, *, trial: bool) -> None:
        self.words = words
        self._theme = theme
        self._trial = trial

    def speak(self, words: Words) -> None:
        """Go on in the language that she chose."""
        self.words = words

    def format(self, paragraphs: Sequence[Paragraph]) -> str:
        """Paragraphs as they are written on this screen, as far from the right as from the left."""
        return "\n".join(draw_paragraphs(paragraphs, self._theme, width() - MARGIN, " " * MARGIN))

    def format_page(self, paragraphs: Sequence[Paragraph], keys: Sequence[str]) -> list[Paragraph]:
        """A page that says nothing of what the questions are about: a title, paragraphs, keys at the foot.

        On a low screen without empty lines, so that the keys are in view.
        """
        title = Paragraph(self.words("kiosk.title"), "strong")
        named = packed(
            (*self._marks(), *(self.words(f"kiosk.key_{key}") for key in keys)), width() - 2 * MARGIN
        )
        if rows() < LOW:
            return [title, *paragraphs, Paragraph(named)]
        spaced = [part for paragraph in paragraphs for part in (paragraph, Paragraph(""))]
        return [Paragraph(""), title, Paragraph(""), Paragraph(""), *spaced, Paragraph(""), Paragraph(named)]

    def name_keys(self, prompt: Prompt, keys: Sequence[Key]) -> list[str]:
        """The keys that work at a prompt, in words; `keys` are those of the phase."""
        own = [self.words(f"kiosk.key_{key}") for key in keys]
        return [*self._marks(), *keys_of(prompt, self.words), *own]

    def _marks(self) -> list[str]:
        return [self.words("kiosk.trial")] if self._trial else []


def write(text: str) -> None:
    """Write on the screen, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
