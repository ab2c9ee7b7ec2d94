"""`records open`: one record, shown and corrected. It is logged before it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from miskraam_cli.cli.answers_file import read_answers
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.records.access import Access, access_of, warn
from miskraam_cli.cli.records.correct import correct
from miskraam_cli.cli.records.swapped_slips import hers
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import CannotOpenError, StoppedError, WrongInputError
from miskraam_cli.interview.prompt import Presenter
from miskraam_cli.interview.state import Interview
from miskraam_cli.records import codes
from miskraam_cli.records.record import Record
from miskraam_cli.records.row import Row
from miskraam_cli.records.seal import Identity
from miskraam_cli.records.store import open_store
from miskraam_cli.visit.give_summary import print_out, save, show_to
from miskraam_cli.visit.opened_record import CLINICIAN, OpenedRecord, case_of, open_rows, unreadable
from miskraam_cli.visit.session import ZONE


@dataclass
class _Open:
    """One record that is open at the screen."""

    access: Access
    row: Row
    case: OpenedRecord

    def show(self, person: Presenter | None) -> None:
        """Give the summary: to a person page by page, else in the form asked for."""
        session = self.access.session
        for found in self.case.kept.unfit:
            warn(CLINICIAN("record.unfit", name=found.label, answer=found.answer))
        summary, form = self.case.summary(session), session.summary.form
        if person:
            show_to(person, summary, session)
        elif session.summary.file is None:
            print_out(summary, session, form)
        else:
            save(summary, session, session.summary.file, form)

    def save(self, interview: Interview) -> None:
        """Keep a corrected version, with the one before in it. Raises WrongInputError where someone was quicker."""
        access, record = self.access, self.case.record
        answers = self.case.answers(interview)
        if answers == self.case.answers(self.case.interview):  # bringing it over is no correction
            return
        new = record.corrected(answers, access.session.moment, access.log.who)
        row = new.sealed(access.settings.recipients)
        access.log.write(access.session.moment, "correct", "begun", (record.id,))
        with open_store(access.settings) as store:
            if not store.replace(self.row, row):
                access.log.write(access.session.moment, "correct", "refused", (record.id,))
                raise WrongInputError("error.changed_meanwhile")
        access.log.write(access.session.moment, "correct", "done", (record.id,))
        self.row, self.case = row, replace(self.case, record=new)


def open_record(code: str, number: int | None, file: Path | None, options: Options) -> None:
    """Show the record under a code, corrected first by `--answers`; a person at the terminal may correct more."""
    session = open_session(replace(options, audience=options.audience or "clinician"))
    if file is not None and codes.is_half(code):  # K7M 4QX: what follows is no file
        code, file = f"{code}{file}", None
    access, code = access_of(session), codes.read(code)
    identity = access.identity()
    with access.store() as store:
        rows = access.rows(code, store, "open")
    found = _readable(rows, identity, access)
    row, record, before = _chosen(found, number)
    if session.person and not hers(code, rows, access):
        raise StoppedError()
    opened = _Open(access, row, case_of(record, before, file))
    access.log.write(session.moment, "open", "done", (record.id,))
    if options.answers is not None:
        given = read_answers(options.answers, opened.case.questionnaire, session.words, record.day)
        interview = opened.case.interview
        opened.save(replace(interview, answers={**interview.answers, **given}))
    by_hand = session.person and session.summary.file is None and options.answers is None
    person = session.presenter() if by_hand else None
    opened.show(person)
    while person:
        corrected = correct(opened.case.interview, person, session, opened.case.directory)
        if corrected is None:
            break
        opened.save(corrected)
        opened.show(person)


def _readable(rows: Sequence[Row], identity: Identity, access: Access) -> tuple[tuple[Row, Record], ...]:
    """The rows that open, with their records; the others are named. Raises CannotOpenError where none opens."""
    found: list[tuple[Row, Record]] = []
    wrong: list[str] = []
    for row, record in open_rows(rows, identity):
        if isinstance(record, CannotOpenError):
            access.log.write(access.session.moment, "open", "unreadable", (row.id,))
            wrong.append(unreadable(row, record, access.say))
        else:
            found.append((row, record))
    if not found:
        raise CannotOpenError("error.these_unreadable", told=" ".join(wrong))
    for told in wrong:
        warn(told)
    return tuple(found)


def _chosen(found: Sequence[tuple[Row, Record]], number: int | None) -> tuple[Row, Record, Record | None]:
    """The record by its number, else the newest, and the one before it of the same questionnaire.

    Raises WrongInputError where two women were given this code: the program does not choose between them.
    """
    shared = sum(not record.again for _, record in found) > 1
    if number is None and shared:
        listed = ", ".join(
            f"{index} ({record.created.astimezone(ZONE):%d-%m-%Y %H:%M} {record.device})".replace(" )", ")")
            for index, (_, record) in enumerate(found, 1)
        )
        raise WrongInputError("error.shared_code", numbers=listed)
    if number is not None and not 1 <= number <= len(found):
        raise WrongInputError("error.number", count=len(found))
    at = len(found) - 1 if number is None else number - 1
    row, record = found[at]
    same = (one for _, one in found[:at] if one.questionnaire == record.questionnaire)
    earlier = [one for one in same if not record.goes_on_from(one)]
    return row, record, earlier[-1] if earlier and not shared else None
