"""What does not fit together or cannot be: asked about once, in kind words, never put right for her."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from miskraam_cli.interview.prompt import Answered, Back, Prompt
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.language import Words
from tests.content.quiet_intake import INTAKE, findings, intake, summary
from tests.interview.simulated_people import DOUBT, pick, scripted, typed
from tests.tiny_questionnaires import EN, NL, Step

COUNTED_AS_CAUSE = (
    "thyroid", "diabetes", "antiphospholipid", "inherited_clotting", "clot", "uterus", "chromosome",
)  # fmt: skip
RIGHT, CHANGE = pick("right"), pick("change")
WISH: dict[str, Answer] = {"premi_wish": "yes", "speaks": ("nl",), "cause": "found"}
PREGNANT: dict[str, Answer] = {"pregnant": True, "weeks": Decimal(6)}
HARSH = re.compile(
    r"\b(fout\w*|verkeerd|ongeldig|mag niet|kan niet|onmogelijk|wrong|invalid|error|impossible|illegal)\b|!",
    re.IGNORECASE,
)

Put = tuple[list[Prompt], Interview]


def put(question: str, *steps: Step, said: Mapping[str, Answer] | None = None, words: Words = NL) -> Put:
    """One question, all others answered: the prompts she sees, and how it ends."""
    whole = intake(**(said or {}))
    rest = {name: answer for name, answer in whole.answers.items() if name != question}
    presenter, ended = scripted(*steps, questionnaire=INTAKE, words=words, start=replace(whole, answers=rest))
    return [prompt for prompt in presenter.prompts if prompt.id == question], ended.interview


def doubts(prompts: Iterable[Prompt]) -> list[Prompt]:
    return [prompt for prompt in prompts if tuple(option.id for option in prompt.options) == DOUBT]


SLIPS: list[tuple[str, str, dict[str, Answer], str, str]] = [
    # question, what she types, what she said before, what is asked in Dutch and in English
    ("age", "12", {}, "U typte 12 jaar. Klopt dit?", "You typed 12 years. Is this right?"),
    ("age", "17", {}, "U typte 17 jaar. Klopt dit?", "You typed 17 years. Is this right?"),
    ("age", "51", {}, "U typte 51 jaar. Klopt dit?", "You typed 51 years. Is this right?"),
    ("miscarriages", "1", {}, "U typte 1. Klopt dit?", "You typed 1. Is this right?"),
    ("miscarriages", "9", {}, "U typte 9. Klopt dit?", "You typed 9. Is this right?"),
    ("weeks", "40", {"pregnant": True}, "U typte 40 weken. Klopt dit?", "You typed 40 weeks. Is this right?"),
    (
        "height_cm",
        "144",
        {},
        "U typte 144 centimeter. Klopt dit?",
        "You typed 144 centimetres. Is this right?",
    ),
    (
        "height_cm",
        "196",
        {},
        "U typte 196 centimeter. Klopt dit?",
        "You typed 196 centimetres. Is this right?",
    ),
    ("weight_kg", "41", {}, "U typte 41 kilo. Klopt dit?", "You typed 41 kilos. Is this right?"),
    ("weight_kg", "170", {}, "U typte 170 kilo. Klopt dit?", "You typed 170 kilos. Is this right?"),
    (
        "pregnancies",
        "2",
        {},
        "Dat zijn minder zwangerschappen dan miskramen. Klopt dit?",
        "That is fewer pregnancies than miscarriages. Is this right?",
    ),
    (
        "unexplained",
        "3",
        WISH,
        "Er is een oorzaak gevonden. Toch typte u 3 zonder oorzaak. Klopt dit?",
        "A cause has been found, yet you typed 3 without a cause. Is this right?",
    ),
]
LIKELY: list[tuple[str, str, dict[str, Answer]]] = [
    ("age", "18", {}),
    ("age", "50", {}),
    ("miscarriages", "2", {}),
    ("miscarriages", "8", {"pregnancies": Decimal(8)}),
    ("weeks", "24", {"pregnant": True}),
    ("height_cm", "145", {}),
    ("height_cm", "195", {}),
    ("weight_kg", "42", {}),
    ("weight_kg", "150", {}),
    ("pregnancies", "3", {}),
    ("unexplained", "2", WISH),
]


@pytest.mark.parametrize(("question", "text", "said", "nl", "en"), SLIPS)
def test_what_may_be_a_slip_is_doubted_once_and_kept(
    question: str, text: str, said: dict[str, Answer], nl: str, en: str
) -> None:
    for words, doubt in ((NL, nl), (EN, en)):
        prompts, ended = put(question, typed(text), RIGHT, said=said, words=words)
        assert [prompt.text for prompt in doubts(prompts)] == [doubt]
        assert not HARSH.search(doubt)
        assert ended.counted[question] == Decimal(text)
        assert question in summary(ended).doubts


@pytest.mark.parametrize(("question", "text", "said", "nl", "en"), SLIPS)
def test_what_was_doubted_can_be_changed(
    question: str, text: str, said: dict[str, Answer], nl: str, en: str
) -> None:
    (likely,) = {value for name, value, _ in LIKELY if name == question and value != "8"} & {
        "18", "2", "24", "145", "42", "3",
    }  # fmt: skip
    prompts, ended = put(question, typed(text), CHANGE, typed(likely), said=said)
    assert len(doubts(prompts)) == 1
    assert prompts[-1].typed == text, "what she typed stands there to be changed"
    assert ended.counted[question] == Decimal(likely)
    assert question not in summary(ended).doubts


@pytest.mark.parametrize(("question", "text", "said"), LIKELY)
def test_what_is_likely_is_not_doubted(question: str, text: str, said: dict[str, Answer]) -> None:
    prompts, ended = put(question, typed(text), said=said)
    assert len(prompts) == 1
    assert ended.counted[question] == Decimal(text)


@pytest.mark.parametrize(
    ("question", "text", "nl", "en"),
    [
        ("age", "11", "van 12 tot en met 65", "from 12 up to and including 65"),
        ("age", "66", "van 12 tot en met 65", "from 12 up to and including 65"),
        ("weeks", "43", "van 0 tot en met 42", "from 0 up to and including 42"),
        ("miscarriages", "21", "van 0 tot en met 20", "from 0 up to and including 20"),
        ("height_cm", "1700", "van 120 tot en met 220", "from 120 up to and including 220"),
        ("height_cm", "17", "van 120 tot en met 220", "from 120 up to and including 220"),
        ("height_cm", "1,70", "hele centimeters", "whole centimetres"),
        ("weight_kg", "374", "van 30 tot en met 250", "from 30 up to and including 250"),
        ("weight_kg", "374 lb", "alleen het aantal kilo's", "only the number of kilos"),
        ("weight_kg", "170 lb", "alleen het aantal kilo's", "only the number of kilos"),
        ("age", "dertig", "alleen een getal", "only a number"),
        ("age", "-1", "alleen een getal", "only a number"),
    ],
)
def test_what_cannot_be_is_refused_in_kind_words_and_never_guessed(
    question: str, text: str, nl: str, en: str
) -> None:
    for words, why in ((NL, nl), (EN, en)):
        prompts, ended = put(question, typed(text), said=PREGNANT, words=words)
        assert [bool(prompt.error) for prompt in prompts] == [False, True]
        assert why in prompts[1].error
        assert not HARSH.search(prompts[1].error)
        assert question not in ended.counted


def test_after_a_second_refusal_a_way_out_is_named() -> None:
    prompts, ended = put("height_cm", typed("1700"), typed("17"), typed(""), pick("declined"))
    assert "Lukt het niet? Druk dan alleen op Enter." in prompts[2].error
    assert "height_cm" in ended.counted


@pytest.mark.parametrize("diagnosis", COUNTED_AS_CAUSE)
def test_no_cause_beside_a_diagnosis_is_asked_about_once_and_kept(diagnosis: str) -> None:
    for words, text in (
        (NL, "Klopt het dat er geen oorzaak is gevonden?"),
        (EN, "Is it right that no cause has been found?"),
    ):
        prompts, ended = put(
            "cause", pick("none_found"), RIGHT, said={"diagnoses": (diagnosis,)}, words=words
        )
        (doubt,) = doubts(prompts)
        assert text in doubt.text
        assert not HARSH.search(doubt.text)
        assert ended.counted["cause"] == "none_found"
        assert ended.counted["diagnoses"] == (diagnosis,)


@pytest.mark.parametrize(
    ("cause", "diagnoses"),
    [
        ("none_found", ("none",)),
        ("none_found", ("thyroid_antibodies",)),
        ("found", ("uterus",)),
        ("not_tested", ("uterus",)),
    ],
)
def test_what_does_not_contradict_is_not_asked_about(cause: str, diagnoses: tuple[str, ...]) -> None:
    prompts, _ = put("cause", pick(cause), said={"diagnoses": diagnoses})
    assert len(prompts) == 1


def test_going_back_to_the_same_answer_is_not_doubted_again() -> None:
    prompts, ended = put(
        "cause", pick("none_found"), RIGHT, Back(), pick("none_found"), said={"diagnoses": ("clot",)}
    )
    assert len(doubts(prompts)) == 1
    assert ended.counted["cause"] == "none_found"


def test_a_doubted_cause_can_be_changed() -> None:
    prompts, ended = put("cause", pick("none_found"), CHANGE, pick("found"), said={"diagnoses": ("clot",)})
    assert len(doubts(prompts)) == 1
    assert ended.counted["cause"] == "found"


@pytest.mark.parametrize("diagnosis", COUNTED_AS_CAUSE)
def test_the_contradiction_is_the_clinicians_and_the_criterion_stays_as_she_answered(diagnosis: str) -> None:
    found = intake(
        cause="none_found", diagnoses=(diagnosis,), premi_wish="yes", speaks=("nl",), premi_open=True
    )
    told = findings(found, "clinician")
    assert {"note_contradiction", "note_exclusions", "premi_meets"} <= told
    assert not {"note_contradiction", "note_exclusions"} & findings(found)
    notes = summary(found, audience="clinician").record
    assert notes
    assert sum("N-10" in note for note in notes.notes) == 2
    assert "cause" in summary(found).doubts


def test_without_a_contradiction_there_is_no_note() -> None:
    for cause, diagnoses in (("none_found", ("none",)), ("found", ("uterus",))):
        told = findings(intake(cause=cause, diagnoses=diagnoses), "clinician")
        assert "note_contradiction" not in told


def test_typed_answers_are_taken_as_typed() -> None:
    """The other tests of this file rest on it: a plain answer is one prompt, and it counts."""
    prompts, ended = put("weight_kg", Answered(typed="86,7"))
    assert len(prompts) == 1
    assert ended.counted["weight_kg"] == Decimal("86.7")
