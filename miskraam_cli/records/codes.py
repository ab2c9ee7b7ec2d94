"""Codes: six characters that are told apart in print and by hand, drawn without a pattern."""

import secrets
from collections.abc import Sequence

from miskraam_cli.errors import WrongInputError
from miskraam_cli.interview.letters import plainly

LENGTH = 6
# Without vowels, so that no word comes out, and with at most one of those that are taken for each other:
# 0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V.
ALPHABET = "CDFHJKMNPQRTVWXY3479"

_LONGEST_WAIT = 30


def draw() -> str:
    """A new code."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def read(typed: str) -> str:
    """A code as a person types it: small letters, any spaces and dashes are allowed. Raises WrongInputError."""
    code = _bare(typed)
    if len(code) != LENGTH or any(letter not in ALPHABET for letter in code):
        raise WrongInputError("error.code", length=LENGTH, letters=ALPHABET)
    return code


def of_words(words: Sequence[str]) -> list[str]:
    """The codes in words of a command line; two that are both too short are one code, typed with its space."""
    found, first = list[str](), ""
    for word in words:
        if is_half(word) and not first:
            first = word
        else:
            found.append(read(first + word))
            first = ""
    return [*found, read(first)] if first else found


def is_half(word: str) -> bool:
    """Whether a word is too short for a code."""
    return len(_bare(word)) < LENGTH


def _bare(typed: str) -> str:
    return "".join(letter for letter in plainly(typed).upper() if letter not in " -")


def wait(wrong: int) -> int:
    """How many seconds the next try waits after `wrong` wrong ones in a row."""
    return min(2 ** (wrong - 1), _LONGEST_WAIT) if wrong else 0
