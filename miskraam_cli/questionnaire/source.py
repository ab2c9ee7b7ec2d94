"""The text of a file, with the name that messages show for it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """A file as it was read: the name to show in messages, and its text."""

    name: str
    text: str
