"""What the leaflet says about follow-up is said: each fact in a statement that a story reaches, numbers and all."""

import csv
import re
from collections.abc import Iterator
from functools import cache

import pytest

from miskraam_cli.interview.stories import StoriesFile, interview_of
from miskraam_cli.language import Text
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.model import Statement
from tests.content.fact_words import OF_FOLLOW_UP
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, summary
from tests.tiny_questionnaires import NL

MODULE = "FOLLOWUP"
HERE = "follow-up"

# Numbers of facts outside FOLLOWUP that a text here may hold.
OTHER_NUMBERS = {
    "S1-DEF-1": {"16"},
    "S2-ORG-3": {"024", "645", "10", "88"},
    "S2-ORG-7": {"088", "126", "49", "00"},
}
OF_A_RULING = {"bleeding_beyond_6_weeks": {"6"}}  # "longer than 6 weeks": AMB-15


def facts() -> dict[str, str]:
    """Priority by id of every A and B fact of this module, as facts.tsv has them."""
    with (read_files.SHIPPED / "common" / "facts.tsv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {
        row["id"]: row["prio"]
        for row in rows
        if MODULE in row["module"].split("/") and row["prio"] in ("A", "B")
    }


@cache
def reached() -> dict[str, Statement]:
    """The statements that some story makes a summary say, the opening included."""
    found = decode_file(read_files.read(read_files.SHIPPED / "stories" / f"{HERE}.yaml"), StoriesFile)
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
    nl, en = OF_FOLLOW_UP[fact]
    return all(part.casefold() in text.nl.casefold() for part in nl) and all(
        part.casefold() in text.en.casefold() for part in en
    )


def test_there_are_as_many_facts_as_were_counted_by_hand() -> None:
    counted = facts()
    assert len(counted) == 48
    assert sorted(name for name, priority in counted.items() if priority == "A") == sorted(OF_FOLLOW_UP)


@pytest.mark.parametrize("fact", sorted(facts()))
def test_each_fact_is_said_where_a_story_comes(fact: str) -> None:
    assert [name for name, _ in sayings(fact)], f"no story reaches a statement that cites {fact}"


@pytest.mark.parametrize("fact", sorted(OF_FOLLOW_UP))
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
        for part in OF_FOLLOW_UP.get(fact, ((), ()))[language]:
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
