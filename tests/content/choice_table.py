"""The choice aid by its tables: the path, and the findings from `discuss` up. Nothing of the program.

Written from the tables of the content's design (1C, 2C) and section F of the rulings, not from the YAML.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from tests.content.follow_up_table import fits
from tests.content.intake_table import signs
from tests.content.three_values import (
    ITSELF,
    Found,
    Her,
    Row,
    Said,
    at_least,
    either,
    every,
    found,
    maybe,
    opposite,
)

VALUES = ("natural", "home", "no_procedure", "soon", "certainty", "daily_life", "fertility")


def asked(answers: Mapping[str, Said], today: date) -> Her:
    """A woman at the end of her path."""
    her = Her(answers, today)
    her.is_asked("hospital", "signs_now", "confirmed")
    her.is_asked("weeks_at_loss", when=her.says("confirmed", "scan"))
    her.is_asked(*(f"value_{name}" for name in VALUES), when=fits(her))
    her.is_asked("leaning", when=fits(her))
    her.is_asked("wait_limit", when=her.says("leaning", "waiting"))
    her.is_asked("ready", when=fits(her))
    her.is_asked("question")
    return her


def findings(answers: Mapping[str, Said], today: date) -> frozenset[Found]:
    """What the table finds for these answers."""
    return found(rows(asked(answers, today)))


def rows(her: Her) -> Iterator[Row]:
    """The table, from now to discuss."""
    sign, scan = signs(her), her.says("confirmed", "scan")
    complaint = either(sign["bleeding"], sign["pain"], sign["fever"])
    limit = every(fits(her), her.says("leaning", "waiting"), her.says("wait_limit", "no"))
    undecided = either(her.says("leaning", "not_sure"), her.says("ready", "talk_first", "need_time"))
    late = every(scan, at_least(her.number("weeks_at_loss"), 16))

    yield Row("sign_unknown", "call", False)
    yield Row("weeks_unknown", "discuss", False)
    yield Row("fainting_now", "now", sign["fainting"], "sign_unknown")
    yield Row("pain_unconfirmed", "now", every(sign["pain"], maybe(opposite(scan))), "sign_unknown")
    yield Row("signs_call", "call", complaint, "sign_unknown")
    yield Row("worried_now", "call", sign["worried"], "sign_unknown")
    yield Row("not_confirmed", "call", opposite(scan), ITSELF)
    yield Row("late_loss", "arrange", late, "weeks_unknown")
    yield Row("how_long_to_wait", "discuss", limit, ITSELF)
    yield Row("not_sure_yet", "discuss", every(fits(her), maybe(undecided)))
    yield Row("your_values", "discuss", fits(her))
