"""One person's walk through an interview: which question is put next, back and review, and alerts in between.

1. Only questions of the path are put, in its order. The path follows from the answers (`interview/state.py`), and is
   worked out anew after each of them.
2. Put next is the first question of the path that has no answer, or is to be put again. Never put is what was
   answered beforehand (the hospital of a configuration) and what is hidden. A note is put until it has been read.
3. A question is put until it has an answer (`interview/ask_question.py`). Nothing but what she gave is an answer:
   Stop, Idle and an interrupt end the walk with the answers as they were.
4. An answer is said back in one line. Then, before the next question, comes what may not wait: the findings of level
   now or call that hold, or are unknown once all that they read was put or is off the path (AMB-72). What is unknown
   comes first, as one line (AMB-71). Each finding is told once for each outcome (`interview/show_alerts.py`). What the
   answers of a file raise is told at the start.
5. Back, at a question, a notice or the end, leads to the question put before it on the path as it is now. Over a note
   of one line it passes. From an alert it leads to the answer that raised it.
6. What she stepped back over is put again on the way forward, her answer filled in. So is what had an answer, hers or
   that of a file, and comes back on the path: that answer counts only once she gives it again.
7. The review lists every question that was put, with its answer. The one she chooses is put; Back leads to the list
   again, an answer to the first open question. Choosing none leads to where she was.
8. At the end of the path she is told so, and goes back, to the review, or on: then the walk is done.
9. Who keeps drafts is given the interview after every answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Literal

from miskraam_cli.interview.answer_in_words import answered_line
from miskraam_cli.interview.ask_question import QuestionAsker
from miskraam_cli.interview.note_questions import note, option_notes
from miskraam_cli.interview.prompt import (
    Answered,
    Back,
    Continue,
    Idle,
    Jump,
    Notice,
    Paragraph,
    Presenter,
    Stop,
)
from miskraam_cli.interview.review import review
from miskraam_cli.interview.show_alerts import AlertNotice, AlertShower
from miskraam_cli.interview.state import Interview
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.question import Question

Keep = Callable[[Interview], None]
How = Literal["done", "stopped", "idle"]
Step = Continue | Back | Jump | Stop


@dataclass(frozen=True)
class Ended:
    """How a walk ended, and all that was answered."""

    interview: Interview
    how: How


class Walk:
    """One person walking through an interview, by the rules above. `interview` is what she has answered by now.

    `alert` makes the notice about findings that surface together, so that the walk knows no contacts. `keep` is given
    the interview after every answer. `today` tells which day it is now: a walk may go past midnight.
    """

    def __init__(
        self,
        interview: Interview,
        presenter: Presenter,
        words: Words,
        alert: AlertNotice,
        keep: Keep | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        self.interview = interview
        self._presenter = presenter
        self._asker = QuestionAsker(presenter, words, today)
        self._words = words
        self._alerts = AlertShower(presenter, alert)
        self._keep = keep
        # What Back and the review can lead to. Answers of a draft or a file count: she can look at them too.
        self._visited = {str(item.id) for item in interview.asked if item.id in interview.answers}
        # Answered, and put again all the same (rule 6). Without it one answer after a step back would throw her
        # forward over all that she came back for.
        self._again: set[str] = set()
        self._chosen_in_review: Question | None = None
        # Notes that were read with another one: Back passes over them, as it would show the same again.
        self._read_beside: set[str] = set()

    def run(self) -> Ended:
        """Walk from the first open question until the end, or until she stops."""
        opening = self.interview.questionnaire.opening
        if opening and not self._visited:
            text = opening.text.in_language(self._words.language)
            self._presenter.show(Notice("line", (Paragraph(text),)))
        return self._ended(self._first)

    def change(self) -> Ended:
        """After the end: begin with the review, change what she likes, and walk until the end again."""
        return self._ended(partial(self._review, None))

    def _first(self) -> Question | Stop | None:
        """The first open question, after what the answers of a file raise already."""
        question = self._next()
        # Where no question is open the summary follows, which says all of it.
        step = self._alerts.show(self.interview) if question and self.interview.answers else Continue()
        return step if isinstance(step, Stop) else question

    def _ended(self, first: Callable[[], Question | Stop | None]) -> Ended:
        try:
            return self._loop(first())
        except KeyboardInterrupt:  # between two prompts; at one it is the presenter's
            return self._left("stopped")

    def _loop(self, question: Question | Stop | None) -> Ended:
        """From this question, or from the end where it is None, until the walk is over."""
        while not isinstance(question, Stop):
            step = self._end() if question is None else self._put(question)
            if isinstance(step, Stop):
                question = step
            elif isinstance(step, Jump):
                question = self._review(question)
            elif isinstance(step, Back):
                question = self._back(question)
            elif question is None:
                return self._left("done")
            else:
                question = self._next()
        return self._left("idle" if isinstance(question, Idle) else "stopped")

    def _left(self, how: How) -> Ended:
        """What is known at the end, on the day that it is by then."""
        self.interview = self._asker.of_today(self.interview)
        return Ended(self.interview, how)

    def _next(self) -> Question | None:
        """The next question to put; None at the end of the path."""
        self._chosen_in_review = None
        for question in self.interview.path:
            unanswered = question.id not in self.interview.answers and self.interview.may_put(question)
            read = question.type == "note" and question.id in self._visited
            if question.id in self._again or (unanswered and not read):
                return question
        return None

    def _back(self, question: Question | None) -> Question | Stop | None:
        """Where Back leads from this question, or from the end."""
        if question is not None and question is self._chosen_in_review:
            return self._review(None)
        before = self._before(question)
        if before is None:
            return question
        path = self.interview.path
        over = path[path.index(before) + 1 : path.index(question) + 1 if question else None]
        self._again |= {item.id for item in over if item.id in self._visited}
        return before

    def _before(self, question: Question | None) -> Question | None:
        """The question or note that was put before this one, or before the end."""
        path = self.interview.path
        end = path.index(question) if question else len(path)
        seen = self._visited - self._read_beside
        put = [item for item in path[:end] if item.id in seen and (item.type != "note" or item.shows)]
        return put[-1] if put else None

    def _review(self, question: Question | None) -> Question | Stop | None:
        """The question that she chooses among her answers, else the one where she was."""
        listed = [item for item in self.interview.asked if item.id in self._visited]
        step = self._presenter.ask(review(self.interview, listed, self._words))
        if isinstance(step, Stop):
            return step
        chosen = step.chosen[:1] if isinstance(step, Answered) else ()
        self._chosen_in_review = next((item for item in listed if (item.id,) == chosen), None)
        if self._chosen_in_review:
            # She picks out what she wants to see again; the rest of what she stepped back over keeps its answers.
            self._again.clear()
        return self._chosen_in_review or question or self._next()

    def _end(self) -> Step:
        text, some = Paragraph(self._words("walk.end")), bool(self._visited)
        return self._presenter.show(Notice("pause", (text,), can_go_back=some, can_review=some))

    def _put(self, question: Question) -> Step:
        """Put one question until it has an answer, then what may not wait because of it."""
        self._visited.add(question.id)
        self._again.discard(question.id)
        can_go_back = self._before(question) is not None
        if question.type == "note":
            return self._put_note(question, can_go_back=can_go_back)
        can_review = bool(self._visited - {question.id})
        found = self._asker.ask(question, self.interview, can_go_back=can_go_back, can_review=can_review)
        if isinstance(found, Back | Jump | Stop):
            return found
        self._accept(found)
        line = answered_line(question, self.interview, self._words)
        self._presenter.show(Notice("line", (Paragraph(line, "quiet"),)))
        step = self._alerts.show(self.interview)
        return self._put(question) if isinstance(step, Back) else step

    def _put_note(self, question: Question, *, can_go_back: bool) -> Step:
        """Show a note. Where all options stood beside each other, the notes of the others are read with it."""
        step = self._presenter.show(note(question, self.interview, self._words, can_go_back=can_go_back))
        if isinstance(step, Continue) and step.columns:
            notes = option_notes(self.interview.questionnaire)
            others = {str(item.id) for item in notes if item is not question}
            self._visited |= others
            self._read_beside |= others
        return step

    def _accept(self, found: Interview) -> None:
        """Take an answer, and what follows from it for the path."""
        before = set(self.interview.path)
        while back := [item for item in found.asked if item not in before and item.id in found.answers]:
            for question in back:
                self._asker.fill_in(question, found)
            found = found.without(back)
        self._visited -= {item.id for item in found.path if item not in before}
        self.interview = found
        if self._keep:
            self._keep(found)
