"""Keeps the record of one run, and tells its code once it is safe."""

import sys

from miskraam_cli.cli.failures import explained
from miskraam_cli.cli.session import Session, format_of
from miskraam_cli.errors import OutOfReachError
from miskraam_cli.interview.state import Interview
from miskraam_cli.records import codes
from miskraam_cli.records.keeping import KeptUnder, keep
from miskraam_cli.records.record import Record
from miskraam_cli.records.seal import check_recipients
from miskraam_cli.records.settings import Settings
from miskraam_cli.renderers.json import answer
from miskraam_cli.summary.kept import Kept


class Keeper:
    """Keeps one record. Made before the first question, so that what cannot work is said then."""

    def __init__(self, settings: Settings, code: str | None, *, wanted: bool) -> None:
        check_recipients(settings.recipients)
        self.settings = settings
        self.code = codes.read(code) if code is not None else None
        self.wanted = wanted
        self.done: KeptUnder | None = None
        self.failed: OutOfReachError | None = None

    def keep(self, interview: Interview, session: Session, *, stopped: bool) -> Kept | None:
        """Keep the interview; a failure is told later, when she has seen what to do and whom to call.

        Who stops half-way is kept only where that was asked for; without any answer there is nothing to keep.
        """
        if not interview.counted or (stopped and not self.wanted):
            return None

        def make(record_id: str, code: str, again: bool) -> Record:
            return _record(interview, session, record_id, code, again=again, broken_off=stopped)

        try:
            self.done = keep(make, self.settings, self.code)
        except OutOfReachError as error:
            self.failed = error
            return None
        return Kept(self.done.code, self.done.record.device, broken_off=stopped)

    def tell(self, session: Session) -> None:
        """Say the code on a line of its own. Raises OutOfReachError where the record is not kept."""
        if self.failed:
            raise self.failed
        if self.done is None:
            return
        say = session.words
        document = format_of(session.options) == "json" and session.options.output is None
        print(f"\n{say('records.code')}: {self.done.code}", file=sys.stderr if document else sys.stdout)
        if self.code not in (None, self.done.code):
            print(f"miskraam: {say('error.new_code', code=self.code)}", file=sys.stderr)
        if self.done.waits:
            print(f"miskraam: {explained(self.done.waits, say)}", file=sys.stderr)
            print(f"miskraam: {say('error.waits')}", file=sys.stderr)


def _record(
    interview: Interview, session: Session, record_id: str, code: str, *, again: bool, broken_off: bool
) -> Record:
    questionnaire = interview.questionnaire
    return Record(
        id=record_id,
        code=code,
        created=session.moment,
        day=interview.today,
        questionnaire=questionnaire.id,
        version=questionnaire.version,
        digest=questionnaire.digest,
        language=session.words.language,
        filled_by=session.filled_by,
        setting=session.setting,
        device=session.records.device if session.records else "",
        answers={name: answer(value) for name, value in interview.counted.items()},
        broken_off=broken_off,
        again=again,
    )
