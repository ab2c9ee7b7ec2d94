"""`python -m tests.benchmarks`: ours beside the peers, measured in one run; the table is all it says."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator

from tests.benchmarks import engine_times, kiosk_times, question_times, start_times
from tests.benchmarks.measured_environment import Installation, prepared
from tests.benchmarks.result_table import ResultRow, drawn

_LONG_ROUNDS = 3


def main() -> None:
    """Measure everything and print the table."""
    parser = ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--pairs", type=int, default=15, help="how often ours and each peer run in turn")
    parser.add_argument("--questions", type=int, default=300, help="how long the walk in the terminal is")
    parser.add_argument(
        "--patients", type=int, default=100, help="how many come to the kiosk; 1000 take a while"
    )
    options = parser.parse_args()
    rows = []
    with prepared() as installation:
        for row in _rows(installation, options.pairs, options.questions, options.patients):
            print(f"  {row.what}", file=sys.stderr, flush=True)  # noqa: T201
            rows.append(row)
    print(drawn(rows))  # noqa: T201


def _rows(installation: Installation, pairs: int, questions: int, patients: int) -> Iterator[ResultRow]:
    yield from start_times.one_shot(installation, pairs)
    yield from question_times.first_question(installation, pairs)
    yield from question_times.next_question(installation, questions)
    yield from question_times.silent_terminal(installation)
    yield from start_times.summary(installation, pairs)
    yield from kiosk_times.between_patients(installation, patients)
    yield from kiosk_times.keeping(installation)
    yield from engine_times.conditions(installation, pairs)
    yield from engine_times.answers(installation)
    yield from engine_times.long_walk(installation, _LONG_ROUNDS)


if __name__ == "__main__":
    main()
