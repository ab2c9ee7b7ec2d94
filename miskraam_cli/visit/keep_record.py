"""Keeps the record of one run, and tells its code once it is safe."""

import sys
from dataclasses import replace

from miskraam_cli.errors import OutOfReachError, explained
from miskraam_cli.interview.answers import answers_to_json
from miskraam_cli.interview.state import Interview
from miskraam_cli.records import codes
from miskraam_cli.records.keep import KeptRecord, keep
from miskraam_cli.records.record import Record
from miskraam_cli.records.seal import check_recipients
from miskraam_cli.records.settings import RecordSettings
from miskraam_cli.records.store import check_database
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.terminal.screen import tell
from miskraam_cli.visit.session import Session


class RecordKeeper:
    """Keeps the record of one run. Made before the first question, so that what cannot work is said then.

    Who changes an answer after the end is kept once more, as a later record under the same code: nothing that was
    kept is ever taken back here, and the clinician reads what changed.
    """

    def __init__(self, settings: RecordSettings, code: str | None, *, wanted: bool) -> None:
        check_recipients(settings.recipients)
        check_database(settings)
        self.settings = settings
        self.code = codes.read(code) if code is not None else None
        self.wanted = wanted
        self.done: KeptRecord | None = None
        self.told = False
        self.failed: OutOfReachError | None = None

    def keep(
        self, interview: Interview, session: Session, *, stopped: bool, staff_called: bool = False
    ) -> RecordHistory | None:
        """Keep the interview; a failure is told at the end, when she has seen what to do and whom to call.

        Who stops half-way is kept only where that was asked for; without any answer there is nothing to keep.
        """
        answers = answers_to_json(interview.counted)
        wanted = interview.counted.keys() - interview.given and (self.wanted or not stopped)
        if wanted and not (self.done and self.done.record.says(answers, broken_off=stopped)):
            made = replace(
                _record(interview, session), answers=answers, broken_off=stopped, staff_called=staff_called
            )
            self._keep(made)
        if self.done is None:
            return None
        record = self.done.record
        return RecordHistory(
            record.code, record.device, broken_off=record.broken_off, staff_called=record.staff_called
        )

    def _keep(self, made: Record) -> None:
        def make(record_id: str, code: str, again: bool) -> Record:
            return replace(made, id=record_id, code=code, again=again)

        under = self.done.code if self.done else self.code
        try:
            done = keep(make, self.settings, under)
        except OutOfReachError as error:
            self.failed = error
            return
        self.failed, self.told = None, self.done is not None and self.done.code == done.code
        self.done = done

    def tell(self, session: Session) -> None:
        """Say the code on a line of its own, once."""
        if self.done is None or self.told:
            return
        self.told = True
        say = session.words
        code = f"\n{say('records.code')}: {self.done.code}"
        is_document = (
            session.summary.form.for_machines and session.summary.file is None and not session.person
        )
        try:
            print(code, file=sys.stderr if is_document else sys.stdout, flush=True)
        except OSError:  # it must be seen somewhere
            tell(code)
            raise
        if self.code not in (None, self.done.code):
            tell(f"miskraam: {say('error.new_code', code=self.code)}")
        if self.done.waits:
            tell(f"miskraam: {explained(self.done.waits, say)}")
            tell(f"miskraam: {say('error.waits')}")

    def end(self) -> None:
        """Raises OutOfReachError where what was answered last is not kept."""
        if self.failed:
            raise self.failed


def _record(interview: Interview, session: Session) -> Record:
    """All that is known before it has an id and a code."""
    questionnaire = interview.questionnaire
    return Record(
        id="",
        code="",
        created=session.moment,
        day=interview.today,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        digest=questionnaire.digest,
        language=session.words.language,
        filled_by=session.filled_by,
        setting=session.setting,
        device=session.records.device if session.records else "",
        answers={},
    )
