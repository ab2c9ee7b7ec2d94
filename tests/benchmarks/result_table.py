"""The table that is printed: what, ours, the peer, the ratio, and whether the goal is met."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.series import Series

_HEAD = ("what", "ours", "peer", "ratio", "goal")


@dataclass(frozen=True)
class Goal:
    """What a ratio must be, and whether it is a limit from above."""

    limit: float
    at_most: bool = True

    def __str__(self) -> str:
        return f"{'<=' if self.at_most else '>='} {self.limit:g}"

    def met(self, value: float) -> bool:
        """Whether a value reaches the goal."""
        return value <= self.limit if self.at_most else value >= self.limit


@dataclass(frozen=True)
class ResultRow:
    """One line; without a value it says why nothing was measured, without a goal it only informs."""

    what: str
    ours: str
    peer: str = ""
    value: float | None = None
    goal: Goal | None = None

    def cells(self) -> tuple[str, ...]:
        """The columns as they are printed."""
        if self.value is None:
            return (
                self.what,
                self.ours,
                self.peer,
                "",
                str(self.goal or ""),
                "not measured" if self.goal else "",
            )
        verdict = "" if self.goal is None else "met" if self.goal.met(self.value) else "MISSED"
        return (self.what, self.ours, self.peer, f"{self.value:.2f}", str(self.goal or ""), verdict)


def beside(
    what: str, ours: Series, name: str, peer: Series, goal: Goal | None = None, unit: str = "ms"
) -> ResultRow:
    """Ours beside a peer, by the median of the ratios of the pairs."""
    return ResultRow(what, ours.shown(unit), f"{name} {peer.shown(unit)}", ours.over(peer), goal)


def drawn(rows: Iterable[ResultRow], head: tuple[str, ...] = _HEAD) -> str:
    """The table in columns; beside the last of the head stands whether the goal is met."""
    lines = [(*head, ""), *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
