"""The configuration file: TOML, in the platform's folder or where `MISKRAAM_CONFIG` says. Unknown keys are errors."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

import typer

from miskraam_cli.errors import OutOfReachError, WrongInputError, near, one_of
from miskraam_cli.kiosk.settings import AT_ALERT, NOT_SETTLED, AtAlert, KioskSettings, Staffing
from miskraam_cli.library import read_files
from miskraam_cli.named_path import is_there, named
from miskraam_cli.questionnaire.contacts import WEEKDAYS, Hours
from miskraam_cli.records.settings import RETENTION_DAYS, RecordSettings
from miskraam_cli.records.store import is_server
from miskraam_cli.summary.whom_to_call import NOTHING_CONFIRMED, Confirmation, Confirmed

_KEYS = ("language", "setting", "hospital", "confirmed", "premi_open", "records", "kiosk")
_CONFIRMATION = {"by": str, "on": date}
_OPEN = {**_CONFIRMATION, "open": bool}
_RECORDS = ("recipients", "database", "identity", "retention_days", "device", "folder")
_KIOSK = (
    "name",
    "desk",
    "desk_en",
    "questionnaires",
    "alert",
    "alert_second",
    "staff",
    "pin",
    "print",
    "at_alert",
)
_STAFF = ("who", "stand_in", "days", "opens", "closes", "holidays")
_MOST_DAYS = 3650
_HOURS = {**_CONFIRMATION, "days": list, "opens": time, "closes": time}


@dataclass(frozen=True)
class Configuration:
    """What the file says; None where it says nothing."""

    language: str | None = None
    setting: str | None = None
    hospital: str | None = None
    confirmed: Confirmed = NOTHING_CONFIRMED
    premi_open: bool | None = None
    premi_confirmed: Confirmation | None = None
    records: RecordSettings | None = None
    kiosk: KioskSettings = NOT_SETTLED


def path() -> Path:
    """Where the configuration stands."""
    chosen = os.environ.get("MISKRAAM_CONFIG")
    return named(chosen) if chosen else Path(typer.get_app_dir("miskraam")) / "config.toml"


def load() -> Configuration:
    """The configuration; an empty one where there is no file in the platform's folder.

    Raises WrongInputError for a named file that is missing, for TOML that cannot be read, an unknown key, or
    a value of the wrong kind.
    """
    file = path()
    if not os.environ.get("MISKRAAM_CONFIG") and not is_there(file):
        return Configuration()
    import tomllib

    try:
        found = tomllib.loads(read_files.read(file).text)
    except OutOfReachError as error:
        raise WrongInputError(error.key, **error.values) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WrongInputError("error.configuration", file=file, reason=error) from error
    return _Reader(file).configuration(found)


class _Reader:
    def __init__(self, file: Path) -> None:
        self.file = file

    def configuration(self, found: Mapping[str, Any]) -> Configuration:
        self.only(found, _KEYS, "")
        confirmed = self.table(found, "confirmed")
        self.only(confirmed, ("numbers", "hours"), "confirmed.")
        study = self.table(found, "premi_open")
        self.only(study, tuple(_OPEN), "premi_open.")
        return Configuration(
            language=self.value(found, "language", str),
            setting=self.value(found, "setting", str),
            hospital=self.value(found, "hospital", str),
            confirmed=self.confirmed(confirmed, self.value(found, "hospital", str)),
            premi_open=self.value(study, "open", bool),
            premi_confirmed=self.confirmation(study),
            records=self.records(found),
            kiosk=self.kiosk(found),
        )

    def kiosk(self, found: Mapping[str, Any]) -> KioskSettings:
        table = self.table(found, "kiosk")
        self.only(table, _KIOSK, "kiosk.")
        asked = self.strings(table, "questionnaires", "kiosk.")
        pin = self.value(table, "pin", str) or ""
        name = self.value(table, "name", str) or ""
        if not name.isprintable():
            raise self.wrong("kiosk.name")
        return KioskSettings(
            name=name,
            desk=self.value(table, "desk", str) or "",
            desk_en=self.value(table, "desk_en", str) or "",
            questionnaires=asked or KioskSettings.questionnaires,
            alert=self.strings(table, "alert", "kiosk."),
            alert_second=self.strings(table, "alert_second", "kiosk."),
            staff=self.staff(table),
            pin=pin,
            print=self.strings(table, "print", "kiosk."),
            at_alert=self.at_alert(table),
        )

    def at_alert(self, kiosk: Mapping[str, Any]) -> AtAlert:
        value = self.value(kiosk, "at_alert", str) or AT_ALERT[0]
        one_of(f"{self.file}: kiosk.at_alert", value, AT_ALERT)
        return cast("AtAlert", value)

    def staff(self, kiosk: Mapping[str, Any]) -> Staffing | None:
        """All of it, or nothing."""
        table = self.table(kiosk, "staff")
        self.only(table, _STAFF, "kiosk.staff.")
        if not table:
            return None
        who, stand_in = self.value(table, "who", str), self.value(table, "stand_in", str)
        hours = self.hours(table)
        if not who or not stand_in or hours is None:
            raise self.wrong("kiosk.staff")
        return Staffing(who, stand_in, hours, self.value(table, "holidays", bool) or False)

    def strings(self, found: Mapping[str, Any], key: str, before: str) -> tuple[str, ...]:
        values = self.value(found, key, list) or []
        if not all(isinstance(item, str) and item for item in values):
            raise self.wrong(before + key)
        return tuple(values)

    def records(self, found: Mapping[str, Any]) -> RecordSettings | None:
        """Paths are beside the configuration, where they do not start at the root."""
        if "records" not in found:
            return None
        table = self.table(found, "records")
        self.only(table, _RECORDS, "records.")
        recipients = self.value(table, "recipients", list) or []
        days = self.value(table, "retention_days", int)
        identity = self.value(table, "identity", str)
        database = self.value(table, "database", str) or ""
        if not all(isinstance(item, str) for item in recipients):
            raise self.wrong("records.recipients")
        if days is not None and (isinstance(days, bool) or not 1 <= days <= _MOST_DAYS):
            raise self.wrong("records.retention_days")
        device = self.value(table, "device", str) or ""
        if not device.isprintable():
            raise self.wrong("records.device")
        return RecordSettings(
            folder=self.file.parent / named(self.value(table, "folder", str) or "."),
            recipients=tuple(recipients),
            database=database if is_server(database) or not database else str(named(database)),
            identity=self.file.parent / named(identity) if identity else None,
            retention_days=RETENTION_DAYS if days is None else days,
            device=device,
        )

    def confirmed(self, found: Mapping[str, Any], hospital: str | None) -> Confirmed:
        """What was confirmed is said of the clinic's own hospital, and of no other (AMB-127)."""
        numbers, hours = self.table(found, "numbers"), self.table(found, "hours")
        self.only(numbers, tuple(_CONFIRMATION), "confirmed.numbers.")
        self.only(hours, tuple(_HOURS), "confirmed.hours.")
        return Confirmed(self.confirmation(numbers), self.confirmation(hours), self.hours(hours), hospital)

    def confirmation(self, found: Mapping[str, Any]) -> Confirmation | None:
        if not found:
            return None
        by, on = (self.value(found, key, kind) for key, kind in _CONFIRMATION.items())
        if by is None or on is None:
            raise self.wrong("by, on")
        return Confirmation(by, on)

    def hours(self, found: Mapping[str, Any]) -> Hours | None:
        days = self.value(found, "days", list)
        opens, closes = self.value(found, "opens", time), self.value(found, "closes", time)
        if days is None and opens is None and closes is None:
            return None
        if not days or any(day not in WEEKDAYS for day in days) or len(set(days)) < len(days):
            raise self.wrong("days")
        if opens is None or closes is None or opens >= closes:
            raise self.wrong("opens, closes")
        return Hours(tuple(days), opens, closes)

    def table(self, found: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        return self.value(found, key, dict) or {}

    def value(self, found: Mapping[str, Any], key: str, kind: type) -> Any:
        value = found.get(key)
        fits = isinstance(value, kind) and not (kind is date and isinstance(value, datetime))
        texts = value if isinstance(value, list) else [value]
        if value is not None and (not fits or any(isinstance(text, str) and "\0" in text for text in texts)):
            raise self.wrong(key)
        return value

    def only(self, found: Mapping[str, Any], keys: tuple[str, ...], before: str) -> None:
        for key in found:
            if key not in keys:
                raise WrongInputError(
                    "error.configuration_key", file=self.file, key=before + key, near=near(key, keys)
                )

    def wrong(self, key: str) -> WrongInputError:
        return WrongInputError("error.configuration_value", file=self.file, key=key)
