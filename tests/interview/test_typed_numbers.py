"""Numbers with their unit: how to type them stands there first, midwives' weeks are understood, words fit the unit."""

from decimal import Decimal

import pytest

from miskraam_cli.language import Words
from miskraam_cli.questionnaire.model import Questionnaire
from tests.interview.simulated_people import pick, scripted, typed, words_of
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import EN, NL, Script, questionnaire


def one(kind: str, keys: str) -> Questionnaire:
    return questionnaire(body([asked("q", kind, f"{keys}, may: [unknown]")]))


WEEKS = one("integer", "unit: wk, range: [0, 42], example: 9")
HOURS = one("integer", "unit: h, range: [0, 720], example: 24")
HEIGHT = one("integer", "unit: cm, range: [120, 220], example: 170")
WEIGHT = one("decimal", "unit: kg, places: 1, range: [30, 250], example: 68.5")
DEGREES = one("decimal", "unit: Cel, places: 1, range: [34, 43], example: 37.4")
COUNT = one("integer", "range: [0, 20]")
DAY = questionnaire(body([asked("q", "date")]))

TAKEN = {
    "9": 9, "9 weken": 9, "9w": 9, "9 wk": 9, "9 weeks": 9, "9+3": 9, "9 + 3": 9, "9w3d": 9, "9w 3d": 9, "9w+3": 9,
    "9 weken en 3 dagen": 9, "9 weken 3 dagen": 9, "9 weken, 3 dagen": 9, "9 weken en 1 dag": 9, "9+3 weken": 9,
    "9 en 3 dagen": 9, "9 Weken En 3 Dagen": 9, "9 weeks and 3 days": 9, "12+6": 12, "0+5": 0, "15+6": 15,
}  # fmt: skip
NO_WEEKS = [
    "9,3", "9.3", "9, 3", "9 3", "9+7", "9+", "+3", "9+3+1", "9 3/7", "9-3", "9 weken zwanger", "3 dagen", "9 maanden",
    "9 en en 3", "9 weken en", "9 weken en 3 weken", "negen", "٩+٣",
]  # fmt: skip


def types(found: Questionnaire, *texts: str, words: Words = NL) -> tuple[Script, object]:
    """She types these at the only question; what she was shown, and her answer."""
    presenter, ended = scripted(*map(typed, texts), questionnaire=found, words=words)
    return presenter, ended.interview.answers.get("q")


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("text", "weeks"), TAKEN.items())
def test_weeks_are_taken_as_they_are_written_and_said_back_whole(text: str, weeks: int, words: Words) -> None:
    presenter, answer = types(WEEKS, text, words=words)
    assert answer == Decimal(weeks)
    assert f"q: {weeks} {'weken' if words is NL else 'weeks'}" in words_of(presenter.notices)


@pytest.mark.parametrize("text", NO_WEEKS)
def test_what_is_no_number_of_weeks_is_asked_again_in_words_about_weeks(text: str) -> None:
    presenter, answer = types(WEEKS, text)
    assert answer is None
    assert "weken" in presenter.prompts[-1].error
    assert "9+3" in presenter.prompts[-1].error


@pytest.mark.parametrize(
    "found", [HOURS, COUNT, DEGREES, WEIGHT], ids=["hours", "count", "degrees", "weight"]
)
@pytest.mark.parametrize("text", ["40+3", "40w3d", "40 weken", "40 en 3"])
def test_weeks_are_understood_only_where_weeks_are_asked(found: Questionnaire, text: str) -> None:
    assert types(found, text)[1] is None


@pytest.mark.parametrize(
    ("found", "text", "said"),
    [
        (DEGREES, "koorts", "thermometer"),
        (DEGREES, "386", "34 tot en met 43 °C"),
        (WEEKS, "43", "0 tot en met 42 weken"),
        (HOURS, "gisteren", "uren"),
        (HOURS, "24,5", "hele uren"),
        (HOURS, "721", "0 tot en met 720 uur"),
        (HEIGHT, "lang", "centimeters"),
        (HEIGHT, "1,70", "hele centimeters"),
        (HEIGHT, "1", "120 tot en met 220 cm"),
        (WEIGHT, "veel", "kilo's"),
        (WEIGHT, "300", "30 tot en met 250 kg"),
        (COUNT, "twee", "getal"),
        (COUNT, "2,5", "heel getal"),
        (COUNT, "21", "0 tot en met 20."),
    ],
)
def test_an_error_speaks_of_the_unit_that_was_asked(found: Questionnaire, text: str, said: str) -> None:
    presenter, answer = types(found, text)
    error = presenter.prompts[-1].error
    assert answer is None
    assert said in error
    assert ("thermometer" in error) is (found is DEGREES and not text.isdecimal())


@pytest.mark.parametrize(
    ("found", "unit", "nl", "en"),
    [
        (DEGREES, "°C", "bijvoorbeeld 37,4", "for example 37.4"),
        (WEEKS, "weken", "bijvoorbeeld 9", "for example 9"),
        (WEIGHT, "kg", "bijvoorbeeld 68,5", "for example 68.5"),
        (COUNT, "", "een heel getal", "a whole number"),
        (DAY, "", "bijvoorbeeld 22-11 of gisteren", "for example 22 November or yesterday"),
    ],
)
def test_an_example_and_the_unit_stand_before_the_first_try(
    found: Questionnaire, unit: str, nl: str, en: str
) -> None:
    first = types(found)[0].prompts[0]
    assert (first.unit, first.example) == (unit, nl)
    assert types(found, words=EN)[0].prompts[0].example == en


@pytest.mark.parametrize(
    ("found", "text", "said"),
    [
        (DEGREES, "38.6", "q: 38,6 °C"),
        (DEGREES, "38 graden", "q: 38,0 °C"),
        (WEIGHT, "70", "q: 70,0 kg"),
        (HOURS, "24 uur", "q: 24 uur"),
        (COUNT, "03", "q: 3"),
        (DAY, "gisteren", "q: 21 november 2026"),
        (DAY, "1-2-26", "q: 1 februari 2026"),
        (COUNT, "weet ik niet", "q: Weet ik niet"),
    ],
)
def test_an_answer_is_said_back_in_her_language_however_it_was_typed(
    found: Questionnaire, text: str, said: str
) -> None:
    notice = types(found, text)[0].notices[0]
    assert (notice.kind, [paragraph.style for paragraph in notice.paragraphs]) == ("line", ["quiet"])
    assert words_of([notice]) == said


def test_what_is_chosen_is_said_back_once_it_is_taken() -> None:
    two = questionnaire(body([asked("a"), asked("b")]))
    presenter, _ = scripted(pick("true"), pick("false"), questionnaire=two)
    assert words_of(presenter.notices[:2]) == "a: Ja\nb: Nee"


def test_a_doubt_repeats_the_number_as_it_was_understood() -> None:
    doubted = questionnaire(
        body(
            [
                asked(
                    "q",
                    "decimal",
                    "places: 1, range: [34, 43], "
                    "doubt: {when: q > 41, text: {nl: 'U typte {q}. Klopt dit?', en: 'You typed {q}?'}}",
                )
            ]
        )
    )
    assert types(doubted, "41.50")[0].prompts[-1].text == "U typte 41,5. Klopt dit?"
