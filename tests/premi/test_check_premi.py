"""`miskraam check-premi`: a verdict has its own exit code, and the JSON is that of the contract, field by field."""

from pathlib import Path

import pytest

from tests.premi.check_premi_flags import check, flags

EXIT_CODES = {"meets": 0, "does-not-meet": 10, "cannot-tell": 11}
VERDICTS = {"met": "meets", "not-met": "does-not-meet", "unknown": "cannot-tell"}
"""The verdict where three criteria are met and one comes out like this."""

CRITERIA = {
    "age": (
        ["S1-PRE-5"],
        "De folder noemt 18 tot en met 39 jaar.",
        "The leaflet says from 18 up to and including 39 years.",
    ),
    "miscarriages": (
        ["S1-PRE-6", "S1-DEF-6"],
        "De folder noemt twee of meer miskramen waarvoor geen oorzaak is gevonden.",
        "The leaflet says two or more miscarriages for which no cause was found.",
    ),
    "pregnancy": (
        ["S1-PRE-7"],
        "De folder noemt: niet zwanger, of korter dan 7 weken.",
        "The leaflet says: not pregnant, or pregnant for less than 7 weeks.",
    ),
    "language": (
        ["S1-PRE-8"],
        "De folder noemt: goed Nederlands of Engels spreken.",
        "The leaflet says: speaking Dutch or English well.",
    ),
}

BOUNDARIES = [
    ("age", "--age 17", "not-met"),
    ("age", "--age 18", "met"),
    ("age", "--age 39", "met"),
    ("age", "--age 40", "not-met"),
    ("age", "", "unknown"),
    ("miscarriages", "--miscarriages 1", "not-met"),
    ("miscarriages", "--miscarriages 2 --cause none-found", "met"),
    ("miscarriages", "--miscarriages 2 --cause not-tested", "unknown"),
    ("miscarriages", "--miscarriages 2 --cause found", "not-met"),
    ("miscarriages", "--miscarriages 3 --cause found", "unknown"),
    ("miscarriages", "--miscarriages 3 --cause found --unexplained 2", "met"),
    ("miscarriages", "--miscarriages 3 --cause found --unexplained 1", "not-met"),
    ("miscarriages", "--miscarriages 2 --cause found --unexplained 1", "not-met"),
    ("miscarriages", "--cause found --unexplained 2", "met"),
    ("miscarriages", "--miscarriages 3", "unknown"),
    ("miscarriages", "", "unknown"),
    ("pregnancy", "--pregnant --weeks 6", "met"),
    ("pregnancy", "--pregnant --weeks 6 --days 6", "met"),
    ("pregnancy", "--pregnant --weeks 7 --days 0", "not-met"),
    ("pregnancy", "--pregnant --weeks 7", "not-met"),
    ("pregnancy", "--weeks 5 --days 2", "met"),
    ("pregnancy", "--weeks 6+6", "met"),
    ("pregnancy", "--weeks 6w6d", "met"),
    ("pregnancy", "--pregnant --weeks 6+6 --days 6", "met"),
    ("pregnancy", "--weeks 7+0", "not-met"),
    ("age", "--age=032", "met"),
    ("pregnancy", "--pregnant", "unknown"),
    ("pregnancy", "", "unknown"),
    ("language", "--speaks en", "met"),
    ("language", "--speaks little", "unknown"),
    ("language", "--speaks other", "not-met"),
    ("language", "--speaks other --speaks nl", "met"),
    ("language", "", "unknown"),
]


@pytest.mark.parametrize(("criterion", "said", "outcome"), BOUNDARIES)
def test_each_boundary_of_the_leaflet(tmp_path: Path, criterion: str, said: str, outcome: str) -> None:
    ran = check(tmp_path, *flags(**{criterion: said}), "--json")
    outcomes = {item["id"]: item["outcome"] for item in ran.json["criteria"]}
    assert outcomes == {name: "met" for name in CRITERIA} | {criterion: outcome}
    assert ran.json["verdict"] == VERDICTS[outcome]
    assert (ran.code, ran.err) == (EXIT_CODES[VERDICTS[outcome]], "")


def test_one_no_is_no_whatever_is_not_known(tmp_path: Path) -> None:
    ran = check(tmp_path, "--age", "40", "--json")
    assert (ran.code, ran.json["verdict"]) == (10, "does-not-meet")


def test_with_nothing_said_it_cannot_tell(tmp_path: Path) -> None:
    ran = check(tmp_path, "--json")
    assert (ran.code, ran.json["verdict"], ran.err) == (11, "cannot-tell", "")
    assert [item["outcome"] for item in ran.json["criteria"]] == ["unknown"] * 4


@pytest.mark.parametrize(("language", "place"), [("nl", 1), ("en", 2)])
def test_the_json_is_that_of_the_contract(tmp_path: Path, language: str, place: int) -> None:
    ran = check(tmp_path, *flags(age="--age 39"), "--json", "--lang", language)
    found = ran.json
    assert list(found) == ["format", "verdict", "criteria", "says", "notes"]
    assert (found["format"], found["verdict"]) == ("miskraam.premi/1", "meets")
    assert [item["id"] for item in found["criteria"]] == ["age", "miscarriages", "pregnancy", "language"]
    for item in found["criteria"]:
        assert set(item) == {"id", "outcome", "text", "facts", "rulings"}
        assert item["outcome"] == "met"
        assert item["facts"] == CRITERIA[item["id"]][0]
        assert item["text"] == CRITERIA[item["id"]][place]
    for item in found["says"]:
        assert set(item) == {"id", "text", "facts", "addition"}
        assert bool(item["facts"]) is not item["addition"], "from the leaflet, or marked as an addition"
    for item in found["notes"]:
        assert set(item) == {"id", "text", "basis"}
        assert all(item.values())


def test_the_same_flags_give_the_same_bytes(tmp_path: Path) -> None:
    assert check(tmp_path, *flags(), "--json").out == check(tmp_path, *flags(), "--json").out


@pytest.mark.parametrize(
    ("other", "code", "nl", "en"),
    [
        ({}, 0, "zij voldoet aan de criteria in de folder", "she meets the criteria in the leaflet"),
        (
            {"age": "--age 40"},
            10,
            "zij voldoet niet aan de criteria in de folder",
            "she does not meet the criteria in the leaflet",
        ),
        ({"age": ""}, 11, "kan niet worden bepaald", "cannot be determined"),
    ],
)
def test_the_text_ends_with_the_verdict(
    tmp_path: Path, other: dict[str, str], code: int, nl: str, en: str
) -> None:
    for language, title, verdict in (("nl", "PREMI-studie", nl), ("en", "PREMI study", en)):
        ran = check(tmp_path, *flags(**other), "--lang", language)
        assert (ran.code, ran.err) == (code, "")
        assert ran.out.splitlines()[-1] == f"{title}: {verdict}"
        said = " ".join(ran.out.split())
        for facts, *texts in CRITERIA.values():
            assert f"{texts[language == 'en']} [{', '.join(facts)}]" in said
