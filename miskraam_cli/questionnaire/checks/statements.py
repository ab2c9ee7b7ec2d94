"""Statements: nothing unsourced, nothing named that does not exist."""

from collections.abc import Iterable, Iterator, Mapping

from miskraam_cli.errors import Place, Problem, near, problem
from miskraam_cli.language import Text
from miskraam_cli.questionnaire.comparison import SILENT
from miskraam_cli.questionnaire.file_formats import QuestionnaireFile, StatementsFile
from miskraam_cli.questionnaire.ids import Cite
from miskraam_cli.questionnaire.model import Fact, Questionnaire, Statement
from miskraam_cli.questionnaire.question import Question

MAX_FACTS = 4


def check_statements(
    questionnaire: Questionnaire, own: QuestionnaireFile, shared: StatementsFile
) -> Iterator[Problem]:
    """Q022 an unknown or unused statement, Q024 an unknown fact, Q026 a name in a text, Q220 and Q221 sources."""
    said = [name for finding in questionnaire.findings for name in finding.say]
    said += [own.opening] if own.opening else []
    for criteria in questionnaire.criteria.values():
        said += [criterion.say for criterion in criteria.criteria]
    if questionnaire.compare:
        compare = questionnaire.compare
        cells = [name for row in compare.rows for name in row.cells.values()]
        cells += [name for value in compare.values for name in value.cells.values()]
        said += [compare.order, *(name for name in cells if name != SILENT)]
    for action in shared.actions:
        said += [action.home, action.late, action.kiosk, action.workstation]
    said += [shared.worry]
    for name in said:
        if name and name not in questionnaire.statements:
            nearest = near(name, tuple(questionnaire.statements))
            yield problem("Q022", name.place, name=name, near=nearest)
    for statement in own.statements:
        if statement.id not in said:
            yield problem("Q025", statement.place, name=statement.id)
    for statement in (*shared.statements, *own.statements):
        yield from _statement(statement, questionnaire)
    for question in questionnaire.questions:
        yield from _question(question, questionnaire)
    for finding in questionnaire.findings:
        yield from check_rulings(finding.rulings)
        known = (*questionnaire.by_id, *questionnaire.calculated)
        yield from _names((finding.short,), finding.place, known)
    yield from _places(questionnaire, own)


def _question(question: Question, questionnaire: Questionnaire) -> Iterator[Problem]:
    yield from check_sources(
        question.id, question.facts, question.addition, question.place, questionnaire.facts
    )
    yield from check_rulings(question.rulings)
    texts = (question.text, question.help, question.doubt.text if question.doubt else None)
    known = (*questionnaire.by_id, *questionnaire.calculated)
    yield from _names(texts, question.place, known)
    yield from _names((question.because, question.because_not), question.place, ("answer",))
    for variant in question.variants:
        yield from _names((variant.text,), variant.place, known)
        yield from _names((variant.because,), variant.place, ("answer",))
        yield from _names((variant.label,), variant.place, ())
    for option in question.choices:
        if option.fact:
            yield from check_sources(question.id, (option.fact,), None, option.place, questionnaire.facts)
    plain = (
        question.label,
        question.closes,
        *(text for option in question.choices for text in (option.text, option.because, option.pauses)),
    )
    yield from _names(plain, question.place, ())


def _places(questionnaire: Questionnaire, own: QuestionnaireFile) -> Iterator[Problem]:
    """Names in the parts that only point elsewhere: criteria, formats, terms, the clinician's screen."""
    layout = questionnaire.record
    for name in own.criteria:
        if name not in questionnaire.criteria:
            yield problem("Q029", name.place, name=name)
    for name in own.formats:
        if name not in questionnaire.calculated:
            yield problem("Q104", name.place, name=name, near=near(name, tuple(questionnaire.calculated)))
    termed = (*questionnaire.calculated, *questionnaire.criteria)
    for name in own.terms:
        if name not in termed:
            yield problem("Q104", name.place, name=name, near=near(name, termed))
    for name in (*sum(layout.subjective, ()), *layout.objective) if layout else ():
        if name not in questionnaire.by_id:
            yield problem("Q104", name.place, name=name, near=near(name, tuple(questionnaire.by_id)))


def _statement(statement: Statement, questionnaire: Questionnaire) -> Iterator[Problem]:
    known = (*questionnaire.by_id, *questionnaire.calculated)
    yield from check_statement(statement, questionnaire.facts, known)
    course = statement.figure.course if statement.figure else None
    if course and course.day not in questionnaire.calculated:
        nearest = near(course.day, tuple(questionnaire.calculated))
        yield problem("Q104", course.day.place, name=course.day, near=nearest)


def check_statement(
    statement: Statement, facts: Mapping[str, Fact], known: tuple[str, ...]
) -> Iterator[Problem]:
    """The sources of one statement, and what its text fills in."""
    said = statement.addition or ("basis" if statement.basis else None)
    yield from check_sources(statement.id, statement.facts, said, statement.place, facts)
    yield from check_rulings(statement.rulings)
    yield from _names((statement.text, statement.kiosk), statement.place, known)
    if len(statement.facts) > MAX_FACTS:
        yield problem("Q221", statement.place, name=statement.id, limit=MAX_FACTS)


def check_sources(
    name: str, cited: tuple[Cite, ...], addition: str | None, place: Place, facts: Mapping[str, Fact]
) -> Iterator[Problem]:
    """Q220 neither a fact nor an addition, Q024 a fact that is not known."""
    if not cited and addition is None:
        yield problem("Q220", place, name=name)
    for fact in cited:
        if fact not in facts:
            yield problem("Q024", fact.place, name=fact, near=near(fact, tuple(facts)))


def check_rulings(rulings: tuple[Cite, ...]) -> Iterator[Problem]:
    for ruling in rulings:
        if not ruling.startswith("AMB-"):
            yield problem("Q015", ruling.place, value=ruling)


def _names(texts: Iterable[Text | None], place: Place, known: tuple[str, ...]) -> Iterator[Problem]:
    for text in texts:
        for name in sorted(text.names() if text else ()):
            if name not in known:
                yield problem("Q026", place, name=name, near=near(name, known))
