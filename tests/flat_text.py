"""Words without their line ends, so that it does not matter where a line was broken."""


def flat(text: str) -> str:
    """The text with one space wherever it had spaces or line ends."""
    return " ".join(text.split())
