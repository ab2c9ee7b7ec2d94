"""The letters of what people type and paste: which may stand in a text, and what many of them mean in a number or code.

A terminal obeys control characters, and marks of direction turn a text around: neither may stand in an answer. What
binds letters to one sign on the screen may, as a family of emoji or a Persian word would fall apart.
"""

import re
import unicodedata

_JOINERS = "\u200c\u200d"  # ZWNJ and ZWJ
_TAGS = "\U000e0020-\U000e007e"  # behind a black flag they name a country
_INVISIBLE = "\u00ad\u2060\ufeff"  # between two letters of one word
_TAGGED = re.compile(f"(\U0001f3f4[{_TAGS}]+\U000e007f)|[{_TAGS}\U000e007f]")
_JOINED_TWICE = re.compile(f"([{_JOINERS}])[{_JOINERS}]+")
_NO_LETTERS = range(0xFDD0, 0xFDF0)
_TURNED = "\u202e"  # what follows is read backwards
_SIGNS = str.maketrans(
    {
        "\u2212": "-",
        "\u2043": "-",
        "\u00b7": ".",
        "\uff0c": ",",
        "\uff0e": ".",
        "\uff0b": "+",
        "\u2044": "/",
        "\u2215": "/",
        "\u2018": "'",
        "\u2019": "'",
        "\u02bc": "'",
        "\u2032": "'",
        "\u200b": " ",
        _TURNED: "?",
    }
)


def may_stand(letter: str) -> bool:
    """Whether a letter may stand in a text: one that is seen, or that binds two that are. New emoji are seen too."""
    kind = unicodedata.category(letter)
    if kind == "Cn":  # not known to this Python yet, unless it is none for ever
        code = ord(letter)
        return code & 0xFFFE != 0xFFFE and code not in _NO_LETTERS and code >> 12 != 0xE0
    return kind[0] != "C" or letter in _JOINERS or "\U000e0020" <= letter <= "\U000e007f"


def clean(text: str) -> str:
    """A typed text on one line, without control characters; none of its words is cut, and none falls apart."""
    kept = "".join(letter if may_stand(letter) else " " for letter in text if letter not in _INVISIBLE)
    bound = _JOINED_TWICE.sub(r"\1", _TAGGED.sub(lambda found: found[1] or "", kept))
    return " ".join(word for part in bound.split() if (word := part.strip(_JOINERS)))


def plainly(text: str) -> str:
    """A number, date or code as a keyboard has it: any dash, blank, quote or mark by its plain one.

    A digit that is none of 0 to 9 stays what it is, and is asked again: one that is raised, or of another script.
    """
    return " ".join("".join(map(_plain, unicodedata.normalize("NFC", text).translate(_SIGNS))).split())


def _plain(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind == "Pd":
        return "-"
    if kind == "Cf":
        return ""
    return letter
