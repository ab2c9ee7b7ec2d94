"""Stopping and going on: what was answered is in the file she named, and nowhere else."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.installed_program import Ran, miskraam
from tests.pseudo_terminal import ENTER, STOP, SURE, terminal
from tests.tiny_questionnaires import shipped

FAINTING = "Bent u flauwgevallen, of zag u sterretjes?"
BLEEDING = "Hoeveel bloed verliest u vandaag?"
PAIN = "Heeft u pijn in uw onderbuik?"
KEEP = "2"  # among the ways to stop


def by_lines(folder: Path, *lines: str, options: tuple[str, ...] = ()) -> Ran:
    return miskraam(
        "follow-up", "--lines", *options, folder=folder, stdin="".join(f"{line}\n" for line in lines)
    )


def held(file: Path) -> Any:
    """What a draft holds, below the lines that say what it is."""
    head, brace, rest = file.read_text(encoding="utf-8").partition("{")
    assert all(line.startswith("#") for line in head.splitlines())
    return json.loads(brace + rest)


def test_every_answer_is_in_the_file_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt"))
    file = tmp_path / "mine.txt"
    assert held(file)["answers"] == {"hospital": "lumc", "fainting": "no", "bleeding": "less"}
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    head = file.read_text(encoding="utf-8").splitlines()[:2]
    assert "gezondheid" in head[0]
    assert "health" in head[1]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_she_goes_on_where_she_stopped_and_the_earlier_answers_are_not_asked(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt"))
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="3\nstop\n")
    assert ran.code == 4
    asked = ran.out.partition("Uw overzicht")[0]
    assert PAIN in asked
    assert FAINTING not in asked
    assert held(tmp_path / "mine.txt")["answers"]["pain"] == "severe"


@pytest.mark.parametrize(
    ("language", "welcome", "asked"),
    [
        ("nl", "Welkom terug bij ‘Na een miskraam’. U was bij vraag 4 van ongeveer 17.", PAIN),
        (
            "en",
            "Welcome back to ‘After a miscarriage’. You were at question 4 of about 17.",
            "Do you have pain",
        ),
    ],
)
@pytest.mark.parametrize("by", ["lines", "keys"])
def test_she_is_welcomed_back_and_told_where_she_was_before_the_first_question(
    tmp_path: Path, language: str, welcome: str, asked: str, by: str
) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt", "--lang", language))
    more = ("--lines",) if by == "lines" else ()
    with terminal("resume", "mine.txt", *more, folder=tmp_path) as shown:
        shown.wait_for(asked)
        above, _, below = shown.everything.partition(welcome)
        assert asked in below
        assert above.strip() == ""
        shown.press(STOP)
        assert shown.end() == 4


def test_whose_complaints_are_asked_again_is_told_where_she_was_first(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt", "--now", "2026-11-24T08:30"))
    later = ("--now", "2026-11-26T08:30")
    ran = miskraam("resume", "mine.txt", "--lines", *later, folder=tmp_path, stdin="stop\n")
    said = " ".join(ran.out.split())
    assert said.startswith(
        "Welkom terug bij ‘Na een miskraam’. U was bij vraag 4 van ongeveer 17. Klachten kunnen veranderen."
    )


def test_who_had_answered_everything_is_told_so(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "stop", options=("--draft", "mine.txt"))
    file = tmp_path / "mine.txt"
    whole = held(file)
    whole["answers"] = {"hospital": "lumc", "fainting": "no", "bleeding": "none", "pain": "none",
        "temperature_measured": "cannot", "worried": False, "confirmed": "no", "painkillers": ["none"], "talk": "no",
        "question": {"declined": True}}  # fmt: skip
    file.write_text(json.dumps(whole), encoding="utf-8")
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert "U had alle vragen beantwoord." in ran.out


@pytest.mark.parametrize(
    ("later", "again"),
    [("2026-11-24T14:00", False), ("2026-11-24T19:00", True), ("2026-11-25T08:00", True), ("2026-12-20T08:30", True),
     ("2026-11-23T08:30", True)],
)  # fmt: skip
def test_complaints_of_hours_ago_are_asked_again(tmp_path: Path, later: str, again: bool) -> None:
    """Going on later never takes an old "no" for an answer about now; a clock that went back counts as later."""
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt", "--now", "2026-11-24T08:30"))
    ran = miskraam("resume", "mine.txt", "--lines", "--now", later, folder=tmp_path, stdin="stop\n")
    assert ("Klachten kunnen veranderen." in ran.out) is again
    assert (FAINTING in ran.out.partition("Uw overzicht")[0]) is again
    assert ("hospital" in held(tmp_path / "mine.txt")["answers"]) is True


def test_going_on_twice_does_not_make_an_old_answer_new(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt", "--now", "2026-11-24T08:30"))
    for hour in (13, 18):
        moment = f"2026-11-24T{hour}:00"
        ran = miskraam("resume", "mine.txt", "--lines", "--now", moment, folder=tmp_path, stdin="3\nstop\n")
        assert (FAINTING in ran.out.partition("Uw overzicht")[0]) is (hour == 18)


def test_every_warning_sign_and_what_depends_on_the_hour_lapses() -> None:
    found, _ = shipped("follow-up")
    lapses = {question.id for question in found.questions if question.lapses}
    assert lapses >= {
        "fainting",
        "bleeding",
        "pain",
        "temperature_measured",
        "temperature",
        "worried",
        "miso_hours",
    }
    assert not lapses & {"hospital", "treatment", "weeks_at_loss", "feelings", "question"}


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "mine.txt"
    file.write_text("van iemand anders", encoding="utf-8")
    ran = by_lines(tmp_path, "1", "3", "stop", options=("--draft", "mine.txt"))
    assert ran.code == 2
    assert "miskraam resume mine.txt" in ran.err
    by_lines(tmp_path, "1", "stop", options=("--draft", "hers.txt"))
    ran = miskraam("resume", "hers.txt", "--draft", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert (ran.code, "miskraam resume mine.txt" in ran.err) == (2, True)
    with terminal("follow-up", folder=tmp_path) as shown:
        shown.answer("Bij welk ziekenhuis bent u?", "1", ENTER)
        shown.answer(FAINTING, STOP)
        shown.answer(SURE, KEEP, ENTER)
        shown.answer("Hoe moet het bestand heten?", "\x15mine.txt", ENTER)
        shown.answer("mine.txt is er al. Typ een andere naam.", "\x15other.txt", ENTER)
        assert shown.end() == 4
    assert file.read_text(encoding="utf-8") == "van iemand anders"
    assert held(tmp_path / "other.txt")["answers"] == {"hospital": "lumc"}


def test_the_language_of_a_draft_is_that_in_which_she_began(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "stop", options=("--draft", "mine.txt", "--lang", "en"))
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert "Have you fainted" in ran.out


def test_nothing_is_written_without_being_asked_for(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop")
    assert list(tmp_path.iterdir()) == []


def test_a_draft_of_another_version_is_brought_over_where_it_fits_and_says_what_does_not(
    tmp_path: Path,
) -> None:
    by_lines(tmp_path, "1", "3", "2", "stop", options=("--draft", "mine.txt"))
    file = tmp_path / "mine.txt"
    old = held(file)
    old |= {"version": "0.9.0", "digest": "sha256:old"}
    old["answers"] |= {"fainting": "perhaps", "blood_type": "A", "pain": True}
    file.write_text(json.dumps(old), encoding="utf-8")
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    said = " ".join(ran.out.split())
    assert (
        "Deze antwoorden passen niet meer: flauwvallen of sterretjes zien, blood_type, pijn in uw onderbuik."
        in said
    )
    assert FAINTING in ran.out
    assert ran.code == 4


def test_a_draft_of_her_own_questionnaire_finds_it_again(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    own = tmp_path / "own" / "own.yaml"
    own.write_text(
        "id: own\nversion: 1.0.0\ntitle: {nl: Eigen, en: Own}\nsections:\n  - id: only\n    title: {nl: A, en: A}\n"
        "    questions:\n      - {id: one, type: boolean, text: {nl: Een?, en: One?}, label: {nl: een, en: one},"
        " addition: a test}\n      - {id: two, type: boolean, text: {nl: Twee?, en: Two?},"
        " label: {nl: twee, en: two}, addition: a test}\nfindings: []\n",
        encoding="utf-8",
    )
    ran = miskraam("run", "own/own.yaml", "--lines", "--draft", "d.txt", folder=tmp_path, stdin="1\nstop\n")
    assert ran.code == 4, ran.err
    ran = miskraam("resume", "d.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert "Twee?" in ran.out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", 2),
        ("hello", 2),
        ("{", 2),
        ("{format: miskraam.summary/1}", 2),
        ("[1, 2]", 2),
        ('{"format": "else", "questionnaire": "follow-up", "version": "1.0.0", "digest": "x", "language": "nl", '
         '"answers": {}}', 2),
        ('{"format": "miskraam.draft/1", "questionnaire": "gone", "version": "1.0.0", "digest": "x", '
         '"language": "nl", "answers": {}}', 2),
        ('{"format": "miskraam.draft/1", "questionnaire": "follow-up", "version": "1.0.0", "digest": "x", '
         '"language": "klingon", "answers": {}}', 2),
    ],
    ids=range(8),
)  # fmt: skip
def test_another_file_is_refused_with_words(tmp_path: Path, text: str, code: int) -> None:
    (tmp_path / "d.txt").write_text(text, encoding="utf-8")
    ran = miskraam("resume", "d.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<html><style>p {color: red}</style>a: b: c",
        b"{fainting: no, bleeding: less, pain: none}",
        b"%PDF-1.7 \xe2\xe3\xcf\xd3",
        b'{"format": "miskraam.summary/1", "answers": {}}',
    ],
)
def test_a_file_without_kept_answers_is_told_from_a_broken_one_in_one_line(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "d.txt").write_bytes(content)
    ran = miskraam("resume", "d.txt", "--lines", folder=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "d.txt is geen bestand met bewaarde antwoorden." in line
    assert "Noem het bestand dat u bewaarde." in line
    assert "--answers" in line


def test_a_wrong_answer_in_a_draft_of_this_version_is_named(tmp_path: Path) -> None:
    by_lines(tmp_path, "1", "3", "stop", options=("--draft", "mine.txt"))
    file = tmp_path / "mine.txt"
    file.write_text(file.read_text(encoding="utf-8").replace('"no"', '"never"'), encoding="utf-8")
    ran = miskraam("resume", "mine.txt", "--lines", folder=tmp_path, stdin="stop\n")
    assert ran.code == 2
    assert "mine.txt:12:" in ran.err


def test_a_place_that_cannot_be_written_is_said_before_the_first_question(tmp_path: Path) -> None:
    ran = by_lines(tmp_path, "1", options=("--draft", "no/such/folder/mine.txt"))
    assert (ran.code, ran.out) == (6, "")
    assert "no/such/folder/mine.txt" in ran.err


def test_a_place_that_goes_away_on_the_way_is_said_and_the_questions_go_on(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with terminal("follow-up", "--draft", "there/mine.txt", folder=tmp_path) as shown:
        shown.wait_for_question("Bij welk ziekenhuis bent u?")
        (tmp_path / "there" / "mine.txt").unlink()
        (tmp_path / "there").rmdir()
        shown.press("1", ENTER)
        shown.wait_for("there/mine.txt is niet te schrijven")
        shown.stop(FAINTING)
        shown.wait_for("071 526 28 70")
        assert shown.end() == 6
