"""`records delete`, `purge` and `deliver`: they need no identity, and read no record."""

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.records.access import Access, access_of
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import OutOfReachError, StoppedError
from miskraam_cli.interview.prompt import Answered, Prompt, PromptOption
from miskraam_cli.records import codes, spool
from miskraam_cli.records.row import Row
from miskraam_cli.visit.session import ZONE

_KEEP, _DELETE = "keep", "delete"


def delete_records(code: str, options: Options) -> None:
    """Remove all that stands under a code, for good; at a terminal only after a yes."""
    session = open_session(options)
    access, code = access_of(session), codes.read(code)
    with access.store() as store:
        rows = access.rows(code, store, "delete")
    if session.person and not _agreed(rows, access):
        raise StoppedError()
    ids = tuple(row.id for row in rows)
    access.log.write(session.moment, "delete", "begun", ids)
    with access.store(purge=False) as store:
        for row in rows:
            store.delete(row)
    access.log.write(session.moment, "delete", "done", ids)
    print(session.words("records.deleted", count=len(rows)))


def _agreed(rows: tuple[Row, ...], access: Access) -> bool:
    say = access.say
    moments = ", ".join(f"{row.created.astimezone(ZONE):%d-%m-%Y %H:%M}" for row in rows)
    options = (PromptOption(_KEEP, say("records.keep_it")), PromptOption(_DELETE, say("records.delete_it")))
    text = say("records.delete_sure", count=len(rows), moments=moments)
    step = access.session.presenter().ask(Prompt(_DELETE, "one", text, options, can_go_back=False))
    return isinstance(step, Answered) and step.chosen == (_DELETE,)


def purge_records(options: Options) -> None:
    """Remove for good what has expired, and say how much that was."""
    session = open_session(options)
    access = access_of(session)
    with access.store(purge=False) as store:
        gone = access.purged(store, sure=True)
    print(session.words("records.deleted", count=len(gone)))


def deliver_records(options: Options) -> None:
    """Bring what waits on this machine to the database. Raises OutOfReachError where something waits on."""
    session = open_session(options)
    access = access_of(session)
    before = len(spool.waiting(access.settings.spool))
    if before:
        with access.store(purge=False):
            pass  # opening it delivers
    left = len(spool.waiting(access.settings.spool))
    print(session.words("records.delivered", count=before - left, left=left))
    if left:
        raise OutOfReachError("error.still_waiting", folder=access.settings.spool)
