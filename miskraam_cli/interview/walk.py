"""The one loop: puts the questions of the path, takes answers and backs, lets alerts surface."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from miskraam_cli.interview.exchange import Again, meant, prompt_for, ways_out
from miskraam_cli.interview.findings import Result, alerts
from miskraam_cli.interview.notes import note
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Notice,
    Paragraph,
    Presenter,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.interview.typed import clean
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.model import Question

AlertNotice = Callable[[Interview, tuple[Result, ...]], Notice]

_TRIES_BEFORE_WAY_OUT = 2


@dataclass(frozen=True)
class Ended:
    """How a walk ended, and all that was answered."""

    interview: Interview
    how: Literal["done", "stopped"]


def walk(interview: Interview, presenter: Presenter, words: Words, alert: AlertNotice) -> Ended:
    """Walk a person through an interview until its end, or until she stops.

    `alert` says what a notice about findings says, so that the loop knows no contacts.
    """
    return _Walk(interview, presenter, words, alert).run()


class _Walk:
    def __init__(self, interview: Interview, presenter: Presenter, words: Words, alert: AlertNotice) -> None:
        self.interview = interview
        self.presenter = presenter
        self.words = words
        self.alert = alert
        self.visited: set[str] = set()
        self.drafts: dict[str, Answered] = {}
        self.surfaced: set[tuple[str, str]] = set()
        self.doubted: set[tuple[str, Answer]] = set()

    def run(self) -> Ended:
        try:
            return self.loop()
        except KeyboardInterrupt:  # between two prompts; at one it is the presenter's
            return Ended(self.interview, "stopped")

    def loop(self) -> Ended:
        opening = self.interview.questionnaire.opening
        if opening:
            text = opening.text.in_language(self.words.language)
            self.presenter.show(Notice("line", (Paragraph(text),)))
        question = self.next_after(None)
        while True:
            step = self.end() if question is None else self.put(question)
            if isinstance(step, Stop):
                return Ended(self.interview, "stopped")
            if isinstance(step, Back):
                question = self.before(question) or question
            elif question is None:
                return Ended(self.interview, "done")
            else:
                question = self.next_after(question)

    def next_after(self, question: Question | None) -> Question | None:
        """The next question to put: one without an answer, or one put before in this walk."""
        path = self.interview.path
        start = path.index(question) + 1 if question in path else 0
        for candidate in path[start:]:
            unanswered = candidate.id not in self.interview.answers
            if candidate.id in self.visited or (unanswered and self.interview.may_put(candidate)):
                return candidate
        return None

    def before(self, question: Question | None) -> Question | None:
        """The question on the path that was put before this one; a note of one line is passed over."""
        path = self.interview.path
        end = path.index(question) if question else len(path)
        put = [item for item in path[:end] if item.id in self.visited and (item.type != "note" or item.shows)]
        return put[-1] if put else None

    def end(self) -> Continue | Back | Stop:
        text = Paragraph(self.words("walk.end"))
        return self.presenter.show(Notice("pause", (text,), can_go_back=bool(self.visited)))

    def put(self, question: Question) -> Continue | Back | Stop:
        """One question until it has an answer, with the alerts that follow from it."""
        self.visited.add(question.id)
        if question.type == "note":
            can_go_back = self.before(question) is not None
            shown = note(question, self.interview.questionnaire, self.words, can_go_back=can_go_back)
            return self.presenter.show(shown)
        found = self.answered(question)
        if isinstance(found, Back | Stop):
            return found
        self.interview = found
        self.drafts.pop(question.id, None)
        step = self.surface()
        return self.put(question) if isinstance(step, Back) else step

    def surface(self) -> Continue | Back | Stop:
        """Show what may not wait for the end, each finding and outcome once."""
        new = [
            result
            for result in alerts(self.interview)
            if (result.finding.id, result.outcome) not in self.surfaced
        ]
        step: Continue | Back | Stop = Continue()
        for outcome in ("unknown", "holds"):
            results = tuple(result for result in new if result.outcome == outcome)
            if results and isinstance(step, Continue):
                step = self.presenter.show(self.alert(self.interview, results))
                self.surfaced.update((result.finding.id, result.outcome) for result in results)
        return step

    def answered(self, question: Question) -> Interview | Back | Stop:
        """The interview with an answer to this question, asked until there is one."""
        error = ""
        tries = 0
        imprecise = False
        while True:
            prompt = prompt_for(
                question,
                self.interview,
                self.words,
                draft=self.drafts.get(question.id),
                error=error,
                can_go_back=self.before(question) is not None,
            )
            step = self.presenter.ask(prompt)
            if isinstance(step, Stop):
                return step
            if isinstance(step, Back):
                self.drafts[question.id] = step.draft
                if self.before(question):
                    return step
                continue
            found = self.taken(question, step, again=imprecise)
            if isinstance(found, Stop):
                return found
            if not isinstance(found, Again):
                return found
            tries += 1
            imprecise = found.imprecise
            self.drafts[question.id], error = found.draft, found.error
            if error and tries >= _TRIES_BEFORE_WAY_OUT and question.may and prompt.kind == "typed":
                error = f"{error} {self.words('typed.way_out')}"
                self.drafts[question.id] = Answered()  # so that Enter alone is the way out

    def taken(self, question: Question, given: Answered, *, again: bool) -> Interview | Again | Stop:
        """The interview with the answer a person gave, or why it is asked again."""
        answer = self.read(question, given, again=again)
        if isinstance(answer, Again | Stop):
            return answer
        answered = self.interview.answer(question, answer)
        if isinstance(answer, NonAnswer) or question.doubt is None or (question.id, answer) in self.doubted:
            return answered
        if question.doubt.when.evaluate(answered.final) is not True:
            return answered
        step = self.doubt(question, question.doubt.text, given)
        if step is None:
            self.doubted.add((question.id, answer))
        return step or answered

    def read(self, question: Question, given: Answered, *, again: bool) -> Answer | Again | Stop:
        """The answer that was meant. Nothing typed is offered the ways out."""
        if question.type not in ("boolean", "choice", "choices") and not clean(given.typed):
            return self.nothing_typed(question)
        return meant(given, question, self.interview, self.words, again=again)

    def nothing_typed(self, question: Question) -> Answer | Again | Stop:
        """Nothing was filled in: what may be said instead."""
        if not question.may:
            return Again(self.words("typed.nothing"), Answered())
        fill_in = PromptOption("fill_in", self.words("typed.fill_in"))
        options = (fill_in, *ways_out(question, self.words))
        step = self.presenter.ask(Prompt(question.id, "one", self.words("typed.nothing_offer"), options))
        if isinstance(step, Answered) and step.chosen and step.chosen[0] in question.may:
            return NonAnswer(step.chosen[0])
        return step if isinstance(step, Stop) else Again("", Answered())

    def doubt(self, question: Question, text: Text, given: Answered) -> Again | Stop | None:
        """An answer that may be a slip: is this right? None when it is."""
        options = (
            PromptOption("change", self.words("doubt.change")),
            PromptOption("right", self.words("doubt.right")),
        )
        asked = text.in_language(self.words.language, **{question.id: given.typed.strip()})
        step = self.presenter.ask(Prompt(question.id, "one", asked, options))
        if isinstance(step, Answered) and step.chosen == ("right",):
            return None
        return step if isinstance(step, Stop) else Again("", given)
