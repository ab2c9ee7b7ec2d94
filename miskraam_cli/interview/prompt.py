"""What a walk and a presenter hand each other: plain data, its texts in the language of the person."""

from dataclasses import dataclass
from typing import Literal, Protocol

ALERT_DEAF_FOR = 1.0  # seconds


@dataclass(frozen=True)
class PromptOption:
    """Something to choose, under a `heading` if it has one. An `exclusive` one cannot be ticked beside another.

    `pauses`: what a kiosk says while she is away to find out what she is asked next.
    """

    id: str
    label: str
    exclusive: bool = False
    heading: str = ""
    pauses: str = ""


@dataclass(frozen=True)
class Prompt:
    """One thing to put to a person. `id` is that of the question; empty for what is asked beside a questionnaire.

    `kind`: choose one, tick several, or type. `chosen` holds the ids of the options chosen before, `typed` the text
    before. `example` says how an answer may be typed, `unit` in what; `title` is that of the section, `progress` a line
    such as "vraag 3 van ongeveer 12". `error` says why the last answer could not be taken. `can_review` offers all
    answers to look at. `free_text`: it asks for her own words; `skip` is then what is typed to pass it over.
    `otherwise` says what she may choose where none of the others fits. For `deaf_for` seconds after it appears no key
    is taken. `above` stands before the text, and goes when it is answered.
    """

    id: str
    kind: Literal["one", "several", "typed"]
    text: str
    options: tuple[PromptOption, ...] = ()
    chosen: tuple[str, ...] = ()
    typed: str = ""
    unit: str = ""
    example: str = ""
    title: str = ""
    progress: str = ""
    help: str = ""
    error: str = ""
    can_go_back: bool = True
    can_review: bool = False
    free_text: bool = False
    skip: str = ""
    above: "tuple[Paragraph, ...]" = ()
    otherwise: str = ""
    deaf_for: float = 0.0

    @property
    def typed_as(self) -> str:
        """In what an answer is typed, and how it may look; empty where there is nothing to say of that."""
        return ", ".join(part for part in (self.unit, self.example) if part)


@dataclass(frozen=True)
class Paragraph:
    """A text with its weight on the screen. A `label` stands before it, the `number` of who is named behind it."""

    text: str
    style: Literal["plain", "strong", "quiet", "alarm"] = "plain"
    number: str = ""
    label: str = ""


@dataclass(frozen=True)
class Notice:
    """Something to read. A `line` waits for no key, a `pause` does; so does an `alarm`, for which a kiosk calls staff.

    With `options` one of two is chosen: the first ends the walk, the second goes on. An alert has a `headline`, how
    soon in one word, and a `border` beside it, heavy for what cannot wait at all, so that two alerts are told apart
    without colour. What stays on the screen in the end stands in a frame. `columns` are notices with the same labels,
    this one among them, that may be shown beside each other where there is room.
    """

    kind: Literal["line", "pause", "alarm"]
    paragraphs: tuple[Paragraph, ...]
    options: tuple[PromptOption, ...] = ()
    can_go_back: bool = True
    can_review: bool = False
    headline: str = ""
    border: Literal["", "light", "heavy", "frame"] = ""
    columns: "tuple[Notice, ...]" = ()

    @property
    def deaf_for(self) -> float:
        """Seconds in which an alert takes no key: one that was held down before it must not answer it."""
        return ALERT_DEAF_FOR if self.headline else 0.0


@dataclass(frozen=True)
class Answered:
    """What was chosen, or what was typed. To a list at least one choice: nothing chosen is never an answer."""

    chosen: tuple[str, ...] = ()
    typed: str = ""


@dataclass(frozen=True)
class Back:
    """To the question before; the unfinished answer is kept."""

    draft: Answered = Answered()


@dataclass(frozen=True)
class Jump:
    """To the review of all answers; the unfinished answer is kept."""

    draft: Answered = Answered()


@dataclass(frozen=True)
class Continue:
    """The person has read a notice and goes on. `columns`: with all that stood beside it."""

    columns: bool = False


@dataclass(frozen=True)
class Stop:
    """The person stops here. `sure` where that is no slip: she chose to get help, or nothing more can come.

    `draft` is what she had filled in at that moment.
    """

    draft: Answered = Answered()
    sure: bool = False


@dataclass(frozen=True)
class Idle(Stop):
    """Nobody is there any more. The walk ends as after Stop: nothing is answered for her."""


class Presenter(Protocol):
    """A way to put prompts to a person and to show notices."""

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt and wait for the person."""

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show one notice; a line returns at once."""
