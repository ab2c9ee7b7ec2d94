"""Criteria and their verdict. Whatever is not surely met or surely not met is unknown."""

from typing import Literal

from miskraam_cli.questionnaire.condition.evaluate import Known, Outcome
from miskraam_cli.questionnaire.criteria import CriteriaSet, Criterion, Verdict

CriterionOutcome = Literal["met", "not_met", "unknown"]


def outcome(criterion: Criterion, known: Known) -> CriterionOutcome:
    """Whether one criterion is met. Both sides true is a contradiction, and unknown."""
    met = criterion.met_when.outcome(known) is Outcome.TRUE
    not_met = criterion.not_met_when.outcome(known) is Outcome.TRUE
    if met == not_met:
        return "unknown"
    return "met" if met else "not_met"


def verdict(criteria: CriteriaSet, known: Known) -> Verdict:
    """Does not meet if any criterion is not met, else cannot tell if any is unknown, else meets."""
    outcomes = {outcome(criterion, known) for criterion in criteria.criteria}
    if "not_met" in outcomes:
        return "does_not_meet"
    return "cannot_tell" if "unknown" in outcomes else "meets"
