"""The clinician's screen: one glance of 24 lines, three values everywhere, notes with their basis for her alone."""

import re
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.renderers import json, terminal, text
from tests.content.follow_up_walks import FOLLOW_UP, full, quiet, random_walks, summary
from tests.installed_program import miskraam
from tests.tiny_questionnaires import EN, NL, TODAY

GLANCE = 24
WIDTH = 76
LINE = "---"
NOTES = {  # clinician-notes.md: the note, and what it rests on
    "note_rhesus": ("N-05", "NHG-Standaard"),
    "note_bleeding": ("N-06", "UMC Utrecht"),
    "note_severe_pain": ("N-16", "NHG-Standaard"),
    "note_misoprostol_scope": ("N-12", "AMB-23"),
    "note_misoprostol_figure": ("N-15", "Hamel"),
    "note_mifepristone": ("N-14", "keuzehulp.info"),
    "note_fever_misoprostol": ("N-17", "ziekenhuisfolder"),
    "note_waiting": ("N-04", "NHG-Standaard"),
    "note_feelings": ("N-18", "Farren"),
    "note_fever_masked": (None, "AMB-56"),  # these four are lines of a ruling
    "note_curettage": (None, "AMB-63"),
    "note_new_pregnancy": (None, "AMB-109"),
    "note_unconfirmed": (None, "AMB-59"),
}
ORDER = [
    "MISKRAAM vervolg", "S bloedverlies[:,]", "flauwgevallen[:,]", "behandeling[:,]", "pijnstillers[:,]", "gevoel[:,]",
    "vraag: ", "O temp: ", "E signalen volgens de folder: ", "P aan patiënt getoond: ", "te regelen: ", re.escape(LINE),
]  # fmt: skip


def screen(walk: Interview) -> list[str]:
    """The clinician's text as she reads it."""
    return text.render(summary(walk, NL, "clinician"), NL).splitlines()


def above(walk: Interview) -> list[str]:
    """The lines down to the one that begins what is not from the leaflet."""
    lines = screen(walk)
    return lines[: next(index for index, line in enumerate(lines) if line.startswith(LINE)) + 1]


def one_line(lines: list[str]) -> str:
    return " ".join(" ".join(lines).split())


TYPICAL: dict[str, Interview] = {
    "quiet": quiet(),
    "full": full(),
    "full, much blood and fainted": full(bleeding="more", fainting="today"),
    "full, fainted before": full(fainting="earlier", miso_effect=False),
    "full, every feeling": full(feelings=("sadness", "guilt", "disbelief", "anger", "emptiness")),
    "curettage": quiet(treatment="curettage", talk="later"),
    "fever and worry": quiet(temperature=Decimal("39.1"), worried=True),
    "no scan": quiet(confirmed="no", pain="severe"),
    "nothing": Interview(FOLLOW_UP, TODAY, {}),
    "nothing known": Interview(
        FOLLOW_UP,
        TODAY,
        {question.id: NonAnswer.UNKNOWN for question in FOLLOW_UP.questions if "unknown" in question.may},
    ),
}


@pytest.mark.parametrize("walk", TYPICAL.values(), ids=TYPICAL.keys())
def test_one_glance_holds_everything_above_the_line(walk: Interview) -> None:
    assert len(above(walk)) <= GLANCE


@pytest.mark.parametrize("walk", TYPICAL.values(), ids=TYPICAL.keys())
def test_it_can_be_pasted_anywhere(walk: Interview) -> None:
    for line in screen(walk):
        assert len(line) <= WIDTH, line
        for letter in line:
            assert letter.isprintable(), (line, letter)
            symbol = unicodedata.category(letter) in ("So", "Sm", "Co") and letter not in "°><+"
            assert not symbol, line  # boxes, bars, arrows and emoji


def test_in_a_terminal_the_record_has_no_colour_and_the_same_lines() -> None:
    drawn = terminal.render(summary(full(), NL, "clinician"), NL, 80)
    record = drawn.partition(LINE)[0]
    assert "\x1b" not in record
    assert record.splitlines() == above(full())[:-1]


@pytest.mark.parametrize("walk", TYPICAL.values(), ids=TYPICAL.keys())
def test_the_places_are_always_the_same(walk: Interview) -> None:
    shown = one_line(above(walk))
    place = 0
    for part in ORDER:
        found = re.compile(part).search(shown, place)
        assert found, part
        place = found.end()


def test_the_head_says_who_when_and_which_version() -> None:
    head = one_line(above(full())[:2])
    assert "24-11-2026 12:00 (zelf ingevuld)" in head
    assert f"v{FOLLOW_UP.version}" in head


@pytest.mark.parametrize(
    ("answer", "shown"),
    [(True, "ongerust: ja"), (False, "ongerust: nee"), (NonAnswer.UNKNOWN, "ongerust: niet bekend")],
)
def test_yes_no_and_not_known_are_three_things(answer: Answer, shown: str) -> None:
    assert f"{shown} ·" in one_line(above(quiet(worried=answer)))


def test_what_was_not_asked_says_so_and_what_is_declined_too() -> None:
    shown = one_line(above(quiet()))
    assert "houdt aan: niet gevraagd" in shown
    assert "tabletten, geleden, effect: niet gevraagd" in shown
    assert "vraag: Ik heb niets te vragen" in shown
    unasked = one_line(above(Interview(FOLLOW_UP, TODAY, {})))
    assert "S bloedverlies, duurt lang, pijn, houdt aan: niet gevraagd" in unasked
    assert "pijn: nee" not in unasked


def test_no_fever_is_never_said_where_nothing_was_measured() -> None:
    shown = one_line(above(quiet(temperature_measured="cannot")))
    assert "temp: niet gevraagd" in shown
    assert "[?] niet bekend: temp" in shown
    assert "geen koorts" not in one_line(screen(quiet(temperature_measured="cannot"))).lower()


def test_unticked_is_not_no() -> None:
    shown = screen(full())
    assert "Niet aangekruist is niet ‘nee’." in one_line(shown)
    assert "pijnstillers: paracetamol, naproxen ·" in one_line(shown)


def test_each_signal_has_its_fact_and_nothing_is_a_diagnosis() -> None:
    shown = one_line(above(full()))
    for signal in (
        "koorts 38,6 °C [S2-WARN-6]",
        "ongerust [S2-WARN-8]",
        "controle niet afgesproken [S2-MIS-14]",
    ):
        assert signal in shown
    for word in ("diagnose", "incomplete miskraam", "endometritis", "advies:"):
        assert word not in shown.lower()


def test_it_says_what_the_patient_was_told() -> None:
    assert "aan patiënt getoond: Bel vandaag uw ziekenhuis of uw verloskundige." in one_line(above(full()))


def test_her_question_stands_in_her_own_words() -> None:
    assert 'vraag: "Mag ik maandag weer werken?"' in one_line(above(full()))


def test_a_clinician_reads_dutch_whatever_the_patient_reads(tmp_path: Path) -> None:
    ran = miskraam(
        "follow-up", "--answers", "-", "--for", "clinician", "--lang", "en", "--filled-by", "helped",
        folder=tmp_path, stdin="{worried: true}",
    )  # fmt: skip
    assert ran.code == 0, ran.err
    assert ran.out.startswith("MISKRAAM vervolg")
    assert "(ingevuld met hulp)" in ran.out
    assert "!! BEL  ongerust" in ran.out


def notes() -> dict[str, str]:
    """The notes of this questionnaire, in Dutch."""
    said = {name for finding in FOLLOW_UP.findings if finding.audience == "clinician" for name in finding.say}
    return {str(name): FOLLOW_UP.statements[name].text.nl for name in said}


def test_the_notes_are_those_of_the_list_with_their_basis() -> None:
    assert set(notes()) == set(NOTES)
    for name, (number, basis) in NOTES.items():
        statement = FOLLOW_UP.statements[name]
        assert statement.note == number
        assert statement.basis is not None
        assert basis in statement.basis.nl
        assert statement.facts == ()


def test_each_note_is_shown_with_number_and_basis_below_the_line() -> None:
    met: set[str] = set()
    for walk in random_walks(600, 5):
        results = evaluate(walk)
        here = {name for result in results for name in result.finding.say} & set(NOTES)
        shown = one_line(screen(walk))
        top, _, below = shown.partition(LINE)
        for name in here:
            number, basis = NOTES[name]
            assert notes()[name] in below
            assert notes()[name] not in top
            assert f"[{number}: " in below if number else basis in below
        met |= here
    assert met == set(NOTES)


def of_notes() -> list[re.Pattern[str]]:
    """What gives a note away: its words, in either language, and its number."""
    spoken = [FOLLOW_UP.statements[name].text for name in NOTES]
    words = [re.escape(sentence) for text in spoken for sentence in (text.nl, text.en)]
    return [
        re.compile(pattern) for pattern in (*words, r"\bN-\d\d\b", r"note_\w+", r"NHG|Farren|anti-D|rhesus")
    ]


def test_no_note_reaches_a_patient_in_any_format() -> None:
    patterns = of_notes()
    for walk in random_walks(200, 13):
        for words in (NL, EN):
            made = summary(walk, words)
            assert made.record is None
            for shown in (
                text.render(made, words, 2_000, sources=True),
                terminal.render(made, words, 80, sources=True),
                json.render(made),
            ):
                assert not [pattern.pattern for pattern in patterns if pattern.search(shown)]


def test_json_for_a_clinician_has_the_basis() -> None:
    assert '"basis": "N-05: NHG-Standaard Miskraam, gelezen"' in json.render(summary(full(), NL, "clinician"))
