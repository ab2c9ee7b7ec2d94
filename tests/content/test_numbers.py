"""The numbers: real ones, and exactly those of the leaflets."""

import csv
import re

import phonenumbers
import pytest
from phonenumbers import PhoneNumberFormat, shortnumberinfo

from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.contacts import Contact
from tests.tiny_questionnaires import shipped

CONTACTS = shipped("follow-up")[1].contacts
WITH_NUMBER = [contact for contact in CONTACTS if contact.number]
BY_ID = {str(contact.id): contact for contact in CONTACTS}

OF_THE_LEAFLET = {  # 003_8cbb0b2d92787aa9.txt, "Hulporganisaties" and "Belangrijke telefoonnummers"
    "lumc_day": "0715262870",
    "lumc_outside": "0715299517",
    "alrijne_day": "0715178351",
    "alrijne_outside": "0715178178",
    "freya": "0246451088",
    "fiom": "0881264900",
}


def facts() -> dict[str, str]:
    file = read_files.SHIPPED / "common" / "facts.tsv"
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {row["id"]: row["fact_en"] for row in rows}


def digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def named(contact: Contact) -> str:
    return str(contact.id)


@pytest.mark.parametrize("contact", WITH_NUMBER, ids=named)
def test_every_number_is_valid_in_the_netherlands(contact: Contact) -> None:
    assert contact.number is not None
    number = phonenumbers.parse(contact.number, "NL")
    if len(contact.number) == 3:
        assert shortnumberinfo.is_emergency_number(contact.number, "NL")
        return
    assert phonenumbers.is_valid_number_for_region(number, "NL")
    assert contact.number == phonenumbers.format_number(number, PhoneNumberFormat.E164)


@pytest.mark.parametrize("contact", WITH_NUMBER, ids=named)
def test_what_is_shown_is_what_is_called(contact: Contact) -> None:
    assert contact.number is not None
    assert contact.display is not None
    if len(contact.number) > 3:
        shown = phonenumbers.parse(contact.display, "NL")
        assert phonenumbers.format_number(shown, PhoneNumberFormat.E164) == contact.number
    else:
        assert contact.display == contact.number


@pytest.mark.parametrize(("contact", "number"), OF_THE_LEAFLET.items())
def test_the_numbers_are_those_of_the_leaflet(contact: str, number: str) -> None:
    assert digits(BY_ID[contact].display or "") == number


def test_no_other_number_is_given_but_the_emergency_number() -> None:
    assert {str(contact.id) for contact in WITH_NUMBER} == {*OF_THE_LEAFLET, "emergency"}
    assert BY_ID["emergency"].number == "112"


@pytest.mark.parametrize("contact", [item for item in WITH_NUMBER if item.addition is None], ids=named)
def test_every_number_stands_in_a_fact_that_it_cites(contact: Contact) -> None:
    cited = [digits(facts()[fact]) for fact in contact.facts]
    assert digits(contact.display or "x") in cited


@pytest.mark.parametrize("contact", CONTACTS, ids=named)
def test_every_contact_has_a_source_or_is_marked_as_an_addition(contact: Contact) -> None:
    assert bool(contact.facts) != (contact.addition is not None)
    assert set(contact.facts) <= set(facts())


def test_the_additions_are_these() -> None:
    additions = {str(contact.id) for contact in CONTACTS if contact.addition is not None}
    assert additions == {"emergency", "own_hospital", "gp"}
