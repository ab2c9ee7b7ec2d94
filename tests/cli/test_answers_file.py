"""The answers file: YAML or JSON, read as strictly as what a person types; what comes out can be fed back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.installed_program import Ran, miskraam

WHOLE = """
hospital: lumc
fainting: "no"
bleeding: like_heavy
bleeding_prolonged: {unknown: true}
pain: bearable
pain_persists: true
temperature_measured: yes
temperature: 38.6
worried: false
confirmed: scan
painkillers: [paracetamol, naproxen]
weeks_at_loss: 9
treatment: misoprostol
passed: not_yet
miso_doses: one
miso_hours: 5
miso_effect: true
miso_checkup: true
bleeding_over_6_weeks: false
feelings: [sadness, guilt]
talk: {declined: true}
next_info: not_now
question: Mag ik weer werken?
"""


def summary(folder: Path, answers: str, *more: str) -> Any:
    ran = miskraam("follow-up", "--answers", "-", "--json", *more, folder=folder, stdin=answers)
    assert ran.code == 0
    assert not ran.err or "Niet gebruikt" in ran.err
    return ran.json


def refused(folder: Path, content: str, name: str = "mine.yaml") -> Ran:
    (folder / name).write_text(content, encoding="utf-8")
    return miskraam("follow-up", "--answers", name, "--json", folder=folder)


def outcomes(made: Any) -> list[tuple[str, str]]:
    return [(finding["id"], finding["outcome"]) for finding in made["findings"]]


def test_a_whole_file_is_complete_and_alarms_by_its_answers(tmp_path: Path) -> None:
    made = summary(tmp_path, WHOLE)
    assert made["complete"] is True
    assert outcomes(made)[:3] == [("pain_lasting", "holds"), ("fever", "holds"), ("sign_unknown", "unknown")]
    assert made["not_answered"] == ["bleeding_prolonged", "talk"]


@pytest.mark.parametrize(
    "answers",
    [WHOLE, "{}", "{worried: true}", "{temperature_measured: yes, temperature: 37.95}", "{fainting: today}"],
)
def test_what_comes_out_can_be_fed_back(tmp_path: Path, answers: str) -> None:
    first = summary(tmp_path, answers)
    again = summary(tmp_path, json.dumps(first["answers"]))
    assert again["answers"] == first["answers"]
    assert again["findings"] == first["findings"]
    assert again["complete"] == first["complete"]


def test_json_and_yaml_say_the_same(tmp_path: Path) -> None:
    as_json = json.dumps({"temperature_measured": "yes", "temperature": 38.6, "worried": {"unknown": True}})
    as_yaml = "temperature_measured: yes\ntemperature: 38.6\nworried:\n  unknown: true\n"
    one, other = summary(tmp_path, as_json), summary(tmp_path, as_yaml)
    assert one["answers"] == other["answers"]
    assert one["findings"] == other["findings"]
    assert one["answers"] == {
        "temperature_measured": "yes",
        "temperature": 38.6,
        "worried": {"unknown": True},
    }


def test_a_file_and_standard_input_say_the_same(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(WHOLE, encoding="utf-8")
    by_file = miskraam("follow-up", "--answers", "mine.yaml", "--json", folder=tmp_path)
    assert by_file.json["findings"] == summary(tmp_path, WHOLE)["findings"]


def test_open_questions_stay_open_and_warning_signs_count_as_unknown(tmp_path: Path) -> None:
    made = summary(tmp_path, "{confirmed: scan}")
    assert made["complete"] is False
    assert ("sign_unknown", "unknown") in outcomes(made)
    assert ("temperature_unknown", "unknown") in outcomes(made)


def test_an_answer_that_is_not_used_is_named(tmp_path: Path) -> None:
    given = "{temperature_measured: cannot, temperature: 39.5}"
    ran = miskraam("follow-up", "--answers", "-", folder=tmp_path, stdin=given)
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert "Niet gebruikt" in ran.err and "temperature." in ran.err


@pytest.mark.parametrize(
    ("line", "column", "named"),
    [
        ("temprature: 38.6", 1, "temprature"),
        ("bleeding: a lot", 11, "bleeding"),
        ("worried: maybe", 10, "worried"),
        ('worried: "true"', 10, "worried"),
        ("worried: yes", 10, "worried"),
        ("temperature: hot", 14, "temperature"),
        ("temperature: 33.9", 14, "temperature"),
        ("temperature: 43.1", 14, "temperature"),
        ("temperature: 386", 14, "temperature"),
        ("temperature: -38", 14, "temperature"),
        ("temperature: .nan", 14, "temperature"),
        ("temperature: 1e2", 14, "temperature"),
        ("temperature: [38]", 14, "temperature"),
        ("worried: {declined: true}", 10, "worried"),
        ("temperature_measured: {unknown: true}", 23, "temperature_measured"),
        ("pain: {unknown: false}", 7, "pain"),
        ("pain: {perhaps: true}", 7, "pain"),
        ("pain: [bearable, severe]", 7, "pain"),
    ],
)
def test_what_cannot_be_taken_is_2_with_file_line_and_key(
    tmp_path: Path, line: str, column: int, named: str
) -> None:
    ran = refused(tmp_path, f'# my answers\nfainting: "no"\n{line}\n')
    assert ran.code == 2
    assert ran.out == "", "nothing is half done"
    assert f"mine.yaml:3:{column}:" in ran.err
    assert named in ran.err


def test_every_wrong_line_is_named_at_once(tmp_path: Path) -> None:
    ran = refused(tmp_path, "bleeding: a lot\nworried: true\ntemperature: 99\nsmell: true\n")
    assert ran.code == 2
    assert [f"mine.yaml:{line}:" in ran.err for line in (1, 2, 3, 4)] == [True, False, True, True]


def test_a_wrong_line_in_json_is_named_too(tmp_path: Path) -> None:
    ran = refused(tmp_path, '{\n  "worried": true,\n  "temperature": 99\n}\n', "mine.json")
    assert ran.code == 2
    assert "mine.json:3:" in ran.err


@pytest.mark.parametrize(
    "content",
    ["worried: true\nworried: false\n", "a: &x true\n", "- worried\n", "worried: [\n", "--- {}\n--- {}\n"],
)
def test_what_is_no_row_of_answers_is_2(tmp_path: Path, content: str) -> None:
    ran = refused(tmp_path, content)
    assert ran.code == 2
    assert "mine.yaml:" in ran.err
    assert "Traceback" not in ran.err


def test_an_answer_off_the_path_is_taken_and_never_counted(tmp_path: Path) -> None:
    made = summary(tmp_path, "{temperature_measured: cannot, temperature: 39.5}")
    assert "temperature" not in made["answers"]
    assert ("fever", "holds") not in outcomes(made)
    assert ("temperature_unknown", "unknown") in outcomes(made)


def test_a_doubtful_answer_is_taken_and_listed(tmp_path: Path) -> None:
    made = summary(tmp_path, "{temperature_measured: yes, temperature: 41.5}")
    assert made["doubts"] == ["temperature"]
    assert ("fever", "holds") in outcomes(made)


@pytest.mark.parametrize(
    ("written", "fever"), [("38", True), ("38.0", True), ("37.9", False), ("37.95", True)]
)
def test_the_boundary_of_fever_is_the_same_in_a_file(tmp_path: Path, written: str, fever: bool) -> None:
    made = summary(tmp_path, f"{{temperature_measured: yes, temperature: {written}}}")
    assert (("fever", "holds") in outcomes(made)) is fever


def test_the_configured_hospital_yields_to_the_file(tmp_path: Path) -> None:
    made = summary(tmp_path, "{hospital: alrijne}", "--hospital", "lumc")
    assert {contact["id"] for contact in made["contacts"]} >= {"alrijne_day", "alrijne_outside"}
    assert made["answers"]["hospital"] == "alrijne"


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("said", ["🌷 maandag", "\\ud83c\\udf37", "é’\\", "🌷🌷"])
def test_what_json_escapes_comes_back_as_it_was(tmp_path: Path, said: str, ascii_only: bool) -> None:
    text = json.dumps({"question": said}, ensure_ascii=ascii_only)
    found = miskraam("run", "own.yaml", "--answers", "-", "--json", folder=asks_freely(tmp_path), stdin=text)
    assert found.code == 0, found.err
    assert found.json["answers"] == {"question": said}


def asks_freely(folder: Path) -> Path:
    (folder / "own.yaml").write_text(
        "id: own\nversion: 1.0.0\ntitle: {nl: Eigen, en: Own}\nsections:\n  - id: only\n    title: {nl: A, en: A}\n"
        "    questions:\n      - {id: question, type: text, text: {nl: Wat?, en: What?}, label: {nl: wat, en: what},"
        " addition: a test}\nfindings: []\n",
        encoding="utf-8",
    )
    return folder
