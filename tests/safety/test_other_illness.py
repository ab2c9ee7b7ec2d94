"""Another illness runs with no change in Python: nothing there knows which illness it is about."""

import re
from pathlib import Path

import pytest

import miskraam_cli
from tests.installed_program import miskraam
from tests.safety.earache_questionnaire import earache

SOURCES = sorted(Path(miskraam_cli.__file__).parent.rglob("*.py"))

OF_THIS_ILLNESS = {
    "the threshold of fever": r"\b38\b",
    "a hospital": r"lumc|alrijne|leiden",
    "a medicine": r"misoprostol|prednison|naproxen|paracetamol",
    "a treatment": r"curettage",
    "the body": r"zwanger|pregnan|menstruati|baarmoeder|womb",
    "a study's ages": r"(?s)premi.{0,300}\b(18|39)\b|\b(18|39)\b.{0,300}premi",
}
FLAGS = "cli/check_premi.py"  # its flags are words of the study; its ages are not


@pytest.mark.parametrize("what", OF_THIS_ILLNESS)
def test_no_python_file_names(what: str) -> None:
    pattern = re.compile(OF_THIS_ILLNESS[what], re.IGNORECASE)
    assert len(SOURCES) > 20
    named = [
        f"{path.name}: {found[0]}"
        for path in SOURCES
        if not (str(path).endswith(FLAGS) and what == "the body")
        for found in [pattern.search(path.read_text(encoding="utf-8"))]
        if found
    ]
    assert named == []


def test_another_illness_alarms_by_its_own_rules(tmp_path: Path) -> None:
    ran = miskraam(
        "run",
        earache(tmp_path),
        "--answers",
        "-",
        "--json",
        folder=tmp_path,
        stdin="{discharge: true, days: 4}",
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["questionnaire"]["id"] == "earache"
    assert [(item["id"], item["level"]) for item in ran.json["findings"]] == [
        ("long_pain", "now"),
        ("running_ear", "call"),
    ]
    assert ran.json["findings"][0]["text"] == "U heeft al 4 dagen pijn."
    assert [contact["display"] for contact in ran.json["contacts"]] == ["020 123 45 67"]


def test_another_illness_takes_unknown_as_unknown(tmp_path: Path) -> None:
    ran = miskraam("run", earache(tmp_path), "--answers", "-", "--json", folder=tmp_path, stdin="{days: 2}")
    assert [(item["id"], item["outcome"]) for item in ran.json["findings"]] == [("not_sure", "unknown")]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("nl", ["Er loopt vocht uit uw oor.", "Omdat er vocht uit het oor loopt.", "‘Uw oren’", "Ongerust?"]),
        ("en", ["Fluid runs from your ear.", "Because fluid runs from the ear.", "Your ears", "Worried?"]),
    ],
)
def test_a_page_about_another_illness_says_nothing_of_this_one(
    tmp_path: Path, language: str, said: list[str]
) -> None:
    ran = miskraam(
        "run",
        earache(tmp_path),
        "--answers",
        "-",
        "--sources",
        "--lang",
        language,
        folder=tmp_path,
        stdin="{discharge: true}",
    )
    page = " ".join(ran.out.split())
    for sentence in (*said, "020 123 45 67"):
        assert sentence in page
    for word in (
        "miskraam",
        "miscarriage",
        "LUMC",
        "Alrijne",
        "Leiden",
        "071",
        "verloskundige",
        "midwife",
        "38",
    ):
        assert word not in page


def test_the_author_of_another_illness_can_check_her_file(tmp_path: Path) -> None:
    assert miskraam("author", "lint", earache(tmp_path), folder=tmp_path).code == 0
