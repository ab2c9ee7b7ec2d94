"""`kill -9` at any moment loses at most the question on the screen, and never the file."""

import json
import random
import signal
import subprocess
import time
from pathlib import Path
from typing import IO

import pytest

from tests.installed_program import clean_environment, program

LINES = (
    "1",
    "3",
    "2",
    "1",
    "1",
    "37",
    "2",
    "1",
    "4",
    "9",
    "1",
    "1",
    "1-11",
)  # nothing alarms, so each is an answer
KILLS = 200


def answers(file: Path) -> dict[str, object]:
    _, brace, rest = file.read_text(encoding="utf-8").partition("{")
    found: dict[str, object] = json.loads(brace + rest)["answers"]
    return found


def to_prompt(written: IO[str]) -> None:
    """Read on to where the next question waits for its answer."""
    last = ""
    while not last.endswith("\n> "):
        last = last[-2:] + written.read(1)


@pytest.mark.long
def test_a_kill_at_any_moment_loses_at_most_the_question_on_the_screen(tmp_path: Path) -> None:
    chance, lost = random.Random(20261122), 0
    most = 0
    for number in range(KILLS):
        file = tmp_path / f"{number}.txt"
        child = subprocess.Popen(
            [program(), "follow-up", "--lines", "--draft", str(file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=clean_environment(), bufsize=1,
        )  # fmt: skip
        assert child.stdin and child.stdout
        given = 0
        for line in LINES[: chance.randrange(1, len(LINES) + 1)]:
            to_prompt(child.stdout)
            child.stdin.write(f"{line}\n")
            given += 1
        time.sleep(chance.random() * 0.02)
        child.send_signal(signal.SIGKILL)
        child.wait()
        kept = answers(file)
        assert given - 1 <= len(kept) <= given
        lost += given - len(kept)
        most = max(most, len(kept))
    assert most > len(LINES) // 2, "the kills came too early to show anything"
    assert 0 < lost < KILLS, "some kills must fall before the answer was written, and some after"
