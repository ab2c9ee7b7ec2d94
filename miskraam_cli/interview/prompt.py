"""What a walk and a presenter hand each other: plain data, its texts in the language of the person."""

from dataclasses import dataclass
from typing import Literal, Protocol


@dataclass(frozen=True)
class PromptOption:
    """Something to choose, under a `heading` if it has one. An `exclusive` one cannot be ticked beside another."""

    id: str
    label: str
    exclusive: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Prompt:
    """One thing to put to a person. `id` is that of the question; empty for what is asked beside a questionnaire.

    `kind`: choose one, tick several, or type. `chosen` holds the ids of the options chosen before, `typed` the text
    before. `unit` stands behind what is typed, `example` says how it may be typed. `title` is that of the section,
    `progress` a line such as "vraag 3 van ongeveer 12". `error` says why the last answer could not be taken.
    `can_review` offers all answers to look at. `skip`, where it asks for her own words: what is typed to pass it over.
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
    skip: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A text, and how strongly it stands out."""

    text: str
    style: Literal["plain", "strong", "quiet", "alarm"] = "plain"


@dataclass(frozen=True)
class Notice:
    """Something to read. A `line` waits for no key, a `pause` does; so does an `alarm`, for which a kiosk calls staff.

    With `options` one of two is chosen: the first is the default and ends the walk, the second goes on.
    """

    kind: Literal["line", "pause", "alarm"]
    paragraphs: tuple[Paragraph, ...]
    options: tuple[PromptOption, ...] = ()
    can_go_back: bool = True
    can_review: bool = False


@dataclass(frozen=True)
class Answered:
    """What was chosen, or what was typed."""

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
    """The person has read a notice and goes on."""


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
