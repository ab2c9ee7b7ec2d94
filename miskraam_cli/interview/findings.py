"""Findings: which rules hold, which are unknown and what that leads to, and which must not wait for the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from miskraam_cli.interview.state import Interview, View
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN
from miskraam_cli.questionnaire.condition.explain import explain
from miskraam_cli.questionnaire.model import ALARMING, LEVELS, Finding


@dataclass(frozen=True)
class Result:
    """A finding that applies: it holds, or it is unknown and stands for the findings in `sources`.

    `because` names the questions and calculated values that decided it.
    """

    finding: Finding
    outcome: Literal["holds", "unknown"]
    because: tuple[str, ...]
    sources: tuple[Finding, ...] = ()


def evaluate(interview: Interview) -> tuple[Result, ...]:
    """All findings of an interview as it stands: by level, then holds before unknown, then order in the file.

    Where anything alarms, nothing reassuring is said beside it (AMB-111).
    """
    found = _ordered(interview, interview.final)
    if any(result.finding.level in ALARMING for result in found):
        statements = interview.questionnaire.statements
        return tuple(
            result for result in found if not any(statements[name].reassuring for name in result.finding.say)
        )
    return found


def alerts(interview: Interview) -> tuple[Result, ...]:
    """The findings of level now or call that may surface while questions are still to come (AMB-72)."""
    found = _ordered(interview, interview.mid_walk)
    return tuple(result for result in found if result.finding.level in ALARMING)


def _ordered(interview: Interview, view: View) -> tuple[Result, ...]:
    order = {finding.id: index for index, finding in enumerate(interview.questionnaire.findings)}
    return tuple(
        sorted(
            _results(interview, view),
            key=lambda result: (
                LEVELS.index(result.finding.level),
                result.outcome == "unknown",
                order[result.finding.id],
            ),
        )
    )


def _results(interview: Interview, view: View) -> Iterator[Result]:
    questionnaire = interview.questionnaire
    by_id = {str(finding.id): finding for finding in questionnaire.findings}
    trees = {str(name): condition.tree for name, condition in questionnaire.calculated.items()}
    holds: set[str] = set()
    unknown: dict[str, list[tuple[Finding, tuple[str, ...]]]] = {}
    for finding in questionnaire.findings:
        if finding.when is None:
            continue
        outcome = finding.when.evaluate(view)
        if outcome is True:
            holds.add(finding.id)
            yield Result(finding, "holds", explain(finding.when.tree, view, trees))
        elif outcome is UNKNOWN and finding.if_unknown not in (None, "none") and view.all_put(finding.when):
            target = finding.id if finding.if_unknown == "self" else str(finding.if_unknown)
            because = explain(finding.when.tree, view, trees)
            unknown.setdefault(target, []).append((finding, because))
    for target, found in unknown.items():
        if target not in holds:
            because = tuple(dict.fromkeys(name for _, names in found for name in names))
            sources = tuple(finding for finding, _ in found)
            yield Result(by_id[target], "unknown", because, sources)
