"""Names given by an author; each remembers where it stands, so that a message can point at it."""

import re
from typing import Self

from miskraam_cli.errors import Place, UnreadableError

NOWHERE = Place("", 0, 0)
VERSION = r"\d{1,4}\.\d{1,4}\.\d{1,4}"
REFERENCE = r"([a-z][a-z0-9-]{0,59}\.)?[a-z][a-z0-9_]{0,59}"


class Id(str):
    """The id of something in a file: small letters, digits and _."""

    place: Place = NOWHERE

    @classmethod
    def at(cls, text: str, place: Place) -> Self:
        """An id read from a file."""
        made = cls(text)
        made.place = place
        return made


class Version(Id):
    """Three numbers; the last but one changes with the text, the first when answers no longer fit."""

    @classmethod
    def from_text(cls, text: str, place: Place) -> Self:
        """The version in `text`. Raises UnreadableError."""
        if not re.fullmatch(VERSION, text):
            raise UnreadableError("Q018", 0, value=text)
        return cls.at(text, place)


class Reference(Id):
    """The id of a statement; one of a questionnaire has its file's name before it (`intake.hope`)."""

    @classmethod
    def from_text(cls, text: str, place: Place) -> Self:
        """The reference in `text`. Raises UnreadableError."""
        if not re.fullmatch(REFERENCE, text):
            raise UnreadableError("Q015", 0, value=text)
        return cls.at(text, place)


class Written(Id):
    """An answer as it stands in a file: `true`, or the id of a choice."""

    @classmethod
    def from_text(cls, text: str, place: Place) -> Self:
        """The answer in `text`; the type of its question says whether it is one."""
        return cls.at(text, place)


class Cite(Id):
    """The id of a fact (S2-WARN-6), a ruling (AMB-11) or a clinician's note (N-06)."""
