"""`miskraam check-premi`: the study's criteria for one woman, by flags. For staff."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated

import typer

from miskraam_cli.cli.help import Command
from miskraam_cli.cli.options import Options, with_options
from miskraam_cli.errors import WrongInputError, one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from miskraam_cli.interview.state import Answer

FORMAT = "miskraam.premi/1"
SET = "premi"

_CAUSES = ("none-found", "not-tested", "found")
_LANGUAGES = ("nl", "en", "little", "other")


@dataclass(frozen=True)
class Flags:
    """What the command line says of her; None where it says nothing."""

    age: int | None = None
    miscarriages: int | None = None
    cause: str | None = None
    unexplained: int | None = None
    pregnant: bool = False
    not_pregnant: bool = False
    weeks: int | None = None
    days: int | None = None
    speaks: tuple[str, ...] = ()


def register(app: typer.Typer) -> None:
    """Add the command to the program."""

    @app.command("check-premi", cls=Command, help="help.check_premi")
    @with_options("lang", "lines", "json", "now", "debug")
    def check_premi(
        options: Options,
        age: Annotated[int | None, typer.Option("--age", help="help.age")] = None,
        miscarriages: Annotated[int | None, typer.Option("--miscarriages", help="help.miscarriages")] = None,
        cause: Annotated[
            str | None, typer.Option("--cause", help="help.cause", metavar="none-found|not-tested|found")
        ] = None,
        unexplained: Annotated[int | None, typer.Option("--unexplained", help="help.unexplained")] = None,
        pregnant: Annotated[bool, typer.Option("--pregnant", help="help.pregnant")] = False,
        not_pregnant: Annotated[bool, typer.Option("--not-pregnant", help="help.not_pregnant")] = False,
        weeks: Annotated[int | None, typer.Option("--weeks", help="help.weeks")] = None,
        days: Annotated[int | None, typer.Option("--days", help="help.days")] = None,
        speaks: Annotated[
            list[str] | None, typer.Option("--speaks", help="help.speaks", metavar="nl|en|little|other")
        ] = None,
    ) -> None:
        """The criteria of the study, one woman."""
        from miskraam_cli.cli.criteria import check

        languages = tuple(speaks or ())
        flags = Flags(age, miscarriages, cause, unexplained, pregnant, not_pregnant, weeks, days, languages)
        raise typer.Exit(check(SET, answers(flags), FORMAT, options, refuse_impossible))


def answers(flags: Flags) -> "dict[str, Answer]":
    """The flags as answers. Raises WrongInputError where they cannot be, or contradict each other."""
    _refuse_contradictions(flags)
    numbers = {
        "age": flags.age,
        "miscarriages": flags.miscarriages,
        "unexplained": flags.unexplained,
        "weeks": flags.weeks,
        "days": flags.days,
    }
    found: dict[str, Answer] = {name: Decimal(value) for name, value in numbers.items() if value is not None}
    if flags.cause is not None:
        found["cause"] = one_of("--cause", flags.cause, _CAUSES).replace("-", "_")
    if flags.pregnant or flags.not_pregnant or flags.weeks is not None:
        found["pregnant"] = not flags.not_pregnant
    if flags.speaks:
        languages = (one_of("--speaks", name, _LANGUAGES) for name in flags.speaks)
        found["speaks"] = tuple(dict.fromkeys(languages))
    refuse_impossible(found)
    return found


def _refuse_contradictions(flags: Flags) -> None:
    if flags.pregnant and flags.not_pregnant:
        raise WrongInputError("error.flags_together", first="--pregnant", second="--not-pregnant")
    if flags.not_pregnant and (flags.weeks is not None or flags.days is not None):
        raise WrongInputError("error.flags_together", first="--not-pregnant", second="--weeks, --days")
    if flags.days is not None and flags.weeks is None:
        raise WrongInputError("error.flag_needs", option="--days", needs="--weeks")
    if flags.unexplained is not None and flags.cause != "found":
        raise WrongInputError("error.flag_needs", option="--unexplained", needs="--cause found")


def refuse_impossible(found: "Mapping[str, Answer]") -> None:
    """With a cause found for some, fewer than all are without one (AMB-99). Raises WrongInputError."""
    unexplained, losses = found.get("unexplained"), found.get("miscarriages")
    if isinstance(unexplained, Decimal) and isinstance(losses, Decimal) and unexplained >= losses:
        raise WrongInputError("error.flag_less", option="--unexplained", than="--miscarriages")
