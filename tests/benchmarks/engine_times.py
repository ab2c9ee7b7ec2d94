"""The engine without a screen: conditions, answers, and a long walk."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

from tests.benchmarks import measured_questionnaires, peers
from tests.benchmarks.measured_environment import Installation
from tests.benchmarks.result_table import Goal, ResultRow, beside
from tests.benchmarks.series import Series, alternate, in_turns

_INSIDE = Path(__file__).parent / "inside"
_CONDITION_GOAL = Goal(4, at_most=False)
_ANSWER_GOAL = Goal(0.1)
_WALK_GOAL = Goal(0.2)
_ANSWERS = 30
_ROUNDS = 5
_LONG = 1000


def conditions(installation: Installation, pairs: int) -> Iterator[ResultRow]:
    """A condition on numbers beside simpleeval, which has parsed it already."""
    file = installation.write("numbers.yaml", measured_questionnaires.numbers())
    found = _json(installation, installation.python, str(_INSIDE / "time_conditions.py"), file, str(pairs))
    evaluated, explained, peer = (Series(tuple(found[key])) for key in ("evaluated", "explained", "peer"))
    for what, ours in (("a condition", evaluated), ("a condition, explained each time", explained)):
        goal = _CONDITION_GOAL if ours is evaluated else None
        yield ResultRow(what, ours.shown("µs"), f"simpleeval {peer.shown('µs')}", peer.over(ours), goal)


def answers(installation: Installation) -> Iterator[ResultRow]:
    """What one answer costs among many questions, beside survey-core where node is at hand."""
    file = installation.write("booleans.yaml", measured_questionnaires.booleans(20))
    survey = _survey_core(installation)
    for questions in (1_000, 10_000):
        what = f"an answer among {questions:,} questions"
        arguments = (str(questions), str(_ANSWERS))
        ours: list[list[float]] = []
        theirs: list[list[float]] = []
        for _ in range(_ROUNDS):
            ours.append(
                _json(installation, installation.python, str(_INSIDE / "time_answers.py"), file, *arguments)
            )
            if survey:
                theirs.append(_json(installation, *survey, *arguments))
        if survey:
            yield beside(what, in_turns(ours), "survey-core", in_turns(theirs), _ANSWER_GOAL)
        else:
            yield ResultRow(
                what, in_turns(ours).shown(), "survey-core: no node or npm here", None, _ANSWER_GOAL
            )


def long_walk(installation: Installation, rounds: int) -> Iterator[ResultRow]:
    """A whole walk through a thousand questions, lines piped in, beside copier with its defaults."""
    file = installation.write("long.yaml", measured_questionnaires.booleans(_LONG))
    installation.write("long/copier.yml", peers.walk_for_copier(_LONG))

    def copier() -> float:
        shutil.rmtree(installation.path("long-copied"), ignore_errors=True)
        arguments = (
            "copy",
            "--defaults",
            "--quiet",
            installation.path("long"),
            installation.path("long-copied"),
        )
        return installation.timed(installation.program("copier"), *arguments)

    def ours() -> float:
        return installation.timed(
            installation.program("miskraam"), "run", file, "--lines", stdin="2\n" * (_LONG + 1)
        )

    walked, copied = alternate(rounds, ours, copier)
    yield beside(f"a walk of {_LONG:,} questions", walked, "copier --defaults", copied, _WALK_GOAL)


def _survey_core(installation: Installation) -> tuple[str, ...] | None:
    """How a script with survey-core is run; None where it cannot be had."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        installation.output(npm, "install", "--silent", "--no-audit", "--no-fund", peers.SURVEY_CORE)
    except CalledProcessError:
        return None
    return node, installation.path("peer_survey.cjs")


def _json(installation: Installation, *command: str) -> Any:
    return json.loads(installation.output(*command))
