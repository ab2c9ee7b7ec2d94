"""Commands that start, do one thing and end."""

from collections.abc import Iterator
from functools import partial
from subprocess import CalledProcessError

from tests.benchmarks.measured_environment import Installation
from tests.benchmarks.result_table import Goal, ResultRow, beside
from tests.benchmarks.series import alternate

_MEETS = (
    *("check-premi", "--age", "32", "--miscarriages", "3", "--cause", "none-found"),
    *("--not-pregnant", "--speaks", "nl"),
)
_ANSWERS = "{bleeding: more, pain: severe, temperature_measured: yes, temperature: 38.6, worried: true}\n"

_EMPTY_GOAL = Goal(1.6)
_COPIER_GOAL = Goal(0.3)
_TABLE_GOAL = Goal(2)


def one_shot(installation: Installation, pairs: int) -> Iterator[ResultRow]:
    """`contacts` and `check-premi` beside an empty Typer command and `copier --version`."""
    for command in (("contacts",), _MEETS):
        if command != ("contacts",) and not _exists(installation, command[0]):
            yield ResultRow(command[0], "the command does not exist yet")
            continue
        ours, empty, copier = alternate(
            pairs,
            partial(installation.timed, installation.program("miskraam"), *command),
            lambda: installation.timed(installation.python, installation.path("peer_empty.py")),
            lambda: installation.timed(installation.program("copier"), "--version"),
        )
        yield beside(command[0], ours, "empty Typer", empty, _EMPTY_GOAL)
        yield beside(command[0], ours, "copier --version", copier, _COPIER_GOAL)


def summary(installation: Installation, pairs: int) -> Iterator[ResultRow]:
    """The summary drawn for a terminal beside an empty Typer command that draws one table by Rich."""
    answers = installation.write("answers.yaml", _ANSWERS)
    arguments = ("follow-up", "--answers", answers, "--format", "terminal")
    ours, table = alternate(
        pairs,
        lambda: installation.timed(installation.program("miskraam"), *arguments),
        lambda: installation.timed(installation.python, installation.path("peer_table.py")),
    )
    yield beside("summary in the terminal", ours, "Typer, one Rich table", table, _TABLE_GOAL)


def _exists(installation: Installation, command: str) -> bool:
    try:
        return bool(installation.output(installation.program("miskraam"), command, "--help"))
    except CalledProcessError:
        return False
