"""A question as an entry of the book: what is asked, when, with which choices, and what is said of the answer."""

from collections.abc import Iterator
from decimal import Decimal

from miskraam_cli.language import Text
from miskraam_cli.questionnaire.question import Option, Question
from miskraam_cli.summary.book.model import Entry, Line, Row
from miskraam_cli.summary.book.said import Saying


def question_entry(question: Question, saying: Saying) -> Entry:
    """All that a clinic signs of one question, under the name by which conditions speak of it."""
    title = question.label or saying.filled(question.text)
    return Entry(f"question.{question.id}", title, tuple(_rows(question, saying)))


def _rows(question: Question, saying: Saying) -> Iterator[Row]:
    say, row = saying.say, saying.row
    ids = (question.id, *question.facts, *question.rulings)
    yield row("asks", saying.filled(question.text), ids=ids)
    yield row("when", _when(question, saying))
    yield row("answer", *_answers(question, saying))
    for option in question.choices:
        yield row(f"choice.{option.id}", _choice(option, saying), ids=(option.id,))
    if question.warning or question.lapses:
        yield row("weight", say("book.warning" if question.warning else "book.lapses"))
    if question.help:
        yield row("help", saying.filled(question.help))
    if question.doubt:
        when = say("book.asked_if")
        condition = saying.reader.condition(question.doubt.when.tree)
        yield row("doubt", Line(saying.filled(question.doubt.text), (Line(when, (condition,)),)))
    clauses = [clause for clause in (question.because, question.because_not) if clause]
    if clauses:
        yield row("because", *(_because(clause, saying) for clause in clauses))
    names = [say("book.in_lists", text=question.label)] if question.label else []
    names += [say("book.for_clinician", text=question.short)] if question.short else []
    if names:
        yield row("names", *names)
    yield from saying.sources(question.facts, question.addition)


def _when(question: Question, saying: Saying) -> Text | Line:
    if question.hidden:
        return saying.say("book.hidden")
    if question.enable_when is None:
        return saying.say("condition.always")
    return saying.reader.condition(question.enable_when.tree)


def _answers(question: Question, saying: Saying) -> Iterator[Text]:
    """What can be answered: the kind, the limits of a number, and what may be said in place of an answer."""
    say = saying.say
    yield say(f"book.type_{question.type}")
    if question.range:
        low, high = (_number(limit, question, saying) for limit in question.range)
        yield say("book.range", low=low, high=high)
    if question.example is not None:
        yield say("book.example", example=_number(question.example, question, saying))
    compare = saying.questionnaire.compare
    for option in compare.options if compare and question.shows else ():
        if option.id == question.shows:
            yield say("book.shows", option=option.title)
    if question.may:
        yield say("book.may", answers=_either([say(f"answer.{kind}") for kind in question.may], saying))


def _choice(option: Option, saying: Saying) -> Line:
    say = saying.say
    below = [Line(_because(option.because, saying))] if option.because else []
    below += [Line(say("book.for_clinician", text=option.short))] if option.short else []
    below += [Line(say("book.exclusive"))] if option.exclusive else []
    below += [Line(say("book.pauses", text=option.pauses))] if option.pauses else []
    return Line(option.text, tuple(below))


def _because(clause: Text, saying: Saying) -> Text:
    return saying.say("because.because", reasons=saying.filled(clause))


def _either(texts: list[Text], saying: Saying) -> Text:
    *first, last = [saying.say("condition.choice", choice=text) for text in texts]
    return saying.say("list.or", first=first[0], last=last) if first else last


def _number(value: Decimal, question: Question, saying: Saying) -> Text:
    unit = f"unit.{question.unit}" if question.unit else None
    return saying.say.made(
        lambda words: f"{words.number(value, question.places)} {words(unit) if unit else ''}".strip()
    )
