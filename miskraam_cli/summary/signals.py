"""A finding in a clinician's few words: what it is, with its own fact of a leaflet, or as an addition by a ruling."""

from collections.abc import Iterator

from miskraam_cli.interview.findings import Result
from miskraam_cli.questionnaire.condition.tree import Has, Name, walk
from miskraam_cli.questionnaire.model import Finding, Questionnaire, Statement
from miskraam_cli.summary.model import Signal
from miskraam_cli.summary.wording import Wording


def signals(result: Result, wording: Wording) -> tuple[Signal, ...]:
    """The finding as signals: one, or one for each sign that was ticked in a list of signs (AMB-128)."""
    finding = result.finding
    verdict = wording.questionnaire.statements[finding.say[0]]
    short = wording.filled(finding.short) if finding.short else str(finding.id)
    if verdict.addition is not None:
        return (Signal(short, tuple(verdict.rulings or finding.rulings), addition=True),)
    own = Signal(short, _fact(verdict, result, wording), addition=False)
    return tuple(_ticked(finding, wording)) or (own,)


def _ticked(finding: Finding, wording: Wording) -> Iterator[Signal]:
    """The signs that were ticked and that the finding is about, in the order of their list."""
    named = choices_named(finding, wording.questionnaire)
    for question in wording.questionnaire.questions:
        chosen = wording.value(question.id)
        for option in question.choices:
            ticked = isinstance(chosen, tuple) and option.id in chosen
            if ticked and option.fact and f"{question.id}.{option.id}" in named:
                yield Signal(wording.choice(question, option.id), (option.fact,), addition=False)


def _fact(verdict: Statement, result: Result, wording: Wording) -> tuple[str, ...]:
    """The first fact of its statement that a question behind it rests on too; else the first."""
    # A statement may begin with why one calls at all. The questions tell which of its facts is that of this sign.
    questionnaire = wording.questionnaire
    behind = questionnaire.read_through(result.because)
    asked = {fact for question in questionnaire.questions if question.id in behind for fact in question.facts}
    return tuple([fact for fact in verdict.facts if fact in asked] or verdict.facts)[:1]


def choices_named(finding: Finding, questionnaire: Questionnaire) -> frozenset[str]:
    """The choices of lists that a finding names, through calculated values too, each as `question.choice`."""
    # Who ticked three complaints reads, at a finding about one of them, that one as its reason.
    trees = [finding.when.tree] if finding.when else []
    named: set[str] = set()
    while trees:
        for tree in walk(trees.pop()):
            if isinstance(tree, Has):
                named.add(f"{tree.name.name}.{tree.choice.value}")
            elif isinstance(tree, Name) and tree.name in questionnaire.calculated:
                trees.append(questionnaire.calculated[tree.name].tree)
    return frozenset(named)
