"""From an interview to a summary: which findings, in whose words, because of which answers, and whom to call."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from miskraam_cli.interview.criteria import outcome, verdict
from miskraam_cli.interview.findings import Result, evaluate
from miskraam_cli.interview.state import Interview, NonAnswer, Standing
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Outcome
from miskraam_cli.questionnaire.model import ALARMING, Finding, Statement
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.summary.actions_by_hour import what_to_do
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.comparison import compared
from miskraam_cli.summary.model import CourseShown, FindingShown, SpanShown, Summary
from miskraam_cli.summary.signals import choices_named, signals
from miskraam_cli.summary.soep import record
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.whom_to_call import (
    ContactShown,
    contacts_for,
    contacts_note,
)
from miskraam_cli.summary.wording import Wording


def build(interview: Interview, here: Circumstances, *, stopped: bool = False) -> Summary:
    """The summary of an interview as it stands; what was not asked is unknown.

    Where a person `stopped` half-way it holds only the findings with a number (AMB-73) and the list of signs, which her
    page has in place of what she was not asked (AMB-125).
    """
    results = evaluate(interview)
    # The notes for a clinician rest on more than the leaflets, and are not for her.
    if here.audience == "patient":
        results = tuple(result for result in results if result.finding.audience == "patient")
    if not stopped:
        return Builder(interview, here).summary(results)
    signs = interview.questionnaire.signs
    told = tuple(one for one in results if one.finding.level in ALARMING or one.finding.id in signs)
    # She knows that she stopped. A list of all that she did not reach would push the numbers off the screen.
    return replace(
        Builder(interview, here).summary(told),
        never_asked=frozenset(
            name for name in interview.questionnaire.by_id if interview.standing(name) is Standing.NOT_PUT
        ),
        not_answered_labels=(),
    )


class Builder:
    """Makes the pieces of a summary from one interview: for a summary, for an alert in mid-walk, for a verdict."""

    def __init__(self, interview: Interview, here: Circumstances) -> None:
        self.interview = interview
        self.questionnaire = interview.questionnaire
        self.here = here
        self.wording = Wording(interview, here.words, here.setting)

    def summary(self, results: tuple[Result, ...]) -> Summary:
        """The summary of these results, in their order."""
        here, questionnaire = self.here, self.questionnaire
        contacts = self.contacts(results)
        findings = _said_once(self.finding(result, contacts) for result in results)
        actions = what_to_do(results, self.wording, here)
        closing = (self.wording.said(questionnaire.worry),)
        unanswered = self.unanswered()
        doubts = self.doubts()
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
            filled_by=here.filled_by,
            generated_at=here.moment,
            complete=self.interview.complete,
            actions=actions,
            findings=findings,
            contacts=contacts,
            contacts_note=contacts_note(
                here.directory,
                here.confirmed,
                self.interview.hospital,
                here.moment.date(),
                here.words,
                {result.finding.level for result in results},
            ),
            asks=self.asks(),
            closing=closing,
            more=self.more(),
            not_answered=tuple(question.id for question in unanswered),
            not_answered_labels=tuple(self.wording.label(question.id) for question in unanswered),
            doubts=doubts,
            calculated=calculated,
            answers=self.interview.counted,
            draft=self.draft((*actions, *closing, *(said for finding in findings for said in finding.says))),
            compare=compared(self.interview, self.wording),
            record=record(self.wording, here, findings, actions, doubts)
            if here.audience == "clinician"
            else None,
            kept=here.kept,
        )

    def finding(self, result: Result, contacts: tuple[ContactShown, ...] = ()) -> FindingShown:
        """One finding as it is shown; `contacts` are whom to call where it carries a number."""
        finding = result.finding
        # The verdict, then the criteria that decide it, then what goes with it.
        names = (finding.say[0], *self.criteria_named(finding), *finding.say[1:])
        statements = [self.questionnaire.statements[name] for name in names]
        chosen = choices_named(finding, self.questionnaire)
        unknown = self.unknown(result) if result.outcome == "unknown" else ()
        return FindingShown(
            id=finding.id,
            level=finding.level,
            audience=finding.audience,
            outcome=result.outcome,
            signals=signals(result, self.wording),
            says=tuple(self.wording.said(statement) for statement in statements),
            source=self.wording.source(fact for statement in statements for fact in statement.facts),
            course=self.course(statements),
            icons=tuple(
                chance for statement in statements if statement.figure for chance in statement.figure.icons
            ),
            because=tuple(self.wording.reason(name, chosen) for name in self.reasons(result)),
            rulings=tuple(finding.rulings),
            contacts=tuple(contact.id for contact in contacts) if finding.level in ALARMING else (),
            sources=tuple(source.id for source in result.sources),
            unknown=tuple(self.wording.label(name) for name in unknown),
            gaps=unknown,
            acts=finding.acts,
            tells_why=finding.tells_why,
            topic=self.wording.text(finding.topic) if finding.topic else "",
            lists_signs=finding.id in self.questionnaire.signs,
        )

    def contacts(self, results: Sequence[Result]) -> tuple[ContactShown, ...]:
        """Whom to call; help in an emergency among them where a result is of level now (AMB-54)."""
        return contacts_for(
            self.here.directory,
            hospital=self.interview.hospital,
            urgent=_is_urgent(results),
            moment=self.here.moment,
            confirmed=self.here.confirmed,
            words=self.here.words,
        )

    def asks(self) -> tuple[str, ...]:
        """What she wrote in her own words, for the clinic (AMB-126)."""
        counted = self.interview.counted.items()
        return tuple(
            answer
            for name, answer in counted
            if self.questionnaire.by_id[name].type == "text" and isinstance(answer, str)
        )

    def more(self) -> str:
        """Where more can be read; empty at a kiosk, where she cannot run this program."""
        more = self.questionnaire.more
        return self.wording.text(more) if more and self.here.setting != "kiosk" else ""

    def unanswered(self) -> tuple[Question, ...]:
        """Questions on the path without a value: not put, unknown or declined; none that asks for a text (AMB-104)."""
        return tuple(
            question
            for question in self.interview.asked
            if isinstance(self.interview.counted.get(question.id, NonAnswer.UNKNOWN), NonAnswer)
            and question.type != "text"
        )

    def unknown(self, result: Result) -> tuple[str, ...]:
        """The questions that left a finding unknown: the warning signs among them, else those on the path, else all."""
        # She reads them as what to find out. A warning sign is what matters then, and a question off the path is one
        # that she has never seen: it is named only where there is nothing else to name.
        gaps = [name for name in result.because if name in self.questionnaire.by_id and not self.known(name)]
        asked = [name for name in gaps if self.interview.standing(name) is not Standing.OFF_PATH]
        signs = [name for name in asked if self.questionnaire.by_id[name].warning]
        return tuple(signs or asked or gaps)

    def doubts(self) -> tuple[str, ...]:
        """The questions whose answers may be a slip, although the person said that they are right."""
        return tuple(
            question.id
            for question in self.interview.path
            if question.doubt and question.doubt.when.outcome(self.interview.final) is Outcome.TRUE
        )

    def known(self, name: str) -> bool:
        """Whether a name has a value."""
        return self.interview.final.value(name) is not UNKNOWN

    def reasons(self, result: Result) -> tuple[str, ...]:
        """The questions whose answers she reads behind "because": those that the finding's own condition names.

        Where it names none that has a value, those behind everything that decided it.
        """
        # `because` holds all that decided the outcome, guards included, such as whether the leaflet is about her at
        # all; true of every finding, they explain none. Guards are calculated, and stand in `because` as the questions
        # that they read, which the condition does not name itself. A verdict has no clause, a calculated number has.
        when = result.finding.when
        own = [name for name in result.because if when and name in when.reads]
        values = self.interview.final
        named = [
            name
            for name in own
            if name in self.questionnaire.by_id or isinstance(values.value(name), Decimal)
        ]
        found = self.answers_in(tuple(named)) or self.answers_in(result.because)
        telling = tuple(name for name in found if self.tells(name))
        return telling or found

    def tells(self, name: str) -> bool:
        """Whether an answer explains a finding: a no does so only where the questionnaire has a clause for it."""
        question = self.questionnaire.by_id[name]
        return question.because_not is not None or self.interview.final.value(name) is not False

    def criteria_named(self, finding: Finding) -> Iterable[str]:
        """The statements of the criteria behind a finding's verdict: of those that are as the verdict is.

        All where it meets them, the ones that are not met where it does not, the unknown ones where it cannot be told.
        """
        deciding = {"meets": "met", "does_not_meet": "not_met", "cannot_tell": "unknown"}
        for name in finding.when.reads if finding.when else ():
            criteria = self.questionnaire.criteria.get(name)
            if criteria:
                found = deciding[verdict(criteria, self.interview.final)]
                for criterion in criteria.criteria:
                    if outcome(criterion, self.interview.final) == found:
                        yield criterion.say

    def answers_in(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The questions with a value behind these names, in the order of the path, through calculated values."""
        found: dict[str, None] = {}
        for name in names:
            read = self.questionnaire.read_through((name,))
            found.update(
                dict.fromkeys(question.id for question in self.interview.path if question.id in read)
            )
        return tuple(name for name in found if self.known(name))

    def course(self, statements: Sequence[Statement]) -> CourseShown | None:
        """The course that one of these statements draws, None where none does; `today` in weeks where it is known."""
        for statement in statements:
            drawn = statement.figure.course if statement.figure else None
            if drawn:
                days = self.interview.final.value(drawn.day)
                today = days / 7 if isinstance(days, Decimal) and days >= 0 else None
                words = self.here.words
                text = words("figure.today", week=int(today) + 1) if today is not None else ""
                spans = tuple(
                    SpanShown(self.wording.text(span.label), span.starts, span.ends) for span in drawn.spans
                )
                return CourseShown(drawn.weeks, today, spans, text)
        return None

    def draft(self, says: Iterable[StatementShown]) -> bool:
        """Whether the clinic has yet to approve something that is said."""
        return any(self.questionnaire.statements[said.id].approved is None for said in says)


def _is_urgent(results: Iterable[Result]) -> bool:
    return any(result.finding.level == "now" for result in results)


def _said_once(findings: Iterable[FindingShown]) -> tuple[FindingShown, ...]:
    """The findings without statements that an earlier one says too.

    One that would be left without any keeps them: its reasons would stand there with nothing before them.
    """
    heard: set[str] = set()
    found = []
    for finding in findings:
        new = tuple(said for said in finding.says if said.id not in heard)
        heard.update(said.id for said in new)
        found.append(replace(finding, says=new or finding.says))
    return tuple(found)
