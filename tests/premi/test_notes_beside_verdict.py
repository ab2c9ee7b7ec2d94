"""What is said beside the verdict: notes for the nurse, the study team, and whether the study still runs."""

import re
from pathlib import Path

import pytest

from tests.installed_program import Ran
from tests.premi.check_premi_flags import check, flags

ALWAYS = {"N-07", "N-10", "N-11"}
AT_39, AT_7_WEEKS = "N-08", "N-09"
NOTE_WORDS = {
    "N-07": ("16 weken", "24 weken", "16 weeks", "24 weeks"),
    "N-08": ("39", "randomisatie", "39", "randomisation"),
    "N-09": ("7 weken", "korter dan 7", "7 weeks", "less than 7"),
    "N-10": ("antifosfolipiden", "trombofilie", "antiphospholipid", "thrombophilia"),
    "N-11": ("29 juli 2026", "29 juli 2027", "29 July 2026", "29 July 2027"),
}

ASK = {"nl": "Vraag of de studie nog loopt.", "en": "Ask whether the study is still running."}
CLOSED = {
    "nl": "De studie neemt nu niemand meer op.",
    "en": "The study is no longer taking anyone on.",
}
TEAM = {"nl": "Het onderzoeksteam beslist.", "en": "The study team decides."}
HURTS = re.compile(
    r"\b(afgewezen|helaas|te oud|te jong|voldoe\w*|ongeschikt|rejected|unfortunately|too old|too young|fail\w*)\b",
    re.IGNORECASE,
)
VERDICTS = [{}, {"age": "--age 40"}, {"age": ""}]
OPEN, SHUT = "true", "false"


def confirmed(state: str, day: str = "2026-11-01") -> str:
    """A configuration in which somebody said on that day whether the study is open."""
    return f'premi_open = {{open = {state}, by = "x", on = {day}}}\n'


def numbers(ran: Ran) -> set[str]:
    """The numbers of the notes for the nurse."""
    return {found for note in ran.json["notes"] for found in re.findall(r"N-[0-9]{2}", note["basis"])}


def says(ran: Ran) -> list[str]:
    """What it says beside the criteria, in order."""
    return [item["text"] for item in ran.json["says"]]


@pytest.mark.parametrize(
    ("other", "more"),
    [
        ({}, set()),
        ({"age": "--age 40"}, set()),
        ({"age": "--age 39"}, {AT_39}),
        ({"pregnancy": "--pregnant --weeks 6 --days 6"}, set()),
        ({"pregnancy": "--pregnant --weeks 7 --days 0"}, {AT_7_WEEKS}),
        ({"pregnancy": "--pregnant --weeks 7"}, {AT_7_WEEKS}),
        ({"pregnancy": "--pregnant --weeks 8"}, set()),
        ({"age": "--age 39", "pregnancy": "--weeks 7 --days 3"}, {AT_39, AT_7_WEEKS}),
    ],
)
def test_notes_7_10_and_11_go_with_every_verdict_8_and_9_with_a_border(
    tmp_path: Path, other: dict[str, str], more: set[str]
) -> None:
    assert numbers(check(tmp_path, *flags(**other), "--json")) == ALWAYS | more


@pytest.mark.parametrize(("language", "of"), [("nl", slice(0, 2)), ("en", slice(2, 4))])
def test_notes_say_what_the_other_source_says(tmp_path: Path, language: str, of: slice) -> None:
    given = flags(age="--age 39", pregnancy="--weeks 7")
    notes = check(tmp_path, *given, "--lang", language, "--json").json["notes"]
    for number, words in NOTE_WORDS.items():
        (note,) = [note for note in notes if number in note["basis"]]
        assert all(word in note["text"] for word in words[of])


@pytest.mark.parametrize(
    ("losses", "mixed"),
    [
        ("--miscarriages 3 --cause found --unexplained 2", True),
        ("--miscarriages 3 --cause found --unexplained 1", False),
        ("--miscarriages 3 --cause none-found", False),
    ],
)
def test_a_mixed_history_that_meets_has_a_note(tmp_path: Path, losses: str, mixed: bool) -> None:
    ran = check(tmp_path, *flags(miscarriages=losses), "--json")
    assert any("Gemengde voorgeschiedenis" in note["text"] for note in ran.json["notes"]) is mixed


def test_notes_stand_below_a_line_and_are_not_from_the_leaflet(tmp_path: Path) -> None:
    for language, line in (("nl", "niet uit de folder"), ("en", "not from the leaflet")):
        out = check(tmp_path, *flags(age="--age 39"), "--lang", language).out
        above, found, below = out.partition(f"--- {line}")
        assert found
        assert "N-0" not in above
        assert re.findall(r"N-[0-9]{2}", below) == ["N-07", "N-08", "N-10", "N-11"]


@pytest.mark.parametrize(
    ("configuration", "ask", "closed"),
    [
        (None, True, False),
        ("", True, False),
        (confirmed(OPEN), False, False),
        (confirmed(OPEN, "2025-11-21"), True, False),
        (confirmed(SHUT), False, True),
        (confirmed(SHUT, "2025-11-21"), True, False),
    ],
    ids=["no file", "nothing said", "open", "open, expired", "closed", "closed, expired"],
)
def test_whether_the_study_still_runs(
    tmp_path: Path, configuration: str | None, ask: bool, closed: bool
) -> None:
    ran = check(tmp_path, *flags(), "--json", configuration=configuration)
    assert (ASK["nl"] in says(ran)) is ask
    assert (CLOSED["nl"] in says(ran)) is closed
    assert ran.code == 0, "the criteria are those of the leaflet all the same"


@pytest.mark.parametrize(
    ("language", "other"), [("nl", VERDICTS[1]), ("nl", VERDICTS[2]), ("en", VERDICTS[0])]
)
def test_asking_comes_before_any_verdict_and_closed_instead_of_one(
    tmp_path: Path, language: str, other: dict[str, str]
) -> None:
    given = (*flags(**other), "--lang", language, "--json")
    not_known, runs, shut = (
        check(tmp_path, *given, configuration=configuration)
        for configuration in ("", confirmed(OPEN), confirmed(SHUT))
    )
    assert says(not_known) == [ASK[language], *says(runs)]
    assert says(shut)[0] == CLOSED[language]
    assert any(text.startswith(TEAM[language]) for text in says(runs))
    assert not any(text in says(runs)[:2] for text in says(shut)), "no words of a verdict"
    assert not_known.code == runs.code == shut.code == [0, 10, 11][VERDICTS.index(other)]


def test_a_confirmation_of_a_year_ago_no_longer_counts(tmp_path: Path) -> None:
    for day, ask in (
        ("2025-11-23", False),
        ("2025-11-22", True),
        ("2026-11-22", False),
        ("2026-11-23", True),
    ):
        ran = check(tmp_path, *flags(), "--json", configuration=confirmed(OPEN, day))
        assert (ASK["nl"] in says(ran)) is ask, day


@pytest.mark.parametrize(("language", "through"), [("nl", "via haar arts"), ("en", "through her doctor")])
@pytest.mark.parametrize("other", VERDICTS)
def test_what_it_says_of_the_study_explains_and_never_rejects_her(
    tmp_path: Path, language: str, through: str, other: dict[str, str]
) -> None:
    found = check(tmp_path, *flags(**other), "--lang", language, "--json").json
    for text in (*(item["text"] for item in found["criteria"]), *(item["text"] for item in found["says"])):
        assert not HURTS.search(text), text
    facts = {fact for item in found["says"] for fact in item["facts"]}
    assert {"S1-PRE-2", "S1-PRE-3", "S1-PRE-4", "S1-PRE-10"} <= facts
    assert any(through in item["text"] for item in found["says"] if "S1-PRE-10" in item["facts"])


@pytest.mark.parametrize(("language", "to_her"), [("nl", r"\b[Uu]w?\b"), ("en", r"\b[Yy]ou(r)?\b")])
@pytest.mark.parametrize("configuration", ["", confirmed(OPEN), confirmed(SHUT)])
def test_staff_are_not_addressed_as_the_patient(
    tmp_path: Path, language: str, to_her: str, configuration: str
) -> None:
    for other in VERDICTS:
        ran = check(tmp_path, *flags(**other), "--lang", language, configuration=configuration)
        assert not re.search(to_her, ran.out)


def test_what_rejects_is_recognised() -> None:
    assert all(HURTS.search(text) for text in ("U bent te oud.", "Helaas.", "U voldoet niet", "Too old."))
