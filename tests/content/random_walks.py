"""Random interviews with a shipped questionnaire, by a seed: complete and partial, wild and nearly quiet."""

import random
from collections.abc import Iterator, Mapping, Sequence

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question
from tests.safety.boundary_answers import boundaries
from tests.tiny_questionnaires import TODAY


def random_walks(
    found: Questionnaire, quiet: Sequence[Mapping[str, Answer]], count: int, seed: int
) -> Iterator[Interview]:
    """Any answer on the path, unknown or declined where it may be, or none.

    Half of them keep one of the `quiet` answers but for a few, so that what only a calm walk reaches is reached.
    """
    chance = random.Random(seed)
    values = boundaries(found)
    possible = {name: (*values[name], *_without(found.by_id[name], len(values[name]))) for name in values}
    for number in range(count):
        kept = quiet[number // 2 % len(quiet)]
        change = 1.0 if number % 2 else chance.choice((0.05, 0.15, 0.3))
        leave = 0.0 if number % 3 else chance.choice((0.05, 0.5))
        answers: dict[str, Answer] = {}
        for name in possible:
            if chance.random() < leave:
                continue
            if chance.random() >= change and name in kept:
                answers[name] = kept[name]
            else:
                answers[name] = chance.choice(possible[name])
        yield Interview(found, TODAY, answers)


def _without(question: Question, values: int) -> tuple[Answer, ...]:
    return tuple(NonAnswer(way) for way in question.may) * max(1, values // 6)
