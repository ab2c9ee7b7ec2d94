"""Errors in words: an exit code, and the lines for standard error."""

from collections.abc import Sequence

from miskraam_cli.cli.asked_language import language_of
from miskraam_cli.cli.signals import STOPPED
from miskraam_cli.errors import (
    OURS,
    FilesWrongError,
    MiskraamError,
    NotReadyError,
    OutOfReachError,
    Problem,
    StoppedError,
    explained,
    in_words,
    nearest,
    reason_of,
)
from miskraam_cli.language import Words
from miskraam_cli.library.interface import words
from miskraam_cli.terminal.streams import OutputLostError


def explain(error: BaseException, arguments: Sequence[str]) -> tuple[int, tuple[str, ...]]:
    """The exit code of an error, and what to say about it."""
    say = words(language_of(arguments))
    if isinstance(error, KeyboardInterrupt | EOFError):
        return STOPPED, (say("error.stopped"),)
    if isinstance(error, OutputLostError):
        reason = in_words(reason_of(error), say)
        return OutOfReachError.exit_code, (f"miskraam: {say('error.output_lost', reason=reason)}",)
    from typer.exceptions import TyperException

    match error:
        case FilesWrongError():
            lines = tuple(problem_line(found, say) for found in error.problems)
            return error.exit_code, (*lines, f"miskraam: {say(error.key, **error.values)}")
        case NotReadyError():
            named = tuple(f"  {say(name)}" for name in error.missing)
            return error.exit_code, (f"miskraam: {explained(error, say)}", *named)
        case StoppedError(told=True):
            return error.exit_code, ()
        case MiskraamError():
            return error.exit_code, (f"miskraam: {explained(error, say)}",)
        case TyperException() if hasattr(error, "ctx") and type(error).__name__ == "NoArgsIsHelpError":
            return error.exit_code, (str(error),)
        case TyperException():
            return error.exit_code, (f"miskraam: {usage(error, arguments, say)}", say("error.see_help"))
    return OURS, (f"miskraam: {say('error.ours', name=type(error).__name__)}", say("error.ours_more"))


def usage(error: Exception, arguments: Sequence[str], say: Words) -> str:
    """Wrong usage in words, by the kind of error that Typer raises."""
    parameter = getattr(error, "param", None)
    values = {
        "option": getattr(error, "option_name", None) or "",
        "name": getattr(parameter, "human_readable_name", ""),
        "near": ", ".join(getattr(error, "possibilities", None) or ()),
        "message": str(error),
    }
    key = f"error.usage.{type(error).__name__}"
    if key.endswith("BadOptionUsage") and any(item.startswith(f"{values['option']}=") for item in arguments):
        key = "error.usage.option_alone"
    return say(key if key in say.texts else "error.usage.other", **values) + nearest(values, say)


def problem_line(found: Problem, say: Words) -> str:
    """One problem as a compiler would print it: place, code, cause and cure."""
    values = dict(found.values)
    text = say(f"problem.{found.code}", **{name: in_words(value, say) for name, value in values.items()})
    return f"{found.place}: {found.code} {text}{nearest(values, say)}"
