"""Statements and other texts as rows of the book, with what stands behind each: source, addition, drawing, approval."""

from collections.abc import Iterable, Iterator

from miskraam_cli.language import EveryLanguage, Text
from miskraam_cli.questionnaire.figures import Figure
from miskraam_cli.questionnaire.model import Questionnaire, Statement
from miskraam_cli.summary.book.condition_in_words import ConditionReader
from miskraam_cli.summary.book.model import Line, Row
from miskraam_cli.summary.statement_shown import source


class Saying:
    """Makes rows of the texts of one questionnaire, in every language."""

    def __init__(self, questionnaire: Questionnaire, say: EveryLanguage) -> None:
        self.questionnaire = questionnaire
        self.say = say
        self.reader = ConditionReader(questionnaire, say)

    def row(self, key: str, *texts: Text | Line, ids: Iterable[str] = (), named: Text | None = None) -> Row:
        """A row whose name is that of its kind, the part of `key` before the first point."""
        lines = tuple(text if isinstance(text, Line) else Line(text) for text in texts)
        return Row(key, named or self.say(f"book.{key.partition('.')[0]}"), lines, tuple(ids))

    def filled(self, text: Text) -> Text:
        """A text with, for each answer that it fills in, what that answer is about, in brackets."""
        named = {name: self._open(name) for name in text.names()}
        return self.say.made(
            lambda words: text.in_language(
                words.language, **{name: found.in_language(words.language) for name, found in named.items()}
            )
        )

    def _open(self, name: str) -> Text:
        if name == "answer":
            return self.say("book.her_answer")
        terms, by_id = self.questionnaire.terms, self.questionnaire.by_id
        known = terms.get(name) or (self.reader.label(name) if name in by_id else None)
        return self.say("book.open", name=known) if known else self.say("book.calculated")

    def statement(self, name: str, key: str = "says", named: Text | None = None) -> Iterator[Row]:
        """A statement, and the rows about it."""
        found = self.questionnaire.statements[name]
        key = f"{key}.{name}"
        ids = (found.id, *found.facts, *found.rulings, *([found.note] if found.note else []))
        yield self.row(key, self.filled(found.text), ids=ids, named=named)
        if found.kiosk:
            yield self.row(f"kiosk.{key}", self.filled(found.kiosk))
        if found.figure:
            yield self.row(f"figure.{key}", *self._figure(found.figure))
        if found.reassuring:
            yield self.row(f"only.{key}", self.say("book.reassuring"))
        yield from self.sources(found.facts, found.addition, f".{key}")
        if found.basis:
            yield self.row(f"basis.{key}", found.basis)
        yield from self._approval(found, key)

    def sources(self, facts: Iterable[str], addition: str | None, key: str = "") -> Iterator[Row]:
        """Where facts stand in the leaflets, and why it is said or asked where they do not say it."""
        facts, leaflets = tuple(facts), self.questionnaire.leaflets
        if facts:
            found = self.say.made(lambda words: source(facts, self.questionnaire.facts, leaflets, words))
            yield self.row(f"source{key}", found)
        if addition:
            yield self.row(f"addition{key}", Text(addition, addition))

    def _figure(self, figure: Figure) -> Iterator[Line]:
        for some, among in figure.icons:
            yield Line(self.say("figure.chance", some=str(some), all=str(among)))
        for span in figure.course.spans if figure.course else ():
            first, last = str(span.starts + 1), str(span.ends)
            yield Line(self.say("figure.span", label=span.label, first=first, last=last))

    def _approval(self, found: Statement, key: str) -> Iterator[Row]:
        approval = found.approved
        if approval:
            day = self.say.made(lambda words: words.date(approval.on))
            yield self.row(f"approved.{key}", self.say("book.approved_by", by=approval.by, date=day))
