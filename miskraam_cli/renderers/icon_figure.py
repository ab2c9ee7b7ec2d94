"""Chances as rows of neutral shapes, so many of so many; a range is two rows."""

from miskraam_cli.language import Words

_ONE = "●"
_OTHER = "○"


def lines(chances: tuple[tuple[int, int], ...]) -> list[str]:
    """A row of shapes for each chance."""
    return [" ".join([_ONE] * some + [_OTHER] * (all_ - some)) for some, all_ in chances]


def spoken(chances: tuple[tuple[int, int], ...], words: Words) -> str:
    """The rows for who cannot see them."""
    return words.joined(words("figure.chance", some=some, all=all_) for some, all_ in chances)
