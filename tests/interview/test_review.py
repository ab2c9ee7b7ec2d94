"""The review: a changed answer comes to what a straight walk comes to, and only what follows is asked again."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Answered, Back, Continue, Jump, Notice, Prompt, Stop
from tests.interview.simulated_people import (
    ANSWERS,
    CALM,
    FOLLOW_UP,
    SLIPS,
    Person,
    found,
    pick,
    scripted,
    typed,
    walked,
)
from tests.tiny_questionnaires import NL


@dataclass
class Reviewer(Person):
    """Answers one question wrongly; at the end she looks at her answers and puts it right."""

    looked: bool = False
    wrong: Answered = field(default_factory=Answered)
    changes: str = ""

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        if prompt.text == NL("review.text"):
            return pick(self.changes)
        if prompt.id == self.changes and not self.looked:
            self.prompts.append(prompt)
            return pick("right") if prompt.options[-1:] and prompt.options[-1].id == "right" else self.wrong
        return super().ask(prompt)

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        if notice.can_review and not self.looked:
            self.looked = True
            self.before = len(self.prompts)
            return Jump()
        return super().show(notice)


@settings(max_examples=200, deadline=None)
@given(st.fixed_dictionaries(ANSWERS), st.sampled_from(SLIPS))
def test_a_changed_answer_comes_to_what_a_straight_walk_comes_to(
    answers: dict[str, Answered], slip: tuple[str, Answered]
) -> None:
    answers["temperature"] = typed("36,9")
    changes, wrong = slip
    straight, person = walked(Person(answers)), Reviewer(answers, wrong=wrong, changes=changes)
    first = walked(Person({**answers, changes: wrong}))
    if changes not in first.interview.counted:
        return
    ended = walked(person)
    assert dict(ended.interview.counted) == dict(straight.interview.counted)
    assert found(ended) == found(straight)
    before = {question.id for question in first.interview.asked}
    follows = {question.id for question in straight.interview.asked} - before
    asked = {prompt.id for prompt in person.prompts[person.before :]}
    assert {changes} | follows <= asked <= {changes} | follows_from(changes)


def follows_from(name: str) -> set[str]:
    """The questions whose being asked hangs on this one, also by way of others."""
    found = {name}
    for question in FOLLOW_UP.questions:
        reads = question.enable_when.reads if question.enable_when else ()
        through = {read for one in reads for read in (one, *FOLLOW_UP.reads(one))}
        if through & found:
            found.add(question.id)
    return found


def test_what_was_typed_and_not_given_is_still_there_after_the_review() -> None:
    before = [CALM[name] for name in list(CALM)[:5]]
    presenter, ended = scripted(*before, Jump(typed("38,")), pick("fainting"), pick("no"))
    again = presenter.prompts[-1]
    assert (again.id, again.typed) == ("temperature", "38,")
    assert "temperature" not in ended.interview.answers


def test_the_review_is_offered_once_there_is_something_to_see() -> None:
    presenter, _ = scripted(pick("lumc"), pick("no"))
    assert [prompt.can_review for prompt in presenter.prompts] == [False, True, True]


@pytest.mark.parametrize("answer", ["unknown", "no"])
def test_unknown_and_open_are_marked(answer: str) -> None:
    presenter, _ = scripted(pick("lumc"), pick(answer), Jump())
    labels = {option.id: option.label for option in presenter.prompts[-1].options}
    assert labels["fainting"].startswith("?") == (answer == "unknown")
    assert labels["bleeding"].startswith("?")
    assert [option.heading for option in presenter.prompts[-1].options[1:3]] == ["Uw ziekenhuis", "Eerst dit"]
