"""A crash of check-premi is 70: never 0, 10 or 11, which are verdicts."""

from pathlib import Path

import pytest

from tests.installed_program import miskraam
from tests.premi.check_premi_flags import flags

OURS = (
    "miskraam_cli.cli.check_premi",
    "miskraam_cli.cli.criteria",
    "miskraam_cli.interview.criteria",
    "miskraam_cli.summary.criteria",
    "miskraam_cli.renderers.criteria",
)


@pytest.mark.parametrize("module", OURS)
def test_a_part_of_ours_that_cannot_be_imported_is_70(tmp_path: Path, module: str) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        f"import sys\nsys.modules[{module!r}] = None\n", encoding="utf-8"
    )
    ran = miskraam(
        "check-premi", *flags(), "--json", folder=tmp_path, environment={"PYTHONPATH": str(tmp_path)}
    )
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.strip()
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("module", ["yaml", "typer"])
def test_a_library_that_is_broken_is_70(tmp_path: Path, module: str) -> None:
    (tmp_path / f"{module}.py").write_text("raise RuntimeError('broken on purpose')\n", encoding="utf-8")
    ran = miskraam(
        "check-premi", *flags(), "--json", folder=tmp_path, environment={"PYTHONPATH": str(tmp_path)}
    )
    assert (ran.code, ran.out) == (70, "")
    assert "Traceback" not in ran.err
