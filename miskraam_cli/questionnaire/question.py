"""A question and all that belongs to it. Every class mirrors one mapping in YAML, its fields the keys of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Literal

from miskraam_cli.errors import Place
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE, Cite, Id, Written

QuestionType = Literal["boolean", "choice", "choices", "integer", "decimal", "date", "text", "note"]


@dataclass(frozen=True)
class Code:
    """A code of a terminology; it becomes a FHIR coding."""

    system: Literal["loinc", "snomed", "local"]
    code: str


@dataclass(frozen=True)
class Option:
    """One choice. `because` is the clause after "omdat", `short` the words on the clinician's screen.

    Where one question holds several signs, `fact` is what a leaflet says of this one. An exclusive choice cannot be
    ticked beside another ("geen van deze"). Who chooses one that `pauses` first goes to find something out: a kiosk
    hides the questions, says this, and waits for her (AMB-115).
    """

    id: Id
    text: Text
    because: Text | None = None
    short: Text | None = None
    fact: Cite | None = None
    exclusive: bool = False
    pauses: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Doubt:
    """When an answer may be a slip, and what is asked then ("klopt dit?"); the person may say that it is right."""

    when: Condition
    text: Text
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Variant:
    """How a question reads where `when` holds: what is given here stands in place of its own text, label and clause.

    It is the same question with the same id, so that its answers stay one thing.
    """

    when: Condition
    text: Text
    label: Text | None = None
    because: Text | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, eq=False)
class Question:
    """One thing asked, or a note to read.

    `label` names it in a list, `short` on the clinician's screen. `because` is the clause after "omdat" and may
    hold `{answer}`; `because_not` is the one for a no. The first of the `variants` that holds is said in place of
    these; its own texts are for everybody else, also where a condition is unknown. `unit` is a UCUM code; `range` holds
    the lowest and the highest number that is taken; `places` is the number of decimals that is asked for; `example` is
    a number as it may be typed, shown beforehand. It is asked where `enable_when` is true or absent. `may` names what
    can be said instead of a value; a warning sign allows no declining (AMB-112).
    A hidden question is never asked: the configuration answers it. The answer to a warning sign, and to what is
    `momentary`, counts for hours only, and is asked again when she goes on later. A note may show one option of the
    questionnaire's comparison. `was` turns an answer that an earlier version took into the one that stands for it now.
    `closes` is what a clinician reads at a question that is not asked because of this one's answer; without it that
    question does not apply (AMB-128).
    `declined` are the words of declining here, where they are not those of every question.

    Two questions are equal only if they are one object: comparing every field would make long paths slow.
    """

    id: Id
    type: QuestionType
    text: Text
    label: Text | None = None
    short: Text | None = None
    because: Text | None = None
    because_not: Text | None = None
    help: Text | None = None
    warning: bool = False
    choices: tuple[Option, ...] = ()
    was: Mapping[Written, Written] = field(default_factory=dict)
    unit: str | None = None
    range: tuple[Decimal, Decimal] | None = None
    places: int = 0
    example: Decimal | None = None
    doubt: Doubt | None = None
    hidden: bool = False
    momentary: bool = False
    shows: Id | None = None
    variants: tuple[Variant, ...] = ()
    closes: Text | None = None
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] = ()
    declined: Text | None = None
    facts: tuple[Cite, ...] = ()
    rulings: tuple[Cite, ...] = ()
    addition: str | None = None
    code: Code | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def lapses(self) -> bool:
        """Whether the answer counts for hours only."""
        return self.warning or self.momentary

    @property
    def takes(self) -> tuple[str, ...]:
        """The answers it takes as they stand in a file, where they are a few that can be listed."""
        if self.type == "boolean":
            return ("true", "false")
        return tuple(str(option.id) for option in self.choices)

    def option(self, option_id: str) -> Option:
        """The choice of that id; KeyError where there is none."""
        for option in self.choices:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True)
class Use:
    """A shared question in a section. These keys, where given, stand in place of those in `common/questions.yaml`."""

    use: Id
    enable_when: Condition | None = None
    may: tuple[Literal["unknown", "declined"], ...] | None = None
    help: Text | None = None
    doubt: Doubt | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Section:
    """Questions under one title."""

    PARTIAL: ClassVar = True

    id: Id
    title: Text
    questions: tuple[Question | Use, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)
