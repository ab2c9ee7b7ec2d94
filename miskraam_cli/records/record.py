"""A record: one interview as it is sealed, in the form `miskraam.record/1`."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast, get_args

from miskraam_cli.errors import CannotOpenError
from miskraam_cli.language import LANGUAGES
from miskraam_cli.records.row import FORMAT as ROW_FORMAT
from miskraam_cli.records.row import Row
from miskraam_cli.records.seal import Identity, seal
from miskraam_cli.roles import FilledBy, Setting

FORMAT = "miskraam.record/1"

Answers = Mapping[str, object]  # in the form of an answers file


@dataclass(frozen=True)
class Earlier:
    """Answers as they were until someone corrected them."""

    answers: Answers
    until: datetime
    corrected_by: str


@dataclass(frozen=True)
class Record:
    """One interview. `again` is a later one under a code that was given out before.

    `staff_called`: the kiosk called staff to her.
    """

    id: str
    code: str
    created: datetime
    day: date
    questionnaire: str
    version: str
    digest: str
    language: str
    filled_by: FilledBy
    setting: Setting
    device: str
    answers: Answers
    broken_off: bool = False
    again: bool = False
    staff_called: bool = False
    earlier: tuple[Earlier, ...] = ()

    def corrected(self, answers: Answers, moment: datetime, by: str) -> "Record":
        """The record with other answers; those it had are kept beside them."""
        return replace(self, answers=answers, earlier=(*self.earlier, Earlier(self.answers, moment, by)))

    def says(self, answers: Answers, *, broken_off: bool) -> bool:
        """Whether these answers are in it already, all of them and as finished as they are now."""
        return self.answers == answers and (broken_off or not self.broken_off)

    def goes_on_from(self, other: "Record") -> bool:
        """Whether it is the same interview as another, kept in its middle as staff were called, or she."""
        then, now = ((one.questionnaire, one.day, one.device) for one in (other, self))
        goes_on = self.again and other.broken_off and then == now
        return goes_on and other.answers.items() <= self.answers.items()

    def sealed(self, recipients: tuple[str, ...]) -> Row:
        """The record as a row, sealed for these public keys. Its id, code and time stand inside too."""
        return Row(self.id, self.code, self.created, seal(self._written(), recipients))

    def _written(self) -> bytes:
        content = {
            "format": FORMAT,
            "id": self.id,
            "code": self.code,
            "created": self.created.isoformat(),
            "day": self.day.isoformat(),
            "questionnaire": {"id": self.questionnaire, "version": self.version, "digest": self.digest},
            "language": self.language,
            "filled_by": self.filled_by,
            "setting": self.setting,
            "device": self.device,
            "broken_off": self.broken_off,
            "again": self.again,
            "staff_called": self.staff_called,
            "answers": dict(self.answers),
            "earlier": [
                {
                    "answers": dict(item.answers),
                    "until": item.until.isoformat(),
                    "corrected_by": item.corrected_by,
                }
                for item in self.earlier
            ],
        }
        return json.dumps(content, ensure_ascii=False).encode()

    def content(self) -> dict[str, Any]:
        """The record as JSON has it."""
        return dict(json.loads(self._written()))


def opened(row: Row, identity: Identity) -> Record:
    """The record in a row.

    Raises CannotOpenError where it is sealed for another key, damaged, no record of ours, or not the one that
    was sealed under this id, code and time.
    """
    if row.format != ROW_FORMAT:
        raise CannotOpenError("seal.newer")
    plain = identity.open(row.sealed)
    try:
        record = _read(json.loads(plain))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise CannotOpenError("seal.not_ours") from error
    if (record.id, record.code, record.created) != (row.id, row.code, row.created):
        raise CannotOpenError("seal.swapped")
    return record


def _read(found: Any) -> Record:
    """The record in what was sealed. Who has the public key can seal anything, so nothing is taken on trust."""
    if found["format"] != FORMAT:
        raise ValueError(found["format"])
    questionnaire = found["questionnaire"]
    return Record(
        id=_text(found["id"]),
        code=_text(found["code"]),
        created=_moment(found["created"]),
        day=date.fromisoformat(found["day"]),
        questionnaire=_text(questionnaire["id"]),
        version=_text(questionnaire["version"]),
        digest=_text(questionnaire["digest"]),
        language=_one_of(found["language"], LANGUAGES),
        filled_by=cast("FilledBy", _one_of(found["filled_by"], get_args(FilledBy))),
        setting=cast("Setting", _one_of(found["setting"], get_args(Setting))),
        device=_text(found["device"]),
        broken_off=found["broken_off"] is True,
        again=found["again"] is True,
        staff_called=found.get("staff_called") is True,
        answers=_answers(found["answers"]),
        earlier=tuple(
            Earlier(_answers(item["answers"]), _moment(item["until"]), _text(item["corrected_by"]))
            for item in found["earlier"]
        ),
    )


def _answers(found: Any) -> Answers:
    return {_text(name): value for name, value in found.items()}


def _moment(found: Any) -> datetime:
    moment = datetime.fromisoformat(found)
    if moment.tzinfo is None:
        raise ValueError(found)
    return moment


def _text(found: Any) -> str:
    """A text as it may stand on a screen: one line, without control characters."""
    if not isinstance(found, str) or not all(letter.isprintable() for letter in found):
        raise ValueError(found)
    return found


def _one_of(found: Any, allowed: tuple[str, ...]) -> str:
    if found not in allowed:
        raise ValueError(found)
    return str(found)
