"""A verdict in words: each criterion with its outcome and source, what goes with it, and notes for staff."""

from dataclasses import dataclass

from miskraam_cli.interview.criteria import CriterionOutcome, outcome, verdict
from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.questionnaire.criteria import Verdict
from miskraam_cli.summary.build import Builder
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.statement_shown import StatementShown


@dataclass(frozen=True)
class CriterionShown:
    """One criterion: what it is called, whether it is met, and what the source says of it."""

    id: str
    label: str
    outcome: CriterionOutcome
    said: StatementShown
    rulings: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """A verdict with its criteria, what a patient reads beside it (`says`), and the notes for staff."""

    verdict: Verdict
    title: str
    criteria: tuple[CriterionShown, ...]
    says: tuple[StatementShown, ...]
    notes: tuple[StatementShown, ...]


def judged(interview: Interview, name: str, here: Circumstances) -> Judged:
    """The verdict of the set of criteria `name` for an interview. KeyError where the questionnaire has no such set."""
    builder = Builder(interview, here)
    questionnaire, wording = interview.questionnaire, builder.wording
    criteria = questionnaire.criteria[name]
    # The findings say the statements of the criteria too; here each stands beside its criterion already.
    shown = {str(criterion.say) for criterion in criteria.criteria}
    findings = [builder.finding(result) for result in evaluate(interview)]
    return Judged(
        verdict=verdict(criteria, interview.final),
        title=wording.text(questionnaire.title),
        criteria=tuple(
            CriterionShown(
                id=criterion.id,
                label=wording.text(criterion.label),
                outcome=outcome(criterion, interview.final),
                said=wording.said(questionnaire.statements[criterion.say]),
                rulings=tuple(criterion.rulings),
            )
            for criterion in criteria.criteria
        ),
        says=tuple(
            said
            for found in findings
            if found.audience == "patient"
            for said in found.says
            if said.id not in shown
        ),
        notes=tuple(said for found in findings if found.audience == "clinician" for said in found.says),
    )
