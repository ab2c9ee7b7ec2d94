"""A statement as it is shown."""

from dataclasses import dataclass

from miskraam_cli.language import Words


@dataclass(frozen=True)
class Said:
    """A statement as shown: its words, its facts with where they stand, and whether it is an addition."""

    id: str
    text: str
    facts: tuple[str, ...]
    source: str
    addition: bool
    basis: str = ""


def marked(said: Said, words: Words) -> str:
    """Its words, marked where no leaflet says them."""
    return f"{said.text} ({words('source.addition')})" if said.addition else said.text
