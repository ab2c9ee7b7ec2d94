"""Opens the store that the settings name: SQLite beside this machine's files, or a PostgreSQL server."""

from contextlib import AbstractContextManager

from miskraam_cli.records.row import Store
from miskraam_cli.records.settings import RecordSettings


def open_store(
    settings: RecordSettings, *, create: bool = False, within: float | None = None
) -> AbstractContextManager[Store]:
    """The store that the settings name; a SQLite file is made only with `create`.

    Raises OutOfReachError, also where it has not done its work `within` so many seconds.
    """
    if is_server(settings.database):
        from miskraam_cli.records.postgres import Postgres

        return Postgres.opened(settings.database, within)
    from miskraam_cli.records.sqlite import Sqlite

    return Sqlite.opened(settings.file, create=create, within=within)


def check_database(settings: RecordSettings) -> None:
    """Raises WrongInputError where the settings name a server in a way that is never used, as without TLS."""
    if is_server(settings.database):
        from miskraam_cli.records.postgres import check

        check(settings.database)


def is_server(database: str) -> bool:
    """Whether a database is named by a URL."""
    return database.startswith(("postgresql://", "postgres://"))
