"""While nothing is asked yet, or a passphrase is tried: no key is seen, and none is kept for what is asked next."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def unseen() -> Iterator[None]:
    """Show nothing of what is typed meanwhile, and throw it away at the end. Where there is no terminal, nothing."""
    try:
        import termios

        before = termios.tcgetattr(sys.stdin)
    except Exception:  # no such module, no such stream, no terminal
        yield
        return
    silent = [*before]
    silent[3] &= ~termios.ECHO
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, silent)
    try:
        yield
    finally:
        with suppress(termios.error, OSError):  # the terminal itself may be gone
            termios.tcsetattr(sys.stdin, termios.TCSAFLUSH, before)
