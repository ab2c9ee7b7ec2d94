"""Stories: examples by authors, which say for some answers what a questionnaire must find and ask."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Literal

from miskraam_cli.errors import Place, Problem, near, problem
from miskraam_cli.interview.answers import UnreadAnswers, answers_from_node
from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.ids import NOWHERE, Id
from miskraam_cli.questionnaire.model import ALARMING, Questionnaire


@dataclass(frozen=True)
class Story:
    """One example. Its answers are those of the base `given`, with `answers` in their place, less those in `without`.

    `holds` and `unknown` must be among the findings with that outcome, `absent` must not be there at all.
    `alarms`, where given, are all findings of level now and call. `asked` must be on the path, `not_asked` not.
    """

    id: Id
    given: Id | None = None
    answers: UnreadAnswers | None = None
    without: tuple[Id, ...] = ()
    holds: tuple[Id, ...] = ()
    unknown: tuple[Id, ...] = ()
    absent: tuple[Id, ...] = ()
    alarms: tuple[Id, ...] | None = None
    asked: tuple[Id, ...] = ()
    not_asked: tuple[Id, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class StoriesFile:
    """`stories/*.yaml`: the examples of one questionnaire, on one day."""

    PARTIAL: ClassVar = True

    questionnaire: str
    today: date
    stories: tuple[Story, ...]
    bases: Mapping[Id, UnreadAnswers] = field(default_factory=dict)
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True)
class Difference:
    """Where a story and its questionnaire disagree: about what, what was expected, and what came."""

    story: Story
    about: str
    expected: Literal["holds", "unknown", "absent", "alarms", "asked", "not_asked"]
    found: str


def run_story(
    story: Story, file: StoriesFile, questionnaire: Questionnaire, words: Words
) -> tuple[tuple[Difference, ...], tuple[Problem, ...]]:
    """What differs between a story and its questionnaire. Where the story itself is wrong: its problems alone."""
    interview, problems = interview_of(story, file, questionnaire, words)
    problems += tuple(_unknown_names(story, questionnaire))
    return (() if problems else tuple(_differences(story, interview))), problems


def interview_of(
    story: Story, file: StoriesFile, questionnaire: Questionnaire, words: Words
) -> tuple[Interview, tuple[Problem, ...]]:
    """The interview that a story tells of, and what is wrong with its answers."""
    problems: tuple[Problem, ...] = ()
    base = file.bases.get(story.given) if story.given else None
    if story.given and base is None:
        nearest = near(story.given, tuple(file.bases))
        problems += (problem("T001", story.given.place, name=story.given, near=nearest),)
    answers: dict[str, Answer] = {}
    for part in (base, story.answers):
        if part is not None:
            found, wrong = answers_from_node(part.node, questionnaire, words, file.today)
            answers.update(found)
            problems += wrong
    kept = {name: answer for name, answer in answers.items() if name not in story.without}
    return Interview(questionnaire, file.today, kept), problems


def _unknown_names(story: Story, questionnaire: Questionnaire) -> Iterator[Problem]:
    findings = tuple(str(finding.id) for finding in questionnaire.findings)
    for name in (*story.holds, *story.unknown, *story.absent, *(story.alarms or ())):
        if name not in findings:
            yield problem("T002", name.place, name=name, near=near(name, findings))
    questions = tuple(questionnaire.by_id)
    for asked in (*story.without, *story.asked, *story.not_asked):
        if asked not in questions:
            yield problem("A001", asked.place, name=asked, near=near(asked, questions))


def _differences(story: Story, interview: Interview) -> Iterator[Difference]:
    results = evaluate(interview)
    outcomes = {str(result.finding.id): result.outcome for result in results}
    for name in story.holds:
        if outcomes.get(name) != "holds":
            yield Difference(story, name, "holds", outcomes.get(name, "absent"))
    for name in story.unknown:
        if outcomes.get(name) != "unknown":
            yield Difference(story, name, "unknown", outcomes.get(name, "absent"))
    for name in story.absent:
        if name in outcomes:
            yield Difference(story, name, "absent", outcomes[name])
    if story.alarms is not None:
        alarming = {str(result.finding.id) for result in results if result.finding.level in ALARMING}
        for differing in sorted(alarming ^ {str(name) for name in story.alarms}):
            found = outcomes.get(differing, "absent")
            yield Difference(story, differing, "absent" if differing in alarming else "alarms", found)
    path = {question.id for question in interview.path}
    for name in story.asked:
        if name not in path:
            yield Difference(story, name, "asked", "not_asked")
    for name in story.not_asked:
        if name in path:
            yield Difference(story, name, "not_asked", "asked")
