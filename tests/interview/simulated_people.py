"""Presenters that stand for people: one who knows her answers, one who slips, one who wanders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from hypothesis import strategies as st

from miskraam_cli.interview.prompt import Answered, Back, Continue, Jump, Notice, Presenter, Prompt, Stop
from miskraam_cli.interview.show_alerts import AlertNotice
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Ended, Walk
from miskraam_cli.language import Words
from miskraam_cli.questionnaire.contacts import Directory
from miskraam_cli.questionnaire.model import Questionnaire
from miskraam_cli.summary.alert_notices import alert_notice
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.tiny_questionnaires import NL, NOON, TODAY, Script, Step, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")

DOUBT = ("change", "right")


def pick(option: str) -> Answered:
    """A choice made."""
    return Answered(chosen=(option,))


def typed(text: str) -> Answered:
    """A text typed."""
    return Answered(typed=text)


CALM: Mapping[str, Answered] = {
    "hospital": pick("lumc"),
    "fainting": pick("no"),
    "bleeding": pick("less"),
    "pain": pick("none"),
    "temperature_measured": pick("yes"),
    "temperature": typed("37,2"),
    "worried": pick("false"),
    "confirmed": pick("scan"),
    "painkillers": pick("none"),
    "weeks_at_loss": typed("9"),
    "treatment": pick("waiting"),
    "passed": pick("yes"),
    "loss_date": typed("1-11"),
    "feelings": pick("none"),
    "talk": pick("no"),
    "next_info": pick("not_now"),
    "question": typed("Mag ik werken?"),
}
"""Answers to every question, in the order in which they are asked, with which nothing alarms."""

OTHER: Mapping[str, Sequence[Answered]] = {
    "hospital": [pick("alrijne"), pick("other"), pick("unknown")],
    "fainting": [pick("today"), pick("earlier"), pick("unknown")],
    "bleeding": [pick("more"), pick("like_heavy"), pick("none"), pick("unknown")],
    "pain": [pick("severe"), pick("bearable"), pick("unknown")],
    "temperature_measured": [pick("now"), pick("cannot")],
    "temperature": [typed("38,6"), typed("37.9"), typed("41.5")],
    "worried": [pick("true"), pick("unknown")],
    "confirmed": [pick("no"), pick("no_scan"), pick("unknown")],
    "painkillers": [pick("paracetamol"), Answered(chosen=("naproxen", "other")), pick("declined")],
    "weeks_at_loss": [typed("16"), typed("0")],
    "treatment": [pick("misoprostol"), pick("curettage"), pick("not_chosen"), pick("unknown")],
    "passed": [pick("in_progress"), pick("not_yet"), pick("unknown"), pick("declined")],
    "loss_date": [typed("1-9"), typed("gisteren"), typed("1-1-2026")],
    "feelings": [pick("guilt"), Answered(chosen=("sadness", "anger")), pick("unknown")],
    "talk": [pick("later"), pick("today"), pick("declined")],
    "next_info": [pick("yes"), pick("declined")],
    "question": [typed("Hoe lang nog?")],
}
"""Other answers, by question."""

SLIPS = [(question, wrong) for question, answers in OTHER.items() for wrong in answers]
"""A question and an answer to it that is not the calm one."""

ANSWERS = {
    question: st.sampled_from([right, *OTHER[question]])
    for question, right in CALM.items()
    if question != "temperature"
}
"""What a person may answer to each question but her temperature."""


@dataclass
class Person:
    """Answers by question id: what she knows, else the last choice or nothing typed. A doubt is right.

    With `slip` she first answers that question wrongly, goes on, comes back and puts it right.
    """

    answers: Mapping[str, Answered]
    slip: tuple[str, Answered] | None = None
    prompts: list[Prompt] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    slipped: bool = False
    comes_back: bool = False

    def ask(self, prompt: Prompt) -> Answered | Back | Jump | Stop:
        self.prompts.append(prompt)
        if tuple(option.id for option in prompt.options) == DOUBT:
            return pick("right")
        if self.comes_back:
            self.comes_back = False
            return Back()
        if self.slip and not self.slipped and prompt.id == self.slip[0]:
            self.slipped = self.comes_back = True
            return self.slip[1]
        if prompt.id in self.answers:
            return self.answers[prompt.id]
        return pick(prompt.options[-1].id) if prompt.options else Answered()

    def show(self, notice: Notice) -> Continue | Back | Jump | Stop:
        self.notices.append(notice)
        if self.comes_back and notice.kind != "line":
            self.comes_back = False
            return Back()
        return Continue()


@dataclass
class Wanderer:
    """Answers anything and goes back at random for a while, then answers until the end."""

    data: st.DataObject
    keys: int
    fallback: int = 0

    def ask(self, prompt: Prompt) -> Answered | Back | Stop:
        self.keys -= 1
        if self.keys < 0:
            return self.finish(prompt)
        if self.data.draw(st.integers(0, 3)) == 0:
            return Back(self.anything(prompt))
        return self.anything(prompt)

    def anything(self, prompt: Prompt) -> Answered:
        ids = [option.id for option in prompt.options]
        if prompt.kind == "one":
            return pick(self.data.draw(st.sampled_from(ids)))
        if prompt.kind == "several":
            return Answered(chosen=tuple(self.data.draw(st.lists(st.sampled_from(ids), unique=True))))
        texts = st.sampled_from(["", "37", "38,6", "38,65", "0", "41.5", "gisteren", "1-1-2020"]) | st.text()
        return typed(self.data.draw(texts))

    def finish(self, prompt: Prompt) -> Answered:
        if prompt.options:
            return pick(prompt.options[-1].id)
        self.fallback += 1
        return typed(("37", "gisteren", "")[self.fallback % 3])

    def show(self, notice: Notice) -> Continue | Back | Stop:
        back = self.keys > 0 and notice.kind != "line" and self.data.draw(st.booleans())
        self.keys -= 1
        return Back() if back else Continue()


def circumstances(directory: Directory = DIRECTORY, words: Words = NL) -> Circumstances:
    """At home, at noon, nothing confirmed."""
    return Circumstances(directory, words, NOON)


def walked(
    presenter: Presenter,
    questionnaire: Questionnaire = FOLLOW_UP,
    words: Words = NL,
    start: Interview | None = None,
) -> Ended:
    """A walk with this person, from the first question."""
    alert: AlertNotice = partial(alert_notice, here=circumstances(words=words))
    return Walk(start or Interview(questionnaire, TODAY), presenter, words, alert).run()


def scripted(
    *steps: Step,
    questionnaire: Questionnaire = FOLLOW_UP,
    words: Words = NL,
    start: Interview | None = None,
) -> tuple[Script, Ended]:
    """A walk by these steps, then Stop: what was shown, and how it ended."""
    presenter = Script(list(steps))
    return presenter, walked(presenter, questionnaire, words, start)


def summary_of(ended: Ended, words: Words = NL) -> Summary:
    """The summary of a walk."""
    return build(ended.interview, circumstances(words=words), stopped=ended.how == "stopped")


def found(ended: Ended) -> dict[str, str]:
    """The findings of a walk, each with its outcome."""
    return {finding.id: finding.outcome for finding in summary_of(ended).findings}


def words_of(notices: list[Notice]) -> str:
    """All that a list of notices says."""
    return "\n".join(
        f"{paragraph.text} {paragraph.number}".rstrip()
        for notice in notices
        for paragraph in notice.paragraphs
    )
