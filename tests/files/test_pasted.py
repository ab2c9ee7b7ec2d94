"""What a person pastes is understood, asked again or told, never cut in silence and never taken for something else."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from miskraam_cli.errors import WrongInputError
from miskraam_cli.interview.letters import clean, plainly
from miskraam_cli.interview.typed import Refused, read_typed, weeks_and_days
from miskraam_cli.records import codes
from miskraam_cli.renderers import html, json, markdown, terminal, text
from tests.installed_program import miskraam
from tests.interview.simulated_people import pick, scripted, summary_of, typed
from tests.terminal.test_harmless import ECHOED
from tests.terminal.walk_both_ways import by_keys, by_lines
from tests.terminal.walk_steps import Press, Type
from tests.terminal.walk_table import YES
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import NL

TODAY = date(2026, 11, 22)
CLUSTERS = (
    "👩‍👩‍👧",
    "👩🏽‍⚕️ zei dat",
    "🏳️‍🌈",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "❤️‍🩹",
    "می‌خواهم",
    "ക്‍ഷ",
    "क्‍ष",
    "e\u0301e\u0301n",
    "한국어",
    "שלום",
    "\U0001fae8 en \U0001fac6",
    "1️⃣",
)
HARMFUL = (
    ("a\u202eb", "a b"),
    ("a\u2066b\u2069", "a b"),
    ("a\u200eb", "a b"),
    ("a\u200bb", "a b"),
    ("a\x1b[2Jb", "a [2Jb"),
    ("a\x00b\x7fc\x9bd", "a b c d"),
    ("a\ue000b", "a b"),
    ("a\ud800b", "a b"),
    ("a\ufffeb\uffffc\U0001ffffd", "a b c d"),
    ("zieken\u00adhuis", "ziekenhuis"),
    ("\ufeffa", "a"),
    ("\u200d\u200c", ""),
    ("a \u200d b", "a b"),
    ("a\u200d\u200d\u200db", "a\u200db"),
    ("a\U000e0067\U000e0062b", "ab"),
    ("a\u2028b\u2029c\u0085d", "a b c d"),
    ("a\u00a0\u3000b", "a b"),
)


@pytest.mark.parametrize("words", CLUSTERS)
def test_her_own_words_stay_one_sign_on_every_way_and_in_every_form(tmp_path: Path, words: str) -> None:
    assert clean(words) == words
    assert by_keys(WALKED["text"], (YES, Press(f"\x1b[200~{words}\x1b[201~\r"))).answers["q"] == words
    assert by_keys(WALKED["text"], (YES, Press(f"{words}\r"))).answers["q"] == words
    assert by_lines(WALKED["text"], (YES, Type(words))).answers["q"] == words
    summary = summary_of(scripted(typed(words), questionnaire=ECHOED)[1])
    assert words in text.render(summary, NL)
    assert words in terminal.render(summary, NL, 80, colour=True)
    assert words in json.render(summary) or json.render(summary).isascii()


@pytest.mark.parametrize(("pasted", "left"), HARMFUL)
def test_what_a_terminal_would_obey_is_gone(pasted: str, left: str) -> None:
    assert clean(pasted) == left
    assert clean(clean(pasted)) == clean(pasted)


def test_a_text_that_is_too_long_is_asked_again_and_stands_there_whole() -> None:
    long = "woord " * 60 + "einde"
    presenter, ended = scripted(
        pick("true"), typed(long), typed(long), typed(long), typed("kort"), questionnaire=WALKED["text"]
    )
    again = presenter.prompts[2:5]
    assert all("Dat zijn 365 letters, en er passen er 300." in prompt.error for prompt in again)
    assert all(prompt.typed == long for prompt in again)
    assert ended.interview.answers["q"] == "kort"


@pytest.mark.parametrize("length", [299, 300])
def test_a_text_that_fits_is_kept_whole(length: int) -> None:
    assert scripted(pick("true"), typed("é" * length), questionnaire=WALKED["text"])[1].interview.answers[
        "q"
    ] == ("é" * length)


@pytest.mark.parametrize("long", ["a" * 301, "a b " * 200, "👩‍👩‍👧" * 100])
def test_in_a_file_it_is_refused_with_its_place(tmp_path: Path, long: str) -> None:
    (tmp_path / "mine.yaml").write_text(f"worried: false\nquestion: {long}\n", encoding="utf-8")
    ran = miskraam("follow-up", "--answers", "mine.yaml", folder=tmp_path)
    assert ran.code == 2
    assert "mine.yaml:2:11: A007" in ran.err
    assert "300" in ran.err


@pytest.mark.parametrize(
    "pasted",
    [
        "K7M 4QX",
        "k7m4qx",
        "K7M–4QX",
        "K7M—4QX",
        "K7M\u00a04QX",
        "K7M\u202f4QX",
        "K7M\u20114QX",
        "K7M\u22124QX",
        "\u2007K7M\u30004QX ",
        "K\u200b7M4QX",
        "\ufeffK7M4QX\u200e",
        "K\u00ad7M4QX",
    ],
)
def test_a_code_is_understood_with_any_dash_and_any_blank(pasted: str) -> None:
    assert codes.read(pasted) == "K7M4QX"


@pytest.mark.parametrize(
    "wrong", ["К7M4QX", "K7M⁴QX", "K٧M٤QX", "Ｋ７Ｍ４ＱＸ", "K7M4Q", "K7M4QX7", "K7\u202eM4QX"]
)
def test_a_code_with_another_sign_is_asked_again(wrong: str) -> None:
    with pytest.raises(WrongInputError):
        codes.read(wrong)


@pytest.mark.parametrize(
    ("pasted", "number"),
    [
        ("38,6", "38.6"),
        ("38\u00a0,\u00a06", "38.6"),
        ("38，6", "38.6"),
        ("３８．６", None),
        ("38·6", "38.6"),
        ("٣٨٫٦", None),
        ("३८.६", None),
        ("38,6\u00a0°C", "38.6"),
        ("38,6\u202f℃", "38.6"),
        ("\u200e38,6", "38.6"),
        ("38⁶", None),
        ("38½", None),
        ("38–6", None),
        ("−38,6", None),
        ("37–38", None),
        ("\u202e6,83", None),
        ("³8", None),
        ("③8", None),
        ("38,6,6", None),
    ],
)
def test_a_number_is_understood_or_asked_again(pasted: str, number: str | None) -> None:
    question = WALKED["decimal"].by_id["q"]
    found = read_typed(pasted, question, NL, TODAY)
    if number is None:
        assert isinstance(found, Refused), found
    else:
        assert found == Decimal(number)


@pytest.mark.parametrize(
    ("pasted", "day"),
    [
        ("22\u201311\u20132026", date(2026, 11, 22)),
        ("2026\u201011\u201022", date(2026, 11, 22)),
        ("2026\u221211\u221221", date(2026, 11, 21)),
        ("22\u00a0november\u00a02026", date(2026, 11, 22)),
        ("22\u202fnov.", date(2026, 11, 22)),
        ("22－11－2026", date(2026, 11, 22)),
        ("２２－１１－２０２６", None),
        ("22⁄11⁄2026", date(2026, 11, 22)),
        ("22 november ’26", date(2026, 11, 22)),
        ("\u200egisteren", date(2026, 11, 21)),
        ("22–31–2026", None),
        ("22²11", None),
        ("\u202e11-22", None),
    ],
)
def test_a_date_is_understood_or_asked_again(pasted: str, day: date | None) -> None:
    found = read_typed(pasted, WALKED["date"].by_id["q"], NL, TODAY)
    if day is None:
        assert isinstance(found, Refused), found
    else:
        assert found == day


@pytest.mark.parametrize(
    ("pasted", "found"),
    [
        ("9+3", (9, 3)),
        ("9＋3", (9, 3)),
        ("９＋３", None),
        ("9\u00a0+\u00a03", (9, 3)),
        ("9–3", None),
        ("9³", None),
    ],
)
def test_weeks_and_days_are_understood_or_asked_again(pasted: str, found: tuple[int, int] | None) -> None:
    assert weeks_and_days(pasted, NL) == found


@pytest.mark.parametrize("choice", ["1", "1\u00a0", "\u200e1", "\u20031"])
def test_a_choice_is_understood_with_any_blank(choice: str) -> None:
    assert by_lines(WALKED["text"], (Type(choice), Type("mijn vraag"))).answers["q"] == "mijn vraag"


@pytest.mark.parametrize(
    ("arguments", "cure"),
    [
        (("resume", "mijn", "antwoorden.txt"), "'mijn antwoorden.txt'"),
        (("resume", "mijn", "lieve", "antwoorden.txt", "--lines"), "'mijn lieve antwoorden.txt'"),
        (("resume", "‘mijn", "antwoorden.txt’"), "'mijn antwoorden.txt'"),
        (("follow-up", "--draft", "mijn", "antwoorden.txt"), "'mijn antwoorden.txt'"),
        (("follow-up", "--output", "mijn", "overzicht.html"), "'mijn overzicht.html'"),
        (("run", "eigen", "lijst.yaml"), "'eigen lijst.yaml'"),
    ],
)
def test_a_name_with_a_blank_and_without_quotes_gets_its_cure(
    tmp_path: Path, arguments: tuple[str, ...], cure: str
) -> None:
    ran = miskraam(*arguments, folder=tmp_path)
    assert ran.code == 2
    assert cure in ran.err
    assert len(ran.err.splitlines()) == 1


def test_nothing_that_was_plain_is_changed() -> None:
    every = "".join(chr(code) for code in range(33, 127))
    assert plainly(every) == every
    assert clean(every) == every


def test_pages_hold_her_words_too() -> None:
    summary = summary_of(scripted(typed(CLUSTERS[0]), questionnaire=ECHOED)[1])
    assert CLUSTERS[0] in markdown.render(summary, NL)
    assert CLUSTERS[0] in html.render(summary, NL)
