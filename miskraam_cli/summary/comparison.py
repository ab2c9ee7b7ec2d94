"""The comparison of a questionnaire in words. Nothing in it is weighed, ranked or counted (AMB-62)."""

from collections.abc import Mapping

from miskraam_cli.interview.state import Interview
from miskraam_cli.questionnaire.comparison import SILENT, Comparison
from miskraam_cli.questionnaire.condition.evaluate import Outcome
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.summary.model import CompareLine, CompareShown
from miskraam_cli.summary.statement_shown import StatementShown
from miskraam_cli.summary.wording import Wording


def compared(interview: Interview, wording: Wording) -> CompareShown | None:
    """The comparison with the values that matter to her; None where there is none or it does not apply."""
    compare = interview.questionnaire.compare
    if compare is None or compare.when.outcome(interview.final) is not Outcome.TRUE:
        return None
    statements = interview.questionnaire.statements
    # By the order of the file and never by her answers: what stands first would seem to weigh more.
    values = [value for value in compare.values if interview.final.value(value.question) == compare.matters]
    return CompareShown(
        order=wording.said(statements[compare.order]),
        options=tuple(wording.text(option.title) for option in compare.options),
        rows=tuple(
            CompareLine(wording.text(row.title), cells(row.cells, compare, wording)) for row in compare.rows
        ),
        values=tuple(
            CompareLine(wording.label(value.question), cells(value.cells, compare, wording))
            for value in values
        ),
        first=compare.first,
    )


def cells(named: Mapping[Id, Id], compare: Comparison, wording: Wording) -> tuple[StatementShown | None, ...]:
    """The cells of one row, in the order of the options; None where the leaflet is silent."""
    statements = wording.questionnaire.statements
    names = (named[option.id] for option in compare.options)
    return tuple(None if name == SILENT else wording.said(statements[name]) for name in names)
