"""The clock: whatever zone a moment is given in, the clinic's hours are Dutch hours."""

import json
from pathlib import Path

import pytest

from tests.installed_program import miskraam

CONFIRMED = """
hospital = "lumc"
[confirmed.numbers]
by = "de kliniek"
on = 2026-03-01
[confirmed.hours]
by = "de kliniek"
on = 2026-03-01
"""


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2026-03-27T06:59Z", "lumc_outside"),  # 7:59, winter time
        ("2026-03-27T07:00Z", "lumc_day"),
        ("2026-03-30T05:59Z", "lumc_outside"),  # 7:59, summer time
        ("2026-03-30T06:00Z", "lumc_day"),
        ("2026-10-26T06:59Z", "lumc_outside"),  # 7:59, winter time again
        ("2026-10-26T07:00Z", "lumc_day"),
        ("2026-10-26T08:00", "lumc_day"),  # no zone: Dutch time
        ("2026-10-25T22:30-09:00", "lumc_day"),  # Monday 8:30 here
    ],
)
def test_a_moment_counts_in_dutch_time(tmp_path: Path, moment: str, first: str) -> None:
    configuration = tmp_path / "config.toml"
    configuration.write_text(CONFIRMED, encoding="utf-8")
    ran = miskraam(
        "contacts", "--json", "--hospital", "lumc", "--now", moment,
        folder=tmp_path, environment={"MISKRAAM_CONFIG": str(configuration), "TZ": "Asia/Tokyo"},
    )  # fmt: skip
    shown = json.loads(ran.out)["contacts"]
    assert [contact["id"] for contact in shown if contact["now"]] == [first]
