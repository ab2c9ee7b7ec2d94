"""All 215 facts are said where a story, a topic or a number of someone to call comes; all 113 rulings are followed."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from miskraam_cli.cli.author import covered
from miskraam_cli.cli.info import knowledge
from miskraam_cli.interview.stories import StoriesFile, interview_of
from miskraam_cli.language import LANGUAGES, Text
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.coverage import count
from miskraam_cli.questionnaire.file_formats import StatementsFile
from miskraam_cli.questionnaire.ids import Cite, Id
from miskraam_cli.questionnaire.model import Fact, Statement
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from tests.content.fact_words import OF_FOLLOW_UP, OTHERS
from tests.installed_program import miskraam
from tests.tiny_questionnaires import NL, NOON, shipped

ROOT = Path(__file__).parents[2]
ABSENCES = Path(__file__).with_name("test_absences.py")

COUNTED = {  # by hand, from the list of facts
    ("INFO", "A"): 35, ("INFO", "B"): 31, ("INFO", "C"): 14,
    ("INTAKE", "A"): 35, ("INTAKE", "B"): 8,
    ("PREMI", "A"): 8, ("PREMI", "B"): 6, ("PREMI", "C"): 2,
    ("META", "A"): 3, ("META", "B"): 1, ("META", "C"): 1,
    ("FOLLOWUP", "A"): 38, ("FOLLOWUP", "B"): 10, ("FOLLOWUP", "C"): 1,
    ("CHOICE", "A"): 40, ("CHOICE", "B"): 3,
}  # fmt: skip

NAMED = {**OF_FOLLOW_UP, **OTHERS}


def facts() -> list[dict[str, str]]:
    with (read_files.SHIPPED / "common" / "facts.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def said() -> dict[str, list[Text]]:
    """By fact, every text that cites it and that a story, a topic, a word or a contact shows."""
    found: dict[str, list[Text]] = {}
    known = knowledge()
    shown = [statement for path in read_files.stories() for statement in _of_stories(path)]
    shown += [known.statement(name) for topic in known.info.topics for name in topic.say]
    for statement in shown:
        for fact in statement.facts:
            found.setdefault(fact, []).append(statement.text)
    for word in known.info.glossary:
        for fact in word.facts:
            found.setdefault(fact, []).append(
                Text(f"{word.word.nl} {word.text.nl}", f"{word.word.en} {word.text.en}")
            )
    for contact in known.directory.contacts:
        for fact in contact.facts:
            more = f" {contact.display} {contact.website} {contact.address}"
            found.setdefault(fact, []).append(Text(contact.name.nl + more, contact.name.en + more))
    return found


def _of_stories(path: Path) -> Iterator[Statement]:
    """The statements that some story of a file makes a page say, the opening, comparison and criteria included."""
    stories = decode_file(read_files.read(path), StoriesFile).content
    assert stories is not None
    questionnaire, directory = shipped(stories.questionnaire)
    names: set[str] = {questionnaire.opening.id} if questionnaire.opening else set()
    for criteria in questionnaire.criteria.values():
        names |= {criterion.say for criterion in criteria.criteria}
    for story in stories.stories:
        interview, problems = interview_of(story, stories, questionnaire, NL)
        assert problems == ()
        made = build(interview, Circumstances(directory, NL, NOON))
        names |= {item.id for item in (*made.actions, *made.closing)}
        names |= {item.id for finding in made.findings for item in finding.says}
        if made.compare and questionnaire.compare:
            compared = questionnaire.compare
            names |= {cell for row in compared.rows for cell in row.cells.values()} | {compared.order}
            names |= {cell for value in compared.values for cell in value.cells.values()}
    return (questionnaire.statements[name] for name in sorted(names) if name != "silent")


def test_there_are_as_many_facts_as_were_counted_by_hand() -> None:
    counted: dict[tuple[str, str], int] = {}
    for row in facts():
        for module in row["module"].split("/"):
            counted[module, row["prio"]] = counted.get((module, row["prio"]), 0) + 1
    assert len(facts()) == 215
    assert counted == COUNTED


@pytest.mark.parametrize(("module", "priority"), sorted(COUNTED))
def test_every_fact_is_said_where_someone_comes(module: str, priority: str) -> None:
    here = [row["id"] for row in facts() if module in row["module"].split("/") and row["prio"] == priority]
    assert [fact for fact in here if fact not in said()] == []


def test_the_table_of_numbers_and_names_is_whole() -> None:
    assert sorted(NAMED) == sorted(row["id"] for row in facts() if row["prio"] == "A")
    assert not set(OTHERS) & set(OF_FOLLOW_UP)


@pytest.mark.parametrize("fact", sorted(NAMED))
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_names_stand_in_one_text_that_cites_the_fact(fact: str, language: str) -> None:
    named = NAMED[fact][LANGUAGES.index(language)]
    spoken = [" ".join(text.in_language(language).split()).casefold() for text in said()[fact]]
    assert any(all(part.casefold() in text for part in named) for text in spoken), spoken


def rulings() -> list[dict[str, str]]:
    with (read_files.SHIPPED / "common" / "rulings.tsv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cited_in_yaml() -> set[str]:
    """Every ruling that a question, finding, statement, criterion, contact or word names under `rulings`."""
    files = [path for path in read_files.SHIPPED.rglob("*.yaml") if path.parent.name != "stories"]
    written = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r"AMB-\d+", " ".join(re.findall(r"\brulings: (\[[^]]*\]|AMB-\d+)", written))))


def test_all_141_rulings_are_listed() -> None:
    assert [row["id"] for row in rulings()] == [f"AMB-{number:02}" for number in range(1, 142)]
    assert all(len(row["ruling"]) > 4 for row in rulings())


@pytest.mark.parametrize("number", range(1, 142))
def test_a_ruling_is_cited_or_followed_elsewhere(number: int) -> None:
    """By a rule or text, in the program, by an absence that has a test, or it waits for what is not built."""
    row = rulings()[number - 1]
    safety = (ROOT / "SAFETY.md").read_text(encoding="utf-8")
    if row["id"] in cited_in_yaml():
        assert row["elsewhere"] == ""
    elif row["elsewhere"] == "code":
        code = (path.read_text(encoding="utf-8") for path in (ROOT / "miskraam_cli").rglob("*.py"))
        assert any(re.search(rf"\b{row['id']}\b", text) for text in code)
    elif row["elsewhere"] == "absence":
        absences = safety.partition("## Rulings followed by absence")[2].partition("\n## ")[0]
        (test,) = re.findall(
            rf"^\| [^|]*\b{row['id']}\b[^|]* \| [^|]+ \| `(test_\w+)`", absences, re.MULTILINE
        )
        assert f"\ndef {test}(" in ABSENCES.read_text(encoding="utf-8")
    else:
        assert row["elsewhere"] == "later"
        assert re.search(rf"{row['id']}\): not built yet", safety)


def test_no_ruling_is_cited_that_does_not_exist() -> None:
    assert cited_in_yaml() <= {row["id"] for row in rulings()}


def test_each_sentence_that_may_be_repeated_is_repeated() -> None:
    shared = decode_file(
        read_files.read(read_files.SHIPPED / "common" / "statements.yaml"), StatementsFile
    ).content
    assert shared is not None
    files = [path for path in read_files.SHIPPED.rglob("*.yaml") if path.parent.name != "stories"]
    written = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in files)
    for repeat in shared.repeat:
        assert len(repeat.why) > 10
        assert max(written.count(repeat.text.nl), written.count(repeat.text.en)) > 2, "here, and in two texts"


def test_what_is_missing_is_counted_and_named() -> None:
    known = {
        name: Fact(name, "T", "", "a fact", ("ONE", "TWO") if name == "T-A-1" else ("ONE",), "A")
        for name in ("T-A-1", "T-A-2")
    }
    statement = Statement(
        Id("hello"), Text("Dag.", "Hello."), facts=(Cite("T-A-1"),), rulings=(Cite("AMB-01"),)
    )
    found = count([(statement,)], known, ())
    assert [(row.module, row.count, row.missing) for row in found.rows] == [
        ("ONE", 2, ("T-A-2",)),
        ("TWO", 1, ()),
    ]
    assert found.statements == 1


def test_nothing_shipped_is_missing() -> None:
    found = covered()
    assert [(row.module, row.priority) for row in found.rows if row.missing] == []
    assert found.missing == ()
    assert found.rulings == 141


@pytest.mark.parametrize(("language", "word"), [("nl", "ontbreekt"), ("en", "missing")])
def test_author_coverage_prints_the_count(language: str, word: str, tmp_path: Path) -> None:
    ran = miskraam("author", "coverage", "--lang", language, folder=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    for (module, priority), number in COUNTED.items():
        assert re.search(rf"^ +{module} +{priority} +{number} / {number}$", ran.out, re.MULTILINE)
    assert re.search(r"\b141\b", ran.out)
    assert word not in ran.out
