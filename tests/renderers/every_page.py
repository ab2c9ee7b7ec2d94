"""The pages under test: every questionnaire, in both languages, for both readers, in full and short."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.language import Words
from miskraam_cli.renderers import html, markdown, text
from miskraam_cli.roles import Audience
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.model import Summary
from tests.choice.choice_walks import QUIET as CHOOSING
from tests.choice.choice_walks import VALUES
from tests.content.follow_up_walks import FULL as FOLLOW_UP
from tests.content.quiet_intake import QUIET as INTAKE
from tests.tiny_questionnaires import EN, NL, NOON, TODAY, shipped

TYPED = 'Mag <script>alert("ik")</script> maandag & *dinsdag* [werken](http://een.plek)?'

FEVER: Mapping[str, Answer] = {
    **FOLLOW_UP,
    "fainting": NonAnswer.UNKNOWN,
    "treatment": "waiting",
    "passed": "yes",
    "loss_date": date(2026, 11, 1),
    "next_info": "yes",
    "question": TYPED,
}
TWO_MATTER: Mapping[str, Answer] = {**CHOOSING, **dict.fromkeys(VALUES[:2], "more")}
ANSWERS: Mapping[str, Mapping[str, Answer]] = {
    "follow-up": FEVER,
    "intake": {
        **INTAKE,
        "hospital": "other",
        "signs_now": ("bleeding",),
        "age": Decimal(37),
        "figures": "yes",
    },
    "choice": TWO_MATTER,
    "premi": {"age": Decimal(32), "miscarriages": Decimal(3), "cause": "none_found", "speaks": ("nl",)},
}


@dataclass(frozen=True)
class Page:
    """One page: which questionnaire, for whom, in which language, and whether it is the short one."""

    name: str
    words: Words
    audience: Audience
    short: bool = False

    def __str__(self) -> str:
        length = "short" if self.short else "full"
        return f"{self.name}-{self.words.language}-{self.audience}-{length}"

    @property
    def summary(self) -> Summary:
        """What it shows."""
        return summary(self.name, self.words, self.audience)

    @property
    def html(self) -> str:
        """It as HTML."""
        return html.render(self.summary, self.words, sources=True, short=self.short)

    @property
    def markdown(self) -> str:
        """It as Markdown."""
        return markdown.render(self.summary, self.words, sources=True, short=self.short)

    @property
    def text(self) -> str:
        """It as plain text."""
        return text.render(self.summary, self.words, sources=True, short=self.short)


read = cache(shipped)


def summary(name: str, words: Words, audience: Audience) -> Summary:
    """The summary of a questionnaire with much to say."""
    found, directory = read(name)
    here = Circumstances(directory, words, NOON, audience=audience)
    return build(Interview(found, TODAY, dict(ANSWERS[name])), here)


def summary_with_question(typed: str) -> Summary:
    """The clinician's summary of a woman who typed this."""
    found = summary("follow-up", NL, "clinician")
    assert found.record is not None
    return replace(found, record=replace(found.record, subjective=(typed,)))


def pages() -> Iterator[Page]:
    """All of them."""
    for name in ANSWERS:
        for words in (NL, EN):
            for audience in ("patient", "clinician"):
                for short in (False, True):
                    yield Page(name, words, audience, short)


PAGES = tuple(pages())
