"""Chances, each so many of so many, as rows of neutral shapes (AMB-94); a range is two rows."""

from miskraam_cli.language import Words

_ONE = "●"
_OTHER = "○"


def lines(chances: tuple[tuple[int, int], ...]) -> list[str]:
    """A row of shapes for each chance."""
    return [" ".join([_ONE] * some + [_OTHER] * (all_ - some)) for some, all_ in chances]


def spoken(chances: tuple[tuple[int, int], ...], words: Words) -> str:
    """The chances in words, for who cannot see the rows."""
    return words.joined(words("figure.chance", some=some, all=all_) for some, all_ in chances)
