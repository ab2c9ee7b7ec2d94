"""Terminals that cannot show every letter: what cannot be shown is written in plain ASCII."""

import codecs
import sys
import unicodedata

_PLAIN = {
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "·": "-",
    "–": "-",
    "…": "...",
    "─": "-",
    "°": "",
    "●": "#",
    "○": ".",
    "━": "=",
    "▲": "^",
    "❯": ">",
    "↑": "^",
    "↓": "v",
}
_HANDLER = "miskraam.plain"


def plain(text: str) -> str:
    """`text` in ASCII: accents lost, typographic signs replaced."""
    found = []
    for letter in text:
        if letter.isascii():
            found.append(letter)
        elif letter in _PLAIN:
            found.append(_PLAIN[letter])
        else:
            bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
            seen = unicodedata.category(letter) not in ("Mn", "Me", "Cf")
            found.append(bare or "?" * seen)
    return "".join(found)


def shows_everything() -> bool:
    """Whether standard output takes every letter."""
    return (sys.stdout.encoding or "").lower().replace("-", "") in ("utf8", "utf16", "utf32")


def install() -> None:
    """Let standard output and error write in plain ASCII what they cannot encode."""

    def replace(error: UnicodeError) -> tuple[str, int]:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        return plain(error.object[error.start : error.end]), error.end

    codecs.register_error(_HANDLER, replace)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_HANDLER)
