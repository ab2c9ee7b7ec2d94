"""Times measured in turn, so that a busy machine slows ours and the peers alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Series:
    """Times of one thing, in milliseconds unless said otherwise, in the order in which they were measured."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time in the middle."""
        return median(self.values)

    @property
    def p95(self) -> float:
        """The time that one in twenty exceeds."""
        return quantiles(self.values, n=20)[-1]

    def shown(self, unit: str = "ms") -> str:
        """The median, and between which quarters it lies."""
        low, _, high = quantiles(self.values, n=4)
        return f"{_number(self.median)} {unit} ({_number(low)}-{_number(high)})"

    def over(self, peer: "Series") -> float:
        """The median of the ratios, pair by pair."""
        return median(ours / theirs for ours, theirs in zip(self.values, peer.values, strict=True))


def alternate(pairs: int, *runs: Callable[[], float]) -> tuple[Series, ...]:
    """Each run in turn, `pairs` times, after one round to warm up."""
    measured = [[run() for run in runs] for _ in range(pairs + 1)][1:]
    return tuple(map(Series, zip(*measured, strict=True)))


def in_turns(rounds: Sequence[Sequence[float]]) -> Series:
    """The measurements of several rounds as one series."""
    return Series(tuple(value for measured in rounds for value in measured))


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
