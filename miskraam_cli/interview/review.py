"""The review: a prompt that lists every question put so far with its answer, to choose one and change it."""

from collections.abc import Iterable

from miskraam_cli.interview.answer_in_words import answer_in_words
from miskraam_cli.interview.prompt import Prompt, PromptOption
from miskraam_cli.interview.question_texts import label_of
from miskraam_cli.interview.state import Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.question import Question

GO_ON = ""  # no question has this id


def review(interview: Interview, questions: Iterable[Question], words: Words) -> Prompt:
    """The prompt that lists these questions by section; the first choice goes on without a change."""
    options = [PromptOption(GO_ON, words("review.go_on"))]
    for question in questions:
        title = interview.questionnaire.section_of(question).title.in_language(words.language)
        options.append(PromptOption(question.id, _line(question, interview, words), heading=title))
    return Prompt("", "one", words("review.text"), tuple(options))


def _line(question: Question, interview: Interview, words: Words) -> str:
    """A question with its answer; what is open or unknown is marked."""
    named = label_of(question, interview).in_language(words.language)
    label = named[:1].upper() + named[1:]
    answer = interview.answers.get(question.id)
    if answer is None:
        return words("review.open", label=label)
    key = "review.unknown" if isinstance(answer, NonAnswer) else "review.known"
    return words(key, label=label, answer=answer_in_words(answer, question, words))
