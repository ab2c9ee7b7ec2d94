"""What the leaflet says about follow-up is said: each fact in a statement that a story reaches, numbers and all."""

import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest

from miskraam_cli.interview.stories import StoriesFile, interview_of
from miskraam_cli.language import Text
from miskraam_cli.library import source_files
from miskraam_cli.questionnaire.load_file import load_file
from miskraam_cli.questionnaire.model import Statement
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, summary
from tests.tiny_questionnaires import NL

MODULE = "FOLLOWUP"
HERE = "follow-up"

# Each number and name of an A fact, copied from the leaflet by hand: in Dutch, in English.
NAMED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "S2-EXP-2": (("kramp", "onderbuik", "ruime menstruatie"), ("cramp", "lower belly", "heavy period")),
    "S2-EXP-4": (("vruchtzakje", "pijn"), ("sac", "pain")),
    "S2-EXP-6": (("paracetamol", "naproxen"), ("paracetamol", "naproxen")),
    "S2-EXP-14": (("baarmoeder", "zwanger"), ("womb", "pregnant")),
    "S2-MIS-3": (("enkele uren", "kramp", "bloed"), ("some hours", "cramp", "blood")),
    "S2-MIS-4": (("vaak", "menstruatie"), ("often", "period")),
    "S2-MIS-5": (("klont", "vruchtzakje"), ("clots", "sac")),
    "S2-MIS-6": (("24 uur", "nog een keer"), ("24 hours", "once more")),
    "S2-MIS-7": (("24 uur", "tweede keer", "polikliniek"), ("24 hours", "second time", "outpatient clinic")),
    "S2-MIS-12": (("misselijk", "diarree"), ("sick", "diarrhoea")),
    "S2-MIS-13": (("paracetamol", "naproxen"), ("paracetamol", "naproxen")),
    "S2-MIS-14": (("controle", "polikliniek gynaecologie"), ("check-up", "gynaecology outpatient clinic")),
    "S2-WARN-0": (("vanzelf", "curettage"), ("by itself", "curettage")),
    "S2-WARN-1": (("bel",), ("call",)),
    "S2-WARN-2": (("lang", "meer dan bij een ruime menstruatie"), ("long", "more than in a heavy period")),
    "S2-WARN-3": (("sterretjes", "flauw", "hulp"), ("stars", "faint", "help")),
    "S2-WARN-4": (("kramp", "bloed"), ("cramp", "blood")),
    "S2-WARN-5": (("curettage",), ("curettage",)),
    "S2-WARN-6": (("38 graden of hoger",), ("38 degrees or higher",)),
    "S2-WARN-7": (
        ("ontsteking in de baarmoeder", "antibiotica"),
        ("inflammation in the womb", "antibiotics"),
    ),
    "S2-WARN-8": (("ongerust", "bel"), ("worried", "call")),
    "S2-TEL-1": (("verloskundige", "altijd"), ("midwife", "at any time")),
    "S2-TEL-2": (("LUMC", "overdag", "071 526 28 70"), ("LUMC", "daytime", "071 526 28 70")),
    "S2-TEL-3": (
        ("LUMC", "buiten werktijden", "arts die dienst heeft", "071 529 95 17"),
        ("LUMC", "outside working hours", "doctor on duty", "071 529 95 17"),
    ),
    "S2-TEL-4": (
        ("Alrijne Leiden", "overdag", "071 517 83 51"),
        ("Alrijne Leiden", "daytime", "071 517 83 51"),
    ),
    "S2-TEL-5": (
        ("Alrijne Leiden", "buiten werktijd", "receptie", "071 517 81 78"),
        ("Alrijne Leiden", "outside working hours", "reception", "071 517 81 78"),
    ),
    "S2-PHY-2": (("1 tot 6 weken", "bruine afscheiding"), ("1 to 6 weeks", "brown discharge")),
    "S2-PHY-3": (("vrijen", "bloed"), ("sex", "blood")),
    "S2-PHY-4": (("zwanger", "moeilijker"), ("pregnant", "harder")),
    "S2-PHY-5": (("niet te wachten",), ("wait",)),
    "S2-PHY-6": (("menstruatie", "ongeveer 4 tot 6 weken"), ("period", "about 4 to 6 weeks")),
    "S2-EMO-3": (("schuldig", "bijna nooit terecht"), ("guilty", "almost never justified")),
    "S2-NXT-1": (
        ("meestal goed", "meer dan één miskraam"),
        ("mostly goes well", "more than one miscarriage"),
    ),
    "S2-NXT-3": (("alcohol",), ("alcohol",)),
    "S2-NXT-4": (("rook niet",), ("not smoke",)),
    "S2-NXT-5": (("medicijnen", "overleg"), ("medicines",)),
    "S2-NXT-7": (("elke dag", "foliumzuur", "0,4 mg"), ("each day", "folic acid", "0.4 mg")),
    "S2-NXT-8": (("miskraam", "open rug"), ("miscarriage", "open spine")),
}

# Numbers of facts outside FOLLOWUP that a text here may hold.
OTHER_NUMBERS = {
    "S1-DEF-1": {"16"},
    "S2-ORG-3": {"024", "645", "10", "88"},
    "S2-ORG-7": {"088", "126", "49", "00"},
}
OF_A_RULING = {"bleeding_beyond_6_weeks": {"6"}}  # "longer than 6 weeks": AMB-15


def facts() -> dict[str, str]:
    """Priority by id of every A and B fact of this module, as facts.tsv has them."""
    with (source_files.SHIPPED / "common" / "facts.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        row["id"]: row["prio"]
        for row in rows
        if MODULE in row["module"].split("/") and row["prio"] in ("A", "B")
    }


@cache
def reached() -> dict[str, Statement]:
    """The statements that some story makes a summary say, the opening included."""
    found = load_file(source_files.read(source_files.SHIPPED / "stories" / f"{HERE}.yaml"), StoriesFile)
    assert found.content is not None, found.problems
    said: set[str] = {FOLLOW_UP.opening.id} if FOLLOW_UP.opening else set()
    for story in found.content.stories:
        interview, problems = interview_of(story, found.content, FOLLOW_UP, NL)
        assert problems == ()
        made = summary(interview)
        said.update(item.id for item in (*made.actions, *made.closing))
        said.update(item.id for finding in made.findings for item in finding.says)
    return {name: FOLLOW_UP.statements[name] for name in said}


def sayings(fact: str) -> Iterator[tuple[str, Text]]:
    """What is said with this fact as its source: a statement a story reaches, or someone to call."""
    for statement in reached().values():
        if fact in statement.facts:
            yield statement.id, statement.text
    for contact in DIRECTORY.contacts:
        if fact in contact.facts:
            number = contact.display or ""
            yield contact.id, Text(f"{contact.name.nl} {number}", f"{contact.name.en} {number}")


def holds_all(text: Text, fact: str) -> bool:
    """Whether a text holds all that a fact names, in both languages, capitals aside."""
    nl, en = NAMED[fact]
    return all(part.casefold() in text.nl.casefold() for part in nl) and all(
        part.casefold() in text.en.casefold() for part in en
    )


def test_there_are_as_many_facts_as_were_counted_by_hand() -> None:
    counted = facts()
    assert len(counted) == 48
    assert sorted(name for name, priority in counted.items() if priority == "A") == sorted(NAMED)


@pytest.mark.parametrize("fact", sorted(facts()))
def test_each_fact_is_said_where_a_story_comes(fact: str) -> None:
    assert [name for name, _ in sayings(fact)], f"no story reaches a statement that cites {fact}"


@pytest.mark.parametrize("fact", sorted(NAMED))
def test_numbers_and_names_stand_in_a_text_that_cites_the_fact(fact: str) -> None:
    said = dict(sayings(fact))
    assert any(holds_all(text, fact) for text in said.values()), {
        name: text.nl for name, text in said.items()
    }


def spoken() -> list[str]:
    """The statements that a patient may read here: of findings, of actions, and those always there."""
    said = {name for finding in FOLLOW_UP.findings if finding.audience == "patient" for name in finding.say}
    for action in FOLLOW_UP.actions:
        said |= {action.home, action.late, action.kiosk, action.workstation}
    return sorted({str(name) for name in said} | {FOLLOW_UP.worry.id})


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,]\d+)?", text))


def allowed(statement: Statement, language: int) -> set[str]:
    """The numbers of the facts that a statement cites, and of its ruling."""
    found = set(OF_A_RULING.get(statement.id, ()))
    for fact in statement.facts:
        found |= OTHER_NUMBERS.get(fact, set())
        for part in NAMED.get(fact, ((), ()))[language]:
            found |= numbers(part)
    return found


@pytest.mark.parametrize("name", spoken())
def test_no_text_for_a_patient_has_a_number_that_its_facts_do_not_have(name: str) -> None:
    statement = FOLLOW_UP.statements[name]
    for language, text in enumerate((statement.text.nl, statement.text.en)):
        assert numbers(text) <= allowed(statement, language), text


def test_a_statement_cites_at_most_four_facts() -> None:
    assert max(len(statement.facts) for statement in FOLLOW_UP.statements.values()) <= 4


def test_a_wrong_number_would_be_found() -> None:
    assert not holds_all(Text("Koorts: 39 graden of hoger.", "Fever: 39 degrees or higher."), "S2-WARN-6")
    assert not holds_all(Text("38 graden of hoger", "39 degrees or higher"), "S2-WARN-6")
    assert numbers("foliumzuur van 0,4 mg") == {"0,4"}
