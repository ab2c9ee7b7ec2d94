"""The book that a clinic signs: nothing of a questionnaire is missing in it, and every change is named."""

import re
from collections.abc import Iterator

import pytest

from miskraam_cli.language import Text
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.model import LEVELS, Questionnaire
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.summary.book.changes import changes
from miskraam_cli.summary.book.model import Book, ChangedEntry, Entry
from tests.every_text import texts
from tests.summary.book_questionnaire import LOOK, SAY, book_of, trip
from tests.tiny_questionnaires import NOON, shipped

SHIPPED = [path.stem for path in read_files.shipped()]
KEY = re.compile(r"\b(book|condition|level|answer|verdict|unit|because|figure|compare)\.[a-z]")


@pytest.fixture(scope="module")
def books() -> dict[str, Book]:
    """The book of each shipped questionnaire."""
    return {name: book_of(shipped(name)[0]) for name in SHIPPED}


def entries(book: Book) -> dict[str, Entry]:
    return {entry.key: entry for chapter in book.chapters for part in chapter.parts for entry in part.entries}


def bare(text: Text) -> tuple[str, str]:
    """A text up to the first thing that is filled in, in each language."""
    return text.nl.split("{")[0], text.en.split("{")[0]


def holds(entry: Entry, *wanted: Text | None) -> None:
    """Every text stands in the entry, in each language."""
    said = list(texts(entry))
    for text in wanted:
        for language, start in zip(("nl", "en"), bare(text), strict=True) if text else ():
            assert any(start in one.in_language(language) for one in said), (entry.key, start)


def of_question(question: Question) -> Iterator[Text | None]:
    yield from (question.text, question.help, question.label, question.short)
    yield from (question.because, question.because_not, question.doubt.text if question.doubt else None)
    for option in question.choices:
        yield from (option.text, option.because, option.short, option.pauses)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_question_stands_in_the_book_with_all_its_words(name: str, books: dict[str, Book]) -> None:
    found, made = shipped(name)[0], entries(books[name])
    asked = [key for key in made if key.startswith("question.")]
    assert asked == [f"question.{question.id}" for question in found.questions]
    for question in found.questions:
        entry = made[f"question.{question.id}"]
        holds(entry, *of_question(question))
        assert {row.key for row in entry.rows} >= {"asks", "when", "answer"}
        assert {question.id, *question.facts, *question.rulings} <= {
            one for row in entry.rows for one in row.ids
        }


@pytest.mark.parametrize("name", SHIPPED)
def test_every_finding_stands_in_the_book_with_all_that_it_says(name: str, books: dict[str, Book]) -> None:
    found, made = shipped(name)[0], entries(books[name])
    assert [key for key in made if key.startswith("finding.")] == [
        f"finding.{one.id}" for one in found.findings
    ]
    for finding in found.findings:
        entry = made[f"finding.{finding.id}"]
        ids = {one for row in entry.rows for one in row.ids}
        assert {finding.id, *finding.rulings} <= ids
        holds(entry, SAY(f"level.{finding.level}"), finding.short)
        for statement in (found.statements[one] for one in finding.say):
            holds(entry, statement.text, statement.kiosk, statement.basis)
            assert {statement.id, *statement.facts, *statement.rulings} <= ids
            assert not statement.addition or statement.addition in [text.nl for text in texts(entry)]


@pytest.mark.parametrize("name", SHIPPED)
def test_what_she_reads_first_and_last_stands_in_the_book(name: str, books: dict[str, Book]) -> None:
    found, made = shipped(name)[0], entries(books[name])
    for action in found.actions:
        said = (
            found.statements[one].text for one in (action.home, action.late, action.kiosk, action.workstation)
        )
        holds(made[f"action.{action.level}"], *said)
    holds(made["closing"], found.worry.text)
    holds(made["beginning"], found.title, found.opening.text if found.opening else None)


def test_every_cell_of_the_comparison_stands_in_the_book(books: dict[str, Book]) -> None:
    found, made = shipped("choice")[0], entries(books["choice"])
    assert found.compare
    for row in found.compare.rows:
        cells = [found.statements[name].text for name in row.cells.values() if name != "silent"]
        holds(made[f"row.{row.id}"], *cells, *(option.title for option in found.compare.options))


@pytest.mark.parametrize("name", SHIPPED)
def test_no_text_of_the_book_is_left_unsaid_or_unfilled(name: str, books: dict[str, Book]) -> None:
    found = list(texts(books[name]))
    assert len(found) > 100
    for text in found:
        for spoken in (text.nl, text.en):
            assert spoken.strip()
            assert "{" not in spoken
            assert not KEY.search(spoken), spoken
            assert "None" not in spoken.split() or spoken in ("None", "None of these"), spoken


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_a_name(level: str) -> None:
    named = SAY(f"level.{level}")
    assert "level." not in named.nl + named.en
    assert named.nl != named.en


def test_it_cites_the_facts_and_rulings_that_are_used_and_no_others() -> None:
    made = book_of(trip())
    assert [(one.id, one.text) for one in made.facts] == [("T-A-1", "a fact")]
    assert [one.id for one in made.rulings] == ["AMB-01"]


def test_approvals_are_counted_and_told() -> None:
    made = book_of(trip())
    assert (made.chapters[0].approved, made.chapters[0].statements) == (1, 9)
    holds(
        entries(made)["finding.soaked"],
        Text("door A. Jansen, op 2 november 2026", "by A. Jansen, on 2 November 2026"),
    )
    assert (made.made, made.chapters[0].digest) == (NOON, trip().digest)


def test_where_unknown_leads_is_told_at_both_ends() -> None:
    made = entries(book_of(trip()))
    holds(
        made["finding.soaked"],
        Text("dan geldt: ‘misschien nat’ (vandaag bellen)", "‘perhaps wet’ (call today)"),
    )
    holds(made["finding.perhaps_wet"], Text("‘doornat’", "‘soaked’"))


def differs(*edits: tuple[str, str]) -> tuple[ChangedEntry, ...]:
    """What changed from a version with these edits to the tiny questionnaire as it is now."""
    return changes(trip(*edits), trip(), SAY).entries


def told(entry: ChangedEntry) -> list[tuple[str, str, str]]:
    """Each changed row: what it is, what was and what is, in Dutch."""

    def said(row: object) -> str:
        return " ".join(text.nl for text in list(texts(row))[1:]) if row else ""

    return [(changed.name.nl, said(changed.was), said(changed.now)) for changed in entry.rows]


def test_without_a_change_nothing_is_named() -> None:
    assert not differs()


@pytest.mark.parametrize(
    ("edit", "title", "row", "was", "now"),
    [
        (("Bent u nat?", "Bent u droog?"), "of u nat bent", "vraag", "Bent u droog?", "Bent u nat?"),
        (("Are you wet?", "Are you dry?"), "of u nat bent", "vraag", "Bent u nat?", "Bent u nat?"),
        (("nl: Klompen", "nl: Houten schoenen"), "uw schoenen", "keuze", "Houten schoenen", "Klompen"),
        (("enable_when: wet == true", "enable_when: wet == false"), "uw schoenen", "wordt gevraagd",
         "of u nat bent: Nee", "of u nat bent: Ja"),
        (("may: [unknown, declined]", "may: [unknown]"), "uw leeftijd", "antwoord",
         "kan ook: ‘Weet ik niet’", "‘Zeg ik liever niet’"),
        (("range: [1, 99]", "range: [2, 99]"), "uw leeftijd", "antwoord", "van 2 tot", "van 1 tot"),
        (("when: age > 90", "when: age > 80"), "uw leeftijd", "klopt dit", "meer dan 80", "meer dan 90"),
        (("level: discuss", "level: know"), "Rust wat uit.", "niveau", "goed om te weten", "bespreken bij de afspraak"),
        (("maybe(days > 3)", "days > 3"), "Rust wat uit.", "geldt als", "meer dan 3", "of dat is niet bekend"),
        (("far: age > 60", "far: age > 70"), "een zware tocht", "betekent", "meer dan 70", "meer dan 60"),
        (("nl: Rust wat uit.", "nl: Rust goed uit."), "Rust wat uit.", "tekst", "Rust goed uit.", "Rust wat uit."),
        (("say: rest}", "if_unknown: self, say: rest}"), "Rust wat uit.", "is dat niet bekend", "ook", "niets gezegd"),
        (("rulings: [AMB-01]\n  - {id", "rulings: [AMB-02]\n  - {id"), "doornat", "niveau",
         "nu hulp zoeken", "nu hulp zoeken"),
        (("nl: Een kaartje.", "nl: Een bon."), "Wat het kost", "Boot", "Een bon.", "Een kaartje."),
        (("nl: Welkom op reis.", "nl: Dag reiziger."), "Test", "eerste tekst", "Dag reiziger.", "Welkom op reis."),
        (("[[2, 5]]", "[[3, 5]]"), "doornat", "tekening", "3 van de 5", "2 van de 5"),
    ],
)  # fmt: skip
def test_a_change_is_told_as_was_and_is(
    edit: tuple[str, str], title: str, row: str, was: str, now: str
) -> None:
    found = differs(edit)
    assert {entry.how for entry in found} == {"changed"}
    (entry,) = (entry for entry in found if entry.title.nl == title)
    ((before, after),) = [(first, second) for name, first, second in told(entry) if name == row]
    assert was in before
    assert now in after
    (changed,) = (changed for changed in entry.rows if changed.name.nl == row)
    assert changed.was != changed.now


def test_what_is_new_gone_or_moved_is_named() -> None:
    (added,) = differs((LOOK, ""))
    assert (added.how, added.title.nl) == ("added", "Kijk eerst naar de boot.")
    assert added.rows
    assert all(row.was is None for row in added.rows)
    (gone,) = changes(trip(), trip((LOOK, "")), SAY).entries
    assert (gone.how, gone.title.nl) == ("gone", "Kijk eerst naar de boot.")
    assert all(row.now is None for row in gone.rows)
    (moved,) = differs((LOOK, ""), ("calculated:", f"{LOOK}calculated:"))
    assert (moved.how, moved.title.nl) == ("moved", "Kijk eerst naar de boot.")


def test_another_name_for_what_is_calculated_is_no_change() -> None:
    assert not differs(("nl: een zware tocht", "nl: een lange tocht"))
    assert not differs(("  far: {nl: een zware tocht, en: a hard trip}\n", ""))


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_questionnaire_has_not_changed_since_itself(name: str) -> None:
    found: Questionnaire = shipped(name)[0]
    assert not changes(found, found, SAY).entries
