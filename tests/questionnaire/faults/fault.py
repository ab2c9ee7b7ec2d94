"""One fault in one file: the YAML, with a mark where the problem must be reported, and what must be said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace

from miskraam_cli.errors import Place, Problem
from miskraam_cli.questionnaire.assemble import QuestionnaireSources, load
from miskraam_cli.questionnaire.checks.across_files import FilesTogether, check_together
from miskraam_cli.questionnaire.source import Source
from tests.tiny_questionnaires import tiny

MARK = "►"
GOOD = "sections: []\nfindings: []\n"
INFO = "topics: []\nglossary: []\nstatements: []\n"


def at(spot: str, text: str) -> str:
    """The text with the mark before the first `spot` in it."""
    assert spot in text
    return text.replace(spot, MARK + spot, 1)


@dataclass(frozen=True)
class Fault:
    """A questionnaire with one thing wrong; the mark stands before the character that the problem points at.

    `whole` replaces the questionnaire's file altogether; `shared` replaces files beside it, by name; `info` the topics.
    """

    name: str
    code: str
    body: str = GOOD
    near: str = ""
    whole: str | None = None
    shared: Mapping[str, str] = field(default_factory=dict)
    info: str = INFO

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    def files(self) -> tuple[QuestionnaireSources, Place]:
        """The files without the mark, and where it stood."""
        files = tiny(self.body, **self.shared)
        if self.whole is not None:
            files = replace(files, questionnaire=Source("test.yaml", self.whole))
        if MARK in self.info:
            before, _, _ = self.info.partition(MARK)
            place = Place("info.yaml", before.count("\n") + 1, len(before) - before.rfind("\n"))
            return files, place
        return unmarked(files)

    def together(self) -> FilesTogether:
        """The same files with the topics, as they come together."""
        files = self.files()[0]
        info = Source("info.yaml", self.info.replace(MARK, ""))
        own = {"test": files.questionnaire}
        return FilesTogether(own, files.questions, files.statements, files.facts, info)


def unmarked(files: QuestionnaireSources) -> tuple[QuestionnaireSources, Place]:
    """The files without their one mark, and its place, counted here by hand."""
    places = []
    clean: dict[str, Source] = {}
    for part in fields(files):
        source: Source = getattr(files, part.name)
        before, mark, _ = source.text.partition(MARK)
        if mark:
            places.append(Place(source.name, before.count("\n") + 1, len(before) - before.rfind("\n")))
        clean[part.name] = Source(source.name, source.text.replace(MARK, ""))
    (place,) = places
    return QuestionnaireSources(**clean), place


def found_in(fault: Fault) -> tuple[Problem, ...]:
    """What the loader says to an author about a fault."""
    return (*load(fault.files()[0], for_author=True)[1], *check_together(fault.together()))
