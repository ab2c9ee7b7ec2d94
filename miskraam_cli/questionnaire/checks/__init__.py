"""Checks of a questionnaire that was put together: names that must exist, types that must fit, rules of safety."""

from collections.abc import Iterator

from miskraam_cli.errors import Problem
from miskraam_cli.questionnaire.checks.comparison import check_compare
from miskraam_cli.questionnaire.checks.conditions import check_conditions
from miskraam_cli.questionnaire.checks.findings import check_findings
from miskraam_cli.questionnaire.checks.ids import check_ids
from miskraam_cli.questionnaire.checks.questions import check_questions
from miskraam_cli.questionnaire.checks.statements import check_statements
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, StatementsFile
from miskraam_cli.questionnaire.model import Questionnaire


def check(questionnaire: Questionnaire, own: QuestionnaireFile, shared: StatementsFile) -> Iterator[Problem]:
    """Every problem of a questionnaire that has been put together."""
    yield from check_ids(questionnaire, own, shared)
    yield from check_questions(questionnaire)
    yield from check_conditions(questionnaire)
    yield from check_findings(questionnaire)
    yield from check_statements(questionnaire, own, shared)
    yield from check_compare(questionnaire)
