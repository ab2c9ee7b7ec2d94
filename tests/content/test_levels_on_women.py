"""An alarm means something: of plausible women, who has a reason reads call or now, and nobody else does."""

import pytest

from miskraam_cli.interview.state import NonAnswer
from tests.benchmarks.levels_on_women import REASONS, called_for_nothing, measured, not_called
from tests.benchmarks.plausible_women import women

WOMEN = 300
SEED = 15


@pytest.mark.parametrize("name", REASONS)
def test_nobody_is_told_to_call_for_nothing(name: str) -> None:
    wrong = called_for_nothing(measured(name, WOMEN, SEED))
    assert not wrong, (len(wrong), wrong[0].walk.counted)


@pytest.mark.parametrize("name", REASONS)
def test_everybody_with_a_reason_is_told_to_call(name: str) -> None:
    missed = not_called(measured(name, WOMEN, SEED))
    assert not missed, (missed[0].reasons, missed[0].walk.counted)


@pytest.mark.parametrize("name", REASONS)
def test_both_kinds_of_women_are_among_them(name: str) -> None:
    reasons = [bool(woman.reasons) for woman in measured(name, WOMEN, SEED)]
    assert WOMEN // 10 < sum(reasons) < WOMEN * 9 // 10


@pytest.mark.parametrize("name", REASONS)
def test_they_answer_every_question_as_it_may_be_answered(name: str) -> None:
    for woman in women(name, WOMEN, SEED):
        assert woman.complete, woman.open
        for question in woman.path:
            answer = woman.counted.get(question.id)
            options = {str(option.id) for option in question.choices}
            if isinstance(answer, NonAnswer):
                assert answer.value in question.may, question.id
            elif question.type == "choices":
                assert isinstance(answer, tuple) and set(answer) <= options, (question.id, answer)
            elif question.type == "choice":
                assert answer in options, (question.id, answer)
