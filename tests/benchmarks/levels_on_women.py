"""`python -m tests.benchmarks.levels_on_women`: what plausible women read, how loud it is and how long.

Words are those of `--format text | wc -w`: the page is drawn here by the same drawer, at home, in Dutch, on a Tuesday
at noon, with no number confirmed. Whether she should read call or now is said by the tables in plain code.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from statistics import median, quantiles
from typing import NamedTuple

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.library import read_files
from miskraam_cli.renderers import text
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from tests.benchmarks.plausible_women import women
from tests.benchmarks.reading_level import level, patient_texts
from tests.benchmarks.result_table import Goal, ResultRow, drawn
from tests.content import follow_up_table, intake_table
from tests.content.follow_up_walks import DIRECTORY
from tests.content.tables import said
from tests.content.three_values import NUMBERED, Said
from tests.tiny_questionnaires import NL, NOON, shipped

LEVELS = (*NUMBERED, "discuss", "know")
LOUD = ("now", "call")

WOMEN = 3_000
PAGES = 300
SEED = 20261130

NONE = Goal(0)
MOST_WORDS = {"follow-up": Goal(260), "intake": Goal(420)}
MOST_WORDS_AT_NOW = {"LUMC or Alrijne": Goal(120), "another or unknown": Goal(150)}

# As the texts were before: the lowest score of the four questionnaires, all sentences together, the longest of them.
LEAST_SCORE = Goal(79.9, at_most=False)
MOST_MEAN = Goal(6.7)
LONGEST = Goal(19)

REASONS: Mapping[str, Callable[[Mapping[str, Said], date], frozenset[str]]] = {
    "follow-up": follow_up_table.reasons_to_call,
    "intake": intake_table.reasons_to_call,
}


class Woman(NamedTuple):
    """Her answers, the highest level that the program finds in them, and why she should read call or now."""

    walk: Interview
    level: str
    reasons: frozenset[str]

    @property
    def loud(self) -> bool:
        """Whether she reads call or now."""
        return self.level in LOUD

    @property
    def page(self) -> int:
        """How many words she reads."""
        summary = build(self.walk, Circumstances(DIRECTORY, NL, NOON))
        return len(text.render(summary, NL).split())


def measured(name: str, count: int, seed: int = SEED) -> Iterator[Woman]:
    """So many women, each with what she reads and should read."""
    for walk in women(name, count, seed):
        level = evaluate(walk)[0].finding.level
        yield Woman(walk, level, REASONS[name](said(walk), walk.today))


def called_for_nothing(group: Iterable[Woman]) -> list[Woman]:
    """Those who read call or now although nothing that they said asks for it."""
    return [woman for woman in group if woman.loud and not woman.reasons]


def not_called(group: Iterable[Woman]) -> list[Woman]:
    """Those who read neither although something that they said asks for it."""
    return [woman for woman in group if woman.reasons and not woman.loud]


def main() -> None:
    """Print the table."""
    rows = [row for name in REASONS for row in (*_levels(name), *_words(name))]
    print(drawn([*rows, *_reading()], ("what", "of", "", "value", "goal")))  # noqa: T201


@cache
def _all(name: str) -> tuple[Woman, ...]:
    return tuple(measured(name, WOMEN))


def _levels(name: str) -> Iterator[ResultRow]:
    group = _all(name)
    shares = Counter(woman.level for woman in group)
    for found in LEVELS:
        yield ResultRow(f"{name}: highest level {found}, %", _women(group), value=100 * shares[found] / WOMEN)
    asked_for = [woman for woman in group if woman.reasons]
    nothing = [woman for woman in group if not woman.reasons]
    yield ResultRow(f"{name}: a reason for call or now, %", _women(group), value=100 * len(asked_for) / WOMEN)
    wrong, missed = called_for_nothing(group), not_called(group)
    yield ResultRow(f"{name}: no reason, yet call or now", _women(nothing), value=len(wrong), goal=NONE)
    yield ResultRow(f"{name}: a reason, yet neither", _women(asked_for), value=len(missed), goal=NONE)


def _words(name: str) -> Iterator[ResultRow]:
    group = _all(name)
    yield _length(f"{name}: words on a page", group[:PAGES], MOST_WORDS[name])
    at_now = [woman for woman in group if woman.level == "now"]
    here = [woman for woman in at_now if woman.walk.counted["hospital"] in ("lumc", "alrijne")]
    elsewhere = [woman for woman in at_now if woman not in here]
    for (hospital, goal), some in zip(MOST_WORDS_AT_NOW.items(), (here, elsewhere), strict=True):
        yield _length(f"{name}: words on a now page, {hospital}", some[:PAGES], goal)


def _length(what: str, group: Sequence[Woman], goal: Goal) -> ResultRow:
    lengths = [woman.page for woman in group]
    if len(lengths) < 2:
        return ResultRow(what, _women(group), goal=goal)
    nine_of_ten = quantiles(lengths, n=10)[-1]
    return ResultRow(what, f"{_women(group)}, p90 {nine_of_ten:.0f}", value=float(median(lengths)), goal=goal)


def _women(group: Sequence[Woman]) -> str:
    return f"{len(group)} women"


def _reading() -> Iterator[ResultRow]:
    texts = {path.stem: patient_texts(shipped(path.stem)[0], "nl") for path in read_files.shipped()}
    scores = {name: level(read, "nl").score for name, read in texts.items()}
    lowest = min(scores, key=lambda name: scores[name])
    everything = level([said for read in texts.values() for said in read], "nl")
    yield ResultRow("Flesch-Douma, the lowest", lowest, value=scores[lowest], goal=LEAST_SCORE)
    yield ResultRow("words a sentence, mean", "all texts", value=everything.mean, goal=MOST_MEAN)
    yield ResultRow("words a sentence, most", "all texts", value=everything.longest, goal=LONGEST)


if __name__ == "__main__":
    main()
