"""Makes the book of one or more questionnaires."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime

from miskraam_cli.language import EveryLanguage
from miskraam_cli.questionnaire.comparison import SILENT, Comparison
from miskraam_cli.questionnaire.coverage import Ruling
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Action, Fact, Questionnaire
from miskraam_cli.questionnaire.question import Question, Section
from miskraam_cli.summary.book.findings import finding_entry
from miskraam_cli.summary.book.model import Book, Chapter, Entry, Line, Part, Row, Source
from miskraam_cli.summary.book.questions import question_entry
from miskraam_cli.summary.book.said import Saying
from miskraam_cli.summary.statement_shown import source

ROLES = ("doctor", "nurse", "patients", "safety")


def book(
    chapters: Sequence[Chapter],
    questionnaires: Sequence[Questionnaire],
    rulings: Iterable[Ruling],
    say: EveryLanguage,
    made: datetime,
) -> Book:
    """The book of these chapters; the facts and rulings that they cite stand at its end."""
    cited = {name for chapter in chapters for name in _ids(chapter)}
    facts: dict[str, Source] = {}
    for questionnaire in questionnaires:
        for fact in questionnaire.facts.values():
            if fact.id in cited:
                facts[fact.id] = _fact(fact, questionnaire, say)
    known = tuple(Source(ruling.id, ruling.text) for ruling in rulings if ruling.id in cited)
    roles = tuple(say(f"book.role_{role}") for role in ROLES)
    return Book(made, tuple(chapters), tuple(facts.values()), known, roles)


def chapter(questionnaire: Questionnaire, say: EveryLanguage) -> Chapter:
    """One questionnaire, from its first question to what every summary says last."""
    saying = Saying(questionnaire, say)
    said = {name for name in _said(questionnaire) if name}
    approved = [name for name in said if questionnaire.statements[name].approved]
    return Chapter(
        id=questionnaire.id,
        title=questionnaire.title,
        version=questionnaire.version,
        digest=questionnaire.digest,
        statements=len(said),
        approved=len(approved),
        parts=tuple(part for part in _parts(saying) if part.entries),
    )


def _parts(saying: Saying) -> Iterator[Part]:
    questionnaire, say = saying.questionnaire, saying.say
    yield Part(say("book.part_beginning"), tuple(_beginning(saying)))
    for section in questionnaire.sections:
        title = say("book.part_questions", title=section.title)
        yield Part(title, tuple(question_entry(one, saying) for one in _asked(questionnaire, section)))
    yield Part(say("book.part_terms"), tuple(_terms(saying)))
    yield Part(say("book.part_findings"), tuple(finding_entry(one, saying) for one in questionnaire.findings))
    yield Part(say("book.part_criteria"), tuple(_criteria(saying)))
    if questionnaire.compare:
        yield Part(say("compare.title"), tuple(_comparison(questionnaire.compare, saying)))
    yield Part(say("book.part_actions"), tuple(_actions(saying)))


def _asked(questionnaire: Questionnaire, section: Section) -> Iterator[Question]:
    return (one for one in questionnaire.questions if one in section.questions)


def _beginning(saying: Saying) -> Iterator[Entry]:
    questionnaire, row = saying.questionnaire, saying.row
    rows = [row("titled", questionnaire.title, ids=(questionnaire.id,))]
    rows += [row(f"section.{one.id}", one.title, ids=(one.id,)) for one in questionnaire.sections]
    if questionnaire.opening:
        rows += saying.statement(questionnaire.opening.id, "opening")
    yield Entry("beginning", questionnaire.title, tuple(rows))


def _terms(saying: Saying) -> Iterator[Entry]:
    """The terms that conditions use: what each of them means."""
    questionnaire, reader = saying.questionnaire, saying.reader
    for name, calculated in questionnaire.calculated.items():
        if name in questionnaire.terms:
            tree = calculated.tree
            meant = reader.condition(tree) if reader.is_condition(tree) else Line(reader.value(tree))
            yield Entry(f"term.{name}", questionnaire.terms[name], (saying.row("means", meant, ids=(name,)),))


def _criteria(saying: Saying) -> Iterator[Entry]:
    for name, criteria in saying.questionnaire.criteria.items():
        for one in criteria.criteria:
            rows = [
                saying.row("met", saying.reader.condition(one.met_when.tree), ids=(one.id, *one.rulings)),
                saying.row("not_met", saying.reader.condition(one.not_met_when.tree)),
                *saying.statement(one.say),
            ]
            yield Entry(f"criterion.{name}.{one.id}", one.label, tuple(rows))


def _comparison(compare: Comparison, saying: Saying) -> Iterator[Entry]:
    rows = [saying.row("shown", saying.reader.condition(compare.when.tree)), *saying.statement(compare.order)]
    yield Entry("compare", saying.say("book.about_comparison"), tuple(rows))
    for row in compare.rows:
        yield Entry(f"row.{row.id}", row.title, tuple(_cells(row.cells, compare, saying)))
    for value in compare.values:
        title = saying.say("book.value", label=saying.reader.label(value.question))
        yield Entry(f"value.{value.question}", title, tuple(_cells(value.cells, compare, saying)))


def _cells(cells: Mapping[Id, Id], compare: Comparison, saying: Saying) -> Iterator[Row]:
    for option in compare.options:
        if cells[option.id] == SILENT:
            yield saying.row(f"cell.{option.id}", saying.say("compare.silent"), named=option.title)
        else:
            yield from saying.statement(cells[option.id], f"cell.{option.id}", option.title)


def _actions(saying: Saying) -> Iterator[Entry]:
    """What every summary says first, at each level that has something to do, and what it says last."""
    questionnaire, say = saying.questionnaire, saying.say
    for action in questionnaire.actions:
        rows = [row for place, name in _places(action) for row in saying.statement(name, f"at_{place}")]
        yield Entry(f"action.{action.level}", say(f"level.{action.level}"), tuple(rows))
    rows = [*saying.statement(questionnaire.worry.id)]
    if questionnaire.more:
        rows.append(saying.row("more", questionnaire.more))
    yield Entry("closing", say("book.closing"), tuple(rows))


def _places(action: Action) -> Iterator[tuple[str, Id]]:
    """Where and when an action is said, and the statement that says it."""
    for field in fields(action):
        found = getattr(action, field.name)
        if isinstance(found, Id):
            yield field.name, found


def _said(questionnaire: Questionnaire) -> Iterator[str]:
    """Every statement that the book holds."""
    if questionnaire.opening:
        yield questionnaire.opening.id
    for finding in questionnaire.findings:
        yield from finding.say
    for criteria in questionnaire.criteria.values():
        yield from (one.say for one in criteria.criteria)
    if questionnaire.compare:
        yield questionnaire.compare.order
        for row in questionnaire.compare.rows:
            yield from (cell for cell in row.cells.values() if cell != SILENT)
        for value in questionnaire.compare.values:
            yield from (cell for cell in value.cells.values() if cell != SILENT)
    for action in questionnaire.actions:
        yield from (name for _, name in _places(action))
    yield questionnaire.worry.id


def _ids(chapter: Chapter) -> Iterator[str]:
    for part in chapter.parts:
        for entry in part.entries:
            for row in entry.rows:
                yield from row.ids


def _fact(fact: Fact, questionnaire: Questionnaire, say: EveryLanguage) -> Source:
    where = say.made(lambda words: source((fact.id,), questionnaire.facts, questionnaire.leaflets, words))
    return Source(fact.id, fact.text_en, where)
