"""A comparison: every row has a cell for every option, and every cell is a statement or `silent`."""

from collections.abc import Iterator, Mapping

from miskraam_cli.errors import Place, Problem, near, problem
from miskraam_cli.questionnaire.comparison import SILENT, Comparison
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Questionnaire


def check_compare(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Q240 a row without an option, Q241 a note that shows none, Q242 `first` names no finding; the rest elsewhere."""
    compare = questionnaire.compare
    for question in questionnaire.questions:
        options = tuple(str(option.id) for option in compare.options) if compare else ()
        if question.shows is not None and question.shows not in options:
            nearest = near(question.shows, options)
            yield problem("Q241", question.shows.place, name=question.shows, near=nearest)
    if compare is None:
        return
    findings = tuple(str(finding.id) for finding in questionnaire.findings)
    for name in compare.first:
        if name not in findings:
            yield problem("Q242", name.place, name=name, near=near(name, findings))
    for row in compare.rows:
        yield from _cells(row.cells, row.place, compare, questionnaire)
    for value in compare.values:
        if value.question not in questionnaire.by_id:
            nearest = near(value.question, tuple(questionnaire.by_id))
            yield problem("Q104", value.question.place, name=value.question, near=nearest)
        yield from _cells(value.cells, value.place, compare, questionnaire)


def _cells(
    cells: Mapping[Id, Id], place: Place, compare: Comparison, questionnaire: Questionnaire
) -> Iterator[Problem]:
    options = {str(option.id) for option in compare.options}
    if set(cells) != options:
        yield problem("Q240", place, names=", ".join(sorted(options.symmetric_difference(cells))))
    for name in cells.values():
        if name != SILENT and name not in questionnaire.statements:
            yield problem("Q022", name.place, name=name, near=near(name, tuple(questionnaire.statements)))
