"""The clinician's screen (SOEP): what may not wait, her answers in a fixed order, signals with their source, notes.

The E holds signals and never a diagnosis, the P what the patient was told and what is to be arranged: both judgements
are the clinician's. How it says what it does not know is settled by AMB-128.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from miskraam_cli.interview.state import NonAnswer, Standing
from miskraam_cli.questionnaire.condition.evaluate import Outcome
from miskraam_cli.questionnaire.model import ALARMING, LEVELS
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import FindingShown, Signal, Soep
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.wording import Wording

# What neither alarms nor is only good to know.
_TO_ARRANGE = tuple(level for level in LEVELS[:-1] if level not in ALARMING)


@dataclass(frozen=True)
class _Part:
    """A part of a line: a label and the words behind it. `known`: they are an answer, not the lack of one."""

    label: str
    said: str
    known: bool


def record(
    wording: Wording,
    here: Circumstances,
    findings: Sequence[FindingShown],
    actions: Sequence[StatementShown],
    doubts: Sequence[str],
) -> Soep | None:
    """The clinician's screen of an interview; None where its questionnaire lays out none.

    `doubts` are the questions whose answers she was asked about once more, and left as they were.
    """
    layout = wording.questionnaire.record
    if layout is None:
        return None
    ours = [finding for finding in findings if finding.audience == "patient"]
    unknown = _unknown(ours, wording)
    return Soep(
        head=" · ".join((wording.text(layout.title), *_head(here), f"v{wording.questionnaire.version}")),
        alarms=tuple(_alarms(ours, unknown, wording)),
        subjective=(
            *(_answers(line, wording, here) for line in layout.subjective),
            *_left_as_they_were(doubts, wording),
        ),
        objective=tuple(_measured(layout.objective, wording, here)),
        evaluation=tuple(_signals(ours, unknown, wording)),
        plan=tuple(_plan(ours, _told(actions, here), here, wording)),
        notes=tuple(_notes(findings)),
    )


def _head(here: Circumstances) -> Iterable[str]:
    """The code of the record, which ties the screen to a patient; when, where and by whom it was filled in."""
    words, kept = here.words, here.kept
    how = [words(f"filled_by.{here.filled_by}")]
    if kept:
        yield words("record.code", code=kept.code)
        how = [kept.device, *how] if kept.device else how
        how += [words("record.broken_off")] if kept.broken_off else []
    yield f"{here.moment:%d-%m-%Y %H:%M} ({', '.join(how)})"


def _unknown(findings: Sequence[FindingShown], wording: Wording) -> tuple[Question, ...]:
    """The questions that leave an alarming finding unknown, in the order of asking."""
    gaps = {
        name
        for finding in findings
        if finding.alarming and finding.outcome == "unknown"
        for name in finding.gaps
    }
    return tuple(question for question in wording.questionnaire.questions if question.id in gaps)


def _alarms(findings: Sequence[FindingShown], unknown: Sequence[Question], wording: Wording) -> Iterable[str]:
    """A line for each alarming level that holds, the most urgent first; then one with what is not known.

    What is not known stands apart from what holds: a clinician acts on the one and asks about the other.
    """
    words = wording.words
    for level in ALARMING:
        found = _held(findings, (level,))
        if found:
            yield f"{words(f'records.level_{level}')}  {' · '.join(signal.text for signal in found)}"
    if unknown:
        yield f"[?] {words('record.unknown')}: {', '.join(label(question, wording) for question in unknown)}"


def _held(findings: Sequence[FindingShown], levels: Sequence[str]) -> tuple[Signal, ...]:
    """The signals of all findings of these levels that hold, each once."""
    found = (
        signal
        for finding in findings
        if finding.level in levels and finding.outcome == "holds"
        for signal in finding.signals
    )
    return tuple(dict.fromkeys(found))


def _answers(names: Iterable[str], wording: Wording, here: Circumstances) -> str:
    """One line of the screen: the answers to these questions, each behind its label.

    One that was corrected has its first answer beside it.
    """
    # Questions without an answer keep their places, so that "no" and "not asked" cannot be taken for each other.
    # Neighbours share the words for it: said ten times they would hide the answers between them.
    first = here.kept.first_given if here.kept else {}
    questions = [wording.questionnaire.by_id[name] for name in names]
    parts = [
        _under_one_label(tuple(group), wording, first)
        for _, group in groupby(questions, lambda question: label(question, wording))
    ]
    shown = []
    for lacking, group in groupby(parts, lambda part: "" if part.known else part.said):
        neighbours = tuple(group)
        if lacking:
            neighbours = (replace(neighbours[0], label=", ".join(part.label for part in neighbours)),)
        shown += [f"{part.label}: {part.said}" for part in neighbours]
    return " · ".join(shown)


def _under_one_label(questions: Sequence[Question], wording: Wording, first: Mapping[str, str]) -> _Part:
    """The answers to questions of the same label behind it, so that it stands once."""
    head, *rest = (_part(question, wording, first.get(question.id)) for question in questions)
    said = [head.said]
    for question, part in zip(questions[1:], rest, strict=True):
        # What the first answer closes is said by that answer.
        if wording.interview.standing(question.id) is Standing.OFF_PATH or part.said == head.said:
            continue
        unit = wording.words(f"unit.{question.unit}") if question.unit else ""
        said.append(part.said if part.known else f"{unit} {part.said}".strip())
    return replace(head, said=", ".join(said))


def _part(question: Question, wording: Wording, first: str | None) -> _Part:
    was = f" ({wording.words('record.was', answer=first)})" if first is not None else ""
    known = not isinstance(wording.interview.standing(question.id), NonAnswer | Standing)
    return _Part(label(question, wording), f"{answered(question, wording)}{was}", known)


def _left_as_they_were(doubts: Sequence[str], wording: Wording) -> Iterable[str]:
    """The line of answers that may be a slip, although she said that they are right."""
    if doubts:
        questions = (wording.questionnaire.by_id[name] for name in doubts)
        shown = (f"{label(question, wording)} {answered(question, wording)}" for question in questions)
        yield f"{wording.words('record.doubts')}: {' · '.join(shown)}"


def _measured(names: Sequence[str], wording: Wording, here: Circumstances) -> Iterable[str]:
    """The line of what the patient measured, with the words that nothing else was."""
    # Without those words an O with one value would read as an examination that found nothing else.
    if names:
        by_her = any(wording.value(name) is not None for name in names)
        nothing_else = wording.words("record.by_patient" if by_her else "record.nothing_else")
        yield f"{_answers(names, wording, here)} · {nothing_else}"


def answered(question: Question, wording: Wording) -> str:
    """The answer to one question in a clinician's words; without one why there is none."""
    words = wording.words
    standing = wording.interview.standing(question.id)
    match standing:
        case Standing():
            return _not_asked(question, wording)
        case NonAnswer.DECLINED if question.declined:
            return wording.text(question.declined)
        case NonAnswer():
            return words(f"record.{standing.value}")
        case str() if question.type == "text":
            # In quotes: the words are hers, and nobody has looked at them.
            return f'"{standing}"'
        case str():
            return wording.choice(question, standing)
        case tuple():
            return ", ".join(wording.choice(question, item) for item in standing)
        case bool():
            return words("answer.yes" if standing else "answer.no").lower()
        case date():
            return f"{standing:%d-%m-%Y}"
    return wording.shown(question.id, standing)


def _not_asked(question: Question, wording: Wording) -> str:
    """Why a question has no answer: it does not apply by her other answers, or it was not asked."""
    # "Does not apply" says something about her. It is said only where her answers make it so: not where what would
    # decide it is unknown, nor where an answer closes a part of the questionnaire without saying how it is with her.
    words, interview = wording.words, wording.interview
    condition = question.enable_when
    if condition is None or interview.standing(question.id) is Standing.NOT_PUT:
        return words("record.not_asked")
    questionnaire = wording.questionnaire
    deciding = questionnaire.read_through(condition.explain(interview.final, questionnaire.explainers))
    behind = [one for one in questionnaire.questions if one.id in deciding]
    if condition.outcome(interview.final) is Outcome.FALSE:
        closing = (wording.text(one.closes) for one in behind if one.closes)
        return next(closing, words("record.not_applicable"))
    # What hangs on a question that was not asked itself is as that one is.
    closed = (_not_asked(one, wording) for one in behind if interview.standing(one.id) is Standing.OFF_PATH)
    return next(closed, words("record.not_asked"))


def label(question: Question, wording: Wording) -> str:
    """How a clinician's screen names a question."""
    return wording.text(question.short) if question.short else wording.label(question.id)


def _signals(
    findings: Sequence[FindingShown], unknown: Sequence[Question], wording: Wording
) -> Iterator[str]:
    """The signals that the leaflets name, with how many signs are not known; then those that are additions to them."""
    # "None" alone would read as if every sign had been asked about and was absent.
    words = wording.words
    found = _held(findings, ALARMING)
    named = [_sourced(signal) for signal in found if not signal.addition]
    signs = sum(question.warning for question in unknown)
    missing = [words("record.not_known", count=signs)] if signs else []
    shown = " · ".join((*named, *missing)) if named else ", ".join((words("record.none_reported"), *missing))
    yield f"{words('record.signals')}: {shown}"
    added = [_sourced(signal) for signal in found if signal.addition]
    if added:
        yield f"{words('record.addition')}: {' · '.join(added)}"


def _sourced(signal: Signal) -> str:
    return f"{signal.text} [{', '.join(signal.sources)}]" if signal.sources else signal.text


def _told(actions: Sequence[StatementShown], here: Circumstances) -> str:
    """What to do as the patient read it. After a correction that is still what she read before: she will quote it."""
    told = here.kept.told if here.kept else None
    return " ".join(said.text for said in actions) if told is None else told


def _plan(
    findings: Sequence[FindingShown], told: str, here: Circumstances, wording: Wording
) -> Iterable[str]:
    """What the patient was told, and whether the kiosk called staff; then what is to be arranged."""
    words = wording.words
    shown = f"{words('record.told')}: {told or words('record.told_general')}"
    # Said also where it did not: words that are missing would leave it open.
    if here.kept and here.setting == "kiosk":
        called = words("answer.yes" if here.kept.staff_called else "answer.no").lower()
        shown += f" · {words('record.staff_called')}: {called}"
    yield shown
    arrange = [_sourced(signal) for signal in _held(findings, _TO_ARRANGE)]
    yield f"{words('record.arrange')}: {' · '.join(arrange) or words('record.none')}"


def _notes(findings: Sequence[FindingShown]) -> Iterable[str]:
    for finding in findings:
        if finding.audience == "clinician":
            for said in finding.says:
                yield f"{said.text} [{said.basis}]" if said.basis else said.text
