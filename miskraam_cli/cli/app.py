"""The commands, by name. Each imports what it does only when it runs."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from miskraam_cli import __version__, library
from miskraam_cli.cli.help import Command, Group
from miskraam_cli.cli.options import Options, with_options

app = typer.Typer(
    cls=Group,
    help="help.miskraam",
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
author = typer.Typer(cls=Group, help="help.author", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(author, name="author")


@cache
def command() -> Any:
    """The whole program as one command."""
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"miskraam {__version__}")
        raise typer.Exit


Version = Annotated[bool, typer.Option("--version", help="help.version", callback=_version, is_eager=True)]


@app.callback(invoke_without_command=True)
@with_options()
def menu(options: Options, context: typer.Context, version: Version = False) -> None:  # noqa: ARG001
    """help.miskraam"""
    if context.invoked_subcommand is None:
        from miskraam_cli.cli.menu import run_menu

        run_menu(options)


_PREMI = "premi"  # a staff command of its own, not a walk for patients


def _shipped(name: str) -> None:
    @app.command(name, cls=Command, help=f"help.{name}")
    @with_options()
    def questionnaire(options: Options) -> None:
        _run(library.SHIPPED / f"{name}.yaml", options)


def _run(path: Path, options: Options) -> None:
    from miskraam_cli.cli.running import run_questionnaire

    run_questionnaire(path, options)


for _path in library.shipped():
    if _path.stem != _PREMI:
        _shipped(_path.stem)


@app.command("run", cls=Command, help="help.run")
@with_options()
def run(options: Options, file: Annotated[Path, typer.Argument(help="help.file", metavar="FILE")]) -> None:
    """Run the questionnaire in a file."""
    _run(file, options)


@app.command("contacts", cls=Command, help="help.contacts")
@with_options("lang", "hospital", "now", "json", "debug")
def contacts(options: Options) -> None:
    """Whom to call."""
    from miskraam_cli.cli.contacts import show_contacts

    show_contacts(options)


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
    from miskraam_cli.cli.premi import Flags
    from miskraam_cli.cli.premi import check_premi as check

    flags = Flags(
        age, miscarriages, cause, unexplained, pregnant, not_pregnant, weeks, days, tuple(speaks or ())
    )
    raise typer.Exit(check(flags, options))


@app.command("info", cls=Command, help="help.info")
@with_options("lang", "debug")
def info(
    options: Options,
    about: Annotated[str | None, typer.Argument(help="help.about", metavar="[TOPIC|WORD|FACT]")] = None,
) -> None:
    """What the leaflets know in general."""
    from miskraam_cli.cli.info import show_info

    show_info(about, options)


Files = Annotated[list[Path] | None, typer.Argument(help="help.files", metavar="[FILE]...")]


@author.command("lint", cls=Command, help="help.lint")
@with_options("lang", "debug")
def lint(options: Options, files: Files = None) -> None:
    """Check questionnaires."""
    from miskraam_cli.cli.author import lint_files

    lint_files(files or [], options)


@author.command("test", cls=Command, help="help.test")
@with_options("lang", "debug")
def test(options: Options, files: Files = None) -> None:
    """Run stories."""
    from miskraam_cli.cli.author import test_stories

    test_stories(files or [], options)


@author.command("schema", cls=Command, help="help.schema")
@with_options("lang", "debug")
def schema(
    options: Options,  # noqa: ARG001
    kind: Annotated[str, typer.Argument(help="help.kind", metavar="[KIND]")] = "questionnaire",
) -> None:
    """The JSON Schema of a kind of file."""
    from miskraam_cli.cli.author import print_schema

    print_schema(kind)
