"""The clinician's one screen (SOEP): what is now, her answers in a fixed order, signals with their source, notes.

Evaluation stays the clinician's: signals and what the patient was told, never a diagnosis.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from miskraam_cli.interview.state import NonAnswer, Standing
from miskraam_cli.questionnaire.model import ALARMING, Question
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import FindingShown, Record
from miskraam_cli.summary.said import Said
from miskraam_cli.summary.wording import Wording


def record(
    wording: Wording, here: Circumstances, findings: Sequence[FindingShown], actions: Sequence[Said]
) -> Record | None:
    """The clinician's screen of an interview; None where its questionnaire lays out none."""
    layout = wording.questionnaire.record
    if layout is None:
        return None
    words = here.words
    ours = [finding for finding in findings if finding.audience == "patient"]
    moment = f"{here.moment:%d-%m-%Y %H:%M}"
    head = (
        wording.text(layout.title),
        f"{moment} ({words(f'filled_by.{here.filled_by}')})",
        f"v{wording.questionnaire.version}",
    )
    return Record(
        head=" · ".join(head),
        alarms=tuple(_alarms(ours, wording)),
        subjective=tuple(_answers(line, wording) for line in layout.subjective),
        objective=tuple(_measured(layout.objective, wording)),
        evaluation=tuple(_signals(ours, wording)),
        plan=tuple(_plan(ours, actions, wording)),
        notes=tuple(_notes(findings)),
    )


def _alarms(findings: Sequence[FindingShown], wording: Wording) -> Iterable[str]:
    """What may not wait, the most urgent level first; then the warning signs that are not known."""
    words = wording.words
    for level in ALARMING:
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
        yield f"[?] {words('record.unknown')}: {', '.join(_label(question, wording) for question in asked)}"


def _answers(names: Iterable[str], wording: Wording) -> str:
    """Answers in their places; neighbours that were not asked share the words that say so."""
    shown = []
    for asked, group in groupby(
        names, lambda name: not isinstance(wording.interview.standing(name), Standing)
    ):
        questions = [wording.questionnaire.by_id[name] for name in group]
        if asked:
            shown += [_answer(question, wording) for question in questions]
        else:
            labels = ", ".join(_label(question, wording) for question in questions)
            shown.append(f"{labels}: {wording.words('record.not_asked')}")
    return " · ".join(shown)


def _measured(names: Sequence[str], wording: Wording) -> Iterable[str]:
    """What was measured, by the patient; nothing else was."""
    if names:
        yield f"{_answers(names, wording)} · {wording.words('record.nothing_else')}"


def _answer(question: Question, wording: Wording) -> str:
    """One answer that was given: yes, no and not known are three things."""
    words = wording.words
    standing = wording.interview.counted[question.id]
    label = _label(question, wording)
    match standing:
        case NonAnswer():
            shown = words(f"record.{standing.value}")
        case str() if question.type == "text":
            shown = f'"{standing}"'
        case str():
            shown = _short(question, standing, wording)
        case tuple():
            shown = ", ".join(_short(question, item, wording) for item in standing)
        case bool():
            shown = words("answer.yes" if standing else "answer.no").lower()
        case _:
            shown = wording.shown(question.id, standing)
    return f"{label}: {shown}"


def _label(question: Question, wording: Wording) -> str:
    label = question.short or question.label
    return wording.text(label) if label else question.id


def _short(question: Question, option_id: str, wording: Wording) -> str:
    option = question.option(option_id)
    if option.short:
        return wording.text(option.short)
    text = wording.text(option.text)
    return text[:1].lower() + text[1:]


def _signals(findings: Sequence[FindingShown], wording: Wording) -> Iterable[str]:
    """Every signal that holds, with the first fact it rests on."""
    found = [finding for finding in findings if finding.alarming and finding.outcome == "holds"]
    shown = " · ".join(_sourced(finding) for finding in found)
    yield f"{wording.words('record.signals')}: {shown or wording.words('record.none')}"


def _sourced(finding: FindingShown) -> str:
    facts = [fact for said in finding.says for fact in said.facts]
    return f"{finding.short} [{facts[0]}]" if facts else finding.short


def _plan(findings: Sequence[FindingShown], actions: Sequence[Said], wording: Wording) -> Iterable[str]:
    """What the patient was told, because she will quote it; and what is to be arranged."""
    words = wording.words
    told = " ".join(said.text for said in actions) or words("record.told_general")
    yield f"{words('record.told')}: {told}"
    found = (one for one in findings if one.level == "discuss" and one.outcome == "holds")
    arrange = [_sourced(finding) for finding in found]
    yield f"{words('record.arrange')}: {' · '.join(arrange) or words('record.none')}"


def _notes(findings: Sequence[FindingShown]) -> Iterable[str]:
    for finding in findings:
        if finding.audience == "clinician":
            for said in finding.says:
                yield f"{said.text} [{said.basis}]" if said.basis else said.text
