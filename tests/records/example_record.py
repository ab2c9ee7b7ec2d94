"""Records for tests."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from miskraam_cli.records.record import Record
from tests.tiny_questionnaires import NOON

EXAMPLE = Record(
    id="0123456789abcdef",
    code="K7M4QX",
    created=NOON,
    day=date(2026, 11, 24),
    questionnaire="follow_up",
    version="1.0.0",
    digest="sha256:00",
    language="nl",
    filled_by="self",
    setting="kiosk",
    device="kiosk 2",
    answers={
        "temperature": 38.6,
        "feelings": ["sadness"],
        "worried": False,
        "weeks_at_loss": {"unknown": True},
    },
)


def record(**changed: Any) -> Record:
    """The example, with some of it changed."""
    return replace(EXAMPLE, **changed)


def make(record_id: str, code: str, again: bool) -> Record:
    """The example under another id and code, made just now."""
    now = datetime.now(NOON.tzinfo)
    return record(id=record_id, code=code, again=again, created=now)
