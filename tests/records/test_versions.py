"""A record that was corrected, one that came later under its code, and one from an older questionnaire."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from miskraam_cli.records.keep import keep
from miskraam_cli.records.settings import RecordSettings
from tests.flat_text import flat
from tests.records.clinic_machine import FEVER, WELL, Clinic, as_file, code_in
from tests.records.example_record import EXAMPLE, make


def test_a_correction_keeps_both_answers_and_marks_them(clinic: Clinic) -> None:
    code = clinic.keep()
    ran = clinic.open(code, "--answers", "-", stdin='{"temperature": 36.8}')
    assert ran.code == 0
    for shown in (flat(ran.out), flat(clinic.open(code).out)):
        assert "temp: 36,8 °C (was: 38,6 °C)" in shown
        assert re.search(r"verbeterd op \d\d-\d\d-\d{4} \d\d:\d\d door \w+: temp: 36,8", shown)
        assert "koorts" not in shown, "the finding is gone with the answer"
        assert re.search("aan patiënt getoond: Bel (vandaag|nu)", shown), "and what she was told is not"
    record = clinic.run("records", "export", code).json["records"][0]
    assert record["answers"]["temperature"] == 36.8
    assert [version["answers"]["temperature"] for version in record["earlier"]] == [38.6]
    again = clinic.open(code, "--answers", "-", "--json", stdin='{"temperature": 37.1}').json
    assert [item["changes"][0]["before"] for item in again["record"]["corrections"]] == ["38,6 °C", "36,8 °C"]


def test_a_correction_that_does_not_fit_changes_nothing(clinic: Clinic) -> None:
    code = clinic.keep()
    before = clinic.run("records", "export", code).json
    ran = clinic.open(code, "--answers", "-", stdin='{"temperature": 99}')
    assert ran.code == 2
    assert clinic.run("records", "export", code).json == before


def test_a_second_follow_up_shows_what_changed(clinic: Clinic) -> None:
    code = clinic.keep()
    assert clinic.keep({**WELL, "pain": "bearable"}, "--code", code) == code
    ran = clinic.open(code)
    shown = ran.out.splitlines()
    start = next(number for number, line in enumerate(shown) if line.strip().startswith("veranderd sinds "))
    table = [flat(line) for line in shown[start + 1 :]]
    assert table[0] == "toen nu"
    assert table[1].startswith("pijn nee ")
    assert "temp 38,6 °C 36,8 °C" in table
    assert ran.out.index("veranderd") < ran.out.index("---"), "it is read at a glance"
    first = clinic.open(code, "--number", "1")
    assert "veranderd" not in first.out
    assert "38,6" in first.out
    assert clinic.open(code, "--number", "3").code == 2


@pytest.mark.parametrize(("worried", "told"), [(False, False), (True, True)], ids=["goes on", "differs"])
def test_an_interview_that_went_on_after_staff_were_called_is_no_second_one(
    clinic: Clinic, worried: bool, told: bool
) -> None:
    """What was kept in the middle of it is not shown as an interview before, unless an answer was taken back."""
    settings = RecordSettings(clinic.folder, recipients=clinic.recipients)
    code = keep(lambda *of: replace(make(*of), broken_off=True), settings).code
    went_on = {**EXAMPLE.answers, "worried": worried, "pain": "none"}
    keep(lambda *of: replace(make(*of), answers=went_on), settings, under=code)
    assert ("veranderd sinds" in clinic.open(code).out) is told


@pytest.mark.parametrize(("called", "told"), [(True, "ja"), (False, "nee")])
def test_the_clinician_reads_whether_the_kiosk_called_staff_and_only_what_the_patient_read(
    clinic: Clinic, called: bool, told: str
) -> None:
    settings = RecordSettings(clinic.folder, recipients=clinic.recipients)
    answers = {"fainting": "today", "hospital": "lumc"}
    kept = keep(
        lambda *of: replace(make(*of), answers=answers, broken_off=True, staff_called=called), settings
    )
    shown = flat(clinic.open(kept.code).out)
    assert "Waarschuw nu een medewerker." in shown
    assert f"medewerker geroepen door het scherm: {told}" in shown
    assert "afgebroken" in shown
    below = shown.partition("zo leest de patiënt het")[2]
    assert "U viel flauw" in below
    assert "We weten niet hoeveel weken" not in below
    assert "volgt een controle" not in below


def test_a_follow_up_under_a_code_that_is_gone_is_kept_under_a_new_one(clinic: Clinic) -> None:
    clinic.keep()
    ran = clinic.run("follow-up", "--answers", "-", "--code", "CDFHJK", stdin=as_file(FEVER))
    assert ran.code == 0
    assert "CDFHJK" in ran.err
    assert clinic.open(code_in(ran.out)).code == 0


def test_answers_that_no_longer_fit_are_named_and_stay(clinic: Clinic) -> None:
    shipped = Path(__file__).parents[2] / "questionnaires"
    text = (shipped / "follow-up.yaml").read_text(encoding="utf-8")
    size = "text: {nl: Maat?, en: Size?}, label: {nl: maat, en: size}"
    extra = f"      - {{id: shoe_size, type: integer, range: [30, 50], {size}, addition: a test}}\n"
    marker = "      - use: hospital\n"
    assert marker in text
    older = clinic.folder / "older.yaml"
    older.write_text(text.replace(marker, marker + extra, 1), encoding="utf-8")
    ran = clinic.run("run", older, "--answers", "-", "--keep", stdin=as_file({**FEVER, "shoe_size": 38}))
    assert ran.code == 0, ran.err
    code = code_in(ran.out)
    opened = clinic.open(code)
    assert opened.code == 0
    assert "past niet meer in deze vragenlijst: shoe_size = 38" in flat(opened.out)
    assert "shoe_size = 38" in opened.err
    assert "andere versie" in opened.out
    corrected = clinic.open(code, "--answers", "-", "--json", stdin='{"worried": true}').json
    assert corrected["record"]["unfit"] == {"shoe_size": "38"}


def test_a_record_of_the_first_version_says_fever_and_is_left_as_it_was(clinic: Clinic) -> None:
    """As `follow-up` 1.0.0 kept it: measured was a yes or no."""
    settings = RecordSettings(clinic.folder, recipients=clinic.recipients)
    earlier = {**FEVER, "temperature_measured": True}
    code = keep(lambda *of: replace(make(*of), answers=earlier, digest="sha256:1.0.0"), settings).code
    opened = clinic.open(code)
    assert opened.code == 0, opened.err
    assert "BEL koorts 38,6 °C" in flat(opened.out)
    assert "temp: 38,6 °C" in opened.out
    assert "andere versie van de vragenlijst: v1.0.0" in flat(opened.out)
    assert "niet meer" not in opened.out + opened.err
    assert clinic.open(code, "--answers", "-", stdin='{"temperature_measured": "yes"}').code == 0
    (record,) = clinic.run("records", "export", code).json["records"]
    assert record["questionnaire"] == {"id": "follow_up", "version": "1.0.0", "digest": "sha256:1.0.0"}
    assert (record["answers"], record["earlier"]) == (earlier, [])
    corrected = clinic.open(code, "--answers", "-", "--json", stdin='{"temperature": 36.8}').json
    assert [change["question"] for change in corrected["record"]["corrections"][0]["changes"]] == [
        "temperature"
    ]
    assert (
        clinic.run("records", "export", code).json["records"][0]["questionnaire"] == record["questionnaire"]
    )


def test_an_interview_of_an_earlier_version_is_compared_as_it_reads_now(clinic: Clinic) -> None:
    settings = RecordSettings(clinic.folder, recipients=clinic.recipients)
    earlier = {**FEVER, "temperature_measured": True}
    code = keep(lambda *of: replace(make(*of), answers=earlier), settings).code
    clinic.keep(FEVER, "--code", code)
    assert "niets veranderd sinds" in flat(clinic.open(code).out)
