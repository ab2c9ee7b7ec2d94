"""Slips are swapped in a waiting room: who opens two codes within a minute is asked whether this one is hers."""

from collections.abc import Iterable
from datetime import timedelta

from miskraam_cli.cli.records.access import Access
from miskraam_cli.interview.prompt import Answered, Prompt, PromptOption
from miskraam_cli.records.row import Row

_SOON = timedelta(minutes=1)
_NO, _YES = "no", "yes"


def hers(code: str, rows: Iterable[Row], access: Access) -> bool:
    """Whether the code is that of the patient who is there; asked only just after another one was opened."""
    last = access.log.last("open")
    if last is None:
        return True
    at, records = last
    if abs(access.session.moment - at) > _SOON or any(row.id in records for row in rows):
        return True
    say = access.say
    options = (PromptOption(_NO, say("records.not_hers")), PromptOption(_YES, say("records.is_hers")))
    prompt = Prompt("", "one", say("records.soon_after", code=code), options, can_go_back=False)
    return access.session.presenter().ask(prompt) == Answered((_YES,))
