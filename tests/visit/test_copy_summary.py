"""What is copied: the summary as text that can be pasted anywhere, sent to the clipboard of the terminal."""

import json
import random
import re
from base64 import b64decode
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from miskraam_cli.interview.letters import clean
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.renderers import text
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.terminal.clipboard import sequence
from tests.flat_text import flat
from tests.installed_program import miskraam
from tests.pseudo_terminal import ENTER, Terminal, terminal
from tests.safety.boundary_answers import boundaries
from tests.tiny_questionnaires import NL, NOON, TODAY, shipped

WALKS = 300
WIDTH = 76
SENT = re.compile(rb"\x1b]52;c;([A-Za-z0-9+/]+=*)\x07")
DRAWN = re.compile(
    "[\u2190-\u21ff\u2500-\u25ff\U0001f000-\U0001faff]"
)  # arrows, boxes, blocks, shapes, emoji
HER_WORDS = ("Mag ik\tmaandag\x1b[31m weer werken?\x07", "é" * 300, "waarom " * 42)

WHOLE = json.dumps(
    {
        "hospital": "lumc", "fainting": "no", "bleeding": "less", "pain": "none", "temperature_measured": "yes",
        "temperature": 38.6, "worried": False, "confirmed": "scan", "painkillers": ["none"],
        "weeks_at_loss": 9, "treatment": "curettage", "loss_date": "2026-11-01", "feelings": ["sadness"],
        "talk": "later", "next_info": "not_now", "question": "Mag ik fietsen, één keer?",
    }
)  # fmt: skip
FROM_FILE = ("follow-up", "--answers", "answers.json", "--now", "2026-11-24T12:00")


def walks(found: Questionnaire, seed: int) -> Iterator[Interview]:
    """Interviews with any answer, none, or unknown and declined, even where they may not be."""
    chance = random.Random(seed)
    possible = boundaries(found)
    for _ in range(WALKS):
        leave = chance.choice((0.0, 0.05, 0.5))
        answers: dict[str, Answer] = {}
        for question in found.questions:
            if question.type != "note" and chance.random() >= leave:
                own = tuple(clean(words) for words in HER_WORDS) if question.type == "text" else ()
                answers[question.id] = chance.choice((*possible[question.id], *own, *NonAnswer))
        yield Interview(found, TODAY, answers)


@cache
def files(name: str) -> tuple[Questionnaire, Directory]:
    return shipped(name)


@pytest.mark.parametrize("name", [path.stem for path in read_files.shipped()])
def test_a_clinicians_text_can_be_pasted_anywhere(name: str) -> None:
    found, directory = files(name)
    said = set()
    for walk in walks(found, 20261124):
        here = Circumstances(directory, NL, NOON, audience="clinician")
        shown = text.render(build(walk, here), NL)
        said.add(shown)
        assert shown.replace("\n", "").isprintable(), [letter for letter in shown if not letter.isprintable()]
        assert not DRAWN.search(shown), shown
        assert max(map(len, shown.splitlines())) <= WIDTH, shown
    assert len(said) > WALKS // 2, "different walks"


@settings(deadline=None)
@given(st.text())
def test_the_sequence_holds_the_text(words: str) -> None:
    sent = sequence(words.encode(errors="replace").decode())
    assert sent.startswith("\x1b]52;c;") and sent.endswith("\x07")
    assert sent[7:-1].isascii()
    assert b64decode(sent[7:-1], validate=True).decode() == words.encode(errors="replace").decode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an answer to every question."""
    (tmp_path / "answers.json").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def read_all(shown: Terminal) -> None:
    """Read the summary of a walk that has no question left, page by page."""
    shown.answer("Dit was de laatste vraag", "1", ENTER)
    assert shown.read_to_the_end("Er is nog meer te lezen.") == 0


@pytest.mark.parametrize("audience", ["patient", "clinician"])
def test_the_terminal_is_sent_the_text_that_a_pipe_gets(folder: Path, audience: str) -> None:
    arguments = (*FROM_FILE, "--for", audience)
    piped = miskraam(*arguments, folder=folder)
    assert piped.code == 0
    with terminal(*arguments, "--copy", folder=folder) as shown:
        read_all(shown)
        assert "De tekst staat klaar om te plakken." in shown.everything
    (sent,) = SENT.findall(shown.written)
    assert b64decode(sent, validate=True).decode() == piped.out


def test_without_being_asked_nothing_is_copied(folder: Path) -> None:
    with terminal(*FROM_FILE, folder=folder) as shown:
        read_all(shown)
    assert b"\x1b]52" not in shown.written


def test_on_a_kiosk_nothing_is_copied_and_that_is_said(folder: Path) -> None:
    with terminal(*FROM_FILE, "--copy", "--setting", "kiosk", folder=folder) as shown:
        read_all(shown)
        assert "Op een scherm voor iedereen kopiëren we niets." in shown.everything
    assert b"\x1b]52" not in shown.written


def test_a_dumb_terminal_has_no_clipboard_and_that_is_said(folder: Path) -> None:
    with terminal(*FROM_FILE, "--copy", folder=folder, TERM="dumb") as shown:
        shown.wait_for("Druk op Enter")
        shown.press("\n")
        assert shown.end() == 0
        assert "De tekst is niet gekopieerd." in shown.everything
    assert b"\x1b" not in shown.written


def test_a_pipe_has_no_clipboard_and_that_is_said(folder: Path) -> None:
    with_copy = miskraam(*FROM_FILE, "--copy", folder=folder)
    assert with_copy.code == 0
    assert with_copy.out == miskraam(*FROM_FILE, folder=folder).out
    assert flat(with_copy.err) == (
        "miskraam: Kopiëren kan alleen in een venster met toetsen. De tekst is niet gekopieerd."
    )


def test_a_text_that_terminals_would_cut_is_not_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from miskraam_cli.cli.options import Options
    from miskraam_cli.cli.settle import open_session
    from miskraam_cli.visit.copy_summary import copied

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    session = open_session(Options(lang="en"))
    assert copied("x" * 74_000, session).startswith("The text is ready to paste.")
    assert "\x1b]52;c;" in capsys.readouterr().out
    assert copied("x" * 76_000, session) == "The text is too long to copy. Choose --output FILE."
    assert capsys.readouterr().out == ""
