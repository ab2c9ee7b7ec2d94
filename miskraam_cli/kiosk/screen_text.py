"""How words are written on the kiosk's screen: in her language, within the margins, with the mark of a trial."""

import sys
from collections.abc import Sequence

from miskraam_cli.interview.prompt import Paragraph, Prompt
from miskraam_cli.kiosk.phase import Key
from miskraam_cli.language import Words
from miskraam_cli.terminal.still_screen import MARGIN
from miskraam_cli.terminal.theme import Theme, width, wrapped


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
        """Paragraphs as they are written on this screen."""
        return "\n".join(self._paint(paragraph) for paragraph in paragraphs)

    def format_page(self, paragraphs: Sequence[Paragraph], keys: Sequence[str]) -> list[Paragraph]:
        """A page that says nothing of what the questions are about: a title, paragraphs, keys at the foot."""
        title = Paragraph(self.words("kiosk.title"), "strong")
        named = "   ".join((*self._marks(), *(self.words(f"kiosk.key_{key}") for key in keys)))
        spaced = [part for paragraph in paragraphs for part in (paragraph, Paragraph(""))]
        return [Paragraph(""), title, Paragraph(""), Paragraph(""), *spaced, Paragraph(""), Paragraph(named)]

    def name_keys(self, prompt: Prompt, keys: Sequence[Key]) -> list[str]:
        """The keys that work at a prompt, in words; `keys` are those of the phase."""
        names = [f"keys.{'enter' if len(prompt.options) == 1 else prompt.kind}"]
        names += ["keys.back"] if prompt.can_go_back else []
        names += ["keys.help"] if prompt.help else []
        names += ["keys.review"] if prompt.can_review else []
        named = [self.words(name) for name in (*names, *(f"kiosk.key_{key}" for key in keys))]
        return [*self._marks(), *(key for line in named for key in line.split(" · "))]

    def _paint(self, paragraph: Paragraph) -> str:
        text = "\n".join(wrapped(line, " " * MARGIN, width() - MARGIN) for line in paragraph.text.split("\n"))
        return self._theme.paint(text, paragraph.style)

    def _marks(self) -> list[str]:
        return [self.words("kiosk.trial")] if self._trial else []


def write(text: str) -> None:
    """Write on the screen, at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
