"""`miskraam kiosk`: what is settled and checked before it starts; its PIN, and a test of its signal."""

import gc
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from getpass import getpass
from pathlib import Path

from miskraam_cli.cli import check_premi, configuration
from miskraam_cli.cli.new_secret import asked_again
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import NotReadyError, OutOfReachError, RefusedError, WrongInputError
from miskraam_cli.kiosk import harden_process, pin
from miskraam_cli.kiosk.clinic import Clinic, Offered
from miskraam_cli.kiosk.desk_alarm import DeskAlarm, Destination
from miskraam_cli.kiosk.event_log import EventLog
from miskraam_cli.kiosk.settings import CLINIC_TIMES, ThisKiosk, Times, missing
from miskraam_cli.kiosk.supervisor import ServePatient, Supervisor
from miskraam_cli.kiosk.take_terminal import take_terminal
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.terminal.screen import is_dumb, theme
from miskraam_cli.visit.session import Session

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
    kiosk = _this_kiosk(session, times, trial=trial)
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or is_dumb():
        raise WrongInputError("error.kiosk_screen")
    if not trial:
        _check_size()
        _log(session).check()
    harden_process.forbid_dumps()
    sys.dont_write_bytecode = True  # no file but a sealed record is written from now on
    clinic = Clinic(session, kiosk, _offered(kiosk))
    with take_terminal():
        serve = _prepare(clinic, session)
        gc.collect()
        gc.freeze()  # what all patients share is not copied into each process
        Supervisor(serve, _alarm(session, kiosk), _log(session)).run()


def _check_size() -> None:
    """Raises WrongInputError where an alert with all that it can say would not be whole."""
    size = shutil.get_terminal_size()
    if size.columns < _COLUMNS or size.lines < _LINES:
        found = f"{size.columns} x {size.lines}"
        raise WrongInputError("error.kiosk_small", columns=_COLUMNS, lines=_LINES, found=found)


def test_alert(options: Options) -> None:
    """Run the signal once at each destination. Raises OutOfReachError where one of them does not work."""
    session = open_session(options)
    kiosk = ThisKiosk(configuration.load().kiosk)
    if not kiosk.settings.alert:
        file = configuration.path()
        raise NotReadyError("error.kiosk_not_ready", ("kiosk.missing_alert",), file=file)
    failed = _alarm(session, kiosk).test()
    if failed:
        keys = ", ".join(_KEYS[destination] for destination in failed)
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


def _this_kiosk(session: Session, times: Times, *, trial: bool) -> ThisKiosk:
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


def _log(session: Session) -> EventLog:
    folder = session.records.folder if session.records else configuration.path().parent
    return EventLog(folder / "kiosk.log", session.clock)


def _alarm(session: Session, kiosk: ThisKiosk) -> DeskAlarm:
    return DeskAlarm(kiosk.settings, kiosk.settings.name, kiosk.times, _log(session))


def _offered(kiosk: ThisKiosk) -> dict[str, Offered]:
    """The questionnaires of the configuration, by name, loaded and checked. Raises WrongInputError."""
    offered = {}
    for name in kiosk.settings.questionnaires:
        file = _file(name)
        offered[name] = Offered(file, *questionnaire_at(file))
    return offered


def _file(name: str) -> Path:
    """A questionnaire that comes with the program, or one beside the configuration. Raises WrongInputError."""
    if Path(name).stem == check_premi.SET:
        raise WrongInputError("error.kiosk_questionnaire", name=name)
    shipped = read_files.SHIPPED / f"{name}.yaml"
    return shipped if shipped in read_files.shipped() else configuration.path().parent / name


def _prepare(clinic: Clinic, session: Session) -> ServePatient:
    """What each patient's process does. All that it needs is imported and built here, once, by the supervisor."""
    from miskraam_cli.kiosk.patient import Patient
    from miskraam_cli.kiosk.patient_summary import PatientSummary
    from miskraam_cli.kiosk.prepared_screens import PreparedScreens

    prepared = PreparedScreens(theme(contrast=session.contrast))
    for name in clinic.titles:  # the last screens are drawn once, of no answers: that imports what they need
        visit = clinic.begin_visit(name, session.words, "self")
        nothing = PatientSummary(visit, visit.begun, stopped=True)
        nothing.pages()
        nothing.qr_pages()
        nothing.on_paper(short=True)
    return lambda supervisor: Patient(clinic, prepared, supervisor).serve()
