"""`miskraam author`: for who writes questionnaires."""

import sys
from pathlib import Path

from miskraam_cli import library
from miskraam_cli.cli.interface import texts
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.questionnaires import questionnaire_at, sources
from miskraam_cli.cli.session import open_session
from miskraam_cli.errors import FilesWrongError, Problem, StoriesDifferError, WrongInputError, near
from miskraam_cli.interview.stories import Difference, StoriesFile, run_story
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.file import load_file
from miskraam_cli.questionnaire.loading import load
from miskraam_cli.questionnaire.schema import KINDS, schema


def lint_files(files: list[Path], options: Options) -> None:
    """Check these questionnaires, or all that come with the program. Raises FilesWrongError with every problem."""
    session = open_session(options)
    texts()
    checked = tuple(files) or library.shipped()
    problems = [found for path in checked for found in load(sources(path), for_author=True)[1]]
    if problems:
        raise FilesWrongError(tuple(dict.fromkeys(problems)))
    print(session.words("lint.fine", count=len(checked)))


def test_stories(files: list[Path], options: Options) -> None:
    """Run the stories in these files, or all that come with the program; show every difference.

    Raises StoriesDifferError where there is one, FilesWrongError where a story cannot be read.
    """
    words = open_session(options).words
    differences: list[Difference] = []
    problems: list[Problem] = []
    count = 0
    for path in files or library.stories():
        loaded = load_file(library.read(path), StoriesFile)
        problems += loaded.problems
        if loaded.content is None:
            continue
        questionnaire, _ = questionnaire_at(library.beside(path, loaded.content.questionnaire))
        for story in loaded.content.stories:
            count += 1
            found, wrong = run_story(story, loaded.content, questionnaire, words)
            differences += found
            problems += wrong
    if problems:
        raise FilesWrongError(tuple(problems))
    for difference in differences:
        print(_difference(difference, words))
    if differences:
        raise StoriesDifferError(
            "error.stories", count=len({found.story.id for found in differences}), all=count
        )
    print(words("stories.fine", count=count))


def _difference(difference: Difference, words: Words) -> str:
    """One difference on two lines: where and about what, then expected and found."""
    expected, found = words(f"stories.{difference.expected}"), words(f"stories.{difference.found}")
    head = f"{difference.story.place}: {difference.story.id}: {difference.about}"
    return f"{head}\n    {words('stories.differs', expected=expected, found=found)}"


def print_schema(kind: str) -> None:
    """Print the JSON Schema of one kind of file."""
    import json

    if kind not in KINDS:
        allowed = ", ".join(KINDS)
        nearest = near(kind, tuple(KINDS))
        raise WrongInputError("error.not_one_of", option="KIND", value=kind, allowed=allowed, near=nearest)
    sys.stdout.write(json.dumps(schema(kind), indent=2, ensure_ascii=False) + "\n")
