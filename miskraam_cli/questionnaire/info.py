"""What can be looked up without answering anything: topics and explained words."""

from dataclasses import dataclass, field
from typing import ClassVar

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id, Reference
from miskraam_cli.questionnaire.model import Statement


@dataclass(frozen=True)
class Also:
    """Other words under which a topic is found, in each language."""

    nl: tuple[str, ...]
    en: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Topic:
    """Something to read: statements of the same file or shared, or `intake.hope` of another questionnaire.

    One with `numbers` also shows whom to call. It is found by its id, its title, and the words of `also` (AMB-138).
    """

    id: Id
    title: Text
    say: tuple[Reference, ...]
    also: Also | None = None
    numbers: bool = False
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Word:
    """A word that a person may have heard, explained."""

    word: Text
    text: Text
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class InfoFile:
    """`common/info.yaml`: topics, a list of explained words, and the statements that only topics say."""

    PARTIAL: ClassVar = True

    topics: tuple[Topic, ...]
    glossary: tuple[Word, ...]
    statements: tuple[Statement, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
