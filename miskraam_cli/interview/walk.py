"""The one loop: puts the questions of the path, takes answers and backs, lets alerts surface."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from miskraam_cli.interview.answer_in_words import answer_in_words, answered_line
from miskraam_cli.interview.findings import Result, alerts
from miskraam_cli.interview.note_questions import note
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Idle,
    Jump,
    Notice,
    Paragraph,
    Presenter,
    Prompt,
    PromptOption,
    Stop,
)
from miskraam_cli.interview.question_prompt import Again, earlier, meant, prompt_for, ways_out
from miskraam_cli.interview.review import review
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.interview.typed import clean
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.model import Question

AlertNotice = Callable[[Interview, tuple[Result, ...]], Notice]
Keep = Callable[[Interview], None]
Step = Continue | Back | Jump | Stop

_TRIES_BEFORE_WAY_OUT = 2


@dataclass(frozen=True)
class Ended:
    """How a walk ended, and all that was answered."""

    interview: Interview
    how: Literal["done", "stopped", "idle"]


class Walk:
    """One person walking through an interview.

    `alert` says what a notice about findings says, so that the loop knows no contacts; `keep` is given the
    interview after every answer.
    """

    def __init__(
        self,
        interview: Interview,
        presenter: Presenter,
        words: Words,
        alert: AlertNotice,
        keep: Keep | None = None,
    ) -> None:
        self.interview = interview
        self.presenter = presenter
        self.words = words
        self.alert = alert
        self.keep = keep
        self.visited = {str(item.id) for item in interview.asked if item.id in interview.answers}
        self.again: set[str] = set()
        self.reviewed: Question | None = None
        self.drafts: dict[str, Answered] = {}
        self.surfaced: set[tuple[str, str]] = set()
        self.doubted: set[tuple[str, Answer]] = set()

    def run(self) -> Ended:
        """From the first open question until the end, or until she stops."""
        opening = self.interview.questionnaire.opening
        if opening and not self.visited:
            text = opening.text.in_language(self.words.language)
            self.presenter.show(Notice("line", (Paragraph(text),)))
        return self.ended(self.begin)

    def begin(self) -> Question | Stop | None:
        """The first open question, after what was known before it and may not wait (answers from a file)."""
        question = self.next()
        step = self.surface() if question and self.interview.answers else Continue()
        return step if isinstance(step, Stop) else question

    def change(self) -> Ended:
        """After the end: look at the answers once more, change what she likes, until the end again."""
        return self.ended(partial(self.review, None))

    def ended(self, first: Callable[[], Question | Stop | None]) -> Ended:
        try:
            return self.loop(first())
        except KeyboardInterrupt:  # between two prompts; at one it is the presenter's
            return Ended(self.interview, "stopped")

    def loop(self, question: Question | Stop | None) -> Ended:
        while not isinstance(question, Stop):
            step = self.end() if question is None else self.put(question)
            if isinstance(step, Stop):
                question = step
                continue
            if isinstance(step, Jump):
                question = self.review(question)
            elif isinstance(step, Back):
                question = self.back(question)
            elif question is None:
                return Ended(self.interview, "done")
            else:
                question = self.next()
        return Ended(self.interview, "idle" if isinstance(question, Idle) else "stopped")

    def next(self) -> Question | None:
        """The next question to put: the first without an answer, or one that is put again."""
        self.reviewed = None
        for question in self.interview.path:
            unanswered = question.id not in self.interview.answers and self.interview.may_put(question)
            read = question.type == "note" and question.id in self.visited
            if question.id in self.again or (unanswered and not read):
                return question
        return None

    def back(self, question: Question | None) -> Question | Stop | None:
        """The question before; what she steps back over is put again on the way forward."""
        if question is not None and question is self.reviewed:
            return self.review(None)
        before = self.before(question)
        if before is None:
            return question
        path = self.interview.path
        over = path[path.index(before) + 1 : path.index(question) + 1 if question else None]
        self.again |= {item.id for item in over if item.id in self.visited}
        return before

    def review(self, question: Question | None) -> Question | Stop | None:
        """All answers so far: the question that she chooses to change, else the one where she was."""
        listed = [item for item in self.interview.asked if item.id in self.visited]
        step = self.presenter.ask(review(self.interview, listed, self.words))
        if isinstance(step, Stop):
            return step
        chosen = step.chosen[:1] if isinstance(step, Answered) else ()
        self.reviewed = next((item for item in listed if (item.id,) == chosen), None)
        if self.reviewed:
            self.again.clear()
        return self.reviewed or question or self.next()

    def before(self, question: Question | None) -> Question | None:
        """The question on the path that was put before this one; a note of one line is passed over."""
        path = self.interview.path
        end = path.index(question) if question else len(path)
        put = [item for item in path[:end] if item.id in self.visited and (item.type != "note" or item.shows)]
        return put[-1] if put else None

    def end(self) -> Step:
        text, some = Paragraph(self.words("walk.end")), bool(self.visited)
        return self.presenter.show(Notice("pause", (text,), can_go_back=some, can_review=some))

    def put(self, question: Question) -> Step:
        """One question until it has an answer, with the alerts that follow from it."""
        self.visited.add(question.id)
        self.again.discard(question.id)
        if question.type == "note":
            can_go_back = self.before(question) is not None
            shown = note(question, self.interview.questionnaire, self.words, can_go_back=can_go_back)
            return self.presenter.show(shown)
        found = self.answered(question)
        if isinstance(found, Back | Jump | Stop):
            return found
        self.accept(found)
        self.drafts.pop(question.id, None)
        line = answered_line(found.answers[question.id], question, self.words)
        self.presenter.show(Notice("line", (Paragraph(line, "quiet"),)))
        step = self.surface()
        return self.put(question) if isinstance(step, Back) else step

    def accept(self, found: Interview) -> None:
        """Take an answer. What comes back on the path because of it has to be answered anew before it counts.

        Whoever answered it first, a file too: the earlier answer stands there and is only pointed at.
        """
        before = set(self.interview.path)
        while back := [item for item in found.asked if item not in before and item.id in found.answers]:
            self.drafts |= {item.id: earlier(item, found, self.words) for item in back}
            found = found.without(back)
        self.visited -= {item.id for item in found.path if item not in before}
        self.interview = found
        if self.keep:
            self.keep(found)

    def surface(self) -> Step:
        """Show what may not wait for the end, each finding and outcome once."""
        new = [
            result
            for result in alerts(self.interview)
            if (result.finding.id, result.outcome) not in self.surfaced
        ]
        step: Step = Continue()
        for outcome in ("unknown", "holds"):
            results = tuple(result for result in new if result.outcome == outcome)
            if results and isinstance(step, Continue):
                step = self.presenter.show(self.alert(self.interview, results))
                self.surfaced.update((result.finding.id, result.outcome) for result in results)
        return step

    def answered(self, question: Question) -> Interview | Back | Jump | Stop:
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
                can_review=bool(self.visited - {question.id}),
            )
            step = self.presenter.ask(prompt)
            if isinstance(step, Stop):
                return step
            if isinstance(step, Back | Jump):
                self.drafts[question.id] = step.draft
                if isinstance(step, Jump) or self.before(question):
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
        step = self.doubt(question, question.doubt.text, given, answer)
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

    def doubt(self, question: Question, text: Text, given: Answered, answer: Answer) -> Again | Stop | None:
        """An answer that may be a slip: is this right? None when it is."""
        options = (
            PromptOption("change", self.words("doubt.change")),
            PromptOption("right", self.words("doubt.right")),
        )
        value = answer_in_words(answer, None, self.words)  # its unit stands in the text
        asked = text.in_language(self.words.language, **{question.id: value})
        step = self.presenter.ask(Prompt(question.id, "one", asked, options))
        if isinstance(step, Answered) and step.chosen == ("right",):
            return None
        return step if isinstance(step, Stop) else Again("", given)
