"""The code of a problem, its message in both languages and its case in the table of faults stand or fall together."""

import re
from pathlib import Path

import pytest

import miskraam_cli
from miskraam_cli.cli.failures import problem_line
from miskraam_cli.library.interface import texts
from tests.questionnaire.faults import FAULTS
from tests.questionnaire.faults.fault import Fault, found_in
from tests.tiny_questionnaires import EN, NL

SOURCE = Path(miskraam_cli.__file__).parent


def emitted() -> set[str]:
    """Every code in quotes in the program."""
    written = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return set(re.findall(r"""["'](Q\d{3})["']""", written))


def worded() -> set[str]:
    """Every code that has a message."""
    return {key.removeprefix("problem.") for key in texts() if re.fullmatch(r"problem\.Q\d{3}", key)}


def test_every_code_has_a_message_and_every_message_a_code() -> None:
    assert emitted() == worded()


def test_every_code_has_a_fault_and_every_fault_a_code() -> None:
    assert emitted() == {fault.code for fault in FAULTS}


@pytest.mark.parametrize("code", sorted(worded()))
def test_a_message_is_written_in_both_languages(code: str) -> None:
    text = texts()[f"problem.{code}"]
    assert text.nl != text.en
    assert min(len(text.nl), len(text.en)) > 10


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_message_is_filled_in_and_stands_on_one_line(fault: Fault) -> None:
    place = fault.files()[1]
    for problem in found_in(fault):
        for words in (NL, EN):
            line = problem_line(problem, words)
            assert line.startswith(f"{problem.place}: {problem.code} ")
            assert not re.search(r"\{\w+\}", line)
            assert "\n" not in line
            assert place.file in line
