"""Escape codes and markup that a person types come out harmless, wherever they come out."""

import json
import re
from pathlib import Path

import pytest

from miskraam_cli.interview.walk import Ended
from miskraam_cli.renderers import json as as_json
from miskraam_cli.renderers import terminal, text
from tests.interview.simulated_people import pick, scripted, summary_of, typed
from tests.questionnaire_lines import asked, body
from tests.terminal.complaints_questionnaire import DEGREES, FAINT, SIGNS, WISH, complaints_asked
from tests.terminal.walk_both_ways import by_keys, by_lines
from tests.terminal.walk_steps import Look, Press, Type
from tests.terminal.walk_table import YES
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import NL, questionnaire

HOSTILE = "\x1b[31m[bold]rood[/bold]<script>\x07\u202e{q}\x9b2J\x00\x7f"
LEFT = "[31m[bold]rood[/bold]<script> {q} 2J"
LEFT_OF_A_LINE = (
    "[bold]rood[/bold]<script> {q}"  # where it is typed, a sequence is a key or a reply, and no text
)
OUR_STYLES = re.compile(r"\x1b\[[0-9;]*m")
UNSAFE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
SAYS = """
statements:
  - {id: echo, text: {nl: "U vraagt: {q}.", en: "You ask: {q}."}, addition: a test}
"""
ECHOED = questionnaire(
    body([asked("q", "text")]).replace("findings: []\n", "")
    + "findings:\n  - {id: echo, level: know, when: \"true\", say: echo}\n" + SAYS.lstrip()
)  # fmt: skip


def given(hostile: str) -> Ended:
    return scripted(typed(hostile), questionnaire=ECHOED)[1]


def test_an_answer_holds_no_control_characters() -> None:
    assert given(HOSTILE).interview.answers["q"] == LEFT


@pytest.mark.parametrize("hostile", ["\x07", "\x1b", "\u202e\u200b", " \x00 "])
def test_control_characters_alone_are_nothing_typed(hostile: str) -> None:
    presenter, ended = scripted(pick("true"), typed(hostile), questionnaire=WALKED["text"])
    assert "q" not in ended.interview.answers
    assert [option.id for option in presenter.prompts[2].options] == ["fill_in", "declined"]


@pytest.mark.parametrize("colour", [True, False])
def test_it_is_harmless_in_a_summary_on_a_terminal(colour: bool) -> None:
    drawn = terminal.render(summary_of(given(HOSTILE)), NL, 80, colour=colour)
    assert LEFT in drawn
    assert not UNSAFE.search(OUR_STYLES.sub("", drawn))


def test_it_is_harmless_in_a_summary_as_text() -> None:
    drawn = text.render(summary_of(given(HOSTILE)), NL)
    assert LEFT in drawn
    assert not UNSAFE.search(drawn)


def test_it_is_harmless_in_a_summary_as_json() -> None:
    drawn = as_json.render(summary_of(given(HOSTILE)))
    assert json.loads(drawn)["answers"]["q"] == LEFT
    assert not UNSAFE.search(drawn)


def test_it_is_harmless_while_it_is_typed_in_prompts() -> None:
    pasted = f"\x1b[200~{HOSTILE}\x1b[201~\r"
    walked = by_keys(WALKED["text"], (YES, Press(pasted)))
    assert walked.answers["q"] == LEFT
    assert not re.search("\x1b\\[31m|\x07|\u202e|\x9b|\x00|\x7f", walked.screen.written)


def test_it_is_harmless_in_lines_where_she_looks_at_it_again() -> None:
    walked = by_lines(WALKED["text"], (YES, Type(HOSTILE), Look()))
    assert walked.answers["q"] == LEFT_OF_A_LINE
    assert f"Q: {LEFT_OF_A_LINE}" in walked.shown
    assert not UNSAFE.search(walked.screen.written)


def test_it_is_harmless_in_a_question_that_doubts_it() -> None:
    presenter, _ = scripted(
        pick("true"), typed("\x1b[31m41,5"), typed("41,5"), questionnaire=WALKED["decimal"]
    )
    assert "41,5" in presenter.prompts[-1].text
    assert not UNSAFE.search("".join(prompt.text for prompt in presenter.prompts))


def test_it_is_harmless_in_the_installed_program(tmp_path: Path) -> None:
    with complaints_asked(tmp_path, "--lines", "--output", "mine.txt") as shown:
        for question, line in ((FAINT, "2"), (SIGNS, "1"), (DEGREES, "37,5"), (WISH, "\x1b[31mrood\x1b[2J")):
            shown.wait_for(question)
            shown.type_line(line)
        shown.wait_for("Heeft u alles gelezen?")
        shown.type_line("stop")
        assert shown.end() == 4
    repeated = shown.written.partition(b"uw vraag: opgeschreven")[2]
    assert repeated
    assert b"\x1b" not in repeated
    assert "\x1b" not in (tmp_path / "mine.txt").read_text(encoding="utf-8")
