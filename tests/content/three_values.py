"""True, false and unknown (None), and the rows of a table of findings: plain code, nothing of the program."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

Truth = bool | None
Said = str | bool | Decimal | date | tuple[str, ...]
Outcome = Literal["holds", "unknown"]

NUMBERED = ("now", "call", "check", "arrange")
"""The levels with a telephone number (AMB-114)."""

ITSELF = "itself"


def every(*parts: Truth) -> Truth:
    """False where one is, else unknown where one is."""
    if False in parts:
        return False
    return None if None in parts else True


def either(*parts: Truth) -> Truth:
    """True where one is, else unknown where one is."""
    if True in parts:
        return True
    return None if None in parts else False


def opposite(part: Truth) -> Truth:
    """Unknown stays unknown."""
    return None if part is None else not part


def maybe(part: Truth) -> bool:
    """Whether it is not surely false."""
    return part is not False


def at_least(number: Decimal | int | None, least: int) -> Truth:
    """Unknown where the number is."""
    return None if number is None else number >= least


def above(number: Decimal | int | None, most: int) -> Truth:
    """Unknown where the number is."""
    return None if number is None else number > most


class Her:
    """What a woman said to the questions that she was asked. All else is unknown."""

    def __init__(self, answers: Mapping[str, Said], today: date) -> None:
        """`answers` are values alone; what she did not know or would not say is not among them."""
        self._answers = answers
        self._said: dict[str, Said] = {}
        self._today = today
        self.path: list[str] = []

    def is_asked(self, *names: str, when: Truth = True) -> None:
        """These questions come next on her path, where `when` is surely true."""
        if when is True:
            self.path += names
            self._said |= {name: self._answers[name] for name in names if name in self._answers}

    def says(self, name: str, *values: str | bool) -> Truth:
        """Whether her answer is one of these."""
        return self._said[name] in values if name in self._said else None

    def ticks(self, name: str, choice: str) -> Truth:
        """Whether this is among the choices that she made."""
        chosen = self._said.get(name)
        return choice in chosen if isinstance(chosen, tuple) else None

    def number(self, name: str) -> Decimal | None:
        """The number that she gave."""
        given = self._said.get(name)
        return given if isinstance(given, Decimal) else None

    def days_since(self, name: str) -> int | None:
        """How many days ago the day was that she gave."""
        day = self._said.get(name)
        return (self._today - day).days if isinstance(day, date) else None


class Row(NamedTuple):
    """A row of a table: a finding, whether it holds, and the finding that its being unknown leads to.

    A finding to which rows lead, and that has no condition of its own, is a row that is false.
    """

    id: str
    level: str
    holds: Truth
    unknown_leads_to: str = ""


class Found(NamedTuple):
    """A finding that applies."""

    id: str
    level: str
    outcome: Outcome


def found(rows: Iterable[Row]) -> frozenset[Found]:
    """What applies: each finding once, and where it holds never as unknown."""
    table = {row.id: row for row in rows}
    holding = {row.id for row in table.values() if row.holds}
    open_rows = [row for row in table.values() if row.holds is None and row.unknown_leads_to]
    targets = {row.id if row.unknown_leads_to == ITSELF else row.unknown_leads_to for row in open_rows}
    held = {Found(name, table[name].level, "holds") for name in holding}
    return frozenset(held | {Found(name, table[name].level, "unknown") for name in targets - holding})
