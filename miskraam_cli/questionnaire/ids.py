"""Names given by an author; each remembers where it stands, so that a message can point at it."""

from typing import Self

from miskraam_cli.errors import Place

NOWHERE = Place("", 0, 0)


class Id(str):
    """The id of something in a file: small letters, digits and _."""

    place: Place = NOWHERE

    @classmethod
    def at(cls, text: str, place: Place) -> Self:
        """An id read from a file."""
        made = cls(text)
        made.place = place
        return made


class Cite(Id):
    """The id of a fact (S2-WARN-6), a ruling (AMB-11) or a clinician's note (N-06)."""
