"""The clinician's screen: one glance of 24 lines, three values everywhere, notes with their basis for her alone."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.renderers import json, terminal, text
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.record_history import RecordHistory
from miskraam_cli.terminal.screen import pages
from tests.choice.choice_walks import choice
from tests.content.follow_up_walks import DIRECTORY, FOLLOW_UP, full, quiet, random_walks, summary
from tests.content.quiet_intake import intake
from tests.installed_program import miskraam
from tests.tiny_questionnaires import EN, NL, NOON, TODAY

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


def plausible() -> Iterator[Interview]:
    """Women as they come: every state of the loss, with and without each sign; one or two signs at a time."""
    states: tuple[dict[str, Answer], ...] = (
        {},
        {"treatment": "curettage", "feelings": ("sadness", "guilt", "emptiness")},
        {"treatment": "not_chosen", "bleeding": "none"},
        {"treatment": "waiting", "passed": "not_yet"},
        {"treatment": "misoprostol", "passed": "not_yet", "miso_doses": "one", "miso_hours": Decimal(20),
         "miso_effect": True, "miso_checkup": False},
        {"treatment": "misoprostol", "passed": "yes", "miso_checkup": NonAnswer.UNKNOWN},
        {"loss_date": date(2026, 10, 1), "bleeding_over_6_weeks": False, "period_returned": False},
        {"confirmed": "no"},
        {"confirmed": NonAnswer.UNKNOWN, "painkillers": ("paracetamol", "naproxen")},
        {"weeks_at_loss": Decimal(17)},
    )  # fmt: skip
    signs: tuple[dict[str, Answer], ...] = (
        {},
        {"fainting": "today", "bleeding": "more"},
        {"fainting": "earlier"},
        {"pain": "severe"},
        {"pain": "bearable", "pain_persists": True},
        {"temperature": Decimal("38.6")},
        {"temperature_measured": False},
        {"worried": True, "bleeding": "like_heavy", "bleeding_prolonged": NonAnswer.UNKNOWN},
    )
    others: tuple[dict[str, Answer], ...] = (
        {},
        {"talk": "later", "question": "Mag ik maandag weer werken? Ik sta de hele dag voor de klas."},
    )
    for state, sign, other in product(states, signs, others):
        yield quiet(**{**state, **sign, **other})


def at_kiosk(walk: Interview) -> str:
    """Her screen as a clinician opens it later, with a code and a kiosk's name in its head."""
    kept = RecordHistory(code="K7M4QX", device="kiosk 2")
    here = Circumstances(
        DIRECTORY, NL, NOON, setting="kiosk", audience="clinician", filled_by="helped", kept=kept
    )
    return text.render(build(walk, here), NL)


@pytest.mark.parametrize("walk", TYPICAL.values(), ids=TYPICAL.keys())
def test_one_glance_holds_everything_above_the_line(walk: Interview) -> None:
    assert len(above(walk)) <= GLANCE


def test_the_screen_of_no_plausible_woman_is_longer() -> None:
    longest = {"home": 0, "kiosk": 0}
    for walk in plausible():
        longest["home"] = max(longest["home"], len(above(walk)))
        longest["kiosk"] = max(longest["kiosk"], at_kiosk(walk).partition(f"\n{LINE}")[0].count("\n") + 2)
    assert max(longest.values()) <= GLANCE, longest


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


def test_what_is_below_the_line_begins_a_page_of_its_own() -> None:
    first = pages(text.render(summary(full(), NL, "clinician"), NL), GLANCE)[0]
    assert first.splitlines() == above(full())[:-2]


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
    assert "vraag: Ik heb niets te vragen" in one_line(above(quiet()))
    unasked = one_line(above(Interview(FOLLOW_UP, TODAY, {})))
    assert "S bloedverlies, bloedt lang, pijn, krampen houden aan: niet gevraagd" in unasked
    assert "pijn: nee" not in unasked


WHY_THERE_IS_NO_ANSWER = [  # AMB-128
    ("her answer excludes it", quiet(), "krampen houden aan: n.v.t."),
    ("and all that hangs on it", quiet(), "tabletten, geleden, effect: n.v.t."),
    ("what decides it is not known", quiet(pain=NonAnswer.UNKNOWN), "krampen houden aan: niet gevraagd"),
    ("she was asked and did not know", full(), "krampen houden aan: niet bekend"),
    ("not measured", quiet(temperature_measured="cannot"), "O temp: niet gemeten · niets anders gemeten"),
    ("nobody asked whether she measured", Interview(FOLLOW_UP, TODAY, {}), "temp: niet gevraagd"),
    (
        "without a scan no more is asked",
        quiet(confirmed="no_scan"),
        "behandeling, tabletten, geleden, effect",
    ),
    ("which tells nothing of her", quiet(confirmed="no_scan"), "ongesteld: niet gevraagd"),
    ("beyond the leaflet's weeks neither", quiet(weeks_at_loss=Decimal(18)), "ongesteld: niet gevraagd"),
    (
        "no words about her partner",
        intake(partner="no"),
        "partner: nee · partner (volgens haar): niet gevraagd",
    ),
    ("no child, no question about it", intake(), "kind met aangeboren afwijking: n.v.t."),
    ("no study, no question about it", intake(), "taal, zonder oorzaak: niet gevraagd"),
]


@pytest.mark.parametrize(
    ("walk", "shown"),
    [row[1:] for row in WHY_THERE_IS_NO_ANSWER],
    ids=[row[0] for row in WHY_THERE_IS_NO_ANSWER],
)
def test_why_there_is_no_answer(walk: Interview, shown: str) -> None:
    assert shown in one_line(above(walk))


def test_no_fever_is_never_said_where_nothing_was_measured() -> None:
    shown = one_line(above(quiet(temperature_measured="cannot")))
    assert "[?] niet bekend: temp" in shown
    assert "geen koorts" not in one_line(screen(quiet(temperature_measured="cannot"))).lower()


PREGNANT = [
    ({"pregnant": True, "weeks": Decimal(9)}, "zwanger: ja, 9 weken leeftijd"),
    ({"pregnant": True, "weeks": NonAnswer.UNKNOWN}, "zwanger: ja, weken niet bekend leeftijd"),
    ({"pregnant": False}, "zwanger: nee leeftijd"),
    ({"pregnant": NonAnswer.UNKNOWN}, "zwanger: niet bekend leeftijd"),
]


@pytest.mark.parametrize(("answers", "shown"), PREGNANT)
def test_a_label_stands_once_a_line(answers: dict[str, Answer], shown: str) -> None:
    assert shown in one_line(above(intake(**answers)))


def test_unticked_is_not_no() -> None:
    shown = screen(full())
    assert "Niet aangekruist is niet ‘nee’." in one_line(shown)
    assert "pijnstillers: paracetamol, naproxen ·" in one_line(shown)


OWN_SOURCES = [
    (quiet(fainting="today"), "E", "flauwgevallen < 24 uur [S2-WARN-3]"),
    (quiet(bleeding="more"), "E", "bloed meer dan ruime menstruatie [S2-WARN-2]"),
    (full(), "E", "lang veel bloed [S2-WARN-2]"),
    (quiet(pain="bearable", pain_persists=True), "E", "krampen houden aan [S2-WARN-4]"),
    (full(), "E", "koorts 38,6 °C [S2-WARN-6]"),
    (full(), "E", "ongerust [S2-WARN-8]"),
    (full(), "P", "controle niet afgesproken [S2-MIS-14]"),
    (intake(signs_now=("fainting",)), "E", "flauwgevallen of sterretjes [S2-WARN-3]"),
    (intake(signs_now=("bleeding", "worried")), "E", "veel bloed [S2-WARN-2] · ongerust [S2-WARN-8]"),
    (choice(signs_now=("pain", "fever")), "E", "buikpijn [S2-WARN-4] · koorts [S2-WARN-6]"),
    (quiet(pain="severe"), "toevoeging", "erge pijn [AMB-75]"),
    (quiet(fainting="earlier", confirmed="no"), "toevoeging", "geen echo [AMB-75, AMB-76]"),
    (full(miso_doses="one", miso_hours=Decimal(50), miso_effect=False), "toevoeging", "eerste gift [AMB-83, AMB-85]"),
    (intake(diagnoses=("antiphospholipid",), pregnant=True), "toevoeging", "APS, (misschien) zwanger [AMB-89]"),
]  # fmt: skip


@pytest.mark.parametrize(("walk", "where", "signal"), OWN_SOURCES, ids=[row[2] for row in OWN_SOURCES])
def test_each_signal_has_its_own_fact_and_an_addition_its_ruling(
    walk: Interview, where: str, signal: str
) -> None:
    shown = one_line(above(walk)[:-2])
    evaluation, plan = re.split(
        r" P aan patiënt getoond: ", shown.partition(" E signalen volgens de folder: ")[2]
    )
    leaflet, _, additions = evaluation.partition("toevoeging: ")
    found = {"E": leaflet, "toevoeging": additions, "P": plan}
    assert {name for name, text in found.items() if signal in text} == {where}


@pytest.mark.parametrize("walk", TYPICAL.values(), ids=TYPICAL.keys())
def test_nothing_is_a_diagnosis(walk: Interview) -> None:
    shown = one_line(above(walk)).lower()
    for word in ("diagnose", "incomplete miskraam", "endometritis", "advies:"):
        assert word not in shown


def test_complaints_to_call_for_are_named() -> None:
    assert "!! BEL veel bloed · koorts S" in one_line(above(intake(signs_now=("bleeding", "fever"))))


@pytest.mark.parametrize(
    ("walk", "shown"),
    [
        (quiet(), "geen gemeld P"),
        (Interview(FOLLOW_UP, TODAY, {}), "geen gemeld, 8 niet bekend P"),
        (quiet(bleeding=NonAnswer.UNKNOWN), "geen gemeld, 1 niet bekend P"),
        (quiet(confirmed=NonAnswer.UNKNOWN), "geen gemeld P"),
        (full(), "ongerust [S2-WARN-8] · 1 niet bekend P"),
    ],
    ids=["all absent", "nothing asked", "one not known", "the scan is no sign", "beside what is known"],
)
def test_none_reported_is_not_none(walk: Interview, shown: str) -> None:
    assert shown in one_line(above(walk))


@pytest.mark.parametrize(
    ("walk", "shown"),
    [
        (quiet(temperature=Decimal("41.5")), "klopt volgens haar: temp 41,5 °C O"),
        (full(miso_effect=False), "klopt volgens haar: effect nee O"),
        (intake(miscarriages=Decimal(1)), "klopt volgens haar: miskramen 1 O"),
        (quiet(), None),
    ],
)
def test_answers_she_was_asked_about_once_more_are_listed(walk: Interview, shown: str | None) -> None:
    text_shown = one_line(above(walk))
    assert shown in text_shown if shown else "klopt volgens haar" not in text_shown


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


@pytest.mark.parametrize(
    ("walk", "noted"),
    [
        (quiet(pain="severe"), False),
        (quiet(bleeding="less", pain="bearable", pain_persists=False, confirmed="no"), True),
        (quiet(bleeding="more", pain="bearable", confirmed="no_scan"), True),
        (quiet(bleeding="less", pain="bearable", confirmed=NonAnswer.UNKNOWN), True),
        (quiet(bleeding="less", pain="bearable"), False),
        (quiet(bleeding="none", pain="bearable", confirmed="no"), False),
        (quiet(bleeding="less", pain="none", confirmed="no"), False),
    ],
)
def test_bleeding_with_pain_before_a_scan_has_its_note(walk: Interview, noted: bool) -> None:
    assert ("[N-16: " in one_line(screen(walk))) == noted


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
