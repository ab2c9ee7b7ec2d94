"""What a person types for her temperature: taken, or asked again; never guessed and never read as no fever."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from miskraam_cli.interview.state import NonAnswer
from miskraam_cli.language import Words
from tests.interview.simulated_people import found, pick, summary_of, typed, words_of
from tests.interview.walk_from_temperature import puts, temperature, types
from tests.tiny_questionnaires import EN, NL

TAKEN = [
    ("38,6", "38.6"),
    ("38.6", "38.6"),
    ("38", "38.0"),
    ("38,0", "38.0"),
    ("38.0", "38.0"),
    (" 38,6 ", "38.6"),
    ("38 graden", "38.0"),
    ("38,6 graden", "38.6"),
    ("38,6°C", "38.6"),
    ("38,6 °C", "38.6"),
    ("38.6 C", "38.6"),
    ("37,9", "37.9"),
    ("35,5", "35.5"),
    ("41", "41.0"),
]
REFUSED = [
    "386", "100.4", "100,4", "33.9", "33,9", "43.1", "-38", "0", "abc", "graden", "٣٨", "nan", "NaN", "inf",
    "1e2", "3.8e1", "38_6", "38/39", "38,6,1", "38.6.1", "38 jaar", "38,6 F", "0x26", "98,6 F", "38 40", ",", "?",
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), TAKEN)
def test_a_temperature_is_taken_with_comma_or_point(text: str, value: str) -> None:
    presenter, ended = types(text)
    assert temperature(ended) == Decimal(value)
    assert len(puts(presenter)) == 1


@pytest.mark.parametrize("text", REFUSED)
def test_what_cannot_be_a_temperature_is_asked_again(text: str) -> None:
    presenter, ended = types(text)
    first, again = puts(presenter)
    assert first.error == ""
    assert again.error != ""
    assert temperature(ended) is None


@pytest.mark.parametrize("text", REFUSED)
def test_what_was_refused_is_never_no_fever(text: str) -> None:
    _, ended = types(text, text)
    assert found(ended)["temperature_unknown"] == "unknown"


@pytest.mark.parametrize(
    ("text", "value", "fever"),
    [("38,65", "38.7", True), ("37,95", "38.0", True), ("37.95", "38.0", True), ("37,94", "37.9", False)],
)
def test_two_decimals_are_asked_again_once_and_then_rounded_half_up(
    text: str, value: str, fever: bool
) -> None:
    once, open_still = types(text)
    assert len(puts(once)) == 2
    assert temperature(open_still) is None
    twice, ended = types(text, text)
    assert len(puts(twice)) == 2
    assert temperature(ended) == Decimal(value)
    assert ("fever" in found(ended)) is fever


def test_after_two_decimals_another_number_is_taken() -> None:
    _, ended = types("38,65", "38,6")
    assert temperature(ended) == Decimal("38.6")


def test_the_refused_text_stands_there_to_be_mended() -> None:
    presenter, _ = types("386")
    assert puts(presenter)[1].typed == "386"


@pytest.mark.parametrize("words", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize(("one", "two"), [("386", "386"), ("abc", "100.4"), ("33.9", "43.1")])
def test_after_the_second_refusal_the_way_out_is_named(words: Words, one: str, two: str) -> None:
    presenter, _ = types(one, two, words=words)
    errors = [prompt.error for prompt in puts(presenter)]
    assert "Enter" not in errors[1]
    assert "Enter" in errors[2]


def test_typing_nothing_offers_to_say_that_she_does_not_know() -> None:
    presenter, ended = types("", choices=(pick("unknown"),))
    offer = presenter.prompts[1]
    assert "Weet ik niet" in [option.label for option in offer.options]
    assert temperature(ended) is NonAnswer.UNKNOWN
    assert found(ended)["temperature_unknown"] == "unknown"


def test_typing_nothing_and_wanting_to_fill_it_in_asks_again() -> None:
    presenter, ended = types("   ", choices=(pick("fill_in"), typed("37,0")))
    assert len(puts(presenter)) == 2
    assert temperature(ended) == Decimal("37.0")


IN = {"nl": NL, "en": EN}
TENTHS = st.integers(380, 430).map(lambda tenths: Decimal(tenths) / 10)


@given(TENTHS, st.sampled_from(["nl", "en"]), st.booleans())
def test_thirty_eight_or_more_is_always_fever_with_a_number(
    value: Decimal, language: str, comma: bool
) -> None:
    text = str(value).replace(".", "," if comma else ".")
    presenter, ended = types(text, choices=(pick("right"),) if value > 41 else (), words=IN[language])
    assert found(ended)["fever"] == "holds"
    assert "071 526 28 70" in words_of(presenter.notices), "the number stands before the next question"
    assert "071 529 95 17" in words_of(presenter.notices)
    assert {contact.display for contact in summary_of(ended).contacts} >= {"071 526 28 70", "071 529 95 17"}


@given(st.integers(355, 379))
def test_below_thirty_eight_is_never_fever(tenths: int) -> None:
    _, ended = types(str(Decimal(tenths) / 10))
    assert "fever" not in found(ended)
    assert "temperature_unknown" not in found(ended)


@given(st.text(max_size=12).filter(str.strip))
def test_whatever_is_typed_there_is_a_temperature_or_an_alarm(text: str) -> None:
    _, ended = types(text, text, choices=(pick("right"),))
    taken = temperature(ended)
    in_range = isinstance(taken, Decimal) and Decimal(34) <= taken <= Decimal(43)
    assert in_range or "temperature_unknown" in found(ended)
