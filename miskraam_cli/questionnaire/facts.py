"""Reads `facts.tsv`: what the leaflets say, one fact a line."""

from collections.abc import Mapping

from miskraam_cli.errors import Place, Problem, problem
from miskraam_cli.questionnaire.model import Fact

HEAD = "(kop)"  # marks what stands in a heading itself, or at the head of the leaflet
HEADER = ("id", "seed", "heading", "fact_en", "module", "prio", "line")


def read_facts(name: str, text: str) -> tuple[Mapping[str, Fact], tuple[Problem, ...]]:
    """The facts by id, and a problem for each line that is not one."""
    facts: dict[str, Fact] = {}
    problems = []
    header, *lines = text.removesuffix("\n").split("\n")
    if tuple(header.split("\t")) != HEADER:
        problems.append(problem("Q030", Place(name, 1, 1), wanted=len(HEADER)))
    for number, line in enumerate(lines, start=2):
        columns = line.split("\t")
        if len(columns) != len(HEADER) or columns[0] in facts:
            problems.append(problem("Q030", Place(name, number, 1), wanted=len(HEADER)))
            continue
        fact_id, leaflet, heading, text_en, modules, priority, _ = columns
        heading = heading.replace(HEAD, "").strip()
        facts[fact_id] = Fact(fact_id, leaflet, heading, text_en, tuple(modules.split("/")), priority)
    return facts, tuple(problems)
