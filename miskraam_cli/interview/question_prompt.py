"""Between a question and a prompt: what is put to a person, and what her answer means."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from miskraam_cli.interview.prompt import Answered, Prompt, PromptOption
from miskraam_cli.interview.question_texts import text_of, way_out
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.interview.typed import Refused, example, read_typed, rounded, too_precise
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.question import Question

_KINDS: dict[str, Literal["one", "several", "typed"]] = {
    "boolean": "one",
    "choice": "one",
    "choices": "several",
}


@dataclass(frozen=True)
class Again:
    """The question is put once more. `error` says why in her language, `draft` is what was filled in.

    `imprecise`: only because the number had more decimals than are asked for.
    """

    error: str
    draft: Answered
    imprecise: bool = False


def prompt_for(
    question: Question,
    interview: Interview,
    words: Words,
    *,
    draft: Answered | None,
    error: str,
    can_go_back: bool,
    can_review: bool,
) -> Prompt:
    """The prompt for a question on the path, with the `draft` filled in, else with the answer given before."""
    asked = interview.asked
    kind = _KINDS.get(question.type, "typed")
    before = earlier(question, interview, words) if draft is None else draft
    return Prompt(
        id=question.id,
        kind=kind,
        text=text_of(question, interview).in_language(words.language),
        options=() if kind == "typed" else options_of(question, words),
        chosen=before.chosen,
        typed=before.typed,
        unit=words(f"unit.{question.unit}") if question.unit else "",
        example=example(question, words, interview.today),
        title=interview.questionnaire.section_of(question).title.in_language(words.language),
        progress=words("walk.progress", position=asked.index(question) + 1, total=interview.expected),
        help=question.help.in_language(words.language) if question.help else "",
        error=error,
        can_go_back=can_go_back,
        can_review=can_review,
        free_text=question.type == "text",
        otherwise=_otherwise(question, words),
        skip=way_out(question.may[0], question, words) if question.type == "text" and question.may else "",
    )


def options_of(question: Question, words: Words) -> tuple[PromptOption, ...]:
    """Everything that can be chosen as an answer; what may be said instead of a value comes last."""
    return *_options(question, words), *ways_out(question, words)


def _options(question: Question, words: Words) -> tuple[PromptOption, ...]:
    if question.type == "boolean":
        return PromptOption("true", words("answer.yes")), PromptOption("false", words("answer.no"))
    return tuple(
        PromptOption(
            option.id,
            option.text.in_language(words.language),
            option.exclusive,
            pauses=option.pauses.in_language(words.language) if option.pauses else "",
        )
        for option in question.choices
    )


def ways_out(question: Question, words: Words) -> tuple[PromptOption, ...]:
    """What may be said instead of a value: I do not know, I would rather not say."""
    return tuple(PromptOption(way, way_out(way, question, words), exclusive=True) for way in question.may)


def earlier(question: Question, interview: Interview, words: Words) -> Answered:
    """The answer given before as a person would choose or type it again; empty where there is none."""
    answer = interview.answers.get(question.id)
    match answer:
        case None:
            return Answered()
        case NonAnswer() if question.type not in _KINDS:
            return Answered(typed=way_out(answer.value, question, words))
        case NonAnswer():
            return Answered(chosen=(answer.value,))
        case bool():
            return Answered(chosen=("true" if answer else "false",))
        case tuple():
            return Answered(chosen=answer)
        case Decimal():
            return Answered(typed=words.number(answer, question.places))
        case date():
            return Answered(typed=f"{answer.day}-{answer.month}-{answer.year}")
        case str() if question.type == "choice":
            return Answered(chosen=(answer,))
    return Answered(typed=str(answer))


def meant(
    given: Answered, question: Question, interview: Interview, words: Words, *, again: bool
) -> Answer | Again:
    """The answer that a person gave, or why the question is put again. Typed answers must not be empty.

    `again`: she was asked for fewer decimals already, and what she types now is rounded (AMB-70).
    """
    if question.type in _KINDS:
        return _chosen(given, question, words)
    for way in question.may:
        if given.typed.strip().lower() == way_out(way, question, words).lower():
            return NonAnswer(way)
    found = read_typed(given.typed, question, words, interview.today)
    if isinstance(found, Refused):
        return Again(words(found.key, **dict(found.values)), given)
    if isinstance(found, Decimal) and question.type == "decimal":
        if too_precise(found, question) and not again:
            return Again(words("typed.places", places=question.places), given, imprecise=True)
        return rounded(found, question)
    return found


def _chosen(given: Answered, question: Question, words: Words) -> Answer | Again:
    chosen = given.chosen
    if not chosen:  # a presenter asks on by itself; from any other it is no answer either
        return Again(f"{words('choose.first')} {_otherwise(question, words)}".rstrip(), given)
    if len(chosen) == 1 and chosen[0] in question.may:
        return NonAnswer(chosen[0])
    if question.type == "boolean":
        return chosen[0] == "true"
    if question.type == "choice":
        return chosen[0]
    alone = [option.id for option in question.choices if option.exclusive] + list(question.may)
    if len(chosen) > 1 and any(option in alone for option in chosen):
        return Again(words("typed.alone"), given)
    return chosen


def _otherwise(question: Question, words: Words) -> str:
    """What she may choose where nothing fits: none of these, else that she does not know."""
    options = options_of(question, words) if question.type in _KINDS else ()
    numbers = {option.id: number for number, option in enumerate(options, 1)}
    none = [numbers[str(option.id)] for option in question.choices if option.exclusive]
    if none:
        return words("choose.none_fits", number=none[0])
    return words("choose.unknown", number=numbers["unknown"]) if "unknown" in numbers else ""
