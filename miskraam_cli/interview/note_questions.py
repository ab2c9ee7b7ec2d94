"""Questions of type note: something to read on the way, such as one option of a comparison."""

from miskraam_cli.interview.prompt import Notice, Paragraph
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.comparison import SILENT
from miskraam_cli.questionnaire.model import Question, Questionnaire


def note(question: Question, questionnaire: Questionnaire, words: Words, *, can_go_back: bool) -> Notice:
    """The notice of a note: one line, or a page where the note shows an option of the comparison with all its rows."""
    language = words.language
    text = Paragraph(question.text.in_language(language), "strong" if question.shows else "plain")
    compare = questionnaire.compare
    if question.shows is None or compare is None:
        return Notice("line", (text,))
    paragraphs = [text]
    for row in compare.rows:
        name = row.cells[question.shows]
        said = (
            words("compare.silent")
            if name == SILENT
            else questionnaire.statements[name].text.in_language(language)
        )
        paragraphs.append(Paragraph(f"{row.title.in_language(language)}: {said}"))
    return Notice("pause", tuple(paragraphs), can_go_back=can_go_back)
