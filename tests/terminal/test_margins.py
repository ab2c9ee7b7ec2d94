"""What is read stands as far from the right of the screen as from its left, whatever it is and however wide."""

import pytest

from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.terminal.paragraphs import draw_notice
from miskraam_cli.terminal.theme import Theme

MARGIN = "  "
SAID = (
    Paragraph("Bel vandaag uw ziekenhuis of uw verloskundige, want dit kan niet wachten.", "alarm"),
    Paragraph("Een ziekenhuis met een lange naam, buiten werktijden", number="071 529 95 17"),
    Paragraph("Uw huisarts", number="020 123 45 67"),
    Paragraph(
        "Na een week of twee komt het vaak vanzelf, en soms duurt het langer.", label="hoe lang het duurt"
    ),
    Paragraph("Dit weten we niet: hoe lang het duurt, en of het blijft. Bel als het blijft.", "quiet"),
)
NOTICES = {
    "a line": Notice("line", SAID),
    "to read": Notice("pause", SAID),
    "a call": Notice("pause", SAID, headline="vandaag", border="light"),
    "an alarm": Notice("alarm", SAID, headline="nu", border="heavy"),
    "a card": Notice("line", SAID, border="frame"),
}


@pytest.mark.parametrize("notice", NOTICES.values(), ids=list(NOTICES))
@pytest.mark.parametrize("columns", range(36, 101, 4))
def test_every_notice_keeps_a_margin_at_both_sides(notice: Notice, columns: int) -> None:
    lines = [line for line in draw_notice(notice, Theme(styled=False), columns, MARGIN) if line]
    assert all(line.startswith(MARGIN) for line in lines)
    assert max(map(len, lines)) <= columns - len(MARGIN)
    words = " ".join(" ".join(lines).replace("┃", "").replace("│", "").split())
    assert "071 529 95 17" in words
    assert "blijft." in words
