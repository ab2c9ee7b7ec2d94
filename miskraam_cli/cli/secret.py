"""A new passphrase or PIN: where it cannot be taken that is said, and it is asked again, unseen."""

from collections.abc import Callable

from miskraam_cli.cli.failures import explained
from miskraam_cli.cli.screen import tell
from miskraam_cli.errors import RefusedError
from miskraam_cli.language import Words

TRIES = 3


def asked_again(ask: Callable[[], str], say: Words) -> str:
    """What `ask` gives, asked three times at most. Raises RefusedError after the third."""
    for _ in range(TRIES - 1):
        try:
            return ask()
        except RefusedError as error:
            tell(f"miskraam: {explained(error, say)}")
    return ask()
