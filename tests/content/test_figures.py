"""Chances only where she asked for figures, by the age bands of the leaflet; shapes with their words beside them."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from miskraam_cli.interview.state import Answer, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.renderers import text
from miskraam_cli.terminal.ascii import plain
from tests.content.quiet_intake import findings, intake, page, summary
from tests.installed_program import miskraam
from tests.tiny_questionnaires import EN, NL

UNDER_35, FROM_35, FROM_40, OVER_45 = "age_under_35", "age_35_39", "age_40_45", "age_over_45"
BANDS = {UNDER_35, FROM_35, FROM_40, OVER_45}
GENERAL = {"how_common", "hope_average"}

ROWS: dict[str, list[str]] = {
    UNDER_35: ["● ○ ○ ○ ○ ○ ○ ○ ○ ○"],
    FROM_35: ["● ○ ○ ○ ○", "● ○ ○ ○ ○ ○"],
    FROM_40: ["● ○ ○"],
    OVER_45: [],
}
WORDS = {
    UNDER_35: ("ongeveer 1 op de 10 zwangerschappen", "about 1 in 10 pregnancies"),
    FROM_35: ("1 op de 5-6 zwangerschappen", "1 in 5-6 pregnancies"),
    FROM_40: ("volgens de folder 1 op de 3.", "that chance is 1 in 3."),
    OVER_45: ("Voor uw leeftijd noemt de folder geen getal.", "For your age the leaflet gives no figure."),
}
AGES = [
    (12, UNDER_35),
    (17, UNDER_35),
    (34, UNDER_35),
    (35, FROM_35),
    (39, FROM_35),
    (40, FROM_40),
    (45, FROM_40),
    (46, OVER_45),
    (65, OVER_45),
]
CHANCE = re.compile(r"\b\d+ (?:op(?: de)?|in) \d+")
PER_CENT = re.compile(r"\d+%")
ABOUT_ALL = {"10 tot 15%", "1 tot 3%", "10 to 15%", "1 to 3%"}


def aged(years: int | None, **other: Answer) -> dict[str, Answer]:
    age: Answer = NonAnswer.DECLINED if years is None else Decimal(years)
    return {"age": age, "figures": "yes", **other}


def rows(words: Words, **answers: Answer) -> list[str]:
    """The lines of shapes on her page."""
    drawn = text.render(summary(intake(**answers), words), words)
    return [line.strip() for line in drawn.splitlines() if "●" in line or "○" in line]


def per_cents(read: str) -> set[str]:
    return set(re.findall(r"\d+ (?:tot|to) \d+%", read))


@pytest.mark.parametrize(("years", "band"), AGES)
def test_each_age_has_the_figure_of_its_band(years: int, band: str) -> None:
    found = intake(**aged(years))
    assert findings(found) & BANDS == {band}
    for words, said in zip((NL, EN), WORDS[band], strict=True):
        assert said in page(found, words)
        assert rows(words, **aged(years)) == ROWS[band]


@pytest.mark.parametrize(("years", "band"), AGES)
def test_shapes_stand_under_the_words_of_the_same_figure(years: int, band: str) -> None:
    drawn = text.render(summary(intake(**aged(years)), NL), NL)
    (paragraph,) = [part for part in drawn.split("\n\n") if WORDS[band][0] in " ".join(part.split())]
    assert [line.strip() for line in paragraph.splitlines() if set(line.strip()) <= set("●○ ")] == ROWS[band]


@pytest.mark.parametrize("figures", ["no", NonAnswer.DECLINED])
@pytest.mark.parametrize("years", [34, 35, 40, 46, None])
def test_nobody_who_did_not_ask_sees_a_chance(years: int | None, figures: Answer) -> None:
    answers = aged(years, figures=figures)
    assert not findings(intake(**answers)) & (BANDS | GENERAL)
    for words in (NL, EN):
        read = page(intake(**answers), words)
        assert not CHANCE.search(read)
        assert not per_cents(read), "figures about tests stand with their topic (AMB-137)"
        assert not rows(words, **answers)


def test_with_the_question_not_put_there_is_no_chance() -> None:
    found = intake(age=Decimal(34))
    unput = {name: answer for name, answer in found.answers.items() if name != "figures"}
    assert not findings(replace(found, answers=unput)) & (BANDS | GENERAL)


def test_without_her_age_there_is_no_figure_of_age() -> None:
    found = intake(**aged(None))
    assert findings(found) & BANDS == set()
    assert "hope_average" not in findings(found), "declined is as 40 and over"
    assert "note_age" in findings(found, "clinician")
    for words in (NL, EN):
        assert not CHANCE.search(page(found, words))
        assert not rows(words, **aged(None))


@pytest.mark.parametrize(("years", "told"), [(39, False), (40, True), (45, True), (46, False)])
def test_from_40_on_the_figure_sends_her_to_her_doctor(years: int, told: bool) -> None:
    read = page(intake(**aged(years)))
    assert ("Uw arts kan hier meer over zeggen. (niet uit de folder)" in read) is told


@pytest.mark.parametrize("figures", ["yes", "no"])
@pytest.mark.parametrize(("years", "noted"), [(39, False), (40, True), (46, True), (None, True)])
def test_the_clinician_reads_the_other_figure_whatever_she_asked(
    years: int | None, noted: bool, figures: str
) -> None:
    found = intake(**aged(years, figures=figures))
    assert ("note_age" in findings(found, "clinician")) is noted
    assert "note_age" not in findings(found)


@pytest.mark.parametrize(("years", "said"), [(39, True), (40, False)])
def test_on_average_is_said_only_under_40(years: int, said: bool) -> None:
    read = page(intake(**aged(years)))
    assert ("Gemiddeld is de kans op een gezond kind groter dan op weer een miskraam." in read) is said


@pytest.mark.parametrize("losses", [2, 3, 8])
@pytest.mark.parametrize("years", [34, 37, 44])
def test_no_chance_is_computed_for_her(years: int, losses: int) -> None:
    """Whatever else she says, the chances are those of the leaflet, and no other number is given as one."""
    plain_answers = aged(years)
    burdened = aged(
        years,
        miscarriages=Decimal(losses),
        smoking="both",
        alcohol="more",
        weight_kg=Decimal(100),
        diagnoses=("antiphospholipid", "diabetes", "thyroid"),
    )
    allowed = {34: {"1 op de 10"}, 37: {"1 op de 5"}, 44: {"1 op de 3"}}[years]
    for answers in (plain_answers, burdened):
        read = page(intake(**answers))
        assert set(CHANCE.findall(read)) == allowed
        assert per_cents(read) == {found for found in ABOUT_ALL if " tot " in found}
        assert len(PER_CENT.findall(read)) == 2
        assert rows(NL, **answers) == rows(NL, **plain_answers)


@pytest.mark.parametrize(
    ("years", "expected"),
    [
        (34, ["# . . . . . . . . ."]),
        (35, ["# . . . .", "# . . . . ."]),
        (40, ["# . ."]),
    ],
)
def test_in_ascii_the_shapes_are_still_shapes(years: int, expected: list[str]) -> None:
    assert [plain(row) for row in rows(NL, **aged(years))] == expected


@pytest.mark.parametrize(("encoding", "row"), [("ascii", "    # . ."), ("utf-8", "    ● ○ ○")])
def test_a_terminal_that_cannot_show_them_gets_ascii(tmp_path: Path, encoding: str, row: str) -> None:
    ran = miskraam(
        "intake", "--answers", "-", folder=tmp_path,
        stdin='{age: 40, figures: "yes"}', environment={"PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert ran.code == 0
    assert row in ran.out.splitlines()
