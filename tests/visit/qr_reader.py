"""A picture of a screen, half blocks drawn as a terminal draws them, for a program that reads QR codes."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw
from pyte.screens import Char

from tests.needed_programs import needed

_WIDE, _HIGH = 8, 16
_PALETTE = {"black": "#000000", "brightwhite": "#ffffff"}
_UPPER, _LOWER = (0, 0, _WIDE, _HIGH // 2), (0, _HIGH // 2, _WIDE, _HIGH)
_INKED = {" ": (), "▀": (_UPPER,), "▄": (_LOWER,), "█": (_UPPER, _LOWER)}
_LETTER = ((2, 4, _WIDE - 2, _HIGH - 4),)  # what stands around a code only needs to be ink


@dataclass(frozen=True)
class TerminalColours:
    """The colours of a terminal where a program names none."""

    text: str
    ground: str

    def colour(self, name: str, default: str) -> str:
        """The colour that pyte names; a program may use only those that a QR code needs."""
        return default if name == "default" else _PALETTE[name]


DARK = TerminalColours(text="#d0d0d0", ground="#101418")
LIGHT = TerminalColours(text="#202020", ground="#ffffff")


def picture_of(cells: list[list[Char]], theme: TerminalColours) -> Image.Image:
    """The screen on a fixed grid, in the colours that were asked for and else the theme's."""
    image = Image.new("RGB", (len(cells[0]) * _WIDE, len(cells) * _HIGH), theme.ground)
    draw = ImageDraw.Draw(image)
    for row, line in enumerate(cells):
        for column, cell in enumerate(line):
            ink, ground = theme.colour(cell.fg, theme.text), theme.colour(cell.bg, theme.ground)
            if cell.reverse:
                ink, ground = ground, ink
            for box, colour in (
                (_UPPER, ground),
                (_LOWER, ground),
                *((box, ink) for box in _INKED.get(cell.data, _LETTER)),
            ):
                x, y = column * _WIDE, row * _HIGH
                draw.rectangle((x + box[0], y + box[1], x + box[2] - 1, y + box[3] - 1), colour)
    return image


def read_codes(image: Image.Image, folder: Path) -> list[str]:
    """What zbar reads in the picture. Without it the test is skipped, and in CI it fails."""
    zbarimg = needed("zbarimg")  # Debian: zbar-tools
    file = folder / "screen.png"
    image.save(file)
    read = subprocess.run(
        [zbarimg, "--quiet", "--raw", str(file)], capture_output=True, text=True, timeout=30, check=False
    )
    assert read.returncode in (0, 4), read.stderr  # 4: no code in the picture
    return read.stdout.splitlines()
