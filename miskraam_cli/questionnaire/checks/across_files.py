"""Checks across files: sentences that stand twice, and `info.yaml`, which names statements of every questionnaire."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from miskraam_cli.errors import Problem
from miskraam_cli.questionnaire.checks.info import check_information
from miskraam_cli.questionnaire.checks.repeats import Passage, check_repeats, passages
from miskraam_cli.questionnaire.content_and_problems import decode_file
from miskraam_cli.questionnaire.facts import read_facts
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, QuestionsFile, StatementsFile
from miskraam_cli.questionnaire.info import InfoFile
from miskraam_cli.questionnaire.source import Source


@dataclass(frozen=True)
class FilesTogether:
    """Questionnaires by the names of their files, with what they share; `info` only where all of them are there."""

    questionnaires: Mapping[str, Source]
    questions: Source
    statements: Source
    facts: Source
    info: Source | None = None


def check_together(files: FilesTogether, interface: Iterable[Passage] = ()) -> tuple[Problem, ...]:
    """Sentences that stand twice, and all that is wrong in `info`. What is wrong in one questionnaire is not said."""
    return tuple(_problems(files, interface))


def _problems(files: FilesTogether, interface: Iterable[Passage]) -> Iterator[Problem]:
    own = {
        name: found
        for name, source in files.questionnaires.items()
        if (found := decode_file(source, QuestionnaireFile).content) is not None
    }
    questions = decode_file(files.questions, QuestionsFile).content
    shared = decode_file(files.statements, StatementsFile).content
    if questions is None or shared is None:
        return
    info = None
    if files.info is not None:
        loaded = decode_file(files.info, InfoFile)
        info = loaded.content
        yield from loaded.problems
        if info is not None and not loaded.problems:
            facts, _ = read_facts(files.facts.name, files.facts.text)
            yield from check_information(info, shared, own, facts)
    contents = (shared, questions, *own.values(), *((info,) if info else ()))
    spoken = (passage for content in contents for passage in passages(content))
    yield from check_repeats((*spoken, *interface), shared.repeat)
