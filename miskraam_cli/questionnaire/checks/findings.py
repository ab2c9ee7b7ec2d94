"""Findings: what an unknown outcome leads to, and guards that would turn unknown into no."""

from collections.abc import Iterator, Mapping

from miskraam_cli.errors import Problem, near, problem
from miskraam_cli.questionnaire.condition.tree import And, Tree, names
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import ALARMING, INTERRUPTING, Finding, Questionnaire


def check_findings(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Q023 an `if_unknown` that names no finding, Q210 a finding that nothing leads to.

    For levels with a number: Q211 without `if_unknown`, Q212 one that leads to less than call and cites no ruling.
    Q213 a guard.
    """
    by_id = {finding.id: finding for finding in questionnaire.findings}
    targets = {finding.if_unknown for finding in questionnaire.findings}
    for finding in questionnaire.findings:
        if finding.when is None and finding.id not in targets:
            yield problem("Q210", finding.place, name=finding.id)
        if finding.level in ALARMING and finding.when is not None:
            yield from _unknown(finding, by_id)
        target = finding.if_unknown
        if target is not None and target not in by_id and target not in ("self", "none"):
            yield problem("Q023", target.place, name=target, near=near(target, tuple(by_id)))
        yield from _guards(finding, questionnaire)
    for name in questionnaire.signs:
        if name not in by_id:
            yield problem("Q023", name.place, name=name, near=near(name, tuple(by_id)))


def _unknown(finding: Finding, by_id: Mapping[Id, Finding]) -> Iterator[Problem]:
    target = finding.if_unknown
    if target is None:
        yield problem("Q211", finding.place, name=finding.id)
    elif target != "self" and not finding.rulings:
        weak = target == "none" or (target in by_id and by_id[target].level not in INTERRUPTING)
        if weak:
            yield problem("Q212", target.place, name=finding.id, target=target)


def _guards(finding: Finding, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A finding repeats the guard of a warning sign, and that guard is not made of warning signs only."""
    # "Measured, and too high" is false for a woman who did not measure: what nobody looked for would become a no.
    # Without the guard the question is off the path, hence unknown, and so is the finding.
    if finding.when is None:
        return
    tree = finding.when.tree
    conjuncts: tuple[Tree, ...] = tree.items if isinstance(tree, And) else ()
    for name in names(tree):
        question = questionnaire.by_id.get(name)
        if question is None or not question.warning or question.enable_when is None:
            continue
        guard = question.enable_when.tree
        honest = all(
            questionnaire.by_id[read].warning for read in names(guard) if read in questionnaire.by_id
        )
        if not honest and guard in conjuncts:
            text = question.enable_when.text
            yield problem("Q213", finding.when.place, name=finding.id, guard=text, sign=name)
