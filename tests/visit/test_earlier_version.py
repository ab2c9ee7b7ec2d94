"""A questionnaire became 2.0.0: what was answered to 1.0.0 goes along, and what cannot is named in words."""

import json
from pathlib import Path

import pytest

from tests.installed_program import miskraam
from tests.questionnaire_lines import asked, body, options
from tests.records.clinic_machine import Clinic, as_file, code_in
from tests.tiny_questionnaires import write_questionnaire

SHOES = asked("shoes", "choice", options("old", "new"))
WORN = asked("shoes", "integer", "range: [0, 99]").replace("nl: shoes", "nl: hoe oud uw schoenen zijn")
ONE = body([asked("slept"), SHOES, asked("last")], ["id: awake, level: know, when: slept == false"])
TWO = body(
    [
        asked("slept", "choice", f"{options('yes', 'badly', 'not_at_all')}, was: {{true: yes, false: not_at_all}}"),
        WORN,
        asked("last"),
    ],
    ["id: awake, level: know, when: slept == 'not_at_all'"],
)  # fmt: skip
EARLIER = {"slept": False, "shoes": "old"}


def becomes_two(file: str) -> None:
    """The questionnaire in a file becomes 2.0.0."""
    path = Path(file)
    one = path.read_text(encoding="utf-8")
    assert "version: 1.0.0" in one and ONE in one
    path.write_text(one.replace("version: 1.0.0", "version: 2.0.0").replace(ONE, TWO), encoding="utf-8")


def test_a_draft_goes_on_with_what_fits_and_asks_the_rest_again(tmp_path: Path) -> None:
    file = write_questionnaire(ONE, tmp_path)
    miskraam("run", file, "--lines", "--draft", "mine.txt", folder=tmp_path, stdin="2\n1\nstop\n")
    becomes_two(file)
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="7\nstop\n")
    said = " ".join(ran.out.split())
    assert "Deze antwoorden passen niet meer: hoe oud uw schoenen zijn." in said
    held = json.loads("{" + (tmp_path / "mine.txt").read_text(encoding="utf-8").partition("{")[2])
    assert held["version"] == "2.0.0"
    assert held["answers"] == {"slept": "not_at_all", "shoes": 7}
    again = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert "passen niet meer" not in again.out


def test_a_record_still_says_what_it_said_and_keeps_its_version_and_digest(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    file = write_questionnaire(ONE, tmp_path)
    ran = clinic.run("run", file, "--answers", "-", "--keep", stdin=as_file(EARLIER))
    code = code_in(ran.out)
    (before,) = clinic.run("records", "export", code).json["records"]
    becomes_two(file)
    opened = clinic.open(code, file)
    assert opened.code == 0, opened.err
    assert 'niet meer in deze vragenlijst: hoe oud uw schoenen zijn = "old"' in opened.err
    shown = clinic.open(code, file, "--json").json
    assert [finding["id"] for finding in shown["findings"]] == ["awake"]
    assert shown["answers"] == {"slept": "not_at_all"}
    assert shown["record"]["made_with"] == "1.0.0"
    assert shown["record"]["unfit"] == {"shoes": '"old"'}
    (after,) = clinic.run("records", "export", code).json["records"]
    assert after == before, "who only looks changes nothing"


def test_a_correction_changes_what_was_corrected_and_keeps_what_does_not_fit(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    file = write_questionnaire(ONE, tmp_path)
    code = code_in(clinic.run("run", file, "--answers", "-", "--keep", stdin=as_file(EARLIER)).out)
    (before,) = clinic.run("records", "export", code).json["records"]
    becomes_two(file)
    for same in ("{}", "{slept: false}", "{slept: not_at_all}"):
        assert clinic.open(code, file, "--answers", "-", stdin=same).code == 0
    assert clinic.run("records", "export", code).json["records"] == [before], "nothing was corrected yet"
    changed = clinic.open(code, file, "--answers", "-", "--json", stdin="{slept: true}").json
    assert [change["question"] for change in changed["record"]["corrections"][0]["changes"]] == ["slept"]
    (after,) = clinic.run("records", "export", code).json["records"]
    assert after["answers"] == {"slept": "yes", "shoes": "old"}
    assert after["earlier"][0]["answers"] == before["answers"]
    assert after["questionnaire"] == before["questionnaire"]


def test_an_answer_that_is_not_asked_for_any_more_is_named_too(tmp_path: Path) -> None:
    clinic = Clinic(tmp_path / "clinic")
    file = write_questionnaire(ONE, tmp_path)
    code = code_in(
        clinic.run("run", file, "--answers", "-", "--keep", stdin='{"slept": true, "last": true}').out
    )
    becomes_two(file)
    path = Path(file)
    last = asked("last")
    asked_less = path.read_text(encoding="utf-8").replace(
        last, asked("last", more="enable_when: slept == 'badly'")
    )
    path.write_text(asked_less, encoding="utf-8")
    assert "niet meer in deze vragenlijst: last = true" in clinic.open(code, file).err


def test_an_answers_file_is_taken_where_all_of_it_is_brought_over(tmp_path: Path) -> None:
    file = write_questionnaire(ONE, tmp_path)
    becomes_two(file)
    ran = miskraam("run", file, "--answers", "-", "--json", folder=tmp_path, stdin='{"slept": false}')
    assert (ran.code, ran.json["answers"]) == (0, {"slept": "not_at_all"})
    again = miskraam(
        "run", file, "--answers", "-", "--json", folder=tmp_path, stdin=json.dumps(ran.json["answers"])
    )
    assert (again.json["answers"], again.json["findings"]) == (ran.json["answers"], ran.json["findings"])
    refused = miskraam("run", file, "--answers", "-", folder=tmp_path, stdin=as_file(EARLIER))
    assert (refused.code, refused.out) == (2, "")
    assert "-:1:27" in refused.err and "shoes" in refused.err and "slept" not in refused.err


@pytest.mark.parametrize(
    ("earlier", "fever"),
    [
        ({"temperature_measured": True, "temperature": 38.6}, True),
        ({"temperature_measured": True, "temperature": 37.9}, False),
    ],
)
def test_a_fever_that_follow_up_heard_of_in_its_first_version_is_one_still(
    tmp_path: Path, earlier: dict[str, object], fever: bool
) -> None:
    """Answers of 1.0.0 as they stood in its drafts, records and files."""
    ran = miskraam("follow-up", "--answers", "-", "--json", folder=tmp_path, stdin=as_file(earlier))
    assert ("fever" in [finding["id"] for finding in ran.json["findings"]]) is fever
    draft = {"format": "miskraam.draft/1", "questionnaire": "follow-up", "version": "1.0.0",
        "digest": "sha256:00", "language": "nl", "answers": earlier, "moment": "2026-11-24T11:00:00+01:00"}  # fmt: skip
    (tmp_path / "mine.txt").write_text(json.dumps(draft), encoding="utf-8")
    now = ("--now", "2026-11-24T12:00")
    ran = miskraam("resume", "mine.txt", "--lines", *now, folder=tmp_path, stdin="stop\n")
    assert "passen niet meer" not in ran.out
    assert ("Uw temperatuur is 38,6" in ran.out) is fever


def test_who_had_not_measured_before_cannot_now(tmp_path: Path) -> None:
    ran = miskraam(
        "follow-up", "--answers", "-", "--json", folder=tmp_path, stdin='{"temperature_measured": false}'
    )
    assert ran.json["answers"] == {"temperature_measured": "cannot"}
    assert "temperature_unknown" in [finding["id"] for finding in ran.json["findings"]]
