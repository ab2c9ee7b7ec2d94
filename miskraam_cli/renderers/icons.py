"""Chances as rows of neutral shapes, so many of so many; a range is two rows."""

_ONE = "●"
_OTHER = "○"


def lines(chances: tuple[tuple[int, int], ...]) -> list[str]:
    """A row of shapes for each chance."""
    return [" ".join([_ONE] * some + [_OTHER] * (all_ - some)) for some, all_ in chances]
