"""Stories: the shipped ones agree, and together they show each rule and each question from both sides."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Literal

import pytest

from miskraam_cli.interview.findings import Result, evaluate
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.stories import StoriesFile, Story, interview_of, run_story
from miskraam_cli.library import read_files
from miskraam_cli.questionnaire.condition.evaluate import Outcome
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.model import Finding, Questionnaire
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.questionnaire.source import Source
from tests.installed_program import Ran, miskraam
from tests.questionnaire_lines import asked, body
from tests.tiny_questionnaires import NL, shipped, tiny

Side = Literal["holds", "absent", "unknown"]
ALARMING = ("now", "call")


@cache
def read(path: Path) -> tuple[StoriesFile, Questionnaire]:
    """A shipped file of stories and its questionnaire."""
    found = decode_file(read_files.read(path), StoriesFile)
    assert found.content is not None, found.problems
    assert found.problems == ()
    return found.content, shipped(found.content.questionnaire)[0]


@dataclass(frozen=True)
class Told:
    """A story with the interview that it tells of."""

    story: Story
    interview: Interview
    results: tuple[Result, ...]

    def shows(self, finding: Finding, side: Side) -> bool:
        """Whether the story itself expects the finding to come out on this side, and it does."""
        if side == "holds":
            return self._expects(self.story.holds, finding.id) and self._result(finding.id) == "holds"
        if side == "unknown":
            return self._shows_unknown(finding)
        exact = finding.level in ALARMING and self.story.alarms is not None
        expected = finding.id in self.story.absent or (exact and finding.id not in (self.story.alarms or ()))
        return expected and self._result(finding.id) is None

    def _shows_unknown(self, finding: Finding) -> bool:
        """It is unknown, and the story expects where that leads; without a target, that it leads to nothing."""
        if finding.if_unknown in (None, "none"):
            unknown = (
                finding.when is not None and finding.when.outcome(self.interview.final) is Outcome.UNKNOWN
            )
            return unknown and self.shows(finding, "absent")
        target = finding.id if finding.if_unknown == "self" else str(finding.if_unknown)
        return self._expects(self.story.unknown, target) and any(
            result.finding.id == target and result.outcome == "unknown" and finding in result.sources
            for result in self.results
        )

    def _expects(self, among: tuple[str, ...], name: str) -> bool:
        return name in among or name in (self.story.alarms or ())

    def _result(self, name: str) -> str | None:
        return next((result.outcome for result in self.results if result.finding.id == name), None)


NEVER_UNKNOWN = ("intake:premi_meets", "premi:premi_meets", "premi:premi_cannot_tell", "premi:premi_ask_open")


@cache
def told(path: Path) -> tuple[Told, ...]:
    """All stories of a shipped file, played."""
    file, questionnaire = read(path)
    made = []
    for story in file.stories:
        interview, _ = interview_of(story, file, questionnaire, NL)
        made.append(Told(story, interview, evaluate(interview)))
    return tuple(made)


def stories() -> Iterator[object]:
    for path in read_files.stories():
        yield from (
            pytest.param(path, story, id=f"{path.stem}:{story.id}") for story in read(path)[0].stories
        )


def rules() -> Iterator[object]:
    for path in read_files.stories():
        for finding in read(path)[1].findings:
            if finding.when is not None and finding.level != "know":
                yield pytest.param(path, finding, id=f"{path.stem}:{finding.id}")


def targets() -> Iterator[object]:
    for path in read_files.stories():
        for finding in read(path)[1].findings:
            if finding.when is None:
                yield pytest.param(path, finding, id=f"{path.stem}:{finding.id}")


def questions() -> Iterator[object]:
    for path in read_files.stories():
        yield from (pytest.param(path, one, id=f"{path.stem}:{one.id}") for one in read(path)[1].questions)


def test_there_are_stories() -> None:
    assert read_files.stories()


@pytest.mark.parametrize(("path", "story"), list(stories()))
def test_a_shipped_story_agrees(path: Path, story: Story) -> None:
    file, questionnaire = read(path)
    assert run_story(story, file, questionnaire, NL) == ((), ())


@pytest.mark.parametrize("path", read_files.stories(), ids=lambda path: path.stem)
def test_each_story_has_a_name_of_its_own_and_expects_something(path: Path) -> None:
    names = [one.story.id for one in told(path)]
    assert [name for name in names if names.count(name) > 1] == []
    empty = Story(names[0])
    expecting = ("holds", "unknown", "absent", "alarms", "asked", "not_asked")
    for one in told(path):
        assert any(getattr(one.story, name) != getattr(empty, name) for name in expecting), one.story.id


@pytest.mark.parametrize("side", ["holds", "absent", "unknown"])
@pytest.mark.parametrize(("path", "finding"), list(rules()))
def test_stories_show_a_rule_from_every_side(path: Path, finding: Finding, side: Side) -> None:
    if side == "unknown" and f"{path.stem}:{finding.id}" in NEVER_UNKNOWN:
        pytest.skip("a verdict is never unknown itself, and no answer leaves the rest of this rule so")
    assert any(one.shows(finding, side) for one in told(path))


@pytest.mark.parametrize(("path", "finding"), list(targets()))
def test_stories_show_a_target_from_both_sides(path: Path, finding: Finding) -> None:
    assert any(one.shows(finding, "absent") for one in told(path))
    assert any(
        finding.id in one.story.unknown or finding.id in (one.story.alarms or ()) for one in told(path)
    )


@pytest.mark.parametrize(("path", "question"), list(questions()))
def test_stories_show_a_question_on_the_path_and_off_it(path: Path, question: Question) -> None:
    assert any(question.id in one.story.asked for one in told(path))
    if question.enable_when is not None:
        assert any(question.id in one.story.not_asked for one in told(path))


# What an author sees of a story that is wrong.

SMALL = body(
    [asked("hurts", more="may: [unknown]"), asked("long", more="enable_when: hurts == true, may: [unknown]")],
    [
        "id: pain, level: call, when: hurts == true, if_unknown: pain_unknown",
        "id: pain_unknown, level: call",
        "id: lasting, level: discuss, when: long == true",
    ],
)


def told_by_an_author(folder: Path, *lines: str) -> Ran:
    """What the installed program says of these stories about the small questionnaire."""
    files = tiny(SMALL)
    (folder / "common").mkdir()
    (folder / "stories").mkdir()
    for part in fields(files):
        source: Source = getattr(files, part.name)
        place = folder if part.name == "questionnaire" else folder / "common"
        (place / source.name).write_text(source.text, encoding="utf-8")
    head = ("questionnaire: test", "today: 2026-11-22", "bases: {calm: {hurts: false}}", "stories:")
    written = "".join(f"{line}\n" for line in (*head, *(f"  - {{{line}}}" for line in lines)))
    (folder / "stories" / "test.yaml").write_text(written, encoding="utf-8")
    return miskraam("author", "test", "stories/test.yaml", "--lang", "en", folder=folder)


def test_stories_that_agree_are_counted(tmp_path: Path) -> None:
    ran = told_by_an_author(
        tmp_path,
        "id: calm, given: calm, alarms: [], absent: [pain, lasting], not_asked: [long]",
        "id: hurts, given: calm, answers: {hurts: true, long: true}, alarms: [pain], holds: [lasting], asked: [long]",
        "id: unsure, answers: {hurts: {unknown: true}}, alarms: [pain_unknown], unknown: [pain_unknown]",
        "id: taken_away, given: calm, without: [hurts], unknown: [pain_unknown]",
    )
    assert (ran.code, ran.err) == (0, "")
    assert "4 stories" in ran.out


@pytest.mark.parametrize(
    ("line", "about", "expected", "found"),
    [
        ("given: calm, holds: [pain]", "pain", "holds", "absent"),
        ("answers: {hurts: true}, absent: [pain]", "pain", "absent", "holds"),
        ("answers: {hurts: true}, unknown: [pain_unknown]", "pain_unknown", "unknown", "absent"),
        ("answers: {hurts: {unknown: true}}, holds: [pain_unknown]", "pain_unknown", "holds", "unknown"),
        ("answers: {hurts: true}, alarms: []", "pain", "absent", "holds"),
        ("answers: {hurts: {unknown: true}}, alarms: []", "pain_unknown", "absent", "unknown"),
        ("given: calm, alarms: [pain]", "pain", "alarms", "absent"),
        ("given: calm, asked: [long]", "long", "is asked", "is not asked"),
        ("answers: {hurts: true}, not_asked: [long]", "long", "is not asked", "is asked"),
    ],
)
def test_a_wrong_story_is_shown_with_both_sides(
    tmp_path: Path, line: str, about: str, expected: str, found: str
) -> None:
    ran = told_by_an_author(tmp_path, "id: calm, given: calm, alarms: []", f"id: wrong, {line}")
    assert ran.code == 5
    shown = ran.out.splitlines()
    assert shown[0].startswith("stories/test.yaml:6:")
    assert shown[0].endswith(f"wrong: {about}")
    assert shown[1].strip() == f"expected: {expected} · found: {found}"
    assert len(shown) == 2, "a story that agrees is not shown"
    assert "1" in ran.err
    assert "Traceback" not in ran.err


def test_every_difference_is_shown_and_wrong_stories_are_counted(tmp_path: Path) -> None:
    ran = told_by_an_author(
        tmp_path,
        "id: one, given: calm, holds: [pain, lasting], asked: [long]",
        "id: two, given: calm, alarms: [pain]",
    )
    assert ran.code == 5
    heads = [line.split(": ", 1)[1] for line in ran.out.splitlines() if line.startswith("stories/")]
    assert heads == ["one: pain", "one: lasting", "one: long", "two: pain"]
    assert "2" in ran.err


@pytest.mark.parametrize(
    ("line", "name", "near"),
    [
        ("given: clam", "clam", "calm"),
        ("given: calm, holds: [pian]", "pian", "pain"),
        ("given: calm, unknown: [pain_unknwon]", "pain_unknwon", "pain_unknown"),
        ("given: calm, absent: [lastin]", "lastin", "lasting"),
        ("given: calm, alarms: [pian]", "pian", "pain"),
        ("given: calm, asked: [lnog]", "lnog", "long"),
        ("given: calm, not_asked: [lnog]", "lnog", "long"),
        ("given: calm, without: [hurst]", "hurst", "hurts"),
        ("answers: {hurst: true}", "hurst", "hurts"),
    ],
)
def test_a_name_that_does_not_exist_is_shown_at_its_place(
    tmp_path: Path, line: str, name: str, near: str
) -> None:
    story = f"id: wrong, {line}"
    ran = told_by_an_author(tmp_path, story)
    column = f"  - {{{story}".index(name) + 1
    assert (ran.code, ran.out) == (5, "")
    assert ran.err.startswith(f"stories/test.yaml:5:{column}: ")
    assert f"‘{name}’" in ran.err
    assert f"‘{near}’" in ran.err
    assert "Traceback" not in ran.err


def test_an_answer_that_the_question_does_not_take_is_shown_at_its_place(tmp_path: Path) -> None:
    ran = told_by_an_author(
        tmp_path, "id: wrong, answers: {hurts: perhaps}", "id: more, answers: {hurts: {declined: true}}"
    )
    assert (ran.code, ran.out) == (5, "")
    assert "stories/test.yaml:5:" in ran.err
    assert "stories/test.yaml:6:" in ran.err


def test_a_story_whose_names_are_wrong_hides_no_other_problem(tmp_path: Path) -> None:
    ran = told_by_an_author(tmp_path, "id: wrong, given: clam, holds: [pian]", "id: later, asked: [lnog]")
    assert ran.code == 5
    assert [name in ran.err for name in ("‘clam’", "‘pian’", "‘lnog’")] == [True, True, True]
