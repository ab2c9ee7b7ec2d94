"""The closing card is the last thing on the screen, whole, whenever she stops and whatever the size of the screen."""

import random
import re
import signal
import time
from pathlib import Path

import pytest

from tests.flat_text import flat
from tests.pseudo_terminal import ENTER, STOP, Terminal, terminal

SIZES = ((80, 24), (50, 20), (40, 15), (120, 40))
READY = ("Enter", "aanwijzen", "aankruisen")  # on a low screen the first of the keys are seen
CHOICE = re.compile(r"^\W*(?:\[.\] +)?(\d+) {2}", re.MULTILINE)
PASS = "alleen op Enter"
TYPED = ("37,4", "3", "9", "1-11", "nee")
CLOSING = ("071 526 28 70", "071 529 95 17", "Bent u ongerust? Dat is genoeg reden om te bellen.")


def walk_on(shown: Terminal, chance: random.Random) -> None:
    """Answer what is asked, with a choice or something typed."""
    numbers = CHOICE.findall(shown.screen)
    if "┃" in shown.screen or "│" in shown.screen:
        shown.wait_out_an_alert()
    if len(numbers) > 1:
        before = shown.screen
        shown.press(chance.choice(numbers))
        shown.wait_until_other_than(before)
    elif not numbers:
        # what did not fit is passed over: the same again would be told in the same words, on the same screen
        shown.press("\x15", "" if PASS in shown.screen else chance.choice(TYPED))
    before = shown.screen
    shown.press(ENTER)
    shown.wait_until_other_than(before)


def stopped_at_random(folder: Path, number: int) -> str:
    """The last screen of a walk that was stopped after some answers."""
    chance = random.Random(number)
    columns, rows = SIZES[number % len(SIZES)]
    questionnaire = chance.choice(["follow-up", "choice", "intake"])
    run = (questionnaire, "--hospital", "lumc", "--now", "2026-11-22T12:00")
    with terminal(*run, folder=folder, columns=columns, rows=rows) as shown:
        answers = chance.randrange(9)
        # she may choose to get help, or have no question left
        while (goes_on := shown.goes_on_to_one_of(*READY)) and answers:
            walk_on(shown, chance)
            answers -= 1
        if goes_on:
            shown.wait_out_an_alert()
            shown.press(STOP)
        assert shown.end() in (0, 4)
        return shown.screen


def is_whole(screen: str) -> bool:
    return all(flat(text) in flat(screen) for text in CLOSING)


@pytest.mark.parametrize("number", range(6))
def test_wherever_she_stops_the_card_is_whole_on_the_last_screen(tmp_path: Path, number: int) -> None:
    screen = stopped_at_random(tmp_path, number)
    assert is_whole(screen), screen


@pytest.mark.long
@pytest.mark.parametrize("number", range(6, 200))
def test_in_two_hundred_walks_the_card_is_whole_on_the_last_screen(tmp_path: Path, number: int) -> None:
    screen = stopped_at_random(tmp_path, number)
    assert is_whole(screen), screen


@pytest.mark.long
@pytest.mark.parametrize("milliseconds", range(0, 120, 5))
def test_an_interrupt_on_the_way_out_takes_nothing_from_the_card(tmp_path: Path, milliseconds: int) -> None:
    with terminal("intake", "--hospital", "lumc", "--now", "2026-11-22T12:00", folder=tmp_path) as shown:
        shown.stop("Heeft u nu een van deze klachten?")
        time.sleep(milliseconds / 1000)
        shown.send_signal(signal.SIGINT)
        assert shown.end() == 4
        assert is_whole(shown.screen), shown.screen
        assert b"Traceback" not in shown.written
