"""The follow-up by its tables: the path, the signs, and the findings from `discuss` up. Nothing of the program.

Written from the tables of the content's design (1A, 2A) and section F of the rulings, not from the YAML.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from tests.content.three_values import (
    ITSELF,
    Found,
    Her,
    Row,
    Said,
    Truth,
    above,
    at_least,
    either,
    every,
    found,
    maybe,
    opposite,
)

SIX_WEEKS = 42  # days; 42 is within, 43 beyond (AMB-78)
FEVER = 38  # degrees, itself included (S2-WARN-6, AMB-11)


def asked(answers: Mapping[str, Said], today: date) -> Her:
    """A woman at the end of her path."""
    her = Her(answers, today)
    her.is_asked("hospital", "fainting", "bleeding")
    her.is_asked("bleeding_prolonged", when=her.says("bleeding", "like_heavy"))
    her.is_asked("pain")
    her.is_asked("pain_persists", when=her.says("pain", "bearable"))
    her.is_asked("temperature_measured")
    her.is_asked("temperature", when=her.says("temperature_measured", "yes", "now"))
    her.is_asked("worried", "confirmed", "painkillers")
    her.is_asked("weeks_at_loss", when=her.says("confirmed", "scan"))
    her.is_asked("treatment", when=fits(her))
    her.is_asked("passed", when=every(fits(her), maybe(waits_or_tablets(her))))
    her.is_asked("loss_date", when=every(fits(her), done(her)))
    perhaps_tablets = every(fits(her), maybe(her.says("treatment", "misoprostol")), maybe(not_yet(her)))
    her.is_asked("miso_doses", when=perhaps_tablets)
    her.is_asked("miso_hours", "miso_effect", when=her.says("miso_doses", "one", "two"))
    her.is_asked("miso_checkup", when=every(fits(her), her.says("treatment", "misoprostol")))
    her.is_asked("bleeding_over_6_weeks", when=every(fits(her), bleeds(her), maybe(beyond_6_weeks(her))))
    her.is_asked("period_returned", when=every(fits(her), done(her), maybe(beyond_6_weeks(her))))
    her.is_asked("feelings", when=her.says("confirmed", "scan", "no_scan"))
    her.is_asked("talk")
    her.is_asked("next_info", when=fits(her))
    her.is_asked("question")
    return her


def fits(her: Her) -> Truth:
    """`leaflet_fits`: a scan, and perhaps before 16 weeks (AMB-07, AMB-113)."""
    return every(her.says("confirmed", "scan"), maybe(opposite(at_least(her.number("weeks_at_loss"), 16))))


def waits_or_tablets(her: Her) -> Truth:
    """Not a curettage, nor still to choose."""
    return her.says("treatment", "waiting", "misoprostol")


def not_yet(her: Her) -> Truth:
    """The loss has not begun."""
    return her.says("passed", "not_yet")


def done(her: Her) -> Truth:
    """The loss is over."""
    return either(her.says("treatment", "curettage"), every(waits_or_tablets(her), her.says("passed", "yes")))


def bleeds(her: Her) -> Truth:
    """She loses blood today, much or little."""
    return her.says("bleeding", "less", "like_heavy", "more")


def beyond_6_weeks(her: Her) -> Truth:
    """The loss is more than six weeks ago."""
    return above(her.days_since("loss_date"), SIX_WEEKS)


def signs(her: Her) -> Mapping[str, Truth]:
    """The warning signs of the leaflet, with what the rulings made of them: present, absent or unknown."""
    return {
        "fainting": opposite(her.says("fainting", "no")),  # S2-WARN-3, AMB-21
        "much blood": her.says("bleeding", "more"),  # S2-WARN-2
        "blood for long": every(
            her.says("bleeding", "like_heavy"), her.says("bleeding_prolonged", True)
        ),  # S2-WARN-2, AMB-18
        "severe pain": her.says("pain", "severe"),  # AMB-75
        "lasting pain": every(her.says("pain", "bearable"), her.says("pain_persists", True)),  # S2-WARN-4
        "pain and blood afterwards": every(
            fits(her),
            waits_or_tablets(her),
            her.says("passed", "yes"),
            her.says("pain", "bearable"),
            her.says("bleeding", "like_heavy"),
        ),  # S2-EXP-4, AMB-117
        "blood beyond six weeks": every(
            fits(her), bleeds(her), maybe(beyond_6_weeks(her)), her.says("bleeding_over_6_weeks", True)
        ),  # S2-PHY-2, AMB-78
        "fever": at_least(her.number("temperature"), FEVER),  # S2-WARN-6
        "worry": her.says("worried", True),  # S2-WARN-8
    }


def unread(her: Her) -> bool:
    """She measured, and the figure is not known here (AMB-115)."""
    return her.says("temperature_measured", "yes", "now") is True and her.number("temperature") is None


def findings(answers: Mapping[str, Said], today: date) -> frozenset[Found]:
    """What the table finds for these answers."""
    return found(rows(asked(answers, today)))


def reasons_to_call(answers: Mapping[str, Said], today: date) -> frozenset[str]:
    """Why she should read call or now, by her signs and not by a finding; of tablets, by the table.

    A temperature that was not measured is none: that is to be found out first (AMB-114).
    """
    her = asked(answers, today)
    reasons = {name for name, present in signs(her).items() if present}
    reasons |= {f"{name} unknown" for name, present in signs(her).items() if present is None} - {
        "fever unknown"
    }
    if unread(her):
        reasons.add("figure unread")
    if her.says("confirmed", "scan") is not True:
        reasons.add("no scan")
    calls = {finding.id for finding in found(rows(her)) if finding.level == "call"}
    return frozenset(reasons | calls & {"miso_contradiction", "miso_unclear"})


def rows(her: Her) -> Iterator[Row]:
    """The table, from now to discuss."""
    yield from _signs(her)
    yield from _arranged(her)
    yield from _tablets(her)
    yield from _discussed(her)


def _signs(her: Her) -> Iterator[Row]:
    sign, scan = signs(her), her.says("confirmed", "scan")
    earlier = her.says("fainting", "earlier")
    danger = either(sign["severe pain"], earlier)
    not_measured = Row("temperature_unknown", "check", False)

    yield Row("sign_unknown", "call", False)
    yield not_measured
    yield Row("fainting_today", "now", her.says("fainting", "today"), "sign_unknown")
    yield Row("fainting_with_bleeding", "now", every(sign["much blood"], maybe(earlier)), "sign_unknown")
    yield Row("danger_unconfirmed", "now", every(danger, maybe(opposite(scan))), "sign_unknown")
    yield Row("bleeding_more", "call", sign["much blood"], "sign_unknown")
    yield Row("bleeding_long", "call", sign["blood for long"], "sign_unknown")
    yield Row("fainting_earlier", "call", earlier, "sign_unknown")
    yield Row("pain_severe", "call", sign["severe pain"], "sign_unknown")
    yield Row("pain_lasting", "call", sign["lasting pain"], "sign_unknown")
    yield Row("pain_and_blood_after", "call", sign["pain and blood afterwards"], "sign_unknown")
    yield Row("fever", "call", sign["fever"], not_measured.id)
    yield Row("temperature_unread", "call", unread(her), not_measured.id)
    yield Row("worried", "call", sign["worry"], "sign_unknown")
    yield Row("not_confirmed", "call", opposite(scan), ITSELF)
    yield Row("bleeding_beyond_6_weeks", "call", sign["blood beyond six weeks"], "sign_unknown")


def _arranged(her: Her) -> Iterator[Row]:
    late = every(her.says("confirmed", "scan"), at_least(her.number("weeks_at_loss"), 16))
    yield Row("weeks_unknown", "discuss", False)
    yield Row("late_loss", "arrange", late, "weeks_unknown")
    yield Row("talk_today", "arrange", her.says("talk", "today"))


def _tablets(her: Her) -> Iterator[Row]:
    hours = her.number("miso_hours")
    a_day, two_days = at_least(hours, 24), at_least(hours, 48)
    one, two = her.says("miso_doses", "one"), her.says("miso_doses", "two")
    tablets = every(fits(her), her.says("treatment", "misoprostol"))
    no_effect = every(tablets, maybe(not_yet(her)), her.says("miso_effect", False))
    blood_or_pain = either(bleeds(her), her.says("pain", "bearable", "severe"))
    calm = opposite(
        either(
            *(present for name, present in signs(her).items() if name != "pain and blood afterwards"),
            opposite(her.says("bleeding", "none")),
            opposite(her.says("pain", "none")),
        )
    )
    repeat = every(no_effect, not_yet(her), one, a_day, opposite(two_days), calm)
    contradiction = every(no_effect, one, maybe(a_day), blood_or_pain)

    yield Row("miso_unclear", "call", False)
    yield Row("miso_contradiction", "call", contradiction, "miso_unclear")
    yield Row("miso_no_effect_second", "arrange", every(no_effect, two, a_day), "miso_unclear")
    yield Row("miso_no_effect_first_48h", "arrange", every(no_effect, one, two_days), "miso_unclear")
    yield Row("miso_may_repeat", "discuss", repeat, "miso_unclear")
    yield Row("miso_checkup_missing", "discuss", every(tablets, her.says("miso_checkup", False)), ITSELF)


def _discussed(her: Her) -> Iterator[Row]:
    scan = her.says("confirmed", "scan")
    no_period = every(fits(her), done(her), maybe(beyond_6_weeks(her)), her.says("period_returned", False))
    returned = every(
        fits(her),
        her.says("bleeding", "less", "like_heavy"),
        beyond_6_weeks(her),
        her.says("bleeding_over_6_weeks", False),
    )
    naproxen = every(her.ticks("painkillers", "naproxen"), maybe(opposite(scan)))
    yield Row("period_not_back", "discuss", no_period)
    yield Row("bleeding_returned", "discuss", returned)
    yield Row("not_chosen", "discuss", every(fits(her), her.says("treatment", "not_chosen")), ITSELF)
    yield Row("talk_later", "discuss", her.says("talk", "later"))
    yield Row("naproxen_unconfirmed", "discuss", naproxen)
