"""`miskraam records ...` and `miskraam setup`, by name. Each imports what it does only when it runs."""

from pathlib import Path
from typing import Annotated

import typer

from miskraam_cli.cli.help import Command, Group
from miskraam_cli.cli.options import Options, with_options

Code = Annotated[str, typer.Argument(help="help.record_code", metavar="CODE")]

records = typer.Typer(cls=Group, help="help.records", no_args_is_help=True, rich_markup_mode=None)


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.add_typer(records, name="records")

    @app.command("setup", cls=Command, help="help.setup")
    @with_options("lang", "debug")
    def setup(
        options: Options,
        recipient: Annotated[
            list[str] | None, typer.Option("--recipient", help="help.recipient", metavar="age1...")
        ] = None,
        database: Annotated[str, typer.Option("--database", help="help.database", metavar="FILE|URL")] = "",
        rotate: Annotated[bool, typer.Option("--rotate", help="help.rotate")] = False,
    ) -> None:
        """Make the clinic's key and configuration."""
        from miskraam_cli.cli.records import setup as setting_up

        if rotate:
            setting_up.rotate(options)
        else:
            setting_up.set_up(recipient or (), database, options)


@records.command("list", cls=Command, help="help.records_list")
@with_options("lang", "json", "output", "debug", json="help.json_list", output="help.output_list")
def list_(options: Options) -> None:
    """What the identity opens."""
    from miskraam_cli.cli.records.list_export import list_records

    list_records(options)


@records.command("open", cls=Command, help="help.records_open")
@with_options(
    "lang", "audience", "answers", "format", "json", "lines", "contrast", "sources", "output", "debug"
)
def open_(
    options: Options,
    code: Code,
    file: Annotated[Path | None, typer.Argument(help="help.file", metavar="[FILE]")] = None,
    number: Annotated[int | None, typer.Option("--number", help="help.number", metavar="N")] = None,
) -> None:
    """Open a record."""
    from miskraam_cli.cli.records.open import open_record

    open_record(code, number, file, options)


@records.command("export", cls=Command, help="help.records_export")
@with_options("lang", "output", "debug", output="help.output_json")
def export(
    options: Options,
    codes: Annotated[list[str] | None, typer.Argument(help="help.record_codes", metavar="[CODE]...")] = None,
) -> None:
    """Write records in clear."""
    from miskraam_cli.cli.records.list_export import export_records

    export_records(codes or (), options)


@records.command("delete", cls=Command, help="help.records_delete")
@with_options("lang", "lines", "debug")
def delete(options: Options, code: Code) -> None:
    """Remove what stands under a code."""
    from miskraam_cli.cli.records.delete_purge_deliver import delete_records

    delete_records(code, options)


@records.command("purge", cls=Command, help="help.records_purge")
@with_options("lang", "debug")
def purge(options: Options) -> None:
    """Remove what has expired."""
    from miskraam_cli.cli.records.delete_purge_deliver import purge_records

    purge_records(options)


@records.command("deliver", cls=Command, help="help.records_deliver")
@with_options("lang", "debug")
def deliver(options: Options) -> None:
    """Bring what waits to the database."""
    from miskraam_cli.cli.records.delete_purge_deliver import deliver_records

    deliver_records(options)
