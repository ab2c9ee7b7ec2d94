"""The hazard log of SAFETY.md is whole: every cell is filled, every rating is on its scale, every file exists."""

import re
from pathlib import Path

import pytest

from miskraam_cli.library import read_files
from tests.tiny_questionnaires import shipped

ROOT = Path(__file__).parents[2]
SAFETY = (ROOT / "SAFETY.md").read_text(encoding="utf-8")

RATINGS = (
    "hazard", "severity", "without", "with", "risk", "acceptability", "owner",
)  # fmt: skip
CAUSES = ("cause", "effect", "control", "shown by", "what remains")
FILE = r"(?<![\w/.-])(?:[\w-]+/)*[\w-]+\.(?:py|yaml|tsv|md)\b"


def table(text: str, *starts: str) -> list[dict[str, str]]:
    """The rows of the one table in `text` whose heading starts with these cells, each cell under its heading."""
    blocks = re.findall(r"(?:^\|.*\|$\n?)+", text, re.MULTILINE)
    found = [[cells(line) for line in block.splitlines()] for block in blocks]
    (heading, _, *rows), *others = [lines for lines in found if tuple(lines[0][: len(starts)]) == starts]
    assert not others, starts
    return [dict(zip(heading, row, strict=True)) for row in rows]


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def hazards(*columns: str) -> list[dict[str, str]]:
    return table(SAFETY, "", *columns)


def test_both_tables_name_the_same_hazards_without_a_gap() -> None:
    rated = [row[""] for row in hazards(*RATINGS)]
    assert rated == [f"H{number}" for number in range(1, len(rated) + 1)]
    assert [row[""] for row in hazards(*CAUSES)] == rated
    assert len(rated) > 25


@pytest.mark.parametrize("columns", [RATINGS, CAUSES], ids=["ratings", "causes"])
def test_every_cell_of_every_hazard_is_filled(columns: tuple[str, ...]) -> None:
    for row in hazards(*columns):
        for column in columns:
            assert re.search(r"\w", row[column]), (row[""], column)


def test_a_row_with_a_cell_too_few_is_noticed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        table("| | hazard | owner |\n|---|---|---|\n| H1 | a wrong number |\n", "", "hazard")


def test_every_rating_is_what_the_scales_and_the_matrix_say() -> None:
    matrix = {row["likelihood"]: row for row in table(SAFETY, "likelihood", "minor")}
    severities = {row["severity"] for row in table(SAFETY, "severity")}
    likelihoods = {row["likelihood"] for row in table(SAFETY, "likelihood", "in words")}
    means = {row["risk"]: row["acceptability"] for row in table(SAFETY, "risk", "acceptability")}
    assert likelihoods == set(matrix)
    for row in hazards(*RATINGS):
        assert row["severity"] in severities, row
        before, after = (matrix[row[when]][row["severity"]] for when in ("without", "with"))
        assert row["risk"] == f"{before} → {after}", row
        assert before >= after, row
        assert row["acceptability"] == means[after], row


def test_every_owner_is_a_role_that_is_explained() -> None:
    explained = SAFETY.partition("**Owners** are roles.")[2].partition("\n\n")[0]
    roles = set(re.findall(r"\*([^*]+)\*", " ".join(explained.split())))
    assert {row["owner"] for row in hazards(*RATINGS)} <= roles


def test_every_hazard_names_a_file_that_shows_its_control() -> None:
    for row in hazards(*CAUSES):
        assert re.search(FILE, row["shown by"]), row[""]


def test_every_file_that_safety_names_exists() -> None:
    named = set(re.findall(FILE, SAFETY))
    assert len(named) > 40
    assert not [name for name in sorted(named) if not (ROOT / name).is_file()]


def test_where_unknown_leads_to_less_than_a_call_the_finding_stands_here_with_its_ruling() -> None:
    listed = table(SAFETY, "finding", "unknown leads to")
    explained = {name for row in listed for name in re.findall(r"`(\w+)`", row["finding"])}
    assert all(re.search(r"AMB-\d+", row["ruling"]) and row["why"] for row in listed)
    weak = set()
    for path in read_files.shipped():
        findings = shipped(path.stem)[0].findings
        levels = {str(finding.id): finding.level for finding in findings}
        for finding in findings:
            if finding.level in ("discuss", "know") or finding.if_unknown is None:
                continue
            target = {**levels, "self": finding.level}.get(str(finding.if_unknown))
            if target not in ("now", "call"):
                weak.add(str(finding.id))
    assert weak
    assert weak <= explained
