"""How a person may leave a prompt on a full terminal, and how she left it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

How = Literal["answered", "back", "review", "stop", "closed", "idle", "hide", "pause", "called", "staff"]


@dataclass(frozen=True)
class Ways:
    """Which keys leave any prompt, and which do nothing; how far from the left it stands; how much can be typed.

    Where the screen is `whole` it is drawn from here, anew at every change of its size; an error is not shown on it.
    """

    leave: Mapping[How, tuple[str, ...]] = field(default_factory=dict)
    dead: tuple[str, ...] = ()
    margin: int = 0
    longest: int | None = None
    whole: bool = False


DESK = Ways({"stop": ("c-c", "<sigint>"), "closed": ("c-d",)})


@dataclass(frozen=True)
class Left:
    """How a person left a prompt, and with what."""

    how: How
    chosen: tuple[str, ...] = ()
    typed: str = ""
