"""Her values beside the facts: what she marked, with a line for each option or that the leaflet is silent."""

import pytest

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.renderers import text
from tests.choice.choice_walks import (
    ALL_MATTER,
    CHOICE,
    IN,
    OPTIONS,
    QUIET,
    SILENT,
    VALUES,
    choice,
    compared,
    summary,
)
from tests.flat_text import flat
from tests.tiny_questionnaires import TODAY

# What the leaflet says of each value, read from it by hand: waiting, curettage, tablets.
SAYS = {
    "value_natural": (True, False, False),
    "value_home": (True, True, True),
    "value_no_procedure": (True, True, True),
    "value_soon": (True, False, True),
    "value_certainty": (True, True, True),
    "value_daily_life": (True, True, False),
    "value_fertility": (True, True, False),
}
FACTS = {  # content design, table 1C
    "value_natural": {"S2-EXP-7"},
    "value_home": {"S2-EXP-8", "S2-MIS-2", "S2-CUR-2"},
    "value_no_procedure": {"S2-EXP-9", "S2-CUR-8", "S2-EXP-13", "S2-MIS-11"},
    "value_soon": {"S2-EXP-3", "S2-MIS-3"},
    "value_certainty": {"S2-CUR-6", "S2-MIS-10", "S2-CUR-13", "S2-EXP-13"},
    "value_daily_life": {"S2-CUR-7", "S2-EXP-3"},
    "value_fertility": {"S2-CUR-9", "S2-CUR-10", "S2-EXP-11"},
}


@pytest.mark.parametrize("language", IN)
@pytest.mark.parametrize("value", VALUES)
def test_what_matters_is_shown_with_a_line_for_each_option(value: str, language: str) -> None:
    words = IN[language]
    walk = choice(**{value: "more"})
    shown = compared(walk, words)
    (line,) = shown.values
    assert line.title == CHOICE.by_id[value].label.in_language(language)  # type: ignore[union-attr]
    assert tuple(said is not None for said in line.cells) == SAYS[value]
    cited = {fact for said in line.cells if said for fact in said.facts}
    assert cited >= FACTS[value]
    page = flat(text.render(summary(walk, words), words, 50))
    below = page.partition(f"{words('compare.values')}: {line.title}")[2].partition(words("summary.discuss"))[
        0
    ]
    for option, said in zip(shown.options, line.cells, strict=True):
        assert f"{option}: {said.text if said else SILENT[language]}" in below


@pytest.mark.parametrize("answer", ["less", "unsure", NonAnswer.DECLINED])
@pytest.mark.parametrize("value", VALUES)
def test_what_matters_less_or_is_not_said_is_not_shown(value: str, answer: Answer) -> None:
    assert compared(choice(**{value: answer})).values == ()


def test_a_value_that_was_not_asked_is_not_shown() -> None:
    answers = {name: answer for name, answer in QUIET.items() if name not in VALUES}
    assert compared(Interview(CHOICE, TODAY, answers)).values == ()


def test_values_stand_in_the_order_in_which_they_were_asked() -> None:
    labels = [question.label.nl for question in CHOICE.questions if question.id in VALUES and question.label]
    assert [line.title for line in compared(choice(**ALL_MATTER)).values] == labels
    asked = [question.id for question in CHOICE.questions if question.id in VALUES]
    assert asked == list(VALUES)


def test_every_value_has_the_same_choices_and_may_be_left_unsaid() -> None:
    for value in VALUES:
        question = CHOICE.by_id[value]
        assert [option.id for option in question.choices] == ["less", "more", "unsure"]
        assert [option.text.nl for option in question.choices] == [
            "Minder belangrijk",
            "Belangrijk",
            "Dat weet ik nog niet",
        ]
        assert tuple(question.may) == ("declined",)
        assert question.help is not None
        assert "geen goed of fout" in question.help.nl


def test_the_values_speak_for_each_side() -> None:
    """Balance: what avoids a procedure, what is quick, and one on which the leaflet is silent about tablets."""
    assert [len(says) for says in SAYS.values()] == [len(OPTIONS)] * len(VALUES)
    assert SAYS["value_fertility"][2] is False
