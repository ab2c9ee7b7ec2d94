"""The options that every command shares: declared once, given to a command as one `Options`."""

import inspect
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, fields
from typing import Annotated, Any, get_args, get_type_hints

import typer

from miskraam_cli.cli.completion import audiences, filled_by, formats, hospitals, languages, settings
from miskraam_cli.renderers.forms import NAMES


@dataclass(frozen=True)
class Options:
    """What a person asked for on the command line; None where she left it to environment, file or default.

    The help of each option is a key of the interface's words, translated when help is drawn.
    """

    lang: Annotated[
        str | None,
        typer.Option(help="help.lang", envvar="MISKRAAM_LANG", metavar="nl|en", autocompletion=languages),
    ] = None
    setting: Annotated[
        str | None,
        typer.Option(
            help="help.setting",
            envvar="MISKRAAM_SETTING",
            metavar="home|workstation|kiosk",
            autocompletion=settings,
        ),
    ] = None
    audience: Annotated[
        str | None,
        typer.Option("--for", help="help.for", metavar="patient|clinician", autocompletion=audiences),
    ] = None
    filled_by: Annotated[
        str | None,
        typer.Option(
            "--filled-by",
            help="help.filled_by",
            metavar="self|helped|for_her|clinician",
            autocompletion=filled_by,
        ),
    ] = None
    hospital: Annotated[
        str | None,
        typer.Option(
            help="help.hospital", envvar="MISKRAAM_HOSPITAL", metavar="ID", autocompletion=hospitals
        ),
    ] = None
    answers: Annotated[str | None, typer.Option(help="help.answers", metavar="FILE|-")] = None
    format: Annotated[
        str | None,
        typer.Option(help="help.format", metavar="|".join(NAMES), autocompletion=formats),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="help.json")] = False
    lines: Annotated[bool, typer.Option("--lines", help="help.lines")] = False
    contrast: Annotated[
        bool, typer.Option("--contrast", help="help.contrast", envvar="MISKRAAM_CONTRAST")
    ] = False
    sources: Annotated[bool, typer.Option("--sources", help="help.sources")] = False
    draft: Annotated[str | None, typer.Option(help="help.draft", metavar="FILE")] = None
    short: Annotated[bool, typer.Option("--short", help="help.short")] = False
    output: Annotated[str | None, typer.Option(help="help.output", metavar="FILE")] = None
    keep: Annotated[bool, typer.Option("--keep", help="help.keep")] = False
    code: Annotated[str | None, typer.Option("--code", help="help.code", metavar="CODE")] = None
    copy: Annotated[bool, typer.Option("--copy", help="help.copy")] = False
    now: Annotated[str | None, typer.Option(help="help.now", metavar="TIME")] = None
    debug: Annotated[bool, typer.Option("--debug", help="help.debug")] = False


def with_options(*names: str, **helps: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A command function `f(options, **own)` as one that Typer sees with every option of `Options`.

    `names` keeps only these options; without names all of them are offered. `helps` are words of help for this
    command alone, by option.
    """

    def decorate(function: Callable[..., None]) -> Callable[..., None]:
        hints = get_type_hints(Options, include_extras=True)
        kept = [field for field in fields(Options) if not names or field.name in names]
        own = [
            parameter
            for name, parameter in inspect.signature(function).parameters.items()
            if name != "options"
        ]

        def command(**given: Any) -> None:
            options = Options(**{field.name: given.pop(field.name) for field in kept})
            function(options, **given)

        parameters = [
            *own,
            *(
                inspect.Parameter(
                    field.name,
                    inspect.Parameter.KEYWORD_ONLY,
                    default=field.default,
                    annotation=_with_help(hints[field.name], helps.get(field.name)),
                )
                for field in kept
            ),
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        command.__doc__ = function.__doc__
        command.__name__ = function.__name__
        return command

    return decorate


def _with_help(hint: Any, key: str | None) -> Any:
    """An option's annotation, with other words of help where there are any."""
    if key is None:
        return hint
    kind, option = get_args(hint)
    own = copy(option)
    own.help = key
    return Annotated[kind, own]
