"""`records list` and `export`: all that the identity of this clinic can read, logged before it is given."""

import json
import sys
from collections.abc import Callable, Iterable, Sequence

from miskraam_cli.cli.options import Options
from miskraam_cli.cli.records.access import access_of, warn
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import CannotOpenError
from miskraam_cli.language import Words
from miskraam_cli.records import codes
from miskraam_cli.records.record import Record
from miskraam_cli.records.row import Row
from miskraam_cli.renderers.forms import JSON
from miskraam_cli.terminal.screen import fitted
from miskraam_cli.terminal.streams import write_document
from miskraam_cli.visit.opened_record import case_of, open_rows, shipped_path, unreadable
from miskraam_cli.visit.session import ZONE, Session
from miskraam_cli.writing import write_private

_HANGING = " " * 8  # below the time: what is left of a line is no record of its own


def list_records(options: Options) -> None:
    """A line for each record that the identity opens: code, time, level, and from where."""
    session = open_session(options, summary=False)
    access = access_of(session)
    identity = access.identity()
    readable: list[Record] = []
    wrong: list[tuple[Row, CannotOpenError]] = []
    with access.store() as store:
        for row, record in open_rows(store.every(session.moment), identity):
            if isinstance(record, Record):
                readable.append(record)
            else:
                wrong.append((row, record))
    access.log.write(session.moment, "list", "done", tuple(record.id for record in readable))
    if session.summary.form is JSON:
        _give(json.dumps([_listed(record) for record in readable], indent=2) + "\n", session, write_document)
    else:
        to_read = session.summary.file is None and sys.stdout.isatty()
        lines = (
            fitted(line, sys.stdout, _HANGING) if to_read else line
            for line in _lines(readable, session.words)
        )
        _give("".join(f"{line}\n" for line in lines), session, sys.stdout.write)
    for row, error in wrong:
        warn(unreadable(row, error, session.words))


def _listed(record: Record) -> dict[str, object]:
    return {
        "code": record.code,
        "created": record.created.isoformat(),
        "level": _level(record),
        "device": record.device,
        "filled_by": record.filled_by,
        "broken_off": record.broken_off,
        "corrected": bool(record.earlier),
    }


def _lines(records: Iterable[Record], say: Words) -> Iterable[str]:
    for record in records:
        level = say(f"records.level_{_level(record) or 'none'}")
        marks = [record.device, say(f"filled_by.{record.filled_by}")]
        marks += [say("record.broken_off")] if record.broken_off else []
        marks += [say("records.corrected")] if record.earlier else []
        moment = f"{record.created.astimezone(ZONE):%d-%m-%Y %H:%M}"
        yield f"{record.code}  {moment}  {level:<10} {', '.join(mark for mark in marks if mark)}"


def _level(record: Record) -> str | None:
    """The level of a record whose questionnaire is here."""
    if shipped_path(record.questionnaire) is None:
        return None
    return case_of(record, None, None).level


def export_records(wanted: Sequence[str], options: Options) -> None:
    """The records under these codes, or all that the identity opens, as JSON; in clear."""
    session = open_session(options, summary=False)
    access = access_of(session)
    read = codes.of_words(wanted)
    identity = access.identity()
    with access.store() as store:
        rows = [row for code in read for row in access.rows(code, store, "export")]
        if not read:
            rows = list(store.every(session.moment))
    found = list(open_rows(rows, identity))
    exported = [record for _, record in found if isinstance(record, Record)]
    access.log.write(session.moment, "export", "done", tuple(record.id for record in exported))
    document = {"format": "miskraam.export/1", "records": [record.content() for record in exported]}
    _give(json.dumps(document, ensure_ascii=False, indent=2) + "\n", session, write_document)
    for row, record in found:
        if isinstance(record, CannotOpenError):
            warn(unreadable(row, record, session.words))


def _give(text: str, session: Session, write: Callable[[str], object]) -> None:
    """Give what is no summary: to the file named, for its owner only, else to standard output."""
    if session.summary.file is None:
        write(text)
    else:
        write_private(session.summary.file, text.encode())
