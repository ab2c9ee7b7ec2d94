"""Files to a checked questionnaire: read, decode, put shared pieces in, check. Every error of every file at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from miskraam_cli.errors import Problem, near, problem
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.checks import check
from miskraam_cli.questionnaire.checks.contacts import check_contacts
from miskraam_cli.questionnaire.checks.wording import check_wording
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.content_and_problems import File, decode_file
from miskraam_cli.questionnaire.criteria import CriteriaFile, CriteriaSet
from miskraam_cli.questionnaire.facts import read_facts
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, QuestionsFile, StatementsFile
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Fact, Questionnaire, Statement
from miskraam_cli.questionnaire.question import Question, Section, Use
from miskraam_cli.questionnaire.source import Source

_UNKNOWN = ("Q021", "Q022", "Q023", "Q026", "Q027", "Q104")
_UNUSED = ("Q025", "Q210")
_SILENT = Statement(Id(), Text("", ""))


@dataclass(frozen=True)
class QuestionnaireSources:
    """The files that make one questionnaire."""

    questionnaire: Source
    questions: Source
    statements: Source
    criteria: Source
    contacts: Source
    facts: Source

    def digest(self) -> str:
        """A fingerprint of all of them, so that an edited file shows in every output."""
        from hashlib import sha256

        found = sha256()
        for field in fields(self):
            source: Source = getattr(self, field.name)
            found.update(source.text.encode() + b"\0")
        return f"sha256:{found.hexdigest()}"


def load(
    sources: QuestionnaireSources, *, for_author: bool = False
) -> tuple[tuple[Questionnaire, Directory] | None, tuple[Problem, ...]]:
    """The questionnaire with its contacts, and every problem; nothing where there is any problem.

    `for_author` also looks at how texts are written, which can make nobody's answer wrong and takes time.
    """
    own = decode_file(sources.questionnaire, QuestionnaireFile)
    questions = decode_file(sources.questions, QuestionsFile)
    statements = decode_file(sources.statements, StatementsFile)
    criteria = decode_file(sources.criteria, CriteriaFile)
    contacts = decode_file(sources.contacts, Directory)
    facts, fact_problems = read_facts(sources.facts.name, sources.facts.text)
    files: tuple[File[Any], ...] = (own, questions, statements, criteria, contacts)
    problems = [*(found for file in files for found in file.problems), *fact_problems]
    if own.content is None or questions.content is None or statements.content is None:
        return None, tuple(problems)
    sets = criteria.content.sets if criteria.content else ()
    sections, use_problems = _with_shared(own.content.sections, questions.content.questions)
    questionnaire = _whole(own.content, sections, statements.content, sets, facts, sources.digest())
    found = [
        *use_problems,
        *check(questionnaire, own.content, statements.content),
        *check_contacts(contacts.content, facts),
    ]
    if for_author:
        found += check_wording(questionnaire, statements.content)
    if problems:
        ids = frozenset(name for file in files for name in file.ids)
        found = [problem for problem in found if not _follows(problem, ids, bool(fact_problems))]
    if problems or found or contacts.content is None:
        return None, tuple(dict.fromkeys((*problems, *found)))
    return (questionnaire, contacts.content), ()


def _whole(
    own: QuestionnaireFile,
    sections: tuple[Section, ...],
    shared: StatementsFile,
    sets: tuple[CriteriaSet, ...],
    facts: Mapping[str, Fact],
    digest: str,
) -> Questionnaire:
    known = {str(statement.id): statement for statement in (*shared.statements, *own.statements)}
    return Questionnaire(
        id=own.id,
        version=own.version,
        digest=digest,
        title=own.title,
        menu=own.menu,
        opening=known.get(own.opening) if own.opening else None,
        record=own.record,
        compare=own.compare,
        sections=sections,
        criteria={str(found.id): found for found in sets if found.id in own.criteria},
        formats={str(name): shown for name, shown in own.formats.items()},
        calculated={str(name): found for name, found in own.calculated.items()},
        terms={str(name): text for name, text in own.terms.items()},
        findings=own.findings,
        signs=own.signs,
        statements=known,
        facts=facts,
        leaflets={leaflet.id: leaflet for leaflet in shared.leaflets},
        actions=shared.actions,
        worry=known.get(shared.worry, _SILENT),
        more=shared.more,
    )


def _follows(found: Problem, ids: frozenset[str], facts_broken: bool) -> bool:
    """Whether a problem only follows from another: a name that stands in a broken part, or that one would use."""
    if found.code == "Q024" and facts_broken:
        return True
    return found.code in _UNUSED or (found.code in _UNKNOWN and dict(found.values).get("name") in ids)


def _with_shared(
    sections: Iterable[Section], shared: tuple[Question, ...]
) -> tuple[tuple[Section, ...], list[Problem]]:
    """The sections with every `use` replaced by the shared question it names."""
    by_id = {question.id: question for question in shared}
    problems: list[Problem] = []
    whole = []
    for section in sections:
        questions = []
        for item in section.questions:
            if isinstance(item, Question):
                questions.append(item)
            elif item.use in by_id:
                questions.append(_used(by_id[item.use], item))
            else:
                nearest = near(item.use, tuple(by_id))
                problems.append(problem("Q021", item.use.place, name=item.use, near=nearest))
        whole.append(replace(section, questions=tuple(questions)))
    return tuple(whole), problems


def _used(question: Question, use: Use) -> Question:
    return replace(
        question,
        id=Id.at(question.id, use.use.place),
        enable_when=use.enable_when or question.enable_when,
        may=question.may if use.may is None else use.may,
        help=use.help or question.help,
        doubt=use.doubt or question.doubt,
        place=question.place if use.may is None else use.place,
    )
