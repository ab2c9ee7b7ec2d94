"""`miskraam kiosk`: what the kiosk needs from the configuration, the clock and the files; its PIN and its bell."""

import gc
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from getpass import getpass
from pathlib import Path

from miskraam_cli.cli import check_premi, configuration
from miskraam_cli.cli.new_secret import asked_again
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import NotReadyError, OutOfReachError, RefusedError, WrongInputError
from miskraam_cli.interview.findings import Result
from miskraam_cli.interview.prompt import Notice
from miskraam_cli.interview.state import Interview
from miskraam_cli.kiosk import harden_process, pin
from miskraam_cli.kiosk.desk_alarm import DeskAlarm, Destination
from miskraam_cli.kiosk.event_log import EventLog
from miskraam_cli.kiosk.settings import CLINIC_TIMES, ThisKiosk, Times, missing
from miskraam_cli.kiosk.supervisor import ServePatient, Supervisor
from miskraam_cli.kiosk.take_terminal import take_terminal
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library import interface, source_files
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers.forms import TERMINAL, TEXT
from miskraam_cli.renderers.qr_code import codes
from miskraam_cli.roles import FilledBy, Setting
from miskraam_cli.summary.build import build
from miskraam_cli.summary.model import Summary
from miskraam_cli.summary.whom_to_call import contacts_for, in_words, is_day, support
from miskraam_cli.terminal.screen import is_dumb, pages, rows, theme
from miskraam_cli.visit import give_summary
from miskraam_cli.visit.keep_record import RecordKeeper
from miskraam_cli.visit.qr_page import code_page
from miskraam_cli.visit.session import ZONE, Session, known_hospital
from miskraam_cli.visit.visit import alerts_in, begun

_TRIAL_NAME = "kiosk"
_COLUMNS, _LINES = 60, 24
_KEYS: Mapping[Destination, str] = {"first": "alert", "second": "alert_second"}  # as [kiosk] names them


def run_kiosk(options: Options, *, trial: bool, times: Times = CLINIC_TIMES) -> None:
    """Serve patients until staff end it.

    Raises NotReadyError with all that is missing, WrongInputError where this machine or terminal cannot do it,
    OutOfReachError where the log cannot be written: after a power cut an open signal would be forgotten.
    """
    if os.name != "posix":
        raise WrongInputError("error.kiosk_posix")
    session = open_session(options)
    place = _place(session, times, trial=trial)
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or is_dumb():
        raise WrongInputError("error.kiosk_screen")
    if not trial:
        _fits()
        _log(session).check()
    harden_process.forbid_dumps()
    sys.dont_write_bytecode = True  # no file but a sealed record is written from now on
    session = _here(session, place)
    clinic = _Clinic(session, place)
    with take_terminal():
        serve = _serving(clinic, place, session)
        _warm(clinic, session)
        gc.collect()
        gc.freeze()
        Supervisor(serve, _alarm(session, place), _log(session)).run()


def _fits() -> None:
    """Raises WrongInputError where an alert with all that it can say would not be whole."""
    size = shutil.get_terminal_size()
    if size.columns < _COLUMNS or size.lines < _LINES:
        found = f"{size.columns} x {size.lines}"
        raise WrongInputError("error.kiosk_small", columns=_COLUMNS, lines=_LINES, found=found)


def test_alert(options: Options) -> None:
    """Run the signal once at each destination. Raises OutOfReachError where one of them does not work."""
    session = open_session(options)
    place = ThisKiosk(configuration.load().kiosk)
    if not place.settings.alert:
        file = configuration.path()
        raise NotReadyError("error.kiosk_not_ready", ("kiosk.missing_alert",), file=file)
    failed = _alarm(session, place).test()
    if failed:
        keys = ", ".join(_KEYS[which] for which in failed)
        raise OutOfReachError("error.alert_failed_at", keys=keys, file=_log(session).file)
    print(session.words("kiosk.tested"))


def new_pin(options: Options) -> None:
    """Ask for a PIN and print the line for the configuration. Raises WrongInputError."""
    say = open_session(options).words
    if not sys.stdin.isatty():
        raise WrongInputError("error.kiosk_screen")
    chosen = asked_again(lambda: _typed_pin(say), say)
    print(f"\n{say('kiosk.pin_line', file=configuration.path())}\n")
    print(f'[kiosk]\npin = "{pin.hashed(chosen)}"')


def _typed_pin(say: Words) -> str:
    """A PIN, typed twice. Raises RefusedError."""
    first = getpass(f"{say('kiosk.new_pin', low=pin.SHORTEST, high=pin.LONGEST)} ")
    if not pin.is_pin(first):
        raise RefusedError("error.pin", low=pin.SHORTEST, high=pin.LONGEST)
    if getpass(f"{say('records.passphrase_again')} ") != first:
        raise RefusedError("error.pins_differ")
    return first


def _place(session: Session, times: Times, *, trial: bool) -> ThisKiosk:
    settings = configuration.load().kiosk
    file = configuration.path()
    if settings.pin and not pin.is_hash(settings.pin):
        raise WrongInputError("error.configuration_value", file=file, key="kiosk.pin")
    if trial:
        name = f"{settings.name or _TRIAL_NAME} ({session.words('kiosk.trial_name')})"
        return ThisKiosk(replace(settings, name=name), times, trial=True)
    keeps = bool(session.records and session.records.recipients)
    lacking = missing(settings, session.confirmed, session.moment.date(), keeps=keeps)
    if lacking:
        raise NotReadyError(
            "error.kiosk_not_ready", tuple(f"kiosk.missing_{name}" for name in lacking), file=file
        )
    return ThisKiosk(settings, times)


def _here(session: Session, place: ThisKiosk) -> Session:
    """The session of any patient here, before she has chosen anything."""
    records = replace(session.records, device=place.settings.name) if session.records else None
    return replace(session, setting="kiosk", audience="patient", records=records)


def _now() -> datetime:
    return datetime.now(ZONE)


def _log(session: Session) -> EventLog:
    folder = session.records.folder if session.records else configuration.path().parent
    return EventLog(folder / "kiosk.log", _now)


def _alarm(session: Session, place: ThisKiosk) -> DeskAlarm:
    return DeskAlarm(place.settings, place.settings.name, place.times, _log(session))


def _serving(clinic: "_Clinic", place: ThisKiosk, session: Session) -> ServePatient:
    """What each patient's process does; all that it needs is built here, once."""
    from miskraam_cli.kiosk.clinic import Clinic
    from miskraam_cli.kiosk.patient import Patient
    from miskraam_cli.kiosk.prepared_screens import PreparedScreens

    screens = PreparedScreens(theme(contrast=session.contrast))
    found = Clinic(clinic.words, clinic.titles, clinic.visit, clinic.is_open, clinic.numbers, _now)
    return lambda supervisor: Patient(found, screens, place, supervisor).serve()


def _warm(clinic: "_Clinic", session: Session) -> None:
    """Import what the last screens need before there is any patient, by making one summary of nothing."""
    for name in clinic.loaded:
        visit = clinic.visit(name, session.words, "self")
        visit.pages(visit.interview, stopped=True)
        visit.numbers(visit.interview, stopped=True)
        visit.paper(visit.interview, stopped=True, short=True)


class _Clinic:
    """The questionnaires that are offered here, loaded and checked once."""

    def __init__(self, session: Session, place: ThisKiosk) -> None:
        self.session = session
        self.place = place
        self.words: Mapping[str, Words] = {code: interface.words(code) for code in LANGUAGES}
        self.loaded: dict[str, tuple[Questionnaire, Directory]] = {}
        for name in place.settings.questionnaires:
            self.loaded[name] = questionnaire_at(_file(name))
        self.titles = {name: found.title for name, (found, _) in self.loaded.items()}

    def is_open(self) -> bool:
        """Whether somebody is at the desk at this hour; on a trial always."""
        staff = self.place.settings.staff
        if self.place.trial or staff is None:
            return True
        _, directory = next(iter(self.loaded.values()))
        return is_day(staff.hours, () if staff.holidays else directory.holidays, _now())

    def numbers(self, words: Words) -> Sequence[str]:
        """Whom to call in this hospital, where the configuration says which it is."""
        _, directory = next(iter(self.loaded.values()))
        hospital = known_hospital(self.session.hospital, directory)
        if hospital is None:
            return ()
        found = contacts_for(
            directory,
            hospital=hospital,
            urgent=False,
            moment=_now(),
            confirmed=self.session.confirmed,
            words=words,
        )
        own = {contact.id for contact in directory.contacts if contact.hospital == hospital}
        return [": ".join(in_words(contact, words)) for contact in found if contact.id in own]

    def visit(self, name: str, words: Words, filled_by: FilledBy) -> "_Visit":
        """One patient with one questionnaire."""
        questionnaire, directory = self.loaded[name]
        session = replace(self.session, words=words, filled_by=filled_by, moment=_now())
        records = session.records
        keeper = RecordKeeper(records, None, wanted=True) if records and records.recipients else None
        return _Visit(session, directory, begun(questionnaire, {}, directory, session), keeper)


def _file(name: str) -> Path:
    """A questionnaire that comes with the program, or one beside the configuration. Raises WrongInputError."""
    if Path(name).stem == check_premi.SET:
        raise WrongInputError("error.kiosk_questionnaire", name=name)
    shipped = source_files.SHIPPED / f"{name}.yaml"
    return shipped if shipped in source_files.shipped() else configuration.path().parent / name


@dataclass
class _Visit:
    """One patient's questionnaire, in her language."""

    session: Session
    directory: Directory
    interview: Interview
    keeper: RecordKeeper | None

    def alert(self, interview: Interview, results: tuple[Result, ...]) -> Notice:
        session = replace(self.session, moment=_now())
        return alerts_in(session, self.directory)(interview, results)

    def keep(self, interview: Interview, *, stopped: bool, staff_called: bool) -> str | None:
        if self.keeper is None:
            return None  # only on a trial
        session = replace(self.session, moment=_now())
        kept = self.keeper.keep(interview, session, stopped=stopped, staff_called=staff_called)
        self.keeper.end()
        return kept.code if kept else None

    def is_urgent(self, interview: Interview, *, stopped: bool) -> bool:
        found = self._summary(interview, stopped=stopped).findings
        return any(finding.level == "now" and finding.outcome == "holds" for finding in found)

    def pages(self, interview: Interview, *, stopped: bool) -> Sequence[str]:
        summary = self._summary(interview, stopped=stopped)
        return pages(give_summary.drawn(summary, self.session, TERMINAL), rows())

    def numbers(self, interview: Interview, *, stopped: bool) -> Mapping[str, str]:
        summary = self._summary(interview, stopped=stopped)
        found = codes((*summary.contacts, *support(self.directory, self.session.words)))
        return {f"{code.name}: {code.shown}": code_page(code, self.session) for code in found}

    def paper(self, interview: Interview, *, stopped: bool, short: bool) -> str:
        summary = self._summary(interview, stopped=stopped, setting="home")  # where she reads it
        return give_summary.drawn(summary, self.session, TEXT, short=short)

    def _summary(self, interview: Interview, *, stopped: bool, setting: Setting = "kiosk") -> Summary:
        here = replace(self.session, moment=_now(), setting=setting).circumstances(self.directory)
        return build(interview, here, stopped=stopped)
