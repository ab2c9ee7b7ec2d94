"""One question, put until it has an answer.

1. A question is put until she answers it, steps back, asks for the review, or stops. Nothing else ends it: an empty
   answer is none, and neither is one that cannot be read or does not fit, which is put again with the reason.
2. Where nothing was typed, what `may` allows is offered ("I do not know"); a question that allows nothing asks again.
3. After two answers that could not be read, Enter alone leads to that offer, and the prompt says so.
4. A number with too many decimals is asked again once, then rounded, halves up (AMB-70).
5. An answer that the questionnaire doubts is asked again once ("is this right?"); what she says is right is taken.
6. What was filled in and not given as an answer stands there again when the question is put the next time. So does
   an earlier answer that no longer counts.
7. What is typed is read on the day on which she gives it: at midnight "today" becomes another day.
"""

from collections.abc import Callable
from datetime import date

from miskraam_cli.interview.answer_in_words import answer_in_words
from miskraam_cli.interview.letters import clean
from miskraam_cli.interview.prompt import Answered, Back, Jump, Presenter, Prompt, PromptOption, Stop
from miskraam_cli.interview.question_prompt import Again, earlier, meant, prompt_for, ways_out
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.condition.evaluate import Outcome, Value
from miskraam_cli.questionnaire.question import Question

_TRIES_BEFORE_WAY_OUT = 2


class QuestionAsker:
    """Puts questions to one person, one at a time, and keeps for her what she has not finished."""

    def __init__(self, presenter: Presenter, words: Words, today: Callable[[], date] | None = None) -> None:
        self._presenter = presenter
        self._words = words
        self._today = today
        self._drafts: dict[str, Answered] = {}
        # By question and answer, so that the same answer given once more is not doubted again, and another one is.
        self._said_to_be_right: set[tuple[str, Answer]] = set()

    def of_today(self, interview: Interview) -> Interview:
        """The interview on the day that it is now; on its own day where no clock was given."""
        return interview.on(self._today()) if self._today else interview

    def fill_in(self, question: Question, interview: Interview) -> None:
        """Let the answer to a question stand there when it is put the next time."""
        self._drafts[question.id] = earlier(question, interview, self._words)

    def ask(
        self, question: Question, interview: Interview, *, can_go_back: bool, can_review: bool
    ) -> Interview | Back | Jump | Stop:
        """The interview with an answer to this question; or what she does in place of answering it."""
        error = ""
        tries = 0
        imprecise = False
        while True:
            interview = self.of_today(interview)
            prompt = prompt_for(
                question,
                interview,
                self._words,
                draft=self._drafts.get(question.id),
                error=error,
                can_go_back=can_go_back,
                can_review=can_review,
            )
            step = self._presenter.ask(prompt)
            if isinstance(step, Stop):
                return step
            if isinstance(step, Back | Jump):
                self._drafts[question.id] = step.draft
                if isinstance(step, Jump) or can_go_back:
                    return step
                continue
            found = self._taken(question, self.of_today(interview), step, again=imprecise)
            if isinstance(found, Stop):
                return found
            if isinstance(found, Interview):
                self._drafts.pop(question.id, None)
                return found
            tries += 1
            imprecise = found.imprecise
            self._drafts[question.id], error = found.draft, found.error
            if (
                error
                and tries >= _TRIES_BEFORE_WAY_OUT
                and question.may
                and prompt.kind == "typed"
                and not prompt.free_text
            ):
                error = f"{error} {self._words('typed.way_out')}"
                self._drafts[question.id] = Answered()  # so that Enter alone is the way out

    def _taken(
        self, question: Question, interview: Interview, given: Answered, *, again: bool
    ) -> Interview | Again | Stop:
        """The interview with the answer that was given, or why it is asked again."""
        answer = self._read(question, interview, given, again=again)
        if isinstance(answer, Again | Stop):
            return answer
        answered = interview.answer(question, answer)
        if isinstance(answer, NonAnswer) or question.doubt is None:
            return answered
        if (question.id, answer) in self._said_to_be_right:
            return answered
        if question.doubt.when.outcome(answered.final) is not Outcome.TRUE:
            return answered
        step = self._doubt(question, question.doubt.text, given, answer)
        if step is None:
            self._said_to_be_right.add((question.id, answer))
        return step or answered

    def _read(
        self, question: Question, interview: Interview, given: Answered, *, again: bool
    ) -> Answer | Again | Stop:
        """The answer that was meant, or why it is asked again."""
        if question.type not in ("boolean", "choice", "choices") and not clean(given.typed):
            return self._nothing_typed(question)
        return meant(given, question, interview, self._words, again=again)

    def _nothing_typed(self, question: Question) -> Answer | Again | Stop:
        """What she says where nothing was filled in: one of what `may` allows, or that she will fill it in."""
        if not question.may:
            return Again(self._words("typed.nothing"), Answered())
        fill_in = PromptOption("fill_in", self._words("typed.fill_in"))
        options = (fill_in, *ways_out(question, self._words))
        step = self._presenter.ask(Prompt(question.id, "one", self._words("typed.nothing_offer"), options))
        if isinstance(step, Answered) and step.chosen and step.chosen[0] in question.may:
            return NonAnswer(step.chosen[0])
        return step if isinstance(step, Stop) else Again("", Answered())

    def _doubt(self, question: Question, text: Text, given: Answered, answer: Value) -> Again | Stop | None:
        """What she says to "is this right?" about an answer that may be a slip; None where it is right."""
        options = (
            PromptOption("change", self._words("doubt.change")),
            PromptOption("right", self._words("doubt.right")),
        )
        value = answer_in_words(answer, None, self._words)  # its unit stands in the text
        asked = text.in_language(self._words.language, **{question.id: value})
        step = self._presenter.ask(Prompt(question.id, "one", asked, options))
        if isinstance(step, Answered) and step.chosen == ("right",):
            return None
        return step if isinstance(step, Stop) else Again("", given)
