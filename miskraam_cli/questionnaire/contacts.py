"""Whom one can call: `common/contacts.yaml` as data."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import ClassVar, Literal, get_args

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


@dataclass(frozen=True)
class Hours:
    """The hours that a clinic counts as day, in its local time: `opens` is within them, `closes` is not."""

    days: tuple[Weekday, ...]
    opens: time
    closes: time
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Hospital:
    """A hospital that has numbers here."""

    id: Id
    name: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Contact:
    """Someone to call.

    `number` is E.164 or a short emergency number, `display` the same as people read it; both are absent where only the
    patient knows it. `kind` says when it is printed (`summary/whom_to_call.py`). `hours` says which of the two numbers
    of a hospital it is. `short` is the name where there is room for one line only.
    """

    id: Id
    name: Text
    kind: Literal["emergency", "hospital", "own_hospital", "midwife", "gp", "support"]
    short: Text | None = None
    number: str | None = None
    display: str | None = None
    hospital: Id | None = None
    hours: Literal["day", "outside"] | None = None
    website: str | None = None
    address: str | None = None
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Directory:
    """All contacts, the hospitals, the hours that are assumed until confirmed, and the Dutch holidays.

    `elsewhere` marks the numbers here for a person of another hospital.
    """

    PARTIAL: ClassVar = True

    hours: Hours
    holidays: tuple[date, ...]
    hospitals: tuple[Hospital, ...]
    contacts: tuple[Contact, ...]
    elsewhere: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
