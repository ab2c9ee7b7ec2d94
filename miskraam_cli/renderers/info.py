"""Topics, words and facts that can be looked up, as lines of text."""

from collections.abc import Iterator

from miskraam_cli.cells import fill
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.questionnaire.info import Topic, Word
from miskraam_cli.questionnaire.model import Fact
from miskraam_cli.summary.info import Knowledge
from miskraam_cli.summary.statement_shown import marked_text, source


def contents(known: Knowledge, words: Words, width: int) -> Iterator[str]:
    """The topics and the words that can be asked for."""
    wide = max(len(topic.id) for topic in known.info.topics) + 2
    yield words("info.topics")
    for topic in known.info.topics:
        title = topic.title.in_language(words.language)
        yield _wrapped(f"{topic.id:<{wide}}{title}", width, "  ", " " * (wide + 2))
    yield ""
    yield words("info.words")
    yield _wrapped(", ".join(word.word.in_language(words.language) for word in known.info.glossary), width)


def entry(found: Topic | Word | Fact, known: Knowledge, words: Words, width: int) -> Iterator[str]:
    """One topic with its sources, one word, or one fact with all that cites it."""
    if isinstance(found, Topic):
        return _topic(found, known, words, width)
    if isinstance(found, Word):
        return _word(found, known, words, width)
    return _fact(found, known, words, width)


def _topic(topic: Topic, known: Knowledge, words: Words, width: int) -> Iterator[str]:
    yield topic.title.in_language(words.language)
    for name in topic.say:
        statement = known.statement(name)
        yield ""
        text = statement.text.in_language(words.language)
        yield _wrapped(marked_text(text, statement.addition is not None, words), width)
        yield from _source(statement.facts, known, words, width)
    yield from _translation(words, width)


def _word(word: Word, known: Knowledge, words: Words, width: int) -> Iterator[str]:
    text = f"{word.word.in_language(words.language)}: {word.text.in_language(words.language)}"
    yield fill(marked_text(text, word.addition is not None, words), width)
    yield from _source(word.facts, known, words, width)
    yield from _translation(words, width)


def _fact(fact: Fact, known: Knowledge, words: Words, width: int) -> Iterator[str]:
    yield fill(f"{fact.id}: {source((fact.id,), known.any.facts, known.any.leaflets, words)}.", width)
    yield _wrapped(fact.text_en, width)
    yield ""
    yield words("info.cited_by")
    for use in known.uses(fact.id):
        said = words(f"info.{use.kind}", name=use.name, statement=use.statement)
        yield _wrapped(f"{use.file}: {said}", width, "  ", "    ")


def _source(facts: tuple[str, ...], known: Knowledge, words: Words, width: int) -> Iterator[str]:
    if facts:
        told = source(facts, known.any.facts, known.any.leaflets, words)
        yield _wrapped(words("source.source", source=told), width, "    ", "    ")


def _translation(words: Words, width: int) -> Iterator[str]:
    """That the text is a translation, in every language but Dutch (AMB-66)."""
    if words.language != LANGUAGES[0]:
        yield ""
        yield _wrapped(words("summary.translation"), width)


def _wrapped(text: str, width: int, first: str = "  ", rest: str = "  ") -> str:
    return fill(text, width, initial_indent=first, subsequent_indent=rest)
