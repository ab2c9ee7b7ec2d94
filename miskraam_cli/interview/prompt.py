"""What the loop and a presenter say to each other. Plain data: no findings, no questionnaire, no terminal."""

from dataclasses import dataclass
from typing import Literal, Protocol

_ALERT_DEAF_FOR = 1.0


@dataclass(frozen=True)
class PromptOption:
    """Something to choose. An exclusive one stands alone among several; `heading` stands above it."""

    id: str
    label: str
    exclusive: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Prompt:
    """One thing to put to a person, in her language. Without an `id` it is not a question of a questionnaire.

    `kind`: choose one, tick several, or type. `chosen` holds the ids chosen before, `typed` the text. `error`
    says why the last answer could not be taken. `can_review` offers all answers to look at. `free_text`: it asks
    for her own words; `skip` is then what is typed to pass it over. `otherwise` says what she may choose where none of
    the others fits. For `deaf_for` seconds after it appears no key is taken.
    """

    id: str
    kind: Literal["one", "several", "typed"]
    text: str
    options: tuple[PromptOption, ...] = ()
    chosen: tuple[str, ...] = ()
    typed: str = ""
    unit: str = ""
    title: str = ""
    progress: str = ""
    help: str = ""
    error: str = ""
    can_go_back: bool = True
    can_review: bool = False
    free_text: bool = False
    skip: str = ""
    otherwise: str = ""
    deaf_for: float = 0.0


@dataclass(frozen=True)
class Paragraph:
    """A text with its weight on the screen."""

    text: str
    style: Literal["plain", "strong", "quiet", "alarm"] = "plain"


@dataclass(frozen=True)
class Notice:
    """Something to read. A `line` needs no key; with `options` the first ends the walk.

    An `alarm` waits like a pause, and where staff are near they are called.
    """

    kind: Literal["line", "pause", "alarm"]
    paragraphs: tuple[Paragraph, ...]
    options: tuple[PromptOption, ...] = ()
    can_go_back: bool = True
    can_review: bool = False

    @property
    def deaf_for(self) -> float:
        """Seconds in which an alert takes no key: one that was held down before it must not answer it."""
        is_alert = any(paragraph.style == "alarm" for paragraph in self.paragraphs)
        return _ALERT_DEAF_FOR if is_alert else 0.0


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
    """Read; go on."""


@dataclass(frozen=True)
class Stop:
    """The person stops here."""


@dataclass(frozen=True)
class Idle(Stop):
    """Nobody is there any more. The walk stops, and nothing is answered for her."""


class Presenter(Protocol):
    """A way to put prompts to a person and to show notices."""

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        """Put one prompt and wait for the person."""

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        """Show one notice; a line returns at once."""
