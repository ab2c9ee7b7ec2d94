"""A stray key ends nothing: who stops is asked whether she means it, and may keep her answers, before the summary."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.flat_text import unbroken
from tests.installed_program import miskraam
from tests.pseudo_terminal import BACK, ENTER, STOP, SURE, Terminal, terminal
from tests.visit.test_drafts import held

HOSPITAL = "Bij welk ziekenhuis bent u?"
FAINTING = "Bent u flauwgevallen, of zag u sterretjes?"
TEMPERATURE = "Hoe hoog was uw temperatuur?"
NAME = "Hoe moet het bestand heten?"
CLOSE = "\x04"  # Ctrl-D
GO_ON, KEEP, LEAVE = "1", "2", "3"
ANSWERS = "hospital: lumc, fainting: no, bleeding: less, pain: none, temperature_measured: yes"

AT_TWO = ("--now", "2026-11-24T14:00")  # late in the evening "today" reads "now"


@contextmanager
def at_temperature(folder: Path, *options: str, answers: str = ANSWERS) -> Iterator[Terminal]:
    """The program at the question of her temperature, which is typed."""
    (folder / "answers.yaml").write_text(f"{{{answers}}}", encoding="utf-8")
    with terminal("follow-up", "--answers", "answers.yaml", *AT_TWO, *options, folder=folder) as shown:
        shown.wait_for_question(TEMPERATURE)
        yield shown


def left_in(folder: Path) -> list[str]:
    """The files that the program left."""
    return sorted(path.name for path in folder.iterdir() if path.name != "answers.yaml")


@pytest.mark.parametrize("goes_on", [(GO_ON, ENTER), (BACK,)], ids=["go on", "back"])
def test_who_goes_on_after_all_finds_the_question_and_what_she_had_typed(
    tmp_path: Path, goes_on: tuple[str, ...]
) -> None:
    with at_temperature(tmp_path) as shown:
        shown.press("38,")
        shown.wait_for("> 38,")
        shown.press(STOP)
        shown.answer(SURE, *goes_on)
        shown.wait_for_gone(SURE)
        shown.wait_for("Vraag 6", "> 38,", "Ctrl-C")
        assert "Wie u belt" not in shown.everything
        shown.press("6", ENTER)
        shown.wait_for("uw temperatuur: 38,6 °C", "Bel vandaag")
        shown.wait_out_an_alert()
        shown.press(STOP)
        assert shown.end() == 4


@pytest.mark.parametrize(
    ("chosen", "kept"),
    [((KEEP, ENTER), True), ((LEAVE, ENTER), False), ((STOP,), False), ((CLOSE,), False)],
    ids=["keep", "leave", "Ctrl-C once more", "Ctrl-D"],
)
def test_she_may_keep_her_answers_or_nothing_and_the_summary_comes_after(
    tmp_path: Path, chosen: tuple[str, ...], kept: bool
) -> None:
    with at_temperature(tmp_path) as shown:
        shown.press(STOP)
        shown.answer(SURE, *chosen)
        if kept:
            shown.answer(NAME, ENTER)
        assert shown.end() == 4
        _, _, after = shown.everything.rpartition(SURE)
        assert "Wie u belt" in after
        resumed = f"miskraamresume{tmp_path}/vragenlijst.txt" in unbroken(after)
        assert resumed is kept
    assert left_in(tmp_path) == (["vragenlijst.txt"] if kept else [])
    if kept:
        assert held(tmp_path / "vragenlijst.txt")["answers"]["bleeding"] == "less"


@pytest.mark.parametrize("key", [BACK, STOP])
def test_who_thinks_better_of_a_name_is_asked_again(tmp_path: Path, key: str) -> None:
    with at_temperature(tmp_path) as shown:
        shown.press(STOP)
        shown.answer(SURE, KEEP, ENTER)
        shown.answer(NAME, key)
        shown.wait_for_gone(NAME)
        shown.answer(SURE, GO_ON, ENTER)
        shown.wait_for_gone(SURE)
        shown.wait_for("Vraag 6", "Ctrl-C")
        shown.press(STOP)
        assert shown.end() == 4
    assert left_in(tmp_path) == []


@pytest.mark.parametrize(
    ("more", "lines", "offered"),
    [
        ((), ("1",), True),
        ((), (), False),
        (("--hospital", "lumc"), (), False),
        (("--setting", "kiosk"), ("1",), False),
        (("--draft", "mine.txt"), ("1",), False),
        ((), ("1", "1", "2"), False),
    ],
    ids=["an answer", "no answer", "nothing of hers", "at a kiosk", "kept already", "help is needed now"],
)
def test_keeping_is_offered_where_there_is_something_to_keep_and_nothing_more_urgent(
    tmp_path: Path, more: tuple[str, ...], lines: tuple[str, ...], offered: bool
) -> None:
    with terminal("follow-up", "--lines", *AT_TWO, *more, folder=tmp_path) as shown:
        for line in (*lines, "stop"):
            shown.type_line(line)
        second = "2. Ja, en mijn antwoorden bewaren in een bestand" if offered else "2. Ja, stoppen"
        screen = shown.wait_for(SURE, "1. Nee, toch verder", second)
        below = screen.rpartition(SURE)[2]
        assert ("Ja, en mijn antwoorden bewaren in een bestand" in below) is offered
        assert ("Ja, stoppen" in below) is not offered
        assert shown.end() == 4


def test_by_lines_stop_asks_the_same_and_an_earlier_answer_stands_there_still(tmp_path: Path) -> None:
    lines = ("1", "3", "<", "stop", "1", "", "stop", "2")
    ran = miskraam("follow-up", "--lines", folder=tmp_path, stdin="".join(f"{line}\n" for line in lines))
    walk, _, summary = ran.out.partition("Uw overzicht")
    assert ran.code == 4
    assert walk.count(SURE) == 2
    assert walk.count("Eerder gaf u: 3, Nee") == 2
    assert "Wie u belt" in summary


def test_where_nothing_more_can_be_read_nothing_is_asked(tmp_path: Path) -> None:
    ran = miskraam("follow-up", "--lines", folder=tmp_path, stdin="1\n3\n")
    assert (ran.code, SURE in ran.out) == (4, False)


def test_ctrl_d_is_no_slip(tmp_path: Path) -> None:
    with at_temperature(tmp_path) as shown:
        shown.press(CLOSE)
        assert shown.end() == 4
    assert SURE.encode() not in shown.written


def test_who_gets_help_now_is_asked_nothing(tmp_path: Path) -> None:
    with terminal("follow-up", "--hospital", "lumc", *AT_TWO, "--lines", folder=tmp_path) as shown:
        shown.type_line("1")
        shown.wait_for("1. Ik zoek nu hulp")
        shown.type_line("1")
        assert shown.end() == 4
    assert SURE.encode() not in shown.written


def test_at_an_alert_she_is_asked_and_sees_it_again(tmp_path: Path) -> None:
    with terminal("follow-up", "--hospital", "lumc", *AT_TWO, folder=tmp_path) as shown:
        shown.answer(FAINTING, "1", ENTER)
        shown.answer_alert("U viel flauw of zag sterretjes.", STOP)
        shown.answer(SURE, GO_ON, ENTER)
        shown.wait_for_gone(SURE)
        shown.answer_alert("Zoek nu hulp", STOP)
        assert shown.end() == 4


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_asks_nothing_at_either_question(tmp_path: Path, number: signal.Signals, code: int) -> None:
    for asked in (TEMPERATURE, SURE):
        folder = tmp_path / asked[:4]
        folder.mkdir()
        with at_temperature(folder) as shown:
            if asked == SURE:
                shown.press(STOP)
                shown.wait_for_question(SURE)
            shown.send_signal(number)
            assert shown.end() == code
