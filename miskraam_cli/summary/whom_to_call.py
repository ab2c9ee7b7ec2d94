"""Whom to call, and in which order: by the directory, the person's hospital and the hour."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from miskraam_cli.language import Words
from miskraam_cli.questionnaire.contacts import WEEKDAYS, Contact, Directory, Hours

_VALID_DAYS = 365  # for which a confirmation counts (AMB-81)


@dataclass(frozen=True)
class ContactShown:
    """Someone to call, in one language.

    `short` is the name for one line. `number` is E.164 and `display` how it is read; both are None where only she knows
    it. `now`: it is the number for this hour, or is not; None where no number may be marked. `note` is what must be
    known before calling it.
    """

    id: str
    name: str
    short: str
    number: str | None
    display: str | None
    now: bool | None
    note: str
    source: str
    addition: bool
    website: str | None = None


@dataclass(frozen=True)
class Confirmation:
    """Who in the clinic confirmed something, and on which day."""

    by: str
    on: date

    def valid(self, today: date) -> bool:
        """A confirmation counts for twelve months (AMB-81), and not before its day."""
        return timedelta(0) <= today - self.on < timedelta(days=_VALID_DAYS)


@dataclass(frozen=True)
class Confirmed:
    """What a clinic has confirmed of one `hospital`: its numbers, its hours, or neither (AMB-127).

    `hospital` is an id of the directory, or None in a directory whose numbers are of no hospital by name. `own_hours`
    replace those of the directory at that hospital.
    """

    numbers: Confirmation | None = None
    hours: Confirmation | None = None
    own_hours: Hours | None = None
    hospital: str | None = None


NOTHING_CONFIRMED = Confirmed()


def is_day(hours: Hours, holidays: Iterable[date], moment: datetime) -> bool:
    """Whether a moment, in the clinic's time, is within hours; a holiday is not (AMB-52)."""
    inside = hours.opens <= moment.time() < hours.closes
    return inside and WEEKDAYS[moment.weekday()] in hours.days and moment.date() not in holidays


def hours_at(hospital: object, directory: Directory, confirmed: Confirmed) -> Hours:
    """The hours that count at a hospital: the clinic's own only where it is that clinic's (AMB-127)."""
    return (confirmed.own_hours if confirmed.hospital == hospital else None) or directory.hours


def day_now(directory: Directory, confirmed: Confirmed, moment: datetime) -> bool | None:
    """Whether `moment` is within hours at the confirmed hospital; None where no number may be marked.

    That is so while hours or numbers are unconfirmed (AMB-81), and in a year without listed holidays (AMB-52), where
    a holiday would be taken for a working day.
    """
    for confirmation in (confirmed.numbers, confirmed.hours):
        if confirmation is None or not confirmation.valid(moment.date()):
            return None
    if moment.year not in {day.year for day in directory.holidays}:
        return None
    return is_day(confirmed.own_hours or directory.hours, directory.holidays, moment)


def contacts_for(
    directory: Directory,
    *,
    hospital: str | None,
    urgent: bool,
    moment: datetime,
    confirmed: Confirmed,
    words: Words,
) -> tuple[ContactShown, ...]:
    """Everyone to call, first the one for now; both numbers of a hospital are always there.

    Only a number of the hospital that was confirmed is marked or put first for the hour (AMB-127).
    `hospital` is an id of the directory, another id for a hospital without numbers here, or None if unknown.
    An emergency number stands first where help is needed now (`urgent`, AMB-54). Unknown hospital: all
    numbers (AMB-53). Another hospital: her own, her midwife and her doctor, then the numbers here for who
    reaches nobody (AMB-80).
    """
    day = day_now(directory, confirmed, moment)
    numbers = _of(directory, "hospital")
    hers = [contact for contact in numbers if contact.hospital == hospital]
    order = [shown(contact, words) for contact in _of(directory, "emergency") if urgent]
    if hers or hospital is None:
        # Both numbers of her hospital: a wrong clock may change their order, and never hides one (AMB-52).
        for_now = {
            contact.id: (contact.hours == "day") == day
            for contact in hers or numbers
            if day is not None and contact.hospital == confirmed.hospital
        }
        order += [
            shown(contact, words, now=for_now.get(contact.id))
            for contact in sorted(hers or numbers, key=lambda contact: not for_now.get(contact.id))
        ]
        order += [shown(contact, words) for contact in _of(directory, "midwife")]
    else:
        note = directory.elsewhere.in_language(words.language) if directory.elsewhere else ""
        order += [shown(contact, words) for contact in _of(directory, "own_hospital", "midwife", "gp")]
        order += [shown(contact, words, note=note) for contact in numbers]
    return tuple(order)


def support(directory: Directory, words: Words) -> tuple[ContactShown, ...]:
    """Organisations to talk with (AMB-61); for everybody, whatever the answers."""
    return tuple(shown(contact, words) for contact in _of(directory, "support"))


def _of(directory: Directory, *kinds: str) -> list[Contact]:
    return [contact for contact in directory.contacts if contact.kind in kinds]


def shown(contact: Contact, words: Words, *, now: bool | None = None, note: str = "") -> ContactShown:
    """A contact in the language of `words`."""
    return ContactShown(
        id=contact.id,
        name=contact.name.in_language(words.language),
        short=(contact.short or contact.name).in_language(words.language),
        number=contact.number,
        display=contact.display,
        now=now,
        note=note,
        source=", ".join(contact.facts),
        addition=contact.addition is not None,
        website=contact.website,
    )


def in_words(contact: ContactShown, words: Words) -> tuple[str, str]:
    """The name, marked where no leaflet has it, and the number; a line to write on where only she knows the number."""
    name = f"{contact.name} ({words('source.addition')})" if contact.addition else contact.name
    number = contact.display or words("contacts.write")
    return name, f"{number} · {words('contacts.now')}" if contact.now else number


def _days(hours: Hours, words: Words) -> str:
    """The days: from the first to the last where none is left out, else each of them."""
    days = sorted(hours.days, key=WEEKDAYS.index)
    names = [words(f"day.{day}") for day in days]
    if len(days) > 2 and WEEKDAYS.index(days[-1]) - WEEKDAYS.index(days[0]) == len(days) - 1:
        return words("contacts.days", first=names[0], last=names[-1])
    return words.joined(names)


def contacts_note(
    directory: Directory,
    confirmed: Confirmed,
    hospital: str | None,
    today: date,
    words: Words,
    levels: Collection[str],
) -> str:
    """The sentences below the numbers: who confirmed them, and which hours count as day (AMB-64, AMB-81, AMB-127).

    `hospital` is hers, as in `contacts_for`: of whose numbers she reads. Where they are of more hospitals than the
    confirmed one, each sentence says of which it is. `levels` are those of the page: where help is needed now nothing
    is said of hours (AMB-125), and hours that are only assumed matter where something is to be arranged in them.
    """
    urgent = "now" in levels

    def sure(key: str) -> list[str]:
        return (
            []
            if urgent
            else [words(key, when=_when(hours_at(confirmed.hospital, directory, confirmed), words))]
        )

    def assumed(hours: Hours) -> list[str]:
        said = "arrange" in levels and not urgent
        return [words("contacts.assumed", when=_when(hours, words))] if said else []

    shown_of: set[str | None] = {contact.hospital for contact in _of(directory, "hospital")}
    shown_of = {hospital} & shown_of or shown_of
    numbers = confirmed.numbers
    if numbers is None or not numbers.valid(today) or confirmed.hospital not in shown_of:
        return " ".join((words("contacts.unconfirmed"), *assumed(directory.hours)))
    known = confirmed.hours is not None and confirmed.hours.valid(today)
    by, on = numbers.by, words.date(numbers.on)
    if shown_of == {confirmed.hospital}:
        said = words("contacts.confirmed", by=by, date=on)
        own = hours_at(confirmed.hospital, directory, confirmed)
        return " ".join((said, *(sure("contacts.known") if known else assumed(own))))
    name = next(str(found.name) for found in directory.hospitals if found.id == confirmed.hospital)
    said = words("contacts.confirmed_of", by=by, date=on, hospital=name)
    hours = sure("contacts.known_of") if known else []
    return " ".join((said, *hours, words("contacts.unconfirmed_others"), *assumed(directory.hours)))


def _when(hours: Hours, words: Words) -> str:
    return words(
        "contacts.hours",
        days=_days(hours, words),
        opens=f"{hours.opens:%H:%M}",
        closes=f"{hours.closes:%H:%M}",
    )
