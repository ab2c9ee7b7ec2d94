"""`python -m tests.benchmarks`: ours beside the peers, measured in one run; the table is all it says."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator

from tests.benchmarks import engine_times, kiosk_times, question_times, start_times
from tests.benchmarks.measured_environment import Place, prepared
from tests.benchmarks.result_table import Row, drawn

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
    with prepared() as place:
        for row in _rows(place, options.pairs, options.questions, options.patients):
            print(f"  {row.what}", file=sys.stderr, flush=True)  # noqa: T201
            rows.append(row)
    print(drawn(rows))  # noqa: T201


def _rows(place: Place, pairs: int, questions: int, patients: int) -> Iterator[Row]:
    yield from start_times.one_shot(place, pairs)
    yield from question_times.first_question(place, pairs)
    yield from question_times.next_question(place, questions)
    yield from question_times.silent_terminal(place)
    yield from start_times.summary(place, pairs)
    yield from kiosk_times.between_patients(place, patients)
    yield from kiosk_times.keeping(place)
    yield from engine_times.conditions(place, pairs)
    yield from engine_times.answers(place)
    yield from engine_times.long_walk(place, _LONG_ROUNDS)


if __name__ == "__main__":
    main()
