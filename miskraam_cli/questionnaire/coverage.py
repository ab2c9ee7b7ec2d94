"""Which facts and rulings the shipped files cite, and which they do not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from miskraam_cli.errors import Place, Problem, problem
from miskraam_cli.questionnaire.condition.condition import Expression
from miskraam_cli.questionnaire.ids import Cite
from miskraam_cli.questionnaire.model import Fact, Statement

HEADER = ("id", "ruling", "elsewhere")


@dataclass(frozen=True)
class Ruling:
    """A line of `rulings.tsv`.

    `elsewhere` says where it is followed when no file for authors cites it: in `code`, by `absence` (SAFETY.md lists
    those, each with its test), or `later` where what it is about is not built yet.
    """

    id: str
    text: str
    elsewhere: str


@dataclass(frozen=True)
class CoverageRow:
    """The facts of one module and priority: how many there are, and those that nothing cites."""

    module: str
    priority: str
    count: int
    missing: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """The count of facts by module and priority, of statements, and of rulings."""

    rows: tuple[CoverageRow, ...]
    statements: int
    rulings: int
    cited: int
    elsewhere: Mapping[str, tuple[str, ...]]
    missing: tuple[str, ...]


def read_rulings(name: str, text: str) -> tuple[tuple[Ruling, ...], tuple[Problem, ...]]:
    """The rulings, and a problem for each line that is none."""
    header, *lines = (line.split("\t") for line in text.removesuffix("\n").split("\n"))
    problems = [] if tuple(header) == HEADER else [problem("Q030", Place(name, 1, 1), wanted=len(HEADER))]
    found: dict[str, Ruling] = {}
    for number, columns in enumerate(lines, start=2):
        if len(columns) != len(HEADER) or columns[0] in found:
            problems.append(problem("Q030", Place(name, number, 1), wanted=len(HEADER)))
        else:
            found[columns[0]] = Ruling(*columns)
    return tuple(found.values()), tuple(problems)


def count(contents: Iterable[object], facts: Mapping[str, Fact], rulings: Iterable[Ruling]) -> Coverage:
    """What these files cite of the facts and rulings. A fact counts where a statement, contact or word says it."""
    files = tuple(contents)
    said = {str(cite) for part in _said(files) for cite in getattr(part, "facts", ())}
    cited = {str(cite) for cite in cites(files)}
    known = tuple(rulings)
    others = [ruling for ruling in known if ruling.id not in cited]
    return Coverage(
        rows=tuple(_rows(facts, said)),
        statements=sum(isinstance(part, Statement) for part in _said(files)),
        rulings=len(known),
        cited=len(known) - len(others),
        elsewhere={
            how: tuple(ruling.id for ruling in others if ruling.elsewhere == how)
            for how in sorted({ruling.elsewhere for ruling in others if ruling.elsewhere})
        },
        missing=tuple(ruling.id for ruling in others if not ruling.elsewhere),
    )


def _rows(facts: Mapping[str, Fact], said: set[str]) -> Iterator[CoverageRow]:
    modules = dict.fromkeys(module for fact in facts.values() for module in fact.modules)
    for module in modules:
        for priority in sorted({fact.priority for fact in facts.values() if module in fact.modules}):
            here = [
                fact.id for fact in facts.values() if module in fact.modules and fact.priority == priority
            ]
            yield CoverageRow(module, priority, len(here), tuple(name for name in here if name not in said))


def cites(node: object) -> Iterator[Cite]:
    """Every fact, ruling and note that any part of a file cites."""
    if isinstance(node, Cite):
        yield node
    for part in _parts(node):
        yield from cites(part)


def _said(node: object) -> Iterator[object]:
    """Every part that says something and has sources, questions left out: asking a thing does not say it."""
    if hasattr(node, "facts") and not hasattr(node, "may"):
        yield node
    for part in _parts(node):
        yield from _said(part)


def _parts(node: object) -> Iterator[object]:
    if isinstance(node, tuple) and not isinstance(node, Place):
        yield from node
    elif isinstance(node, Mapping):
        yield from node.values()
    elif is_dataclass(node) and not isinstance(node, Expression):
        yield from (getattr(node, field.name) for field in fields(node))
