"""The commands, by name. Each imports what it does only when it runs."""

from functools import cache
from pathlib import Path
from typing import Annotated, Any

import typer

from miskraam_cli import __version__
from miskraam_cli.cli import check_premi
from miskraam_cli.cli.help import Command, Group
from miskraam_cli.cli.options import Options, with_options
from miskraam_cli.cli.records import commands as records
from miskraam_cli.library import read_files
from miskraam_cli.named_path import named

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


def _shipped(name: str) -> None:
    @app.command(name, cls=Command, help=f"help.{name}")
    @with_options()
    def questionnaire(options: Options) -> None:
        _run(read_files.SHIPPED / f"{name}.yaml", options)


def _run(path: Path, options: Options) -> None:
    from miskraam_cli.cli.run import run_questionnaire

    run_questionnaire(path, options)


for _path in read_files.shipped():
    if _path.stem != check_premi.SET:  # a staff command of its own, not a walk for patients
        _shipped(_path.stem)


@app.command("run", cls=Command, help="help.run")
@with_options()
def run(options: Options, file: Annotated[Path, typer.Argument(help="help.file", metavar="FILE")]) -> None:
    """Run the questionnaire in a file."""
    _run(named(file), options)


@app.command("resume", cls=Command, help="help.resume")
@with_options()
def resume(options: Options, file: Annotated[Path, typer.Argument(help="help.kept", metavar="FILE")]) -> None:
    """Go on with a draft."""
    from miskraam_cli.cli.run import resume_draft

    resume_draft(named(file), options)


@app.command("contacts", cls=Command, help="help.contacts")
@with_options("lang", "hospital", "now", "json", "debug")
def contacts(options: Options) -> None:
    """Whom to call."""
    from miskraam_cli.cli.contacts import show_contacts

    show_contacts(options)


@app.command("kiosk", cls=Command, help="help.kiosk")
@with_options("lang", "debug")
def kiosk(
    options: Options,
    trial: Annotated[bool, typer.Option("--trial", help="help.trial")] = False,
    test_alert: Annotated[bool, typer.Option("--test-alert", help="help.test_alert")] = False,
    set_pin: Annotated[bool, typer.Option("--set-pin", help="help.set_pin")] = False,
) -> None:
    """Serve patients at a screen for everyone."""
    from miskraam_cli.cli import kiosk as at_the_kiosk

    if set_pin:
        at_the_kiosk.new_pin(options)
    elif test_alert:
        at_the_kiosk.test_alert(options)
    else:
        at_the_kiosk.run_kiosk(options, trial=trial)


check_premi.register(app)
records.register(app)


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

    lint_files([named(file) for file in files or ()], options)


@author.command("test", cls=Command, help="help.test")
@with_options("lang", "debug")
def test(options: Options, files: Files = None) -> None:
    """Run stories."""
    from miskraam_cli.cli.author import test_stories

    test_stories([named(file) for file in files or ()], options)


@author.command("coverage", cls=Command, help="help.coverage")
@with_options("lang", "debug")
def coverage(options: Options) -> None:
    """Which facts and rulings are cited."""
    from miskraam_cli.cli.author import print_coverage

    print_coverage(options)


@author.command("book", cls=Command, help="help.book")
@with_options("lang", "now", "output", "debug", output="help.output_book")
def book(
    options: Options,
    name: Annotated[str | None, typer.Argument(help="help.book_name", metavar="[NAME]")] = None,
    since: Annotated[Path | None, typer.Option("--since", help="help.since", metavar="FILE")] = None,
) -> None:
    """What a clinic signs."""
    from miskraam_cli.cli.book import make_book

    make_book(name, None if since is None else named(since), options)


@author.command("schema", cls=Command, help="help.schema")
@with_options("lang", "debug")
def schema(
    options: Options,  # noqa: ARG001
    kind: Annotated[str, typer.Argument(help="help.kind", metavar="[KIND]")] = "questionnaire",
) -> None:
    """The JSON Schema of a kind of file."""
    from miskraam_cli.cli.author import print_schema

    print_schema(kind)
