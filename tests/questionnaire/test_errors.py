"""Every problem an author can meet is reported once, with its code, its place and the name that was perhaps meant."""

import pytest

from tests.questionnaire.faults import FAULTS
from tests.questionnaire.faults.fault import GOOD, Fault, found_in
from tests.tiny_questionnaires import problems


def test_the_questionnaire_that_the_faults_stand_in_is_good() -> None:
    assert problems(GOOD) == ()


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_is_one_problem_at_its_place(fault: Fault) -> None:
    place = fault.files()[1]
    assert [(problem.code, problem.place) for problem in found_in(fault)] == [(fault.code, place)]


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_name_that_was_meant_is_offered(fault: Fault) -> None:
    found = [problem for problem in found_in(fault) if problem.code == fault.code]
    assert [dict(problem.values).get("near", "") for problem in found] == [fault.near]


@pytest.mark.parametrize(
    "file", ["test.yaml", "questions.yaml", "statements.yaml", "contacts.yaml", "facts.tsv", "info.yaml"]
)
def test_a_fault_in_each_file_stands_in_the_table(file: str) -> None:
    assert file in {fault.files()[1].file for fault in FAULTS}
