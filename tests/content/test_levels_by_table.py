"""The program finds what the tables say, at the levels that they say, on paths that they say: random walks."""

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview
from tests.content.random_walks import random_walks
from tests.content.tables import TABLES, said
from tests.content.three_values import NUMBERED, Found, Her
from tests.tiny_questionnaires import TODAY

WALKS = 300
MANY = 30_000
SEED = 20261130


def found_by_the_program(walk: Interview, discussed: frozenset[str]) -> frozenset[Found]:
    """Every finding with a number, and of the others those that the table has."""
    return frozenset(
        Found(result.finding.id, result.finding.level, result.outcome)
        for result in evaluate(walk)
        if result.finding.level in NUMBERED or result.finding.id in discussed
    )


def compare(name: str, count: int, seed: int) -> set[tuple[str, str]]:
    """Walk, and compare; what the table found on the way, each with its outcome."""
    table = TABLES[name]
    discussed = frozenset(row.id for row in table.rows(Her({}, TODAY)) if row.level == "discuss")
    reached: set[tuple[str, str]] = set()
    for walk in random_walks(table.questionnaire, table.quiet, count, seed):
        her = table.asked(said(walk), TODAY)
        path = {question.id for question in walk.path if question.type != "note"}
        assert path == set(her.path), walk.counted
        by_table = {finding for finding in table.findings(said(walk), TODAY) if finding.level != "know"}
        assert found_by_the_program(walk, discussed) == by_table, walk.counted
        reached |= {(finding.id, finding.outcome) for finding in by_table}
    return reached


@pytest.mark.parametrize("name", TABLES)
def test_the_program_finds_what_the_table_finds(name: str) -> None:
    compare(name, WALKS, SEED)


@pytest.mark.long
@pytest.mark.parametrize("name", TABLES)
def test_the_program_finds_what_the_table_finds_in_thirty_thousand_walks(name: str) -> None:
    reached = compare(name, MANY, SEED + 1)
    for row in TABLES[name].rows(Her({}, TODAY)):
        if row.level != "know":
            assert {(row.id, "holds"), (row.id, "unknown")} & reached, (row.id, "no walk came there")
