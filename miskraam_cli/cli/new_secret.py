"""A new passphrase or PIN: where it cannot be taken that is said, and it is asked again, unseen."""

from collections.abc import Callable

from miskraam_cli.errors import RefusedError, explained
from miskraam_cli.language import Words
from miskraam_cli.terminal.screen import tell

TRIES = 3


def asked_again(ask: Callable[[], str], say: Words) -> str:
    """What `ask` gives, asked three times at most. Raises RefusedError after the third."""
    for _ in range(TRIES - 1):
        try:
            return ask()
        except RefusedError as error:
            tell(f"miskraam: {explained(error, say)}")
    return ask()
