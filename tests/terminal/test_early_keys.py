"""A key that is pressed before the first prompt stands there is not seen, and is no answer to it."""

import sys
import time
from pathlib import Path

from tests.pseudo_terminal import Terminal, command_in_terminal
from tests.terminal.complaints_questionnaire import BODY, FAINT
from tests.tiny_questionnaires import write_questionnaire

# What asks is imported below the first question; here that takes a while, as on a slow machine.
SLOW = """
import importlib.abc, sys, time
class Slow(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "miskraam_cli.terminal.applications":
            time.sleep(1)
sys.meta_path.insert(0, Slow())
from miskraam_cli.cli import main
main.main()
"""
EARLY = "77\x1b[Bqq"


def seen_until_it_asks(shown: Terminal) -> str:
    """All that stood on the screen until the prompt stood there."""
    seen, deadline = "", time.monotonic() + 10
    while not shown.asks(FAINT) and time.monotonic() < deadline:
        shown._feed()
        seen += shown.screen
    return seen + shown.screen


def test_a_key_before_the_first_prompt_is_not_echoed_and_points_at_nothing(tmp_path: Path) -> None:
    file = write_questionnaire(BODY, tmp_path)
    with command_in_terminal(sys.executable, "-c", SLOW, "run", file, folder=tmp_path) as shown:
        shown.wait_for(FAINT)
        assert not shown.asks(FAINT)
        shown.press(*EARLY)
        seen = seen_until_it_asks(shown)
        assert "7" not in seen
        assert "^[" not in seen
        assert "qq" not in seen
        assert "❯" not in shown.screen
        shown.press("3", "\r")
        shown.wait_for_question("Wat heeft u gemerkt?")
