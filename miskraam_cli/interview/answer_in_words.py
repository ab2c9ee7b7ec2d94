"""An answer as a person reads it back, in her language: 1,70 m, 9 weken, 20 november 2026, Nee."""

from datetime import date
from decimal import Decimal

from miskraam_cli.interview.question_texts import label_of, way_out
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.question import Question


def answer_in_words(answer: Answer, question: Question | None, words: Words) -> str:
    """An answer to `question` in words, however it was typed or chosen; without one a calculated value."""
    match answer:
        case NonAnswer():
            return way_out(answer.value, question, words)
        case bool():
            return words("answer.yes" if answer else "answer.no")
        case Decimal():
            unit = words(f"unit.{question.unit}") if question and question.unit else ""
            return f"{words.number(answer, question.places if question else 0)} {unit}".strip()
        case date():
            return words.date(answer)
        case tuple():
            return ", ".join(_option(item, question, words) for item in answer)
    return _option(answer, question, words)


def answered_line(question: Question, interview: Interview, words: Words) -> str:
    """A question that is behind her in one line: how it is called, and what she answered.

    Her own words are not said again: somebody else may read the next screen too (AMB-104).
    """
    answer = interview.answers[question.id]
    label = label_of(question, interview).in_language(words.language)
    if question.type == "text" and isinstance(answer, str):
        return words("review.written", label=label)
    return words("review.known", label=label, answer=answer_in_words(answer, question, words))


def _option(text: str, question: Question | None, words: Words) -> str:
    """A choice in words; what is no choice, as a text of her own, as it stands."""
    return question.option(text).text.in_language(words.language) if question and question.choices else text
