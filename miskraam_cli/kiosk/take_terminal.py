"""Takes the terminal for the kiosk: one screen that cannot be scrolled back, and no key or signal that leads out."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from miskraam_cli.terminal.screen import WIPED, wipe

_OTHER_SCREEN, _FIRST_SCREEN = "\x1b[?1049h", "\x1b[?1049l"  # the terminal's second screen has no scrollback
_PLAIN = "\x1b[0m\x1b[?25h\x1b[?2004l"  # plain letters, a cursor, no marks around what is pasted
_IGNORED = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGTTIN", "SIGTTOU")


@contextmanager
def take_terminal() -> Iterator[None]:
    """Have the terminal for the kiosk alone; afterwards it is empty, and works as before."""
    import termios

    before = termios.tcgetattr(sys.stdin)
    handlers = {name: signal.signal(getattr(signal, name), signal.SIG_IGN) for name in _IGNORED}
    mode = termios.tcgetattr(sys.stdin)
    # No key makes a signal, stops the output, or is echoed; between two prompts Enter is still Enter.
    mode[0] &= ~(termios.IXON | termios.IXOFF | termios.ICRNL)
    mode[3] &= ~(termios.ISIG | termios.IEXTEN | termios.ICANON | termios.ECHO)
    try:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, mode)
        sys.stdout.write(_OTHER_SCREEN)
        wipe()
        yield
    finally:
        with suppress(OSError):  # there may be no terminal left
            sys.stdout.write(WIPED + _FIRST_SCREEN + WIPED + _PLAIN)
            sys.stdout.flush()
        with suppress(termios.error, OSError):
            termios.tcsetattr(sys.stdin, termios.TCSAFLUSH, before)
        for name, handler in handlers.items():
            signal.signal(getattr(signal, name), handler)
