"""What the kiosk's log says after a power cut: a signal that nobody acknowledged is never forgotten."""

from datetime import timedelta
from pathlib import Path

import pytest

from miskraam_cli.kiosk.event_log import EventLog
from tests.tiny_questionnaires import NOON


def kept(file: Path) -> EventLog:
    return EventLog(file, lambda: NOON)


def test_a_signal_after_a_line_that_a_power_cut_left_torn_still_rings(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    kept(file).write("on")
    with file.open("ab") as torn:
        torn.write(b'{"at": "2026-11-24T12:0')
    kept(file).write("alarm")
    assert kept(file).is_ringing()


def test_a_signal_that_rang_for_days_still_rings(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.log"
    log = kept(file)
    log.write("alarm")
    with file.open("ab") as sent:
        sent.write(b'{"at": "2026-11-24T12:00:00+01:00", "what": "sent", "to": "first"}\n' * 20_000)
    assert log.is_ringing()
    log.write("acknowledged")
    assert not log.is_ringing()


@pytest.mark.parametrize(
    ("outcomes", "hours", "said"),
    [
        ((), 0, "not"),
        (("done",), 23, "works"),
        (("failed",), 23, "fails"),
        (("failed", "done"), 1, "works"),
        (("done", "failed"), 1, "fails"),
        (("done",), 24, "not"),
        (("failed",), 24, "not"),
        (("done",), -1, "not"),
    ],
)
def test_what_became_of_the_last_test_counts_for_a_day(
    tmp_path: Path, outcomes: tuple[str, ...], hours: int, said: str
) -> None:
    file = tmp_path / "kiosk.log"
    for outcome in outcomes:
        kept(file).write("test", outcome=outcome)
        kept(file).write("started")
    assert EventLog(file, lambda: NOON + timedelta(hours=hours)).tested() == said
