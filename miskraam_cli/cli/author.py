"""`miskraam author`: for who writes questionnaires."""

from pathlib import Path
from typing import Any

from miskraam_cli.cli.info import knowledge
from miskraam_cli.cli.options import Options
from miskraam_cli.cli.settle import open_session
from miskraam_cli.errors import FilesWrongError, Problem, StoriesDifferError, one_of
from miskraam_cli.interview.stories import Difference, StoriesFile, run_story
from miskraam_cli.language import Words
from miskraam_cli.library import read_files
from miskraam_cli.library.interface import passages, texts_of_book
from miskraam_cli.library.questionnaires import questionnaire_at, sources
from miskraam_cli.questionnaire.assemble import load
from miskraam_cli.questionnaire.checks.across_files import FilesTogether, check_together
from miskraam_cli.questionnaire.content_and_problems import File, decode_file
from miskraam_cli.questionnaire.coverage import Coverage, count, read_rulings
from miskraam_cli.questionnaire.criteria import CriteriaFile
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, QuestionsFile, StatementsFile
from miskraam_cli.questionnaire.schema import KINDS, schema
from miskraam_cli.renderers.coverage import coverage_lines
from miskraam_cli.terminal.streams import write_document


def lint_files(files: list[Path], options: Options) -> None:
    """Check these questionnaires, or all that come with the program. Raises FilesWrongError with every problem."""
    session = open_session(options)
    texts_of_book()
    checked = tuple(files) or read_files.shipped()
    problems = [found for path in checked for found in load(sources(path), for_author=True)[1]]
    problems += check_together(_together(checked, whole=not files), passages())
    if problems:
        raise FilesWrongError(tuple(dict.fromkeys(problems)))
    print(session.words("lint.fine", count=len(checked)))


def _together(paths: tuple[Path, ...], *, whole: bool) -> FilesTogether:
    """These questionnaires with what the first of them shares; the topics too where they are all."""
    questions, statements, facts, info = (
        read_files.read(read_files.common(paths[0], name))
        for name in ("questions.yaml", "statements.yaml", "facts.tsv", "info.yaml")
    )
    own = {path.stem: read_files.read(path) for path in paths}
    return FilesTogether(own, questions, statements, facts, info if whole else None)


def print_coverage(options: Options) -> None:
    """Print which facts and rulings the shipped files cite, and which not. Raises FilesWrongError."""
    words = open_session(options).words
    for line in coverage_lines(covered(), words):
        print(line)


def covered() -> Coverage:
    """What the shipped files cite. Raises FilesWrongError."""
    known = knowledge()
    common = read_files.SHIPPED / "common"
    source = read_files.read(common / "rulings.tsv")
    rulings, problems = read_rulings(source.name, source.text)
    files: list[File[Any]] = [
        decode_file(read_files.read(common / name), kind)
        for name, kind in (
            ("statements.yaml", StatementsFile),
            ("questions.yaml", QuestionsFile),
            ("criteria.yaml", CriteriaFile),
        )
    ]
    files += [decode_file(read_files.read(path), QuestionnaireFile) for path in read_files.shipped()]
    problems += tuple(found for file in files for found in file.problems)
    if problems:
        raise FilesWrongError(problems)
    contents = (*(file.content for file in files), known.info, known.directory)
    return count(contents, known.any.facts, rulings)


def test_stories(files: list[Path], options: Options) -> None:
    """Run the stories in these files, or all that come with the program; show every difference.

    Raises StoriesDifferError where there is one, FilesWrongError where a story cannot be read.
    """
    words = open_session(options).words
    differences: list[Difference] = []
    problems: list[Problem] = []
    count = 0
    for path in files or read_files.stories():
        loaded = decode_file(read_files.read(path), StoriesFile)
        problems += loaded.problems
        if loaded.content is None:
            continue
        questionnaire, _ = questionnaire_at(read_files.beside(path, loaded.content.questionnaire))
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

    write_document(
        json.dumps(schema(one_of("KIND", kind, tuple(KINDS))), indent=2, ensure_ascii=False) + "\n"
    )
