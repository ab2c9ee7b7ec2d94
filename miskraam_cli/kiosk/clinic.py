"""What every patient of a kiosk finds: the languages, the questionnaires that are offered, the hours, whom to call."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from miskraam_cli.kiosk.settings import ThisKiosk
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library import interface
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.roles import FilledBy
from miskraam_cli.summary.whom_to_call import contacts_for, in_words, is_day
from miskraam_cli.visit.keep_record import RecordKeeper
from miskraam_cli.visit.session import Session, known_hospital
from miskraam_cli.visit.visit import Visit, begun


@dataclass(frozen=True)
class Offered:
    """A questionnaire that is offered here, loaded and checked, and whom it may name to call."""

    file: Path
    questionnaire: Questionnaire
    directory: Directory


class Clinic:
    """One kiosk, with the questionnaires that it offers by name; each has the same directory of whom to call.

    `words` are those of the interface by language, Dutch first; `clock` tells the time in Dutch time.
    """

    def __init__(self, session: Session, kiosk: ThisKiosk, offered: Mapping[str, Offered]) -> None:
        records = replace(session.records, device=kiosk.settings.name) if session.records else None
        self._session = replace(session, setting="kiosk", audience="patient", records=records)
        self._offered = offered
        self._directory = next(iter(offered.values())).directory
        self.kiosk = kiosk
        self.clock = session.clock
        self.words: Mapping[str, Words] = {code: interface.words(code) for code in LANGUAGES}
        self.titles = {name: one.questionnaire.title for name, one in offered.items()}

    def is_open(self) -> bool:
        """Whether somebody is at the desk at this hour; on a trial always."""
        staff = self.kiosk.settings.staff
        if self.kiosk.trial or staff is None:
            return True
        return is_day(staff.hours, () if staff.holidays else self._directory.holidays, self.clock())

    def numbers(self, words: Words) -> Sequence[str]:
        """Whom to call in this hospital, a line each; nothing where the configuration does not say which it is."""
        hospital = known_hospital(self._session.hospital, self._directory)
        if hospital is None:
            return ()
        found = contacts_for(
            self._directory,
            hospital=hospital,
            urgent=False,
            moment=self.clock(),
            confirmed=self._session.confirmed,
            words=words,
        )
        own = {contact.id for contact in self._directory.contacts if contact.hospital == hospital}
        return [": ".join(in_words(contact, words)) for contact in found if contact.id in own]

    def begin_visit(self, name: str, words: Words, filled_by: FilledBy) -> Visit:
        """One patient with the questionnaire of this name. Without records, on a trial, nothing is kept."""
        one, records = self._offered[name], self._session.records
        session = replace(self._session, words=words, filled_by=filled_by).now()
        keeper = RecordKeeper(records, None, wanted=True) if records and records.recipients else None
        interview = begun(one.questionnaire, {}, one.directory, session)
        return Visit(session, one.file, one.directory, interview, keeper)
