"""Conditions in words: what each kind says, and that no two rules of a shipped questionnaire read alike."""

from collections.abc import Iterator

import pytest

from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.ids import NOWHERE
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.book.condition_in_words import ConditionReader
from miskraam_cli.summary.book.model import Line
from tests.summary.book_questionnaire import SAY, trip
from tests.tiny_questionnaires import EN, NL, shipped

TRIP = trip()
CASES = [
    ("true", "altijd", "always"),
    ("false", "nooit", "never"),
    ("wet", "of u nat bent: Ja", "whether you are wet: Yes"),
    ("wet == true", "of u nat bent: Ja", "whether you are wet: Yes"),
    ("wet == false", "of u nat bent: Nee", "whether you are wet: No"),
    ("wet != true", "of u nat bent: Nee", "whether you are wet: No"),
    ("not wet", "of u nat bent: Nee", "whether you are wet: No"),
    ("shoe == 'clog'", "uw schoenen: ‘Klompen’", "your shoes: ‘Clogs’"),
    ("shoe != 'clog'", "uw schoenen: iets anders dan ‘Klompen’", "your shoes: something other than ‘Clogs’"),
    ("shoe in ('boot', 'clog', 'bare')", "uw schoenen: ‘Laarzen’, ‘Klompen’ of ‘Geen’",
     "your shoes: ‘Boots’, ‘Clogs’ or ‘None’"),
    ("age < 18", "uw leeftijd: minder dan 18", "your age: less than 18"),
    ("age <= 18", "uw leeftijd: hoogstens 18", "your age: at most 18"),
    ("18 < age", "uw leeftijd: meer dan 18", "your age: more than 18"),
    ("18 >= age", "uw leeftijd: hoogstens 18", "your age: at most 18"),
    ("age == 18", "uw leeftijd: 18", "your age: 18"),
    ("heat >= 30.5", "de warmte: 30,5 °C of meer", "the heat: 30.5 °C or more"),
    ("has(gear, 'rope')", "uw spullen: ‘Touw’ gekozen", "your things: ‘Rope’ chosen"),
    ("not has(gear, 'rope')", "uw spullen: ‘Touw’ niet gekozen", "your things: ‘Rope’ not chosen"),
    ("count(gear) > 1", "aantal keuzes bij ‘uw spullen’: meer dan 1",
     "number of choices for ‘your things’: more than 1"),
    ("maybe(age < 18)", "uw leeftijd: minder dan 18, of dat is niet bekend",
     "your age: less than 18, or that is not known"),
    ("not maybe(wet == false)", "zeker niet waar: of u nat bent: Nee", "surely not so: whether you are wet: No"),
    ("not age < 18", "niet waar: uw leeftijd: minder dan 18", "not so: your age: less than 18"),
    ("far", "‘een zware tocht’", "‘a hard trip’"),
    ("far == false", "niet waar: ‘een zware tocht’", "not so: ‘a hard trip’"),
    ("days > 3", "‘dagen onderweg’: meer dan 3", "‘days on the way’: more than 3"),
    ("double > age + 2 ** 2", "(uw leeftijd × 2): meer dan (uw leeftijd + 2²)",
     "(your age × 2): more than (your age + 2²)"),
    ("today - left > 90", "(vandaag − uw vertrek): meer dan 90", "(today − your departure): more than 90"),
    ("trip == 'meets'", "‘eisen voor de tocht’: zij voldoet aan de criteria in de folder",
     "‘demands of the trip’: she meets the criteria in the leaflet"),
    ("wet and (age < 18 or heat > 30)",
     "dit alles samen:|- of u nat bent: Ja|- minstens één van deze:|-- uw leeftijd: minder dan 18|"
     "-- de warmte: meer dan 30 °C",
     "all of these together:|- whether you are wet: Yes|- at least one of these:|-- your age: less than 18|"
     "-- the heat: more than 30 °C"),
    ("maybe(wet or age < 18)",
     "waar, of niet bekend:|- minstens één van deze:|-- of u nat bent: Ja|-- uw leeftijd: minder dan 18",
     "so, or not known:|- at least one of these:|-- whether you are wet: Yes|-- your age: less than 18"),
    ("not (wet and far)", "dit is niet waar:|- dit alles samen:|-- of u nat bent: Ja|-- ‘een zware tocht’",
     "this is not so:|- all of these together:|-- whether you are wet: Yes|-- ‘a hard trip’"),
]  # fmt: skip


def spoken(line: Line, words: Words, depth: int = 0) -> Iterator[str]:
    """A line and those below it, each with a stroke for how deep it stands."""
    yield f"{'-' * depth} {line.text.in_language(words.language)}".strip()
    for below in line.below:
        yield from spoken(below, words, depth + 1)


def read(text: str, found: Questionnaire, words: Words) -> str:
    tree = Condition.from_text(text, NOWHERE).tree
    return "|".join(spoken(ConditionReader(found, SAY).condition(tree), words))


@pytest.mark.parametrize(("condition", "dutch", "english"), CASES)
def test_a_condition_is_said_in_both_languages(condition: str, dutch: str, english: str) -> None:
    assert read(condition, TRIP, NL) == dutch
    assert read(condition, TRIP, EN) == english


def test_what_is_calculated_without_a_term_is_read_out_where_it_stands() -> None:
    found = trip(("  far: {nl: een zware tocht, en: a hard trip}\n", ""))
    far = "minstens één van deze:|-- uw leeftijd: meer dan 60|-- de warmte: 30,5 °C of meer"
    assert read("wet and far", found, NL) == f"dit alles samen:|- of u nat bent: Ja|- {far}"
    assert read("far == false", found, NL) == f"dit is niet waar:|- {far}"


def conditions(found: Questionnaire) -> Iterator[Condition]:
    yield from (question.enable_when for question in found.questions if question.enable_when)
    yield from (question.doubt.when for question in found.questions if question.doubt)
    yield from (finding.when for finding in found.findings if finding.when)
    for criteria in found.criteria.values():
        yield from (condition for one in criteria.criteria for condition in (one.met_when, one.not_met_when))


@pytest.mark.parametrize("name", [path.stem for path in read_files.shipped()])
@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
def test_no_two_rules_of_a_questionnaire_read_alike(name: str, words: Words) -> None:
    """Otherwise a rule could change and the book would not show it."""
    found = shipped(name)[0]
    reader = ConditionReader(found, SAY)
    by_words: dict[str, object] = {}
    for condition in conditions(found):
        said = "|".join(spoken(reader.condition(condition.tree), words))
        assert by_words.setdefault(said, condition.tree) == condition.tree, said
    assert by_words


@pytest.mark.parametrize("name", [path.stem for path in read_files.shipped()])
def test_all_that_is_calculated_has_a_term(name: str) -> None:
    found = shipped(name)[0]
    assert set(found.terms) == {*found.calculated, *found.criteria}
