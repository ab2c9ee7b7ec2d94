"""The oracle says what the table of boundaries says, row by row; and it rests on nothing of the program."""

import ast
from pathlib import Path

import pytest

from tests.premi import premi_oracle
from tests.premi.premi_oracle import Cause, Outcome


@pytest.mark.parametrize(
    ("years", "outcome"), [(17, "not-met"), (18, "met"), (39, "met"), (40, "not-met"), (None, "unknown")]
)
def test_age(years: int | None, outcome: Outcome) -> None:
    assert premi_oracle.age(years) == outcome


@pytest.mark.parametrize(
    ("had", "cause", "without", "outcome"),
    [
        (1, None, None, "not-met"),
        (2, "none-found", None, "met"),
        (2, "not-tested", None, "unknown"),
        (2, "found", None, "not-met"),
        (2, None, None, "unknown"),
        (3, "found", None, "unknown"),
        (3, "found", 2, "met"),
        (3, "found", 1, "not-met"),
        (None, "found", 2, "met"),
        (None, "found", 1, "not-met"),
        (None, "none-found", None, "unknown"),
        (None, None, None, "unknown"),
    ],
)
def test_miscarriages(had: int | None, cause: Cause | None, without: int | None, outcome: Outcome) -> None:
    assert premi_oracle.miscarriages(had, cause, without) == outcome


@pytest.mark.parametrize(
    ("pregnant", "weeks", "outcome"),
    [
        (None, None, "unknown"),
        (False, None, "met"),
        (True, None, "unknown"),
        (True, 6, "met"),
        (True, 7, "not-met"),
    ],
)
def test_pregnancy(pregnant: bool | None, weeks: int | None, outcome: Outcome) -> None:
    assert premi_oracle.pregnancy(pregnant, weeks) == outcome


@pytest.mark.parametrize(
    ("speaks", "outcome"),
    [
        ({"nl"}, "met"),
        ({"en"}, "met"),
        ({"nl", "other"}, "met"),
        ({"little"}, "unknown"),
        ({"little", "other"}, "unknown"),
        ({"other"}, "not-met"),
        (None, "unknown"),
    ],
)
def test_language(speaks: set[str] | None, outcome: Outcome) -> None:
    assert premi_oracle.language(None if speaks is None else frozenset(speaks)) == outcome


def test_the_oracle_imports_nothing_of_the_program() -> None:
    tree = ast.parse(Path(premi_oracle.__file__).read_text(encoding="utf-8"))
    found = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert found == {"collections.abc", "dataclasses", "typing"}
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import)]
