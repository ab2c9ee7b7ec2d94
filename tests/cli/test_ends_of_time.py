"""`--now` at the ends of time: a result, or wrong usage in words."""

from pathlib import Path

import pytest

from tests.installed_program import miskraam

MOMENTS = {
    "0001-01-01": 0,
    "0001-01-01T00:00+14:00": 2,
    "0001-01-01T00:00-12:00": 0,
    "9999-12-31": 0,
    "9999-12-31T23:59:59.999999": 0,
    "9999-12-31T23:59-12:00": 2,
    "9999-12-31T23:30Z": 2,
    "10000-01-01": 2,
    "0000-01-01": 2,
    "2026-03-29T02:30": 0,
    "2026-10-25T02:30": 0,
    "2026-02-29": 2,
    "2026-11-24T25:00": 2,
    "2026-11-24T10:00+99:00": 2,
    "": 2,
}
COMMANDS = (("follow-up", "--answers", "-"), ("contacts", "--json"), ("check-premi", "--age", "50"))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_moment_is_taken_or_refused(tmp_path: Path, moment: str) -> None:
    for command in COMMANDS[: 3 if MOMENTS[moment] == 0 else 1]:
        done = 10 if command[0] == "check-premi" else 0
        answers = '{"bleeding": "none", "loss_date": "0001-01-01"}' if moment > "1" else "{}"
        ran = miskraam(*command, f"--now={moment}", folder=tmp_path, stdin=answers)
        assert ran.code == (MOMENTS[moment] or done), ran.err
        assert ran.code != 2 or "--now" in ran.err
