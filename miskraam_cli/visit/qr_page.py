"""A QR code on the screen, for the telephone of who stands before it."""

from miskraam_cli.renderers.qr_code import QrCode, render
from miskraam_cli.terminal.ascii import shows_everything
from miskraam_cli.terminal.screen import colour, columns, rows
from miskraam_cli.terminal.theme import wrapped
from miskraam_cli.visit.session import Session

_BELOW = 5  # lines for what is asked under it


def code_page(code: QrCode, session: Session) -> str:
    """The code between two lines of words; only the words where this screen cannot show a code.

    That is so by lines (a screen reader would read every block), without colour or blocks, or without room.
    """
    say = session.words
    holds = wrapped(say("qr.holds", name=code.name, shown=code.shown))
    if not session.lines and colour(contrast=False) and shows_everything():
        drawn = render(code.data)
        page = f"{wrapped(say('qr.scan'))}\n{drawn}\n{holds}"
        if _width(drawn) <= columns() and page.count("\n") + 1 + _BELOW <= rows():
            return page
    return f"{wrapped(say('qr.cannot'))}\n{holds}"


def _width(drawn: str) -> int:
    """A code is a square, and two of its rows make a line."""
    return 2 * drawn.count("\n") + 1
