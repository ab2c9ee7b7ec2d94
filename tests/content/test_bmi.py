"""BMI: exact, on the unrounded value, on its side of the border in what is shown; no advice to a pregnant woman."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.summary.wording import Wording
from tests.content.quiet_intake import findings, intake, page, summary
from tests.questionnaire_lines import asked
from tests.tiny_questionnaires import EN, NL, interview, questionnaire

BMI = {"bmi_high", "bmi_high_pregnant", "bmi_low"}

BODIES = [
    # cm, kg, the BMI to three decimals by hand, and what it leads to
    (172, "54.7", "18.490", {"bmi_low"}),
    (184, "62.6", "18.490", {"bmi_low"}),
    (200, "74", "18.500", set()),
    (170, "65", "22.491", set()),
    (144, "62.2", "29.996", set()),
    (170, "86.7", "30.000", set()),
    (160, "76.8", "30.000", set()),
    (173, "89.8", "30.004", {"bmi_high"}),
    (164, "80.7", "30.004", {"bmi_high"}),
    (170, "86.8", "30.035", {"bmi_high"}),
]

SHOWN = [
    # value, in Dutch, in English
    ("18.44", "18,4", "18.4"),
    ("18.49", "18,49", "18.49"),
    ("18.496", "net onder 18,5", "just below 18.5"),
    ("18.5", "18,5", "18.5"),
    ("18.504", "18,50, net boven 18,5", "18.50, just above 18.5"),
    ("18.51", "18,51", "18.51"),
    ("22.449", "22,4", "22.4"),
    ("29.94", "29,9", "29.9"),
    ("29.96", "29,96", "29.96"),
    ("29.996", "net onder 30", "just below 30"),
    ("30", "30,0", "30.0"),
    ("30.004", "30,00, net boven 30", "30.00, just above 30"),
    ("30.04", "30,04", "30.04"),
    ("30.05", "30,1", "30.1"),
]

ONE_VALUE = questionnaire(f"""
sections:
  - id: only
    title: {{nl: Alles, en: All}}
    questions:
      {asked("value", "decimal", "range: [0, 100], places: 3")}
calculated:
  bmi: value + 0
formats:
  bmi: {{places: 1, borders: [18.5, 30]}}
findings: []
""")


def body(cm: int, kg: str) -> dict[str, Answer]:
    return {"height_cm": Decimal(cm), "weight_kg": Decimal(kg)}


@pytest.mark.parametrize(("cm", "kg", "bmi", "expected"), BODIES)
def test_the_borders_are_strict_and_the_value_is_not_rounded(
    cm: int, kg: str, bmi: str, expected: set[str]
) -> None:
    exact = Fraction(kg) * 10_000 / (cm * cm)
    assert abs(exact - Fraction(bmi)) <= Fraction(1, 2000), "the row of the table"
    assert findings(intake(**body(cm, kg))) & BMI == expected


def test_30_is_exactly_30_and_neither_high_nor_low() -> None:
    made = summary(intake(**body(170, "86.7")))
    assert made.calculated["bmi"] == Decimal(30)
    assert not {finding.id for finding in made.findings} & BMI


@pytest.mark.parametrize(("value", "nl", "en"), SHOWN)
def test_what_is_shown_stands_on_its_side_of_the_border(value: str, nl: str, en: str) -> None:
    found = interview(ONE_VALUE, {"value": Decimal(value)})
    for words, expected in ((NL, nl), (EN, en)):
        wording = Wording(found, words, "home")
        assert wording.shown("bmi", wording.value("bmi")) == expected


@pytest.mark.parametrize(
    ("cm", "kg", "words", "said"),
    [
        (172, "54.7", NL, "Uw BMI is 18,49. De folder noemt lager dan 18,5 ondergewicht."),
        (172, "54.7", EN, "Your BMI is 18.49. The leaflet calls anything lower than 18.5 underweight."),
        (173, "89.8", NL, "Uw BMI is 30,00, net boven 30. De folder noemt hoger dan 30 overgewicht."),
        (
            173,
            "89.8",
            EN,
            "Your BMI is 30.00, just above 30. The leaflet calls anything higher than 30 overweight.",
        ),
        (170, "92.5", NL, "Uw BMI is 32,0."),
    ],
)
def test_the_patient_reads_her_figure_beside_the_border(cm: int, kg: str, words: Words, said: str) -> None:
    assert said in page(intake(**body(cm, kg)), words)


def test_the_clinician_never_reads_30_where_it_is_less() -> None:
    read = page(intake(**body(144, "62.2")), audience="clinician")
    assert "BMI net onder 30 (62,2 kg, 144 cm)" in read
    assert "30,0" not in read


def test_between_25_and_30_the_patient_reads_nothing_and_the_clinician_a_note() -> None:
    for kg, noted in (("72.2", False), ("72.3", True), ("86.7", True), ("86.8", False)):
        found = intake(**body(170, kg))
        assert ("note_bmi" in findings(found, "clinician")) is noted, kg
        assert ("BMI" in page(found)) is (kg == "86.8")


@pytest.mark.parametrize("pregnant", [True, NonAnswer.UNKNOWN, NonAnswer.DECLINED])
def test_no_weight_advice_to_who_is_or_may_be_pregnant(pregnant: Answer) -> None:
    found = intake(**body(170, "92.5"), pregnant=pregnant)
    assert findings(found) & BMI == {"bmi_high_pregnant"}
    assert "Uw BMI is 32,0." in page(found)
    assert "afvallen" not in page(found).lower()
    assert "losing weight" not in page(found, EN).lower()


def test_the_advice_is_there_when_she_is_surely_not_pregnant() -> None:
    found = intake(**body(170, "92.5"))
    assert "Afvallen heeft zin" in page(found)
    assert "Losing weight is worthwhile" in page(found, EN)


def test_too_light_is_brought_up_without_advice_pregnant_or_not() -> None:
    for pregnant in (False, True):
        found = intake(**body(172, "54.7"), pregnant=pregnant)
        assert findings(found) & BMI == {"bmi_low"}
        assert "Een advies geeft de folder niet. Bespreek dit bij uw afspraak." in page(found)


@pytest.mark.parametrize("gap", ["weight_kg", "height_cm"])
@pytest.mark.parametrize("way", [NonAnswer.DECLINED, NonAnswer.UNKNOWN])
def test_without_weight_or_height_nothing_is_shown(gap: str, way: NonAnswer) -> None:
    answers: dict[str, Answer] = {**body(170, "120"), gap: way}
    found = intake(**answers)
    assert not findings(found, "clinician") & (BMI | {"note_bmi", "note_bmi_value"})
    assert "bmi" not in summary(found).calculated
    assert not re.search(r"BMI|overgewicht|ondergewicht|afvallen", page(found), re.IGNORECASE)
