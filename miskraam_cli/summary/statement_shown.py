"""A statement as it is shown, its mark where no leaflet says it, and the words for its source."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from miskraam_cli.language import Words

if TYPE_CHECKING:
    from miskraam_cli.questionnaire.model import Fact, Leaflet


@dataclass(frozen=True)
class StatementShown:
    """A statement in one language: its text, its facts and where they stand, and whether it is an addition.

    `basis` is what a clinician's note rests on.
    """

    id: str
    text: str
    facts: tuple[str, ...]
    source: str
    addition: bool
    basis: str = ""


def marked(said: StatementShown, words: Words) -> str:
    """The text of a statement, marked as an addition where no leaflet says it."""
    return marked_text(said.text, said.addition, words)


def headline(said: StatementShown, words: Words) -> tuple[str, str]:
    """What to do first, and below it the mark of an addition: a headline holds no remark (AMB-133)."""
    return said.text, marked_text("", said.addition, words).strip()


def marked_text(text: str, addition: bool, words: Words) -> str:
    """A text, marked as an addition where it is one."""
    return f"{text} ({words('source.addition')})" if addition else text


def source(
    cited: Iterable[str], facts: "Mapping[str, Fact]", leaflets: "Mapping[str, Leaflet]", words: Words
) -> str:
    """The leaflets and headings where these facts stand, each once; empty for no fact. KeyError for an unknown fact."""
    # As keys of mappings, each leaflet and heading stands once and where it was cited first.
    found: dict[str, dict[str, None]] = {}
    for name in cited:
        fact = facts[name]
        headings = found.setdefault(fact.leaflet, {})
        if fact.heading:
            headings[fact.heading] = None
    return "; ".join(
        words(
            "source.under" if headings else "source.leaflet",
            title=leaflets[leaflet].title.in_language(words.language) if leaflet in leaflets else leaflet,
            headings=words.joined(f"‘{heading}’" for heading in headings) if headings else "",
        )
        for leaflet, headings in found.items()
    )
