"""Letters of two cells and of none: no line is wider than the screen, and no letter is lost."""

from pathlib import Path

import pytest
from wcwidth import wcswidth

from miskraam_cli.cells import cells, fill, padded
from miskraam_cli.interview.prompt import Paragraph
from miskraam_cli.language import Text
from miskraam_cli.terminal.paragraphs import draw_paragraphs
from miskraam_cli.terminal.theme import Theme, packed, wrapped
from tests.pseudo_terminal import terminal

TEXTS = {
    "Chinese": "我昨天开始流血而且肚子很痛我想知道我应该给谁打电话请帮帮我",
    "Japanese with spaces": "昨日から 出血して います。 お腹が とても 痛いです。 誰に 電話すれば よいですか。",
    "Korean": "어제부터 피가 나고 배가 많이 아파요 누구에게 전화해야 하나요 도와주세요",
    "mixed": "Mag ik 明天 weer werken, en 我可以去游泳吗 met mijn kinderen van zes en acht?",
    "emoji": "🌷🌷🌷 dank u wel 👩‍👩‍👧 voor alles ❤️❤️❤️ en 👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽",
    "combining": "ga\u0308a\u0300n é\u0301é\u0301n " * 6 + "n\u0303\u0303\u0303o",
    "accents": "één wéék geléden, coördinatie ’s avonds – nou ja… " * 2,
    "Arabic with marks": "هَلْ يُمْكِنُنِي أَنْ أَعْمَلَ غَدًا مَرَّةً أُخْرَى بَعْدَ الإِجْهَاضِ",
    "Thai": "ฉันมีเลือดออกตั้งแต่เมื่อวานและปวดท้องมาก",
    "wide signs": "ＡＢＣ，１２３　４５６　ＡＢＣＤＥＦＧＨＩＪＫＬＭＮ",
}


@pytest.mark.parametrize("columns", [20, 27, 44, 76])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_line_is_wider_than_the_screen_and_no_letter_is_lost(text: str, columns: int) -> None:
    shown = fill(text, columns, initial_indent="  ", subsequent_indent="    ")
    assert max(wcswidth(line) for line in shown.split("\n")) <= columns
    assert "".join(shown.split()) == "".join(text.split())


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_is_written_on_a_screen_fits_too(text: str) -> None:
    theme = Theme(styled=False)
    number = Paragraph(text[:12], number="071 526 28 70")
    lines = [
        *wrapped(text, "    ", 44).split("\n"),
        *packed([text[:10], text[10:20], "Ctrl-C: stoppen"], 44).split("\n"),
        *draw_paragraphs([Paragraph(text), Paragraph(text, label=text[:20]), number], theme, 44, "  "),
    ]
    words = text.split()
    assert all(wcswidth(line) <= 44 or line.strip() in words for line in lines)


@pytest.mark.parametrize(
    ("text", "wide"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("我", 2), ("🌷", 2), ("❤️", 2), ("", 0), ("“…”", 3)],
)
def test_cells_are_counted(text: str, wide: int) -> None:
    assert cells(text) == wide
    assert wcswidth(padded(text, 6)) == 6


def test_two_languages_are_wrapped_alike() -> None:
    text = Text("een gewone zin, die lang is", "an ordinary sentence")
    assert fill(text.nl, 12) == "een gewone\nzin, die\nlang is"


@pytest.mark.parametrize(("columns", "told"), [(44, "80"), (50, "200"), (80, "40"), (44, "0"), (44, "veel")])
def test_a_terminal_knows_its_own_size(tmp_path: Path, columns: int, told: str) -> None:
    with (
        terminal("follow-up", folder=tmp_path, columns=columns, COLUMNS=told, LINES=told) as misled,
        terminal("follow-up", folder=tmp_path, columns=columns) as shown,
    ):
        for one in (misled, shown):
            one.wait_for("Ctrl-C: stoppen")
        assert misled.screen == shown.screen
