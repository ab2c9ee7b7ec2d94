"""Fifty ways to type a temperature: taken as it was meant, or asked again with words; never guessed."""

from decimal import Decimal

import pytest

from miskraam_cli.interview.prompt import Prompt
from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from tests.interview.simulated_people import pick, scripted, typed
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import EN, NL

TAKEN = {
    "38,6": "38.6", "38.6": "38.6", "38": "38.0", "38,0": "38.0", "37,9": "37.9", "34": "34.0", "43": "43.0",
    " 38,6": "38.6", "38,6 ": "38.6", "\t38,6": "38.6", "38, 6": "38.6", "38 ,6": "38.6", "38 , 6": "38.6",
    "38,60": "38.6", "38.600": "38.6", "038,6": "38.6", "38,6°": "38.6", "38,6 °": "38.6", "38,6°C": "38.6",
    "38,6 °C": "38.6", "38,6℃": "38.6", "38,6c": "38.6", "38,6 C": "38.6", "38,6 celsius": "38.6",
    "38,6 Celsius": "38.6",
}  # fmt: skip
TAKEN_IN_DUTCH = {"38,6 graden": "38.6", "38 graden Celsius": "38.0", "38,6 gr": "38.6", "38,6 gr.": "38.6"}
TAKEN_IN_ENGLISH = {
    "38.6 degrees": "38.6",
    "38 degrees Celsius": "38.0",
    "38.6 deg": "38.6",
    "38.6 deg.": "38.6",
}
ASKED_AGAIN = [
    "386", "3,86", "100,4", "101 F", "98.6", "33,9", "43,1", "0", "-38", "+38", "38,6,1", "38..6", "38,", ",6",
    "38 6", "38/6", "38:6", "38½", "38-39", "37 of 38", "ongeveer 38", "bijna 39", "achtendertig", "hoog",
    "geen koorts", "3 8,6", "nan", "1e2", "٣٨,٦", "３８", "38,6?", "O38", "38,6 kg", "!",
]  # fmt: skip
IN_BOTH = [(words, text) for words in (NL, EN) for text in ASKED_AGAIN]


def asked(*texts: str, words: Words = NL) -> tuple[list[Prompt], Answer | None]:
    """The prompts for the temperature after typing these, and the answer; a doubt is right."""
    steps = (pick("true"), *(typed(text) for text in texts), pick("right"))
    presenter, ended = scripted(*steps, questionnaire=WALKED["decimal"], words=words)
    puts = [prompt for prompt in presenter.prompts if prompt.id == "q" and prompt.kind == "typed"]
    return puts, ended.interview.answers.get("q")


def test_the_table_has_more_than_fifty_temperatures() -> None:
    assert len(TAKEN) + len(ASKED_AGAIN) > 50


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("text", "value"), TAKEN.items())
def test_a_temperature_is_taken_as_it_was_meant(text: str, value: str, words: Words) -> None:
    puts, answer = asked(text, words=words)
    assert (len(puts), answer, str(answer)) == (1, Decimal(value), value)


@pytest.mark.parametrize(("text", "value"), TAKEN_IN_DUTCH.items())
def test_a_unit_in_dutch(text: str, value: str) -> None:
    assert asked(text)[1] == Decimal(value)


@pytest.mark.parametrize(("text", "value"), TAKEN_IN_ENGLISH.items())
def test_a_unit_in_english(text: str, value: str) -> None:
    assert asked(text, words=EN)[1] == Decimal(value)


@pytest.mark.parametrize(("words", "text"), IN_BOTH)
def test_anything_else_is_asked_again_with_words_and_never_taken(words: Words, text: str) -> None:
    puts, answer = asked(text, words=words)
    assert answer is None
    assert puts[1].error.endswith(".")
    assert "Enter" not in puts[1].error
    assert puts[1].typed == text, "it stands there to be mended"


@pytest.mark.parametrize(("words", "text"), IN_BOTH)
def test_the_second_time_the_way_out_is_named_and_enter_alone_takes_it(words: Words, text: str) -> None:
    puts, _ = asked(text, text, words=words)
    assert "Enter" in puts[2].error
    assert puts[2].typed == ""
    steps = (pick("true"), typed(text), typed(text), typed(""), pick("unknown"))
    _, ended = scripted(*steps, questionnaire=WALKED["decimal"], words=words)
    assert ended.interview.answers["q"] is NonAnswer.UNKNOWN


@pytest.mark.parametrize(
    ("words", "text"),
    [(NL, "weet ik niet"), (NL, " Weet ik niet "), (EN, "I do not know"), (EN, "i do not know")],
)
def test_not_knowing_can_be_typed_in_words(words: Words, text: str) -> None:
    assert asked(text, words=words)[1] is NonAnswer.UNKNOWN


def test_declining_in_words_is_no_answer_where_it_is_not_offered() -> None:
    assert asked("zeg ik liever niet")[1] is None
