"""What the Tab key offers for the values of options."""

from collections.abc import Sequence

from miskraam_cli.language import LANGUAGES
from miskraam_cli.renderers.forms import NAMES
from miskraam_cli.roles import AUDIENCES, FILLED_BY, SETTINGS


def languages(incomplete: str) -> Sequence[str]:
    """The languages of the interface."""
    return _starting(LANGUAGES, incomplete)


def settings(incomplete: str) -> Sequence[str]:
    """Where a screen can stand."""
    return _starting(SETTINGS, incomplete)


def audiences(incomplete: str) -> Sequence[str]:
    """For whom a summary can be made."""
    return _starting(AUDIENCES, incomplete)


def filled_by(incomplete: str) -> Sequence[str]:
    """Who can fill in a questionnaire."""
    return _starting(FILLED_BY, incomplete)


def formats(incomplete: str) -> Sequence[str]:
    """The forms of a summary."""
    return _starting(NAMES, incomplete)


def hospitals(incomplete: str) -> Sequence[str]:
    """The hospitals in the directory."""
    from miskraam_cli.library.contacts import shipped_directory

    return _starting([str(hospital.id) for hospital in shipped_directory().hospitals], incomplete)


def _starting(values: Sequence[str], incomplete: str) -> Sequence[str]:
    return [value for value in values if value.startswith(incomplete)]
