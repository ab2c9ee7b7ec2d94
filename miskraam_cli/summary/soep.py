"""The clinician's screen (SOEP): what may not wait, her answers in a fixed order, signals with their source, notes.

The E holds signals and never a diagnosis, the P what the patient was told and what is to be arranged: both judgements
are the clinician's.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from miskraam_cli.interview.state import NonAnswer, Standing
from miskraam_cli.questionnaire.model import INTERRUPTING, Question
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import FindingShown, Soep
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.wording import Wording


def record(
    wording: Wording, here: Circumstances, findings: Sequence[FindingShown], actions: Sequence[StatementShown]
) -> Soep | None:
    """The clinician's screen of an interview; None where its questionnaire lays out none."""
    layout = wording.questionnaire.record
    if layout is None:
        return None
    ours = [finding for finding in findings if finding.audience == "patient"]
    return Soep(
        head=" · ".join((wording.text(layout.title), *_head(here), f"v{wording.questionnaire.version}")),
        alarms=tuple(_alarms(ours, wording)),
        subjective=tuple(_answers(line, wording, here) for line in layout.subjective),
        objective=tuple(_measured(layout.objective, wording, here)),
        evaluation=tuple(_signals(ours, wording)),
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


def _alarms(findings: Sequence[FindingShown], wording: Wording) -> Iterable[str]:
    """A line for each level now and call that holds, the most urgent first; then one with what is not known.

    What is not known stands apart from what holds: a clinician acts on the one and asks about the other.
    """
    words = wording.words
    for level in INTERRUPTING:
        found = [finding for finding in findings if finding.level == level and finding.outcome == "holds"]
        if found:
            shorts = " · ".join(finding.short for finding in found)
            yield f"{words(f'record.{level}')}  {shorts}"
    unknown = [
        name
        for finding in findings
        if finding.alarming and finding.outcome == "unknown"
        for name in finding.gaps
    ]
    if unknown:
        asked = (wording.questionnaire.by_id[name] for name in dict.fromkeys(unknown))
        yield f"[?] {words('record.unknown')}: {', '.join(label(question, wording) for question in asked)}"


def _answers(names: Iterable[str], wording: Wording, here: Circumstances) -> str:
    """One line of the screen: the answers to these questions, each behind its label.

    One that was corrected has its first answer beside it.
    """
    # Questions that were not asked keep their places, so that "no" and "not asked" cannot be taken for each other.
    # Neighbours share the words: said ten times they would hide the answers between them.
    shown = []
    first = here.kept.first_given if here.kept else {}
    for asked, group in groupby(
        names, lambda name: not isinstance(wording.interview.standing(name), Standing)
    ):
        questions = [wording.questionnaire.by_id[name] for name in group]
        if asked:
            shown += [_answer(question, wording, first.get(question.id)) for question in questions]
        else:
            labels = ", ".join(label(question, wording) for question in questions)
            shown.append(f"{labels}: {wording.words('record.not_asked')}")
    return " · ".join(shown)


def _measured(names: Sequence[str], wording: Wording, here: Circumstances) -> Iterable[str]:
    """The line of what the patient measured, with the words that nothing else was."""
    # Without those words an O with one value would read as an examination that found nothing else.
    if names:
        yield f"{_answers(names, wording, here)} · {wording.words('record.nothing_else')}"


def _answer(question: Question, wording: Wording, first: str | None) -> str:
    was = f" ({wording.words('record.was', answer=first)})" if first is not None else ""
    return f"{label(question, wording)}: {answered(question, wording)}{was}"


def answered(question: Question, wording: Wording) -> str:
    """The answer to one question in a clinician's words; without a value: not known, declined or not asked.

    A question that was not put and one that is off the path are both "not asked".
    """
    words = wording.words
    standing = wording.interview.standing(question.id)
    match standing:
        case Standing():
            return words("record.not_asked")
        case NonAnswer.DECLINED if question.declined:
            return wording.text(question.declined)
        case NonAnswer():
            return words(f"record.{standing.value}")
        case str() if question.type == "text":
            # In quotes: the words are hers, and nobody has looked at them.
            return f'"{standing}"'
        case str():
            return _short(question, standing, wording)
        case tuple():
            return ", ".join(_short(question, item, wording) for item in standing)
        case bool():
            return words("answer.yes" if standing else "answer.no").lower()
    return wording.shown(question.id, standing)


def label(question: Question, wording: Wording) -> str:
    """How a clinician's screen names a question."""
    return wording.text(question.short) if question.short else wording.label(question.id)


def _short(question: Question, option_id: str, wording: Wording) -> str:
    option = question.option(option_id)
    if option.short:
        return wording.text(option.short)
    # The text of a choice begins with a capital letter, and here it stands behind a label.
    text = wording.text(option.text)
    return text[:1].lower() + text[1:]


def _signals(findings: Sequence[FindingShown], wording: Wording) -> Iterable[str]:
    """The line of signals: every finding of level now or call that holds, with the first fact it rests on."""
    found = [finding for finding in findings if finding.alarming and finding.outcome == "holds"]
    shown = " · ".join(_sourced(finding) for finding in found)
    yield f"{wording.words('record.signals')}: {shown or wording.words('record.none')}"


def _sourced(finding: FindingShown) -> str:
    facts = [fact for said in finding.says for fact in said.facts]
    return f"{finding.short} [{facts[0]}]" if facts else finding.short


def _told(actions: Sequence[StatementShown], here: Circumstances) -> str:
    """What to do as the patient read it. After a correction that is still what she read before: she will quote it."""
    told = here.kept.told if here.kept else None
    return " ".join(said.text for said in actions) if told is None else told


def _plan(
    findings: Sequence[FindingShown], told: str, here: Circumstances, wording: Wording
) -> Iterable[str]:
    """Lines with what the patient was told, whether the kiosk called staff, and what is to be arranged."""
    words = wording.words
    yield f"{words('record.told')}: {told or words('record.told_general')}"
    # Said also where it did not: a line that is missing would leave it open.
    if here.kept and here.setting == "kiosk":
        called = words("answer.yes" if here.kept.staff_called else "answer.no").lower()
        yield f"{words('record.staff_called')}: {called}"
    found = (one for one in findings if one.level == "discuss" and one.outcome == "holds")
    arrange = [_sourced(finding) for finding in found]
    yield f"{words('record.arrange')}: {' · '.join(arrange) or words('record.none')}"


def _notes(findings: Sequence[FindingShown]) -> Iterable[str]:
    for finding in findings:
        if finding.audience == "clinician":
            for said in finding.says:
                yield f"{said.text} [{said.basis}]" if said.basis else said.text
