"""The clipboard of the window a person looks at, by the escape code OSC 52; over SSH it is hers too."""

from base64 import b64encode

LONGEST = 100_000  # terminals cut what is longer, or drop it


def sequence(text: str) -> str:
    """What a terminal is sent to put `text` on the clipboard. It never answers whether it did."""
    return f"\x1b]52;c;{b64encode(text.encode()).decode()}\x07"
