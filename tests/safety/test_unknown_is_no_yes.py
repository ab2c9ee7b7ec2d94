"""Unknown cannot be taken for a yes: the type checker refuses it behind `if`, and so does the running program."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from enum import Enum
from pathlib import Path

import pytest

from miskraam_cli.interview.state import NonAnswer, Standing
from miskraam_cli.questionnaire.condition.evaluate import Outcome, Unknown
from tests.tiny_questionnaires import interview, questionnaire

ROOT = Path(__file__).parents[2]

IMPORTS = """\
from miskraam_cli.interview.state import View
from miskraam_cli.questionnaire.condition.condition import Calculation, Condition
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Outcome, Value
"""
FUNCTION = "def f{number}(condition: Condition, calculation: Calculation, view: View) -> object:"

MISTAKES: Mapping[str, str] = {
    "return 1 if condition.outcome(view) else 2": "truthy-bool",
    "return not condition.outcome(view)": "truthy-bool",
    "return condition.outcome(view) and 1": "truthy-bool",
    "return [1 for _ in '12' if condition.outcome(view)]": "truthy-bool",
    "return condition.outcome(view) is True": "comparison-overlap",
    "return condition.outcome(view) == False": "comparison-overlap",
    "return condition.outcome(view) is UNKNOWN": "comparison-overlap",
    "return view.value('worried') is Outcome.TRUE": "comparison-overlap",
    "value: Value = condition.outcome(view); return value": "assignment",
    "outcome: Outcome = calculation.value(view); return outcome": "assignment",
    "return condition.value(view)": "attr-defined",
    "return calculation.outcome(view)": "attr-defined",
}
RIGHT = (
    "return condition.outcome(view) is Outcome.TRUE",
    "return calculation.value(view) is UNKNOWN",
    "return view.value('worried') is True",
)
LINES = (*MISTAKES, *RIGHT)

UNDECIDED = (*Outcome, *Unknown, *NonAnswer, *Standing)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """The lines that mypy refuses as this project has it set, and the code under which it does."""
    file = tmp_path_factory.mktemp("checked") / "checked.py"
    functions = (f"{FUNCTION.format(number=number)}\n    {line}\n" for number, line in enumerate(LINES))
    file.write_text(IMPORTS + "".join(functions), encoding="utf-8")
    cache = tmp_path_factory.mktemp("cache")
    command = (sys.executable, "-m", "mypy", "--config-file", "pyproject.toml", "--cache-dir", cache, file)
    ran = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode in (0, 1), ran.stdout + ran.stderr
    written = file.read_text(encoding="utf-8").splitlines()
    found = re.findall(r"checked\.py:(\d+): error: .*\[([a-z-]+)\]", ran.stdout)
    return {written[int(number) - 1].strip(): code for number, code in found}


@pytest.mark.parametrize(("line", "code"), MISTAKES.items())
def test_the_type_checker_refuses_an_outcome_as_a_yes_or_as_a_value(
    refused: Mapping[str, str], line: str, code: str
) -> None:
    assert refused.get(line) == code


@pytest.mark.parametrize("line", RIGHT)
def test_the_type_checker_takes_a_comparison_with_what_is_meant(
    refused: Mapping[str, str], line: str
) -> None:
    assert line not in refused


@pytest.mark.parametrize("one", UNDECIDED, ids=str)
def test_what_is_no_value_stands_for_neither_yes_nor_no(one: Enum) -> None:
    with pytest.raises(TypeError, match=f"{one} is neither a yes nor a no by itself"):
        bool(one)


def test_an_answer_that_is_not_known_stops_who_takes_it_for_a_yes() -> None:
    found = interview(
        questionnaire("""
            sections:
              - id: s
                title: {nl: S, en: S}
                questions:
                  - id: hurts
                    type: boolean
                    text: {nl: A, en: A}
                    label: {nl: A, en: A}
                    may: [unknown]
                    addition: test
            findings:
              - {id: hello, level: know, say: [hello], when: hurts}
            """)
    )
    when = found.questionnaire.findings[0].when
    assert when is not None
    for known in (found.final, found.answer(found.questionnaire.by_id["hurts"], NonAnswer.UNKNOWN).final):
        assert when.outcome(known) is Outcome.UNKNOWN
        with pytest.raises(TypeError):
            bool(known.value("hurts"))
        with pytest.raises(TypeError):
            bool(when.outcome(known))
