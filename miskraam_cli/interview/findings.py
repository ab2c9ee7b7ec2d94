"""Findings: which rules hold, which are unknown and what that leads to, and which must not wait for the end."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from miskraam_cli.interview.state import Interview, View
from miskraam_cli.questionnaire.condition.evaluate import Outcome
from miskraam_cli.questionnaire.model import ALARMING, LEVELS, SURFACING, Finding, Questionnaire

_TRUE, _UNKNOWN = Outcome.TRUE, Outcome.UNKNOWN  # read once: Python 3.11 reaches a member of an Enum slowly


@dataclass(frozen=True)
class Result:
    """A finding that applies: it holds, or it is said because the findings in `sources` are unknown.

    `because` names the questions and calculated values that decided it.
    """

    finding: Finding
    outcome: Literal["holds", "unknown"]
    because: tuple[str, ...]
    sources: tuple[Finding, ...] = ()


def evaluate(interview: Interview) -> tuple[Result, ...]:
    """All findings that apply at the end: by level, then those that hold before unknown ones, then as in the file.

    Where one carries a number, those with a reassuring statement are left out (AMB-111).
    """
    found = _ordered(interview, interview.final)
    if any(result.finding.level in ALARMING for result in found):
        statements = interview.questionnaire.statements
        return tuple(
            result for result in found if not any(statements[name].reassuring for name in result.finding.say)
        )
    return found


def alerts(interview: Interview) -> tuple[Result, ...]:
    """The findings of level now, call or check that apply while questions are still to come (AMB-72), ordered as above.

    One that is unknown is among them only when all that it reads has been put or is off the path.
    """
    found = _ordered(interview, interview.mid_walk)
    return tuple(result for result in found if result.finding.level in SURFACING)


def _ordered(interview: Interview, view: View) -> tuple[Result, ...]:
    return tuple(
        sorted(
            _results(interview.questionnaire, view),
            key=lambda result: (LEVELS.index(result.finding.level), result.outcome == "unknown"),
        )
    )


def _results(questionnaire: Questionnaire, view: View) -> Iterator[Result]:
    """What holds, in the order of the file; then what is unknown, in that order too."""
    explainers = questionnaire.explainers
    holds: set[str] = set()
    unknown: dict[str, list[tuple[Finding, tuple[str, ...]]]] = {}
    for finding in questionnaire.findings:
        if finding.when is None:
            continue
        outcome = finding.when.outcome(view)
        if outcome is _TRUE:
            holds.add(finding.id)
            yield Result(finding, "holds", finding.when.explain(view, explainers))
        elif outcome is _UNKNOWN and finding.if_unknown not in (None, "none") and view.all_put(finding.when):
            target = finding.id if finding.if_unknown == "self" else str(finding.if_unknown)
            unknown.setdefault(target, []).append((finding, finding.when.explain(view, explainers)))
    for finding in questionnaire.findings:
        if finding.id in unknown and finding.id not in holds:
            found = unknown[finding.id]
            because = tuple(dict.fromkeys(name for _, names in found for name in names))
            yield Result(finding, "unknown", because, tuple(source for source, _ in found))
