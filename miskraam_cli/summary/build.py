"""From an interview to a summary: which findings, in whose words, because of which answers, and whom to call."""

from dataclasses import dataclass
from datetime import datetime, time

from miskraam_cli.interview.findings import ALARMING, Result, evaluate
from miskraam_cli.interview.state import Interview, NonAnswer, Standing
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN
from miskraam_cli.questionnaire.directory import Directory
from miskraam_cli.questionnaire.model import Audience, Level, Question, Setting
from miskraam_cli.summary.contacts import (
    NOTHING_CONFIRMED,
    Confirmed,
    ContactShown,
    contacts_for,
    contacts_note,
)
from miskraam_cli.summary.model import FindingShown, Summary
from miskraam_cli.summary.said import Said
from miskraam_cli.summary.wording import Wording

HOSPITAL = "hospital"

_LATE = time(22, 0)
_EARLY = time(7, 0)


@dataclass(frozen=True)
class Circumstances:
    """Where, when and for whom: what a summary depends on beside the answers."""

    directory: Directory
    words: Words
    moment: datetime
    setting: Setting = "home"
    audience: Audience = "patient"
    confirmed: Confirmed = NOTHING_CONFIRMED


def build(interview: Interview, here: Circumstances, *, stopped: bool = False) -> Summary:
    """The summary of an interview as it stands.

    Where a person stopped half-way only what may not wait is said (AMB-73); what she was not asked is unknown.
    """
    results = evaluate(interview)
    if stopped:
        results = tuple(result for result in results if result.finding.level in ALARMING)
    return Builder(interview, here).summary(results)


class Builder:
    """Puts the pieces of one interview into words."""

    def __init__(self, interview: Interview, here: Circumstances) -> None:
        self.interview = interview
        self.questionnaire = interview.questionnaire
        self.here = here
        self.wording = Wording(interview, here.words, here.setting)

    def summary(self, results: tuple[Result, ...]) -> Summary:
        """The summary of these results."""
        here, questionnaire = self.here, self.questionnaire
        contacts = self.contacts(results)
        unanswered = self.unanswered()
        calculated = {
            str(name): value
            for name in questionnaire.calculated
            if (value := self.interview.final.value(name)) is not UNKNOWN
        }
        return Summary(
            questionnaire_id=questionnaire.id,
            version=questionnaire.version,
            digest=questionnaire.digest,
            title=self.wording.text(questionnaire.title),
            language=self.here.words.language,
            audience=here.audience,
            setting=here.setting,
            generated_at=here.moment,
            complete=self.interview.complete,
            actions=self.actions(results),
            findings=tuple(self.finding(result, contacts) for result in results),
            contacts=contacts,
            contacts_note=contacts_note(here.directory, here.confirmed, here.moment.date(), self.here.words),
            closing=(self.wording.said(questionnaire.worry),),
            not_answered=tuple(question.id for question in unanswered),
            not_answered_labels=tuple(self.wording.label(question.id) for question in unanswered),
            doubts=self.doubts(),
            calculated=calculated,
            answers=self.interview.counted,
        )

    def finding(self, result: Result, contacts: tuple[ContactShown, ...] = ()) -> FindingShown:
        """One finding as it is shown."""
        finding = result.finding
        statements = [self.questionnaire.statements[name] for name in finding.say]
        unknown = self.unknown(result) if result.outcome == "unknown" else ()
        return FindingShown(
            id=finding.id,
            level=finding.level,
            outcome=result.outcome,
            says=tuple(self.wording.said(statement) for statement in statements),
            source=self.wording.source(fact for statement in statements for fact in statement.facts),
            because=tuple(self.wording.reason(name) for name in result.because if self.known(name)),
            rulings=tuple(finding.rulings),
            contacts=tuple(contact.id for contact in contacts) if finding.level in ALARMING else (),
            sources=tuple(source.id for source in result.sources),
            unknown=tuple(self.wording.label(name) for name in unknown),
        )

    def actions(self, results: tuple[Result, ...]) -> tuple[Said, ...]:
        """What to do first: the action of the highest level that alarms."""
        levels = {result.finding.level for result in results}
        for level in ALARMING:
            if level in levels:
                return tuple(self.action(level))
        return ()

    def action(self, level: Level) -> list[Said]:
        """What to do at one level, in this setting and at this hour (AMB-79)."""
        clock = self.here.moment.time()
        late = clock >= _LATE or clock < _EARLY
        variant = "late" if self.here.setting == "home" and late else self.here.setting
        names = [getattr(action, variant) for action in self.questionnaire.actions if action.level == level]
        return [self.wording.said(self.questionnaire.statements[name]) for name in names]

    def contacts(self, results: tuple[Result, ...]) -> tuple[ContactShown, ...]:
        """Whom to call, for the highest level among these results."""
        hospital = self.interview.counted.get(HOSPITAL)
        urgent = any(result.finding.level == "now" for result in results)
        return contacts_for(
            self.here.directory,
            hospital=hospital if isinstance(hospital, str) else None,
            urgent=urgent,
            moment=self.here.moment,
            confirmed=self.here.confirmed,
            words=self.here.words,
        )

    def unanswered(self) -> tuple[Question, ...]:
        """Questions on the path without a value: not put, unknown or declined."""
        return tuple(
            question
            for question in self.interview.asked
            if isinstance(self.interview.counted.get(question.id, NonAnswer.UNKNOWN), NonAnswer)
        )

    def unknown(self, result: Result) -> tuple[str, ...]:
        """The questions whose unknown answers left a finding open; those off the path only if there is no other."""
        gaps = [name for name in result.because if name in self.questionnaire.by_id and not self.known(name)]
        asked = [name for name in gaps if self.interview.standing(name) is not Standing.OFF_PATH]
        return tuple(asked or gaps)

    def doubts(self) -> tuple[str, ...]:
        """The questions whose answers may be a slip."""
        return tuple(
            question.id
            for question in self.interview.path
            if question.doubt and question.doubt.when.evaluate(self.interview.final) is True
        )

    def known(self, name: str) -> bool:
        """Whether a name has a value."""
        return self.interview.final.value(name) is not UNKNOWN
