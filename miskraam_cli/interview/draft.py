"""A draft: the answers so far, as a file from which she can go on later."""

from dataclasses import dataclass, field
from typing import ClassVar

from miskraam_cli.errors import Place
from miskraam_cli.interview.stories import Answers
from miskraam_cli.questionnaire.ids import NOWHERE, Version

FORMAT = "miskraam.draft/1"


@dataclass(frozen=True)
class DraftFile:
    """What a draft holds: of which questionnaire, in which version, and the answers. `file` is one of her own."""

    PARTIAL: ClassVar = True

    format: str
    questionnaire: str
    version: Version
    digest: str
    language: str
    answers: Answers
    file: str | None = None
    place: Place = field(default=NOWHERE, compare=False, repr=False)
