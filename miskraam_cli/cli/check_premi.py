"""`miskraam check-premi`: the study's criteria for one woman, by flags. For staff."""

from dataclasses import dataclass, replace
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
    """What the command line says of her; None where it says nothing. Numbers stand as they were typed."""

    age: str | None = None
    miscarriages: str | None = None
    cause: str | None = None
    unexplained: str | None = None
    pregnant: bool = False
    not_pregnant: bool = False
    weeks: str | None = None
    days: str | None = None
    speaks: tuple[str, ...] = ()


def register(app: typer.Typer) -> None:
    """Add the command to the program."""

    @app.command("check-premi", cls=Command, help="help.check_premi")
    @with_options("lang", "lines", "json", "now", "debug")
    def check_premi(
        options: Options,
        age: Annotated[str | None, typer.Option("--age", help="help.age", metavar="N")] = None,
        miscarriages: Annotated[
            str | None, typer.Option("--miscarriages", help="help.miscarriages", metavar="N")
        ] = None,
        cause: Annotated[
            str | None, typer.Option("--cause", help="help.cause", metavar="none-found|not-tested|found")
        ] = None,
        unexplained: Annotated[
            str | None, typer.Option("--unexplained", help="help.unexplained", metavar="N")
        ] = None,
        pregnant: Annotated[bool, typer.Option("--pregnant", help="help.pregnant")] = False,
        not_pregnant: Annotated[bool, typer.Option("--not-pregnant", help="help.not_pregnant")] = False,
        weeks: Annotated[str | None, typer.Option("--weeks", help="help.weeks", metavar="N|N+N")] = None,
        days: Annotated[str | None, typer.Option("--days", help="help.days", metavar="N")] = None,
        speaks: Annotated[
            list[str] | None, typer.Option("--speaks", help="help.speaks", metavar="nl|en|little|other")
        ] = None,
        ask: Annotated[bool, typer.Option("--ask", help="help.ask")] = False,
    ) -> None:
        """The criteria of the study, one woman."""
        from miskraam_cli.cli.criteria import check

        languages = tuple(speaks or ())
        given = Flags(age, miscarriages, cause, unexplained, pregnant, not_pregnant, weeks, days, languages)
        flags = weeks_apart(given)
        _refuse_contradictions(flags)
        known = check(
            SET, chosen(flags), numbers(flags), options, form=FORMAT, ask=ask, refuse=refuse_impossible
        )
        raise typer.Exit(known)


def weeks_apart(flags: Flags) -> Flags:
    """The same with 6+6 as weeks and days. Raises WrongInputError where `--days` says something else."""
    from miskraam_cli.interview.typed import weeks_and_days
    from miskraam_cli.language import LANGUAGES
    from miskraam_cli.library.interface import words

    long = weeks_and_days(flags.weeks or "", words(LANGUAGES[0]))
    if long is None:
        return flags
    weeks, days = map(str, long)
    if flags.days not in (None, days):
        raise WrongInputError("error.flags_together", first=f"--weeks {flags.weeks}", second="--days")
    return replace(flags, weeks=weeks, days=days)


def numbers(flags: Flags) -> "dict[str, str]":
    """The numbers among the flags by question, as they were typed."""
    typed = {
        "age": flags.age,
        "miscarriages": flags.miscarriages,
        "unexplained": flags.unexplained,
        "weeks": flags.weeks,
        "days": flags.days,
    }
    return {name: value for name, value in typed.items() if value is not None}


def chosen(flags: Flags) -> "dict[str, Answer]":
    """The other flags as answers. Raises WrongInputError for one that does not exist."""
    found: dict[str, Answer] = {}
    if flags.cause is not None:
        found["cause"] = one_of("--cause", flags.cause, _CAUSES).replace("-", "_")
    if flags.pregnant or flags.not_pregnant or flags.weeks is not None:
        found["pregnant"] = not flags.not_pregnant
    if flags.speaks:
        languages = (one_of("--speaks", name, _LANGUAGES) for name in flags.speaks)
        found["speaks"] = tuple(dict.fromkeys(languages))
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
