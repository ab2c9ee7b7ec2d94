"""How a question reads for one person: by its first variant whose condition holds, else by its own texts."""

from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.condition.evaluate import Outcome
from miskraam_cli.questionnaire.question import Question, Variant


def text_of(question: Question, interview: Interview) -> Text:
    """What she is asked."""
    variant = _variant(question, interview)
    return variant.text if variant else question.text


def label_of(question: Question, interview: Interview) -> Text:
    """How a list names it; what has no label, by its text."""
    variant = _variant(question, interview)
    return (variant.label if variant else None) or question.label or question.text


def because_of(question: Question, interview: Interview) -> Text | None:
    """The clause after "omdat", where there is one."""
    variant = _variant(question, interview)
    return (variant.because if variant else None) or question.because


def way_out(way: str, question: Question | None, words: Words) -> str:
    """What may be said instead of a value: that she does not know, or would rather not say, in the question's words."""
    own = question.declined if question and way == "declined" else None
    return own.in_language(words.language) if own else words(f"answer.{way}")


def _variant(question: Question, interview: Interview) -> Variant | None:
    holds = (item for item in question.variants if item.when.outcome(interview.final) is Outcome.TRUE)
    return next(holds, None)
