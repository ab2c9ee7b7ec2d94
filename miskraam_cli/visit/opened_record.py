"""A record with its questionnaire: answers read back, what was corrected, and what changed since the one before."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from miskraam_cli.errors import CannotOpenError, WrongInputError, explained
from miskraam_cli.interview.answers import answers_from_json, answers_to_json
from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import LANGUAGES, Words
from miskraam_cli.library import read_files
from miskraam_cli.library.interface import words
from miskraam_cli.library.questionnaires import questionnaire_at
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Level, Questionnaire
from miskraam_cli.records.record import Answers, Record, opened
from miskraam_cli.records.row import Row
from miskraam_cli.records.seal import Identity
from miskraam_cli.summary.build import build
from miskraam_cli.summary.changes import changes
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from miskraam_cli.summary.record_history import Change, Correction, RecordHistory, Unfit
from miskraam_cli.summary.soep import label
from miskraam_cli.summary.wording import Wording
from miskraam_cli.visit.session import ZONE, Session

CLINICIAN = words(LANGUAGES[0])  # who reads Dutch, whatever the patient's language


def open_rows(rows: Iterable[Row], identity: Identity) -> Iterator[tuple[Row, Record | CannotOpenError]]:
    """Each row with its record, or with why it cannot be opened: one that is damaged harms no other."""
    for row in rows:
        try:
            yield row, opened(row, identity)
        except CannotOpenError as error:
            yield row, error


def unreadable(row: Row, error: CannotOpenError, say: Words) -> str:
    """Which record cannot be opened, and why."""
    name = f"{row.code} ({row.id[:8]})"
    return say("error.record_unreadable", name=name, why=explained(error, say))


@dataclass(frozen=True)
class OpenedRecord:
    """One record among those under its code, with the questionnaire of today."""

    record: Record
    before: Record | None
    questionnaire: Questionnaire
    directory: Directory

    @cached_property
    def interview(self) -> Interview:
        """The interview as it was, its clock included."""
        return self._read(self.record.answers)

    @property
    def level(self) -> Level | None:
        """The most urgent level for the patient."""
        found = (result.finding for result in evaluate(self.interview))
        return next((finding.level for finding in found if finding.audience == "patient"), None)

    def summary(self, session: Session) -> Summary:
        """The summary of the record, with the clock, the place and the person of the interview."""
        record = self.record
        then = replace(
            session,
            words=words(record.language),
            moment=record.created.astimezone(ZONE),
            setting=record.setting,
            filled_by=record.filled_by,
        )
        here = then.circumstances(self.directory)
        kept = replace(self.kept, told=self._told(here))
        cut_short = record.broken_off and session.audience == "patient"
        return build(self.interview, replace(here, kept=kept), stopped=cut_short)

    def _told(self, here: Circumstances) -> str | None:
        """What the patient read, where her answers were corrected after that."""
        if not self.record.earlier:
            return None
        first = self._read(self.record.earlier[0].answers)
        return " ".join(said.text for said in build(first, replace(here, audience="patient")).actions)

    @property
    def kept(self) -> RecordHistory:
        """What the summary says of the record."""
        record, before = self.record, self.before
        return RecordHistory(
            code=record.code,
            device=record.device,
            broken_off=record.broken_off,
            staff_called=record.staff_called,
            corrections=tuple(self._corrections()),
            since=before.created.astimezone(ZONE) if before else None,
            changes=self._changes(before.answers, record.answers) if before else (),
            unfit=tuple(self._unfit()),
            made_with=record.version if record.digest != self.questionnaire.digest else "",
        )

    def answers(self, interview: Interview) -> Answers:
        """The answers of an interview as a record holds them; those that no longer fit stay with them."""
        return {**self._left_out, **answers_to_json(interview.counted)}

    @property
    def _left_out(self) -> Answers:
        """What the record holds and the questionnaire of today does not take, or does not ask for."""
        counted = self.interview.counted
        return {name: value for name, value in self.record.answers.items() if name not in counted}

    def _unfit(self) -> Iterator[Unfit]:
        wording = Wording(self.interview, CLINICIAN, self.record.setting)
        for name, value in self._left_out.items():
            question = self.questionnaire.by_id.get(name)
            named = label(question, wording) if question else name
            yield Unfit(name, named, json.dumps(value, ensure_ascii=False))

    def _corrections(self) -> Iterator[Correction]:
        versions = [*(item.answers for item in self.record.earlier), self.record.answers]
        for item, after in zip(self.record.earlier, versions[1:], strict=True):
            yield Correction(
                item.until.astimezone(ZONE), item.corrected_by, self._changes(item.answers, after)
            )

    def _changes(self, before: Answers, now: Answers) -> tuple[Change, ...]:
        return changes(self._read(before), self._read(now), CLINICIAN, self.record.setting)

    def _read(self, answers: Answers) -> Interview:
        """The interview with the answers that fit."""
        fitting = answers_from_json(answers, self.questionnaire, CLINICIAN, self.record.day)
        return Interview(self.questionnaire, self.record.day, fitting)


def case_of(record: Record, before: Record | None, file: Path | None) -> OpenedRecord:
    """A record with its questionnaire: the one in `file`, or the shipped one.

    Raises WrongInputError where it is not here, or is another one.
    """
    found = file or shipped_path(record.questionnaire)
    if found is None:
        raise WrongInputError("error.other_questionnaire", name=record.questionnaire)
    questionnaire, directory = _questionnaire(found)
    if questionnaire.id != record.questionnaire:
        raise WrongInputError("error.other_file", name=record.questionnaire, found=questionnaire.id)
    return OpenedRecord(record, before, questionnaire, directory)


@cache
def _questionnaire(path: Path) -> tuple[Questionnaire, Directory]:
    return questionnaire_at(path)


def shipped_path(questionnaire_id: str) -> Path | None:
    """The shipped questionnaire with this id."""
    name = questionnaire_id.replace("_", "-")
    return next((path for path in read_files.shipped() if path.stem == name), None)
