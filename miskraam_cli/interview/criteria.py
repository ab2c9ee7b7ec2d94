"""Whether criteria are met, and the verdict of a set of them."""

from typing import Literal

from miskraam_cli.questionnaire.condition.evaluate import Known, Outcome
from miskraam_cli.questionnaire.criteria import CriteriaSet, Criterion, Verdict

CriterionOutcome = Literal["met", "not_met", "unknown"]


def outcome(criterion: Criterion, known: Known) -> CriterionOutcome:
    """Whether one criterion is met. It is unknown where neither of its conditions is true, and where both are."""
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
