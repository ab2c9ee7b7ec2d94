"""Drawings beside statements: a course over weeks, and chances as shapes."""

from dataclasses import dataclass, field

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.ids import NOWHERE, Id


@dataclass(frozen=True)
class Span:
    """A stretch of time in a course, in full weeks since its beginning: from 4 to 6 is the fifth and sixth week."""

    label: Text
    starts: int
    ends: int
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Course:
    """A bar over weeks with today in it; `day` names the calculated number of days since the beginning."""

    weeks: int
    day: Id
    spans: tuple[Span, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Figure:
    """A drawing beside a statement that says the same in words: a course, or chances.

    `icons` are chances in neutral shapes (AMB-94), each as [so many, of so many]; two of them are a range.
    """

    course: Course | None = None
    icons: tuple[tuple[int, int], ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
