"""Correcting answers at the terminal, one question at a time."""

from miskraam_cli.interview.exchange import Again, meant, prompt_for
from miskraam_cli.interview.prompt import Answered, Presenter, Prompt, PromptOption
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.typed import clean
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.model import Question
from miskraam_cli.roles import Setting
from miskraam_cli.summary.record import answered, label
from miskraam_cli.summary.wording import Wording

_DONE = "done"
_CORRECT = "correct"
_HERE: Setting = "workstation"


def correct(interview: Interview, person: Presenter, words: Words) -> Interview | None:
    """The interview with one answer corrected; None where the person is done."""
    options = (PromptOption(_DONE, words("records.done")), PromptOption(_CORRECT, words("records.correct")))
    step = person.ask(Prompt(_CORRECT, "one", words("records.what_now"), options, can_go_back=False))
    if not isinstance(step, Answered) or step.chosen != (_CORRECT,):
        return None
    question = _which(interview, person, words)
    return _asked(question, interview, person, words) if question else interview


def _which(interview: Interview, person: Presenter, words: Words) -> Question | None:
    """The question to correct; all that apply are offered, those without an answer too."""
    wording = Wording(interview, words, _HERE)
    options = tuple(
        PromptOption(question.id, f"{label(question, wording)}: {answered(question, wording)}")
        for question in interview.asked
    )
    step = person.ask(Prompt("which", "one", words("records.which"), options))
    if not isinstance(step, Answered):
        return None
    return interview.questionnaire.by_id[step.chosen[0]]


def _asked(question: Question, interview: Interview, person: Presenter, words: Words) -> Interview:
    """The interview with the answer that is given now; the same one where the person goes back."""
    error, draft, imprecise = "", None, False
    while True:
        prompt = prompt_for(
            question, interview, words, draft=draft, error=error, can_go_back=True, can_review=False
        )
        step = person.ask(prompt)
        if not isinstance(step, Answered):
            return interview
        if prompt.kind == "typed" and not clean(step.typed):
            error, draft = words("typed.nothing"), None
            continue
        found = meant(step, question, interview, words, again=imprecise)
        if not isinstance(found, Again):
            return interview.answer(question, found)
        error, draft, imprecise = found.error, found.draft, found.imprecise
