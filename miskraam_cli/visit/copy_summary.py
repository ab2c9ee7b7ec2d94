"""The summary on the clipboard: as text, without boxes, colours or tabs, to paste anywhere."""

import sys
from typing import TYPE_CHECKING

from miskraam_cli.library.interface import words
from miskraam_cli.renderers import text
from miskraam_cli.terminal.clipboard import LONGEST, sequence
from miskraam_cli.terminal.screen import is_dumb, tell
from miskraam_cli.visit.session import Session

if TYPE_CHECKING:
    from miskraam_cli.summary.model import Summary


def copy_summary(summary: "Summary", session: Session) -> None:
    """Copy the text form of a summary and say on standard error what came of it."""
    shown = text.render(summary, words(summary.language), sources=session.summary.sources)
    tell(f"miskraam: {copied(shown, session)}")


def copied(shown: str, session: Session) -> str:
    """Send a text to the clipboard of this terminal; what to say: that it was sent, or why it was not."""
    say, sent = session.words, sequence(shown)
    if session.setting == "kiosk":  # the next person could paste it
        return say("copy.shared")
    if not sys.stdout.isatty() or is_dumb():
        return say("copy.nowhere")
    if len(sent) > LONGEST:
        return say("copy.too_long")
    sys.stdout.write(sent)
    sys.stdout.flush()
    return say("copy.sent")
