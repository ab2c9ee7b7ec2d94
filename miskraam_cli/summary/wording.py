"""Answers, reasons, sources and statements in words, for one interview and one reader."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from miskraam_cli.interview.answer_in_words import answer_in_words
from miskraam_cli.interview.question_texts import because_of, label_of
from miskraam_cli.interview.state import Answer, Interview
from miskraam_cli.language import Text, Words
from miskraam_cli.questionnaire.condition.evaluate import UNKNOWN, Value
from miskraam_cli.questionnaire.model import Format, Statement
from miskraam_cli.questionnaire.question import Question
from miskraam_cli.roles import Setting
from miskraam_cli.summary.model import Reason
from miskraam_cli.summary.statement_shown import StatementShown, source


class Wording:
    """Puts the answers of one interview into words, in one language and for one setting."""

    def __init__(self, interview: Interview, words: Words, setting: Setting) -> None:
        self.interview = interview
        self.questionnaire = interview.questionnaire
        self.words = words
        self.setting = setting

    def reason(self, name: str, named: frozenset[str] = frozenset()) -> Reason:
        """Why a finding applies, by one question: its answer, and the clause for it ("u ongerust bent").

        Of several choices the clause names those in `named` (each `question.choice`), or all where none is.
        """
        value = self.interview.final.value(name)
        answer = None if value is UNKNOWN else value
        told = answer
        if isinstance(answer, tuple):
            told = tuple(chosen for chosen in answer if f"{name}.{chosen}" in named) or answer
        return Reason(name, answer, self.clause(name, told))

    def clause(self, name: str, value: Value | None) -> str:
        """The words that stand behind "because" for a value of a question or a calculated value."""
        question = self.questionnaire.by_id.get(name)
        if question is None or value is None:
            return self.words("because.is", label=name, answer=self.shown(name, value))
        if question.type in ("choice", "choices"):
            chosen = value if isinstance(value, tuple) else (str(value),)
            clauses = [option.because for option in question.choices if option.id in chosen]
            found = [self.text(clause) for clause in clauses if clause]
            # Where a choice has no clause, none is used: she would read some of what she chose and miss the rest.
            if len(found) == len(chosen):
                return self.words.joined(found)
        clause = question.because_not if value is False else because_of(question, self.interview)
        if clause:
            return clause.in_language(self.words.language, answer=self.shown(name, value))
        return self.words("because.is", label=self.label(name), answer=self.shown(name, value))

    def label(self, name: str) -> str:
        """How a list names a question; anything else by its own name."""
        question = self.questionnaire.by_id.get(name)
        return self.text(label_of(question, self.interview)) if question else name

    def shown(self, name: str, answer: Answer | None) -> str:
        """An answer or calculated value in words, a number with its unit; None is "not known"."""
        question = self.questionnaire.by_id.get(name)
        if answer is None:
            return self.words("answer.unknown")
        if isinstance(answer, Decimal) and name in self.questionnaire.formats:
            return self.beside_borders(answer, self.questionnaire.formats[name])
        return answer_in_words(answer, question, self.words)

    def beside_borders(self, value: Decimal, shown: Format) -> str:
        """A number rounded for reading, so that it never seems to lie on another side of a border (AMB-08).

        Where rounding would hide that it gets one decimal more; where that hides it too, words say below or above.
        """
        for places in (shown.places, shown.places + 1):
            rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
            hidden = [border for border in shown.borders if rounded.compare(border) != value.compare(border)]
            if not hidden:
                return self.words.number(rounded, places)
        border = self.words.number(hidden[0])
        if value < hidden[0]:
            return self.words("number.just_below", border=border)
        return self.words(
            "number.just_above", number=self.words.number(rounded, places, fixed=True), border=border
        )

    def choice(self, question: Question, option_id: str) -> str:
        """A choice as a clinician reads it, behind the label of its question."""
        option = question.option(option_id)
        if option.short:
            return self.text(option.short)
        # Its text begins with a capital letter, and here it stands behind a label.
        text = self.text(option.text)
        return text[:1].lower() + text[1:]

    def said(self, statement: Statement) -> StatementShown:
        """A statement in words, in those for a kiosk where it has them, with its facts and where they stand."""
        chosen = statement.kiosk if self.setting == "kiosk" and statement.kiosk else statement.text
        return StatementShown(
            id=statement.id,
            text=self.filled(chosen),
            facts=tuple(statement.facts),
            source=self.source(statement.facts),
            addition=statement.addition is not None,
            basis=self.basis(statement),
        )

    def filled(self, text: Text) -> str:
        """A text with the answers that it names filled in."""
        values = {name: self.shown(name, self.value(name)) for name in text.names()}
        return text.in_language(self.words.language, **values)

    def basis(self, statement: Statement) -> str:
        """What a clinician's note rests on: its number in the clinic's list, and its source; empty for others."""
        basis = self.text(statement.basis) if statement.basis else ""
        return ": ".join(part for part in (statement.note or "", basis) if part)

    def value(self, name: str) -> Value | None:
        """The value under a name at the end of the interview; None where it is unknown."""
        value = self.interview.final.value(name)
        return None if value is UNKNOWN else value

    def source(self, facts: Iterable[str]) -> str:
        """The leaflets and headings where these facts stand."""
        return source(facts, self.questionnaire.facts, self.questionnaire.leaflets, self.words)

    def text(self, text: Text) -> str:
        """A text in the language of this summary."""
        return text.in_language(self.words.language)
