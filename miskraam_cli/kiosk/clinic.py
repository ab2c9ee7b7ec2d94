"""What every patient of a kiosk finds: the words, the questionnaires, whom to call; and a way to begin a visit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from miskraam_cli.interview.findings import Result
from miskraam_cli.interview.prompt import Notice
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Text, Words
from miskraam_cli.roles import FilledBy


class Visit(Protocol):
    """One patient's questionnaire, and what becomes of her answers."""

    interview: Interview

    def alert(self, interview: Interview, results: tuple[Result, ...]) -> Notice:
        """What a notice about findings says."""

    def keep(self, interview: Interview, *, stopped: bool, staff_called: bool) -> str | None:
        """Seal and keep the answers; the code, or None without answers. Raises OutOfReachError."""

    def is_urgent(self, interview: Interview, *, stopped: bool) -> bool:
        """Whether the answers as they stand ask for help now."""

    def pages(self, interview: Interview, *, stopped: bool) -> Sequence[str]:
        """The summary, a screen at a time."""

    def numbers(self, interview: Interview, *, stopped: bool) -> Mapping[str, str]:
        """Whom to call: a page with a QR code under a name for each."""

    def paper(self, interview: Interview, *, stopped: bool, short: bool) -> str:
        """The summary as it is printed."""


@dataclass(frozen=True)
class Clinic:
    """What every patient finds: words by language, titles of questionnaires by name, a way to begin one."""

    words: Mapping[str, Words]
    offered: Mapping[str, Text]
    visit: Callable[[str, Words, FilledBy], Visit]
    is_open: Callable[[], bool]
    numbers: Callable[[Words], Sequence[str]]
    clock: Callable[[], datetime]
