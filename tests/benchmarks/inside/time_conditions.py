"""Times a condition, ours and simpleeval's in turn: `time_conditions.py FILE ROUNDS` writes microseconds as JSON."""

import json
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

from miskraam_cli.interview.state import Interview
from miskraam_cli.library.questionnaires import questionnaire_at

_VALUES = {"age": Decimal(32), "weeks": Decimal(11), "days": Decimal(2)}
_TIMES = 4_000


def main(file: str, rounds: int) -> None:
    """Print the microseconds of one evaluation, for each round."""
    questionnaire, _ = questionnaire_at(Path(file))
    condition = questionnaire.calculated["meets"]
    known = Interview(questionnaire, date(2026, 11, 22), _VALUES).final
    peer = import_module("simpleeval").SimpleEval(names=_VALUES)
    parsed = peer.parse(condition.text)

    runs: dict[str, Callable[[], object]] = {
        "evaluated": lambda: condition.value(known),
        "explained": lambda: (condition.value(known), condition.explain(known, {})),
        "peer": lambda: peer.eval(condition.text, previously_parsed=parsed),
    }
    if runs["evaluated"]() is not True or runs["peer"]() is not True:
        raise SystemExit("ours and the peer do not agree")
    measured: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            measured[name].append(_microseconds(run))
    sys.stdout.write(json.dumps(measured))


def _microseconds(run: Callable[[], object]) -> float:
    start = time.perf_counter()
    for _ in range(_TIMES):
        run()
    return (time.perf_counter() - start) / _TIMES * 1e6


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
