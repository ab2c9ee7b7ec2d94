"""The terminal while the kiosk has it: one screen without scrollback, and no key or signal that leads out."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from miskraam_cli.terminal.screen import WIPED, wipe

_WHOLE, _AS_BEFORE = "\x1b[?1049h", "\x1b[?1049l"
_SANE = "\x1b[0m\x1b[?25h\x1b[?2004l"  # plain letters, a cursor, no marks around what is pasted
_IGNORED = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU")


@contextmanager
def taken() -> Iterator[None]:
    """The terminal for the kiosk alone; afterwards empty, and as it was."""
    import termios

    before = termios.tcgetattr(sys.stdin)
    ignored = {name: signal.signal(getattr(signal, name), signal.SIG_IGN) for name in _IGNORED}
    deaf = termios.tcgetattr(sys.stdin)
    deaf[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL)  # between two screens Enter is still Enter
    deaf[3] &= ~(termios.ISIG | termios.IEXTEN | termios.ICANON | termios.ECHO)
    try:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, deaf)
        sys.stdout.write(_WHOLE)
        wipe()
        yield
    finally:
        with suppress(OSError):  # there may be no terminal left
            sys.stdout.write(WIPED + _AS_BEFORE + WIPED + _SANE)
            sys.stdout.flush()
        with suppress(termios.error, OSError):
            termios.tcsetattr(sys.stdin, termios.TCSAFLUSH, before)
        for name, handler in ignored.items():
            signal.signal(getattr(signal, name), handler)
