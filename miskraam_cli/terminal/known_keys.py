"""Only keys that are known. What a terminal sends for others starts with Escape: it would go back, and answer."""

import re
from typing import Any

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES

_SEQUENCE = re.compile(
    r"""(?P<pasted>\x1b\[200~[\s\S]*?(?:\x1b\[201~|\Z))
    |\x1b(?:
        \[\[[A-E]                  # F1 to F5 of the Linux console
        |\[M[\s\S]{3}              # a click, as old terminals tell it
        |\[[0-?]*[\x20-/]*[@-~]    # by ECMA-48 any control sequence
        |O[\x20-~]                 # and what follows SS3
        |[^\x1b\[O]                # any key together with Alt
    )""",
    re.VERBOSE,
)
_END_OF_PASTE = "\x1b[201~"
_KNOWN = {typed for typed, key in ANSI_SEQUENCES.items() if isinstance(key, str)} | {_END_OF_PASTE}


class KnownKeys:
    """Reads what is typed, for an input of prompt_toolkit, without the keys that it does not know."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    @property
    def closed(self) -> bool:
        """Whether nothing comes any more."""
        return bool(self._reader.closed)

    def read(self) -> str:
        """What was typed since."""
        return _SEQUENCE.sub(_kept, self._reader.read())


def only_known(given: Any) -> None:
    """Let an input of prompt_toolkit read known keys only; one that is no terminal of POSIX stays as it is."""
    reader = getattr(given, "stdin_reader", None)
    if reader is not None and not isinstance(reader, KnownKeys):
        given.stdin_reader = KnownKeys(reader)


def _kept(found: re.Match[str]) -> str:
    return found[0] if found["pasted"] or found[0] in _KNOWN else ""
