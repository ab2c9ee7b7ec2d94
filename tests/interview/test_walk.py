"""The loop: whatever a person does she reaches a summary, and going back undoes."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Answered, Back
from miskraam_cli.interview.state import Answer, Interview
from tests.interview.simulated_people import (
    ANSWERS,
    CALM,
    FOLLOW_UP,
    SLIPS,
    Person,
    Wanderer,
    found,
    pick,
    scripted,
    summary_of,
    typed,
    walked,
    words_of,
)
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import EN, NL, TODAY, questionnaire


@settings(max_examples=150, deadline=None)
@given(st.data(), st.integers(0, 60), st.sampled_from(["nl", "en"]))
def test_any_answers_and_backs_end_in_a_summary(data: st.DataObject, keys: int, language: str) -> None:
    words = {"nl": NL, "en": EN}[language]
    ended = walked(Wanderer(data, keys), words=words)
    summary = summary_of(ended, words)
    assert ended.how == "done"
    assert summary.complete
    assert summary.closing
    assert any(contact.number for contact in summary.contacts)


def test_calm_answers_bring_nothing_that_alarms() -> None:
    person = Person(CALM)
    ended = walked(person)
    assert not [finding for finding in summary_of(ended).findings if finding.level in ("now", "call")]
    assert [prompt.id for prompt in person.prompts] == list(CALM)


@pytest.mark.parametrize(("question", "wrong"), SLIPS)
def test_back_undoes_an_answer(question: str, wrong: Answered) -> None:
    straight = walked(Person(CALM))
    slipped = Person(CALM, slip=(question, wrong))
    ended = walked(slipped)
    assert slipped.slipped
    assert ended.interview.answers == straight.interview.answers
    assert found(ended) == found(straight)


@settings(max_examples=100, deadline=None)
@given(st.fixed_dictionaries(ANSWERS), st.sampled_from(SLIPS))
def test_back_undoes_beside_any_other_answers(
    answers: dict[str, Answered], slip: tuple[str, Answered]
) -> None:
    answers["temperature"] = typed("36,9")
    straight, ended = walked(Person(answers)), walked(Person(answers, slip=slip))
    assert dict(ended.interview.counted) == dict(straight.interview.counted)
    assert found(ended) == found(straight)


def test_back_leads_to_the_question_before_with_its_earlier_choice() -> None:
    presenter, _ = scripted(pick("lumc"), pick("earlier"), Back(), pick("no"))
    ids = [prompt.id for prompt in presenter.prompts]
    assert ids == ["hospital", "fainting", "bleeding", "fainting", "bleeding"]
    assert presenter.prompts[3].chosen == ("earlier",)


def test_back_from_the_first_question_asks_it_again() -> None:
    presenter, _ = scripted(Back(), pick("lumc"))
    assert [prompt.id for prompt in presenter.prompts] == ["hospital", "hospital", "fainting"]
    assert not presenter.prompts[0].can_go_back
    assert presenter.prompts[2].can_go_back


def test_what_was_typed_is_kept_when_she_goes_back() -> None:
    before = ("hospital", "fainting", "bleeding", "pain", "temperature_measured")
    to_temperature = [CALM[name] for name in before]
    presenter, ended = scripted(*to_temperature, Back(typed("38,")), pick("yes"))
    first, again = (prompt for prompt in presenter.prompts if prompt.id == "temperature")
    assert (first.typed, again.typed) == ("", "38,")
    assert "temperature" not in ended.interview.answers, "a draft is not an answer"


def test_what_was_chosen_and_not_given_is_kept_when_she_goes_back() -> None:
    presenter, ended = scripted(pick("lumc"), Back(pick("today")), pick("lumc"))
    assert presenter.prompts[-1].chosen == ("today",)
    assert "fainting" not in ended.interview.answers


def test_questions_that_were_seen_are_seen_again_on_the_way_forward() -> None:
    forward = ["hospital", "fainting", "bleeding", "pain"]
    presenter, _ = scripted(pick("lumc"), pick("no"), pick("less"), Back(), Back(), pick("no"), pick("less"))
    assert [prompt.id for prompt in presenter.prompts] == [
        *forward,
        "bleeding",
        "fainting",
        "bleeding",
        "pain",
    ]


def test_an_alarm_is_shown_once() -> None:
    presenter, _ = scripted(pick("lumc"), pick("today"), Back(), pick("today"), pick("less"))
    alarms = [notice for notice in presenter.notices if notice.options and "flauw" in words_of([notice])]
    assert len(alarms) == 1


def test_after_an_alarm_of_level_now_the_first_choice_is_to_get_help() -> None:
    presenter, _ = scripted(pick("lumc"), pick("today"))
    alarm = presenter.notices[-1]
    assert alarm.options[0].label == "Ik zoek nu hulp"
    for number in ("112", "071 526 28 70", "071 529 95 17"):
        assert number in words_of([alarm])


def test_what_stands_in_the_answers_already_is_not_asked() -> None:
    person = Person(CALM)
    known: dict[str, Answer] = {
        "fainting": "no",
        "bleeding": "less",
        "temperature_measured": "yes",
        "temperature": Decimal("37.0"),
    }
    ended = walked(person, start=Interview(FOLLOW_UP, TODAY, known))
    assert set(known).isdisjoint(prompt.id for prompt in person.prompts)
    assert ended.interview.complete


def test_progress_counts_the_questions_of_the_path_and_says_about() -> None:
    two = questionnaire(body([asked("a"), asked("pause", "note"), asked("b")]))
    person = Person({"a": pick("true"), "b": pick("true")})
    walked(person, two)
    progress = [prompt.progress for prompt in person.prompts]
    assert progress == ["Vraag 1 van ongeveer 2", "Vraag 2 van ongeveer 2"]


@pytest.mark.parametrize(
    ("gate", "totals"),
    [
        ("true", [4, 6, 6, 6, 6, 6]),  # the two of the path and half of the four behind the gate, then all
        ("false", [4, 2]),
    ],
)
def test_progress_counts_half_of_the_questions_that_may_still_come(gate: str, totals: list[int]) -> None:
    behind = [asked(name, more="enable_when: gate == true") for name in ("b", "c", "d", "e")]
    hidden = asked("pause", "note", "enable_when: gate == true")
    person = Person(dict.fromkeys("bcdef", pick("true")) | {"gate": pick(gate)})
    walked(person, questionnaire(body([asked("gate"), *behind, hidden, asked("f")])))
    assert [prompt.progress for prompt in person.prompts] == [
        f"Vraag {position} van ongeveer {total}" for position, total in enumerate(totals, start=1)
    ]
