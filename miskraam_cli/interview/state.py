"""An interview: a questionnaire, the answers so far, and the path that follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import Enum
from functools import cached_property

from miskraam_cli.interview.criteria import verdict
from miskraam_cli.questionnaire.condition.condition import Condition
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Known, Outcome, Undecided, Unknown, Value
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.questionnaire.question import Question

HOSPITAL = "hospital"  # the id of the question that asks for it, in every questionnaire that does

_TRUE = (
    Outcome.TRUE
)  # read once: a path asks it of every question, and Python 3.11 reaches a member of an Enum slowly


class NonAnswer(Undecided, Enum):
    """What a person may say instead of a value."""

    UNKNOWN = "unknown"
    DECLINED = "declined"


Answer = Value | NonAnswer


class Standing(Undecided, Enum):
    """Where a question stands without an answer: it may still be put, or it does not apply."""

    NOT_PUT = "not_put"
    OFF_PATH = "off_path"


@dataclass(frozen=True)
class Interview:
    """The answers of one person to one questionnaire, by the id of the question. An answer makes another interview.

    `today` is the day on which it is filled in. Answers to questions off the path are kept, so that they are there
    when the question comes back; nothing counts, shows or stores them. `given` names the questions answered
    beforehand (the hospital in the configuration): they count and are not asked.
    """

    questionnaire: Questionnaire
    today: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    given: frozenset[str] = frozenset()

    def answer(self, question: Question, answer: Answer) -> "Interview":
        """The interview with one more answer, or another one."""
        return replace(self, answers={**self.answers, question.id: answer})

    def on(self, day: date) -> "Interview":
        """The same interview on this day: a walk may go past midnight."""
        return self if day == self.today else replace(self, today=day)

    def without(self, questions: Iterable[Question]) -> "Interview":
        """The interview without any answer to these questions."""
        gone = {question.id for question in questions}
        return replace(
            self, answers={name: answer for name, answer in self.answers.items() if name not in gone}
        )

    @cached_property
    def path(self) -> tuple[Question, ...]:
        """The questions that apply, in order."""
        return self._walked.path

    @cached_property
    def asked(self) -> tuple[Question, ...]:
        """The questions of the path that a person is asked, in order; notes are not counted."""
        return tuple(question for question in self.path if question.type != "note" and self.may_put(question))

    @property
    def expected(self) -> int:
        """About how many questions a person is asked: those of the path, and half of those that may still come.

        It stands beside the progress, behind "ongeveer".
        """
        # Which of those come depends on answers that are not there yet. Counting all of them would frighten her at
        # the start, counting none would let the end move away from her at each answer; half errs least either way.
        asked = self.asked
        may_come = sum(
            question.type != "note" and self.may_put(question) and not self._is_settled(question.id)
            for question in self.questionnaire.questions
            if question.id not in self._walked.on_path
        )
        return len(asked) + may_come // 2

    def may_put(self, question: Question) -> bool:
        """Whether a question may be put to a person: not one that is answered beforehand, nor a hidden one."""
        return question.id not in self.given and not question.hidden

    @cached_property
    def counted(self) -> Mapping[str, Answer]:
        """The answers on the path, in its order: all that may be shown, stored or exported."""
        return {
            question.id: self.answers[question.id] for question in self.path if question.id in self.answers
        }

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions of the path that have no answer; unknown and declined are answers here."""
        return tuple(question for question in self.asked if question.id not in self.answers)

    @property
    def complete(self) -> bool:
        """Whether every question on the path has an answer, a non-answer included."""
        return not self.open

    @property
    def hospital(self) -> str | None:
        """Her hospital; None where it is not known or declined, as every number is printed then (AMB-53)."""
        answer = self.counted.get(HOSPITAL)
        return answer if isinstance(answer, str) else None

    def standing(self, question_id: str) -> Answer | Standing:
        """The answer to a question, or where it stands without one."""
        if question_id in self.counted:
            return self.counted[question_id]
        return Standing.OFF_PATH if self._is_settled(question_id) else Standing.NOT_PUT

    @cached_property
    def final(self) -> "View":
        """What findings read at the end: `maybe(c)` is true for every c that is unknown."""
        return View(self, mid_walk=False)

    @cached_property
    def mid_walk(self) -> "View":
        """What findings read while questions are still to come: `maybe(c)` waits until all that c reads is settled."""
        return View(self, mid_walk=True)

    @cached_property
    def _walked(self) -> "_Walked":
        return _Walked(self)

    @cached_property
    def _settled(self) -> dict[str, bool]:
        return {"today": True}

    def _is_settled(self, name: str) -> bool:
        """Whether no question that is still to come can give another value to a question, calculated value or verdict.

        An alert must wait until all that it reads is settled: before, it would tell a woman that something is unknown
        which she is about to be asked (AMB-72). And a question without an answer that is settled is off the path,
        where one that is not may still be put.
        """
        if name not in self._settled:
            question = self.questionnaire.by_id.get(name)
            if question is None:
                settled = all(self._is_settled(read) for read in self.questionnaire.reads(name))
            elif question.id in self._walked.on_path:
                settled = question.id in self.answers or question.hidden  # a hidden one is never put
            else:
                # Off the path for now. It stays there unless what its own condition reads can still change.
                condition = question.enable_when
                settled = condition is None or all(self._is_settled(read) for read in condition.reads)
            self._settled[name] = settled
        return self._settled[name]


class _Walked:
    """The path of an interview, and the value of each question, found in one pass from the first to the last.

    A condition reads only questions that stand before it (Q107), so that their values are there when it is asked.
    """

    def __init__(self, interview: Interview) -> None:
        self.interview = interview
        self.values: dict[str, Value | Unknown] = {"today": interview.today}
        self.path: tuple[Question, ...] = ()
        path = []
        for question in interview.questionnaire.questions:
            if question.enable_when is None or question.enable_when.outcome(self) is _TRUE:
                path.append(question)
                answer = interview.answers.get(question.id, UNKNOWN)
                self.values[question.id] = UNKNOWN if isinstance(answer, NonAnswer) else answer
            else:
                self.values[question.id] = UNKNOWN
        self.path = tuple(path)
        self.on_path = frozenset(question.id for question in path)

    def value(self, name: str) -> Value | Unknown:
        if name not in self.values:
            self.values[name] = _calculated(name, self.interview.questionnaire, self)
        return self.values[name]

    def settled(self, names: frozenset[str]) -> bool:  # noqa: ARG002  # a path asks at the first possible yes
        return True


class View:
    """What findings read of an interview, at the end or in mid-walk: `Known` for their conditions."""

    def __init__(self, interview: Interview, *, mid_walk: bool) -> None:
        self._interview = interview
        self._mid_walk = mid_walk
        self._values: dict[str, Value | Unknown] = {}

    def value(self, name: str) -> Value | Unknown:
        """The value of a question, a calculated value, the verdict of a set of criteria, or today.

        UNKNOWN for a question that is unknown, declined, not yet put or off the path. KeyError for another name.
        """
        if name not in self._values:
            walked = self._interview._walked.values
            questionnaire = self._interview.questionnaire
            asked = name == "today" or name in questionnaire.by_id
            self._values[name] = walked[name] if asked else _calculated(name, questionnaire, self)
        return self._values[name]

    def settled(self, names: frozenset[str]) -> bool:
        """True at the end; in mid-walk once all of `names` has been put or is off the path."""
        return not self._mid_walk or all(self._interview._is_settled(name) for name in names)

    def all_put(self, condition: Condition) -> bool:
        """Whether everything that a condition reads has been put or is off the path."""
        return self.settled(self._interview.questionnaire.read_through(condition.reads))


def _calculated(name: str, questionnaire: Questionnaire, known: Known) -> Value | Unknown:
    """A calculated value, or the verdict of a set of criteria."""
    if name in questionnaire.criteria:
        return verdict(questionnaire.criteria[name], known)
    return questionnaire.calculated[name].value(known)
