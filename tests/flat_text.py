"""Words without their line ends, so that it does not matter where a line was broken."""


def flat(text: str) -> str:
    """The text with one space wherever it had spaces or line ends."""
    return " ".join(text.split())


def unbroken(text: str) -> str:
    """The text without any space or line end, for a path that is longer than a line."""
    return "".join(text.split())
