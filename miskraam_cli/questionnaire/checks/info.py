"""Topics and words: every statement that is named exists and is named, every source is known, no id stands twice."""

from collections.abc import Iterator, Mapping

from miskraam_cli.errors import Problem, near, problem
from miskraam_cli.language import LANGUAGES
from miskraam_cli.questionnaire.checks.ids import once
from miskraam_cli.questionnaire.checks.statements import check_rulings, check_sources, check_statement
from miskraam_cli.questionnaire.checks.wording import check_text
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, StatementsFile
from miskraam_cli.questionnaire.ids import Reference
from miskraam_cli.questionnaire.info import InfoFile
from miskraam_cli.questionnaire.model import Fact


def check_information(
    info: InfoFile,
    shared: StatementsFile,
    questionnaires: Mapping[str, QuestionnaireFile],
    facts: Mapping[str, Fact],
) -> Iterator[Problem]:
    """Q250 a topic that names no statement, Q025 one that no topic names, Q251 a finding that names no topic.

    The rest is as elsewhere.
    """
    names = {str(statement.id): statement for statement in (*shared.statements, *info.statements)}
    of_others = {
        f"{file}.{statement.id}": statement
        for file, found in questionnaires.items()
        for statement in found.statements
    }
    statements = {**of_others, **names}
    for topic in info.topics:
        for name in topic.say:
            if name not in statements:
                known = _alike(name, tuple(names), tuple(of_others), tuple(questionnaires))
                yield problem("Q250", name.place, name=name, near=near(name, known))
                continue
            for filled in sorted(statements[name].text.names()):  # nobody's answers are known here
                yield problem("Q026", name.place, name=filled)
    yield from _topics_of_findings(info, questionnaires)
    said = {name for topic in info.topics for name in topic.say}
    yield from once(topic.id for topic in info.topics)
    yield from once(statement.id for statement in (*shared.statements, *info.statements))
    for statement in info.statements:
        if statement.id not in said:
            yield problem("Q025", statement.place, name=statement.id)
        yield from check_statement(statement, facts, ())
        yield from check_text(statement.text, statement.place, shared.never)
    for word in info.glossary:
        yield from check_sources(word.word.nl, word.facts, word.addition, word.place, facts)
        yield from check_rulings(word.rulings)


def _topics_of_findings(info: InfoFile, questionnaires: Mapping[str, QuestionnaireFile]) -> Iterator[Problem]:
    """Q251: what a page sends her to read must be there, by that name in each language (AMB-137)."""
    titles = {
        language: [topic.title.in_language(language) for topic in info.topics] for language in LANGUAGES
    }
    for file in questionnaires.values():
        for finding in file.findings:
            for language in LANGUAGES if finding.topic else ():
                named = finding.topic.in_language(language) if finding.topic else ""
                if named not in titles[language]:
                    nearest = near(named, tuple(titles[language]))
                    yield problem("Q251", finding.place, name=finding.id, title=named, near=nearest)


def _alike(
    name: Reference, names: tuple[str, ...], of_others: tuple[str, ...], files: tuple[str, ...]
) -> tuple[str, ...]:
    """What may have been meant: a statement of the same questionnaire, or of one with a name like it."""
    file, dot, _ = name.rpartition(".")
    if not dot:
        return names
    meant = file if file in files else near(file, files)
    return tuple(other for other in of_others if other.startswith(f"{meant}."))
