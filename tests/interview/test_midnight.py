"""A walk that goes past midnight: what she types is read on the day on which she gives it."""

from datetime import date, timedelta

import pytest

from miskraam_cli.interview.prompt import Answered, Continue, Notice, Prompt, Stop
from miskraam_cli.interview.state import Interview
from miskraam_cli.interview.walk import Walk
from tests.terminal.walked_questionnaires import WALKED
from tests.tiny_questionnaires import NL

NEW_YEAR = date(2027, 1, 1)


class Slow:
    """Somebody before whom the clock strikes twelve while she looks at a question."""

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.day = NEW_YEAR - timedelta(days=1)
        self.errors: list[str] = []

    def ask(self, prompt: Prompt) -> Answered | Stop:
        if prompt.id != "q":
            return Answered((prompt.options[0].id,)) if prompt.options and self.lines else Stop()
        self.errors.append(prompt.error)
        self.day = NEW_YEAR
        return Answered(typed=self.lines.pop(0))

    def show(self, _notice: Notice) -> Continue:
        return Continue()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("vandaag", NEW_YEAR),
        ("gisteren", date(2026, 12, 31)),
        ("eergisteren", date(2026, 12, 30)),
        ("1-1-2027", NEW_YEAR),
        ("1 januari", NEW_YEAR),
        ("31-12", date(2026, 12, 31)),
        ("2-1", date(2026, 1, 2)),
    ],
)
def test_what_is_typed_after_midnight_is_read_on_the_new_day(typed: str, meant: date) -> None:
    person = Slow(typed)
    start = Interview(WALKED["date"], person.day)
    ended = Walk(start, person, NL, lambda *_: Notice("line", ()), today=lambda: person.day).run()
    assert ended.interview.answers["q"] == meant
    assert ended.interview.today == NEW_YEAR


def test_the_day_after_is_still_refused() -> None:
    person = Slow("2-1-2027", "vandaag")
    start = Interview(WALKED["date"], person.day)
    Walk(start, person, NL, lambda *_: Notice("line", ()), today=lambda: person.day).run()
    assert person.errors[0] == ""
    assert person.errors[1] != ""
