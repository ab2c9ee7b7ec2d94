"""High contrast, on request: nothing dim, nothing coloured, the weight kept."""

import re
from pathlib import Path

from tests.pseudo_terminal import STOP
from tests.terminal.complaints_questionnaire import FAINT, complaints_asked

DIM = re.compile(rb"\x1b\[(?:\d+;)*2m")
COLOUR = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|9[0-7])(?:;\d+)*m")


def written(folder: Path, *options: str) -> bytes:
    """What the program writes to a terminal, from its first question to its summary."""
    with complaints_asked(folder, *options) as shown:
        shown.answer(FAINT, STOP)
        assert shown.end() == 4
        return bytes(shown.written)


def test_on_request_nothing_is_dim_nothing_has_a_colour_and_the_weight_is_kept(tmp_path: Path) -> None:
    found = written(tmp_path, "--contrast")
    assert not DIM.search(found)
    assert not COLOUR.search(found)
    assert b"\x1b[1m" in found


def test_without_it_there_is_both(tmp_path: Path) -> None:
    found = written(tmp_path)
    assert DIM.search(found)
    assert COLOUR.search(found)
