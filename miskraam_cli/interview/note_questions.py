"""Questions of type note: something to read on the way, such as one option of a comparison."""

from collections.abc import Iterator

from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.interview.question_texts import text_of
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.comparison import SILENT, Comparison
from miskraam_cli.questionnaire.ids import Id
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question


def note(question: Question, interview: Interview, words: Words, *, can_go_back: bool) -> Notice:
    """The notice of a note: its text, and all rows of the option that it shows, with the other options beside it."""
    questionnaire = interview.questionnaire
    if question.shows is None or questionnaire.compare is None:
        return Notice("line", (Paragraph(text_of(question, interview).in_language(words.language)),))
    beside = [
        Notice("pause", _option(item, interview, questionnaire.compare, words))
        for item in option_notes(questionnaire)
    ]
    return Notice(
        "pause",
        _option(question, interview, questionnaire.compare, words),
        can_go_back=can_go_back,
        columns=tuple(beside),
    )


def option_notes(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """The notes that show an option of the comparison, in order."""
    return tuple(question for question in questionnaire.questions if question.shows is not None)


def _option(
    question: Question, interview: Interview, compare: Comparison, words: Words
) -> tuple[Paragraph, ...]:
    title = Paragraph(text_of(question, interview).in_language(words.language), "strong")
    assert question.shows is not None  # only such notes are options
    return title, *_rows(question.shows, interview.questionnaire, compare, words)


def _rows(option: Id, questionnaire: Questionnaire, compare: Comparison, words: Words) -> Iterator[Paragraph]:
    for row in compare.rows:
        name = row.cells[option]
        silent = name == SILENT
        statement = None if silent else questionnaire.statements[name].text.in_language(words.language)
        yield Paragraph(statement or words("compare.silent"), label=row.title.in_language(words.language))
