"""Flags that contradict each other or cannot be: exit 2 and one line, never a verdict."""

from pathlib import Path

import pytest

from tests.premi.check_premi_flags import check

CONTRADICTIONS: list[tuple[str, tuple[str, ...]]] = [
    ("--pregnant --not-pregnant", ("--pregnant", "--not-pregnant")),
    ("--not-pregnant --weeks 3", ("--not-pregnant", "--weeks")),
    ("--not-pregnant --weeks 0", ("--not-pregnant", "--weeks")),
    ("--not-pregnant --days 3", ("--not-pregnant", "--days")),
    ("--days 2", ("--days", "--weeks")),
    ("--weeks 6+6 --days 5", ("--weeks 6+6", "--days")),
    ("--weeks 6w6d --days 0", ("--weeks 6w6d", "--days")),
    ("--not-pregnant --weeks 6+6", ("--not-pregnant", "--weeks")),
    ("--pregnant --days 0", ("--days", "--weeks")),
    ("--unexplained 1", ("--unexplained", "--cause found")),
    ("--unexplained 1 --cause not-tested", ("--unexplained", "--cause found")),
    ("--unexplained 0 --cause none-found --miscarriages 2", ("--unexplained", "--cause found")),
    ("--unexplained 2 --miscarriages 2 --cause found", ("--unexplained", "--miscarriages")),
    ("--unexplained 4 --miscarriages 3 --cause found", ("--unexplained", "--miscarriages")),
    ("--unexplained 0 --miscarriages 0 --cause found", ("--unexplained", "--miscarriages")),
]
IMPOSSIBLE: list[tuple[str, tuple[str, ...]]] = [
    ("--age 11", ("--age", "12", "65")),
    ("--age 66", ("--age", "12", "65")),
    ("--age -1", ("--age", "12", "65")),
    ("--miscarriages 21", ("--miscarriages", "0", "20")),
    ("--miscarriages -1", ("--miscarriages", "0", "20")),
    ("--pregnant --weeks 43", ("--weeks", "0", "42")),
    ("--weeks 7 --days 7", ("--days", "0", "6")),
    ("--weeks 43+1", ("--weeks", "43", "0", "42")),
    ("--cause nonsense", ("--cause", "nonsense", "none-found", "not-tested", "found")),
    ("--cause none_found", ("--cause", "none_found", "none-found")),
    ("--speaks fr", ("--speaks", "fr", "nl", "en", "little", "other")),
    ("--speaks nl --speaks fr", ("--speaks", "fr")),
]
WORDS = {
    "--pregnant --not-pregnant": ("past niet naast", "does not go with"),
    "--days 2": ("kan alleen met", "goes only with"),
    "--unexplained 2 --miscarriages 2 --cause found": ("moet kleiner zijn dan", "must be less than"),
    "--age 32.5": (
        "--age: ‘32.5’ past niet. Typ een heel getal van 12 tot en met 65.",
        "--age: ‘32.5’ does not fit. Type a whole number from 12 to 65.",
    ),
    "--cause nonsense": ("bestaat niet", "does not exist"),
}


@pytest.mark.parametrize(("given", "named"), CONTRADICTIONS + IMPOSSIBLE)
def test_it_is_2_with_one_line_that_names_the_flags(
    tmp_path: Path, given: str, named: tuple[str, ...]
) -> None:
    ran = check(tmp_path, *given.split(), "--json")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert all(name in line for name in named)


@pytest.mark.parametrize("language", [0, 1], ids=["nl", "en"])
@pytest.mark.parametrize("given", WORDS)
def test_the_line_is_in_the_language_asked_for(tmp_path: Path, given: str, language: int) -> None:
    ran = check(tmp_path, *given.split(), "--lang", ("nl", "en")[language])
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert WORDS[given][language] in line


NUMBERS = {
    "--age": ("12", "65"),
    "--miscarriages": ("0", "20"),
    "--unexplained": ("0", "20"),
    "--weeks": ("0", "42"),
    "--days": ("0", "6"),
}
WITH = {"--unexplained": ("--cause", "found"), "--days": ("--weeks", "7")}
NO_NUMBERS = [
    "32,5",
    "abc",
    "",
    " ",
    "999",
    "9" * 40,
    "-5",
    "٣٢",
    "1e2",
    "nan",
    "inf",
    "0x2",
    "1_0",
    "6+9",
    "½",
]


@pytest.mark.parametrize("option", NUMBERS)
def test_a_number_that_does_not_fit_is_named_with_its_option_and_its_range(
    tmp_path: Path, option: str
) -> None:
    # one reader reads all five: each value is tried at one of them, and one at all
    for value in ("32.5", *NO_NUMBERS[list(NUMBERS).index(option) :: len(NUMBERS)]):
        ran = check(tmp_path, f"{option}={value}", *WITH.get(option, ()), "--json")
        assert (ran.code, ran.out) == (2, ""), value
        (line,) = ran.err.splitlines()
        assert all(part in line for part in (option, value[:20], *NUMBERS[option])), line


@pytest.mark.parametrize(("ask", "named"), [("--ask", "--lines"), ("--ask --json", "--json")])
def test_asking_needs_somebody_to_ask(tmp_path: Path, ask: str, named: str) -> None:
    ran = check(tmp_path, *ask.split())
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert "--ask" in line
    assert named in line


@pytest.mark.parametrize("given", ["--age 32,5", "--age x", "--weeks", "--nope", "--age 1e2"])
def test_what_cannot_be_read_is_2_too(tmp_path: Path, given: str) -> None:
    ran = check(tmp_path, "--speaks", "nl", "--json", *given.split())
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) <= 2
    assert "Traceback" not in ran.err
