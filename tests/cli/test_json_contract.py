"""The contract miskraam.summary/1, as design section 8 has it: fields, their kinds, and what stands in them."""

import re
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from miskraam_cli.library import read_files
from tests.installed_program import miskraam

FEVER = "{hospital: lumc, temperature_measured: yes, temperature: 38.6, worried: {unknown: true}}"


def summary(folder: Path, *more: str, answers: str = FEVER) -> Any:
    ran = miskraam(
        "follow-up",
        "--answers",
        "-",
        "--json",
        "--now",
        "2026-11-24T10:00",
        *more,
        folder=folder,
        stdin=answers,
    )
    assert (ran.code, ran.err) == (0, "")
    return ran.json


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return summary(tmp_path_factory.mktemp("contract"))


def finding(made: Any, name: str) -> Any:
    (found,) = [item for item in made["findings"] if item["id"] == name]
    return found


def test_the_head_says_what_this_is(made: Any) -> None:
    assert made["format"] == "miskraam.summary/1"
    assert set(made["questionnaire"]) >= {"id", "version", "digest"}
    assert made["questionnaire"]["id"] == "follow_up"
    assert re.fullmatch(r"\d+\.\d+\.\d+", made["questionnaire"]["version"])
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", made["questionnaire"]["digest"])
    assert (made["language"], made["audience"], made["setting"]) == ("nl", "patient", "home")
    assert made["generated_at"] == "2026-11-24T10:00:00+01:00"
    assert made["complete"] is False


def test_every_field_of_the_contract_is_there(made: Any) -> None:
    assert set(made) >= {
        "format", "questionnaire", "language", "audience", "setting", "generated_at", "complete",
        "findings", "contacts", "not_answered", "calculated", "answers",
    }  # fmt: skip


def test_a_finding_that_holds(made: Any) -> None:
    fever = finding(made, "fever")
    assert (fever["level"], fever["outcome"]) == ("call", "holds")
    assert "38,6" in fever["text"]
    assert [(item["question"], item["answer"]) for item in fever["because"]] == [("temperature", 38.6)]
    assert "S2-WARN-6" in fever["facts"]
    assert "AMB-11" in fever["rulings"]
    assert {"lumc_day", "lumc_outside"} <= set(fever["contacts"])
    assert "from" not in fever


def test_a_finding_that_is_unknown_says_which_findings_were(made: Any) -> None:
    merged = finding(made, "sign_unknown")
    assert (merged["level"], merged["outcome"]) == ("call", "unknown")
    assert {"worried", "fainting_today", "bleeding_more", "pain_severe"} <= set(merged["from"])
    assert "fever" not in merged["from"]


def test_every_finding_has_a_text_a_source_and_a_level(made: Any) -> None:
    levels = [item["level"] for item in made["findings"]]
    assert levels == sorted(levels, key=["now", "call", "discuss", "know"].index)
    for item in made["findings"]:
        assert item["text"].strip()
        assert item["facts"], item["id"]
        assert item["outcome"] in ("holds", "unknown")
        assert set(item["contacts"]) <= {contact["id"] for contact in made["contacts"]}


def test_a_contact(made: Any) -> None:
    (day,) = [contact for contact in made["contacts"] if contact["id"] == "lumc_day"]
    assert (day["number"], day["display"]) == ("+31715262870", "071 526 28 70")
    assert day["now"] is None, "nobody has confirmed the hours"
    assert day["name"]


def test_answers_are_those_on_the_path_in_the_form_of_an_answers_file(made: Any) -> None:
    assert made["answers"] == {
        "hospital": "lumc",
        "temperature_measured": "yes",
        "temperature": 38.6,
        "worried": {"unknown": True},
    }
    assert made["calculated"] == {"any_sign": True}, "a fever is a sign, whatever the rest is"
    signs = ["fainting", "bleeding", "pain", "worried"]
    assert made["not_answered"] == [*signs, "confirmed", "painkillers", "talk"], "the text is never needed"


def test_complete_means_that_every_question_of_the_path_was_answered(tmp_path: Path) -> None:
    answers = (
        '{hospital: other, fainting: "no", bleeding: none, pain: none, temperature_measured: cannot,'
        " worried: {unknown: true}, confirmed: scan, painkillers: [none], weeks_at_loss: 9,"
        " treatment: curettage, loss_date: 2026-11-01, feelings: {declined: true}, talk: later,"
        " next_info: not_now, question: {declined: true}}"
    )
    made = summary(tmp_path, answers=answers)
    assert made["complete"] is True
    assert made["not_answered"] == ["worried", "feelings"]
    one_less = summary(tmp_path, answers=answers.replace(", talk: later", ""))
    assert one_less["complete"] is False
    assert one_less["not_answered"] == ["worried", "feelings", "talk"]


def test_language_and_setting_are_those_asked_for(tmp_path: Path) -> None:
    made = summary(tmp_path, "--lang", "en", "--setting", "kiosk")
    assert (made["language"], made["setting"]) == ("en", "kiosk")
    assert "38.6" in finding(made, "fever")["text"]


def test_the_moment_carries_its_zone_in_winter_and_summer(tmp_path: Path) -> None:
    for given, shown in (
        ("2026-07-01T12:00", "2026-07-01T12:00:00+02:00"),
        ("2026-07-01T12:00Z", "2026-07-01T14:00:00+02:00"),
        ("2026-01-01T12:00", "2026-01-01T12:00:00+01:00"),
    ):
        assert summary(tmp_path, "--now", given)["generated_at"] == shown


def test_without_a_given_time_the_moment_is_now(tmp_path: Path) -> None:
    ran = miskraam("follow-up", "--answers", "-", "--json", folder=tmp_path, stdin="{}")
    made = datetime.fromisoformat(ran.json["generated_at"])
    assert made.tzinfo is not None
    assert abs((datetime.now(made.tzinfo) - made).total_seconds()) < 60


def test_an_edited_file_has_another_digest(tmp_path: Path) -> None:
    files = tmp_path / "clinic"
    shutil.copytree(read_files.SHIPPED, files)
    path = files / "follow-up.yaml"

    def digest() -> str:
        ran = miskraam("run", path, "--answers", "-", "--json", folder=tmp_path, stdin="{}")
        return str(ran.json["questionnaire"]["digest"])

    found = [digest(), digest()]
    path.write_text(path.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    found.append(digest())
    shared = files / "common" / "statements.yaml"
    shared.write_text(shared.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
    found.append(digest())
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_the_same_run_gives_the_same_bytes(tmp_path: Path) -> None:
    arguments = ("follow-up", "--answers", "-", "--json", "--now", "2026-11-24T10:00")
    one, other = (miskraam(*arguments, folder=tmp_path, stdin=FEVER).out for _ in range(2))
    assert one == other
