"""Contacts: both forms of a number agree, every hospital is listed, every fact is known."""

import re
from collections.abc import Iterator, Mapping

from miskraam_cli.errors import Problem, near, problem
from miskraam_cli.questionnaire.checks.ids import once
from miskraam_cli.questionnaire.checks.statements import check_rulings, check_sources
from miskraam_cli.questionnaire.contacts import Contact, Directory
from miskraam_cli.questionnaire.model import Fact


def check_contacts(directory: Directory | None, facts: Mapping[str, Fact]) -> Iterator[Problem]:
    """Q027 a hospital that is not listed, Q028 two forms that differ, Q020 an id twice, Q220 no source."""
    if directory is None:
        return
    if directory.hours.opens >= directory.hours.closes:
        yield problem("Q203", directory.hours.place, name="hours")
    hospitals = tuple(str(hospital.id) for hospital in directory.hospitals)
    yield from once(hospital.id for hospital in directory.hospitals)
    yield from once(contact.id for contact in directory.contacts)
    for contact in directory.contacts:
        yield from check_rulings(contact.rulings)
        if contact.hospital is not None and contact.hospital not in hospitals:
            nearest = near(contact.hospital, hospitals)
            yield problem("Q027", contact.hospital.place, name=contact.hospital, near=nearest)
        if not _number(contact):
            yield problem("Q028", contact.place, name=contact.id)
        yield from check_sources(contact.id, contact.facts, contact.addition, contact.place, facts)


def _number(contact: Contact) -> bool:
    """Whether a contact has both forms of its number or neither, with the same digits; 0 stands for +31."""
    if contact.number is None or contact.display is None:
        return contact.number is contact.display
    digits = re.sub(r"\D", "", contact.display)
    if re.fullmatch(r"\+31\d{9}", contact.number):
        return contact.number == f"+31{digits.removeprefix('0')}"
    return contact.number == digits
