"""The installed program: what one machine keeps, another opens; kept only where that was asked for."""

import json
import re
import sqlite3
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.records.clinic_machine import FEVER, WELL, Clinic, as_file, code_in
from tests.records.postgres_server import Server

QUESTION = "  - {id: worried, type: boolean, text: {nl: T, en: T}, label: {nl: T, en: T}, addition: a test}\n"


def edited(clinic: Clinic, statement: str, *values: object) -> None:
    """Change the database as someone does who can write to it."""
    with sqlite3.connect(clinic.database) as connection:
        connection.execute(statement, values)


def test_a_record_is_opened_on_the_clinicians_screen(clinic: Clinic) -> None:
    code = clinic.keep(FEVER, "--now", "2026-11-22T09:41", "--setting", "kiosk")
    edited(clinic, "UPDATE records SET expires = '2999-01-01T00:00:00Z'")
    ran = clinic.open(code)
    assert (ran.code, ran.err) == (0, "")
    head = f"MISKRAAM vervolg · code {code} · 22-11-2026 09:41 (kiosk 2, zelf ingevuld) · v"
    assert flat(ran.out).startswith(head)
    assert "!! BEL koorts 38,6 °C" in flat(ran.out)
    assert 'vraag: "mag ik "maandag" weer werken 🌷"' in flat(ran.out)


@pytest.mark.parametrize("form", ["text", "terminal", "json", "markdown", "html"])
def test_it_opens_in_every_form_and_for_the_patient_too(clinic: Clinic, form: str) -> None:
    code = clinic.keep(FEVER, "--lang", "en")
    ran = clinic.open(code, "--format", form)
    assert ran.code == 0
    assert code in ran.out
    hers = clinic.open(code, "--format", form, "--for", "patient")
    assert "Your temperature is 38.6" in flat(hers.out), "in the language of the interview"


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_a_code_typed_with_its_space_is_one_code(clinic: Clinic, cut: int) -> None:
    code, other = clinic.keep(FEVER), clinic.keep(WELL)
    parts = (code[:cut].lower(), code[cut:])
    assert clinic.run("records", "open", *parts, "--json").json["record"]["code"] == code
    exported = clinic.run("records", "export", *parts, other).out
    assert all(exported.count(f'"{one}"') == 1 for one in (code, other))
    assert clinic.run("records", "open", code[:cut], code[cut:-1]).code == 2
    assert clinic.run("records", "delete", *parts).code == 2, "what cannot be undone guesses nothing"


def test_the_same_answers_give_the_same_findings(clinic: Clinic) -> None:
    code = clinic.keep()
    opened = clinic.open(code, "--json").json
    straight = clinic.run(
        "follow-up", "--answers", "-", "--json", "--for", "clinician", stdin=as_file(FEVER)
    ).json
    for key in ("findings", "answers", "calculated", "complete", "questionnaire"):
        assert opened[key] == straight[key]
    assert opened["record"]["code"] == code


def test_nothing_is_kept_without_being_asked_for(clinic: Clinic) -> None:
    for more in ((), ("--setting", "kiosk"), ("--setting", "workstation"), ("--filled-by", "clinician")):
        ran = clinic.run("follow-up", "--answers", "-", *more, stdin=as_file(FEVER))
        assert ran.code == 0
        assert "Code" not in ran.out
    assert not clinic.database.exists()


@pytest.mark.parametrize(("more", "kept"), [((), False), (("--setting", "workstation"), True)])
def test_a_walk_at_a_workstation_ends_with_a_code(clinic: Clinic, more: tuple[str, ...], kept: bool) -> None:
    lines = "".join("1\n" for _ in range(40))
    ran = clinic.run("run", "tiny.yaml", "--lines", *more, stdin=lines)
    assert ran.code == 6, "the questionnaire must be there first"
    body = "id: tiny\nversion: 1.0.0\ntitle: {nl: T, en: T}\nsections:\n- id: a\n  title: {nl: A, en: A}\n"
    body += "  questions:\n" + QUESTION + "findings: []\n"
    (clinic.folder / "tiny.yaml").write_text(body, encoding="utf-8")
    ran = clinic.run("run", "tiny.yaml", "--lines", *more, stdin=lines)
    assert ("Code: " in ran.out) is kept, ran.out + ran.err
    if kept:
        opened = clinic.open(code_in(ran.out), "--json")
        assert opened.code == 2
        assert "tiny" in opened.err, "it is not a shipped one"
        assert clinic.run("records", "open", code_in(ran.out), "tiny.yaml", "--json").json["answers"] == {
            "worried": True
        }


def test_who_stops_half_way_is_kept_only_where_that_was_asked_for(clinic: Clinic) -> None:
    lines = "1\n1\nstop\n"
    quiet = clinic.run("follow-up", "--lines", "--setting", "workstation", stdin=lines)
    assert (quiet.code, clinic.database.exists()) == (4, False)
    asked = clinic.run("follow-up", "--lines", "--keep", stdin=lines)
    assert asked.code == 4
    opened = flat(clinic.open(code_in(asked.out)).out)
    assert "afgebroken)" in opened
    assert "[?] niet bekend:" in opened, "what was not asked is not a no"


@pytest.mark.service
def test_a_kiosk_keeps_what_only_the_workstation_opens(server: Server, tmp_path: Path) -> None:
    url = server.database()
    workstation = Clinic(tmp_path / "workstation", database=url)
    kiosk = Clinic(tmp_path / "kiosk", database=url, recipients=workstation.recipients)
    code = kiosk.keep(FEVER, "--setting", "kiosk")
    assert "koorts 38,6" in workstation.open(code).out
    refused = kiosk.open(code)
    assert refused.code == 2
    assert "38" not in refused.out + refused.err
    for statement in ("code, id", "encode(sealed, 'escape')"):
        rows = server.execute(url, f"SELECT {statement} FROM miskraam_records")
        assert "38.6" not in str(rows)
        assert "follow" not in str(rows)


def test_list_shows_time_and_level_of_what_opens_and_names_what_does_not(clinic: Clinic) -> None:
    codes = [clinic.keep(answers) for answers in (FEVER, WELL, {"bleeding": "more"})]
    edited(clinic, "UPDATE records SET sealed = substr(sealed, 1, 300) WHERE code = ?", codes[2])
    ran = clinic.run("records", "list")
    assert ran.code == 0
    first, second = ran.out.splitlines()
    assert re.fullmatch(rf"{codes[0]}  \d\d-\d\d-\d{{4}} \d\d:\d\d  !! BEL +kiosk 2, zelf ingevuld", first)
    assert second.startswith(codes[1])
    assert "BEL" not in second
    assert codes[2] in ran.err
    assert "beschadigd" in ran.err
    assert [item["level"] for item in clinic.run("records", "list", "--json").json] == ["call", "know"]


@pytest.mark.parametrize("name", ["kept.docx", "kept.pdf", "kept.txt", "kept"])
def test_the_name_of_a_file_for_a_list_or_an_export_chooses_no_form(clinic: Clinic, name: str) -> None:
    code = clinic.keep()
    file = clinic.folder / name
    assert clinic.run("records", "list", "--output", name).code == 0
    assert file.read_text(encoding="utf-8") == clinic.run("records", "list").out
    assert clinic.run("records", "export", code, "--output", name).code == 0
    assert json.loads(file.read_text(encoding="utf-8"))["records"][0]["code"] == code


def test_the_log_says_who_did_what_and_never_an_answer(clinic: Clinic) -> None:
    code = clinic.keep()
    clinic.run("records", "list")
    clinic.open(code, "--answers", "-", stdin='{"temperature": 36.8}')
    clinic.run("records", "export", code)
    clinic.run("records", "delete", code)
    assert clinic.log() == [
        ("list", "done"),
        ("open", "done"),
        ("correct", "begun"),
        ("correct", "done"),
        ("export", "done"),
        ("delete", "begun"),
        ("delete", "done"),
    ]
    lines = [json.loads(line) for line in clinic.log_file.read_text(encoding="utf-8").splitlines()]
    assert {frozenset(line) for line in lines} == {
        frozenset(("at", "who", "where", "act", "outcome", "records"))
    }
    assert len({tuple(line["records"]) for line in lines}) == 1
    assert "38.6" not in str(lines)


def test_delete_removes_all_under_a_code_and_nothing_else(clinic: Clinic) -> None:
    code, other = clinic.keep(), clinic.keep(WELL)
    clinic.keep(WELL, "--code", code)
    ran = clinic.run("records", "delete", code)
    assert "2" in ran.out
    assert clinic.open(code).code == 2
    assert clinic.open(other).code == 0


def test_what_is_older_than_the_retention_is_gone(clinic: Clinic) -> None:
    old = clinic.keep({"bleeding": "more"}, "--now", "2026-01-05T10:00")
    new = clinic.keep()
    assert clinic.open(old).code == 2
    assert clinic.open(new).code == 0
    assert ("purge", "done") in clinic.log()
    with sqlite3.connect(clinic.database) as connection:
        assert connection.execute("SELECT count(*) FROM records").fetchone() == (1,)


def test_with_json_the_document_stays_whole(clinic: Clinic) -> None:
    ran = clinic.run("follow-up", "--answers", "-", "--keep", "--json", stdin=as_file(FEVER))
    assert ran.json["record"]["code"] == code_in(ran.err)
