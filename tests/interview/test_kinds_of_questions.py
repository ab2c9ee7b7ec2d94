"""Notes, lists with choices that stand alone, and questions that must be answered."""

from functools import partial

import pytest

from miskraam_cli.interview.prompt import Answered, Back
from miskraam_cli.interview.state import NonAnswer
from miskraam_cli.language import Words
from tests.interview.simulated_people import pick, scripted, typed, words_of
from tests.questionnaire_lines import asked, body, options
from tests.tiny_questionnaires import EN, NL, questionnaire

NOTED = questionnaire(body([asked("a"), asked("between", "note"), asked("b")]))
SEVERAL = questionnaire(
    body(
        [
            asked("signs", "choices", f"{options('rash', 'cough', 'none!')}, may: [unknown, declined]"),
            asked("b"),
        ]
    )
)
OWN_WORDS = questionnaire(body([asked("wish", "text", "may: [declined]"), asked("b")]))
OWN_WAY_OUT = questionnaire(
    body(
        [
            asked(
                "wish", "text", "may: [declined], declined: {nl: Ik heb niets te vragen, en: Nothing to ask}"
            ),
            asked("b"),
        ]
    )
)
REQUIRED = questionnaire(body([asked("number", "integer", "range: [0, 9]"), asked("b")]))

noted = partial(scripted, questionnaire=NOTED)
several = partial(scripted, questionnaire=SEVERAL)
required = partial(scripted, questionnaire=REQUIRED)
own_words = partial(scripted, questionnaire=OWN_WORDS)


def test_a_note_is_read_and_not_answered() -> None:
    presenter, ended = noted(pick("true"), pick("false"))
    assert [prompt.id for prompt in presenter.prompts] == ["a", "b"]
    assert "between" in words_of(presenter.notices)
    assert dict(ended.interview.answers) == {"a": True, "b": False}
    assert ended.how == "done"


def test_back_passes_over_a_note() -> None:
    presenter, _ = noted(pick("true"), Back(), pick("false"), pick("true"))
    assert [prompt.id for prompt in presenter.prompts] == ["a", "b", "a", "b"]


def test_several_choices_are_kept_together() -> None:
    _, ended = several(Answered(("rash", "cough")))
    assert ended.interview.answers["signs"] == ("rash", "cough")


@pytest.mark.parametrize(
    "together",
    [("rash", "none"), ("none", "cough"), ("rash", "unknown"), ("none", "unknown"), ("unknown", "declined")],
)
def test_a_choice_that_stands_alone_is_not_taken_beside_another(together: tuple[str, ...]) -> None:
    presenter, ended = several(Answered(together))
    assert [prompt.id for prompt in presenter.prompts] == ["signs", "signs"]
    assert presenter.prompts[1].error
    assert "signs" not in ended.interview.answers


def test_nothing_ticked_is_asked_again() -> None:
    presenter, ended = several(Answered(()))
    assert [prompt.id for prompt in presenter.prompts] == ["signs", "signs"]
    assert presenter.prompts[1].error
    assert "signs" not in ended.interview.answers


@pytest.mark.parametrize(
    ("way", "answer"), [("unknown", NonAnswer.UNKNOWN), ("declined", NonAnswer.DECLINED)]
)
def test_what_may_be_said_instead_stands_among_the_choices(way: str, answer: NonAnswer) -> None:
    presenter, ended = several(pick(way))
    assert way in [option.id for option in presenter.prompts[0].options]
    assert ended.interview.answers["signs"] is answer


def test_a_question_that_must_be_answered_has_no_way_around_it() -> None:
    presenter, ended = required(typed(""), typed(""), typed("12"), typed("4,5"), typed("4"))
    assert [prompt.id for prompt in presenter.prompts] == ["number"] * 5 + ["b"]
    assert all(prompt.error for prompt in presenter.prompts[1:5])
    assert all(prompt.kind == "typed" for prompt in presenter.prompts[:5])
    assert ended.interview.answers == {"number": 4}


def test_her_own_words_are_kept_and_stand_on_no_later_screen_by_themselves() -> None:
    """AMB-104: somebody else may read what comes next."""
    presenter, ended = own_words(typed("Mag ik werken?"), pick("false"))
    assert ended.interview.answers["wish"] == "Mag ik werken?"
    assert "wish: opgeschreven" in words_of(presenter.notices)
    assert "werken" not in words_of(presenter.notices)
    assert "werken" not in "".join(prompt.text for prompt in presenter.prompts)


def test_who_writes_nothing_is_not_told_that_it_was_written_down() -> None:
    presenter, _ = own_words(typed("zeg ik liever niet"), pick("false"))
    assert "wish: Zeg ik liever niet" in words_of(presenter.notices)


@pytest.mark.parametrize(
    ("words", "spoken"), [(NL, "Ik heb niets te vragen"), (EN, "Nothing to ask")], ids=["nl", "en"]
)
def test_declining_has_the_words_of_its_question(words: Words, spoken: str) -> None:
    """AMB-126: who has nothing to ask does not have to say that she would rather not say."""
    presenter, ended = scripted(typed(spoken.lower()), pick("false"), questionnaire=OWN_WAY_OUT, words=words)
    assert presenter.prompts[0].skip == spoken
    assert ended.interview.answers["wish"] is NonAnswer.DECLINED
    assert f"wish: {spoken}" in words_of(presenter.notices)
