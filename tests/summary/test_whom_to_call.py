"""Whom to call: hospital, hour, what the clinic has confirmed, and urgency, against a table by hand.

The table is written from AMB-52, 53, 54, 80 and 81, and from the clinic's hours: Monday to Friday, 8:00 to 17:00.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.questionnaire.contacts import Hours
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.whom_to_call import Confirmation, Confirmed, ContactShown
from tests.tiny_questionnaires import NL, shipped

FOLLOW_UP, DIRECTORY = shipped("follow-up")
ZONE = ZoneInfo("Europe/Amsterdam")

DAY = "day"
OUTSIDE = "outside"
NOBODY_KNOWS = "nobody knows"

# What the hospital's own number is at each moment, where numbers and hours are confirmed.
MOMENTS = {
    "2026-11-24T07:59": OUTSIDE,  # a Tuesday
    "2026-11-24T08:00": DAY,
    "2026-11-24T12:00": DAY,
    "2026-11-24T16:59": DAY,
    "2026-11-24T17:00": OUTSIDE,
    "2026-11-24T03:00": OUTSIDE,
    "2026-11-27T16:59": DAY,  # a Friday
    "2026-11-28T12:00": OUTSIDE,  # a Saturday
    "2026-11-29T12:00": OUTSIDE,  # a Sunday
    "2026-04-27T12:00": OUTSIDE,  # King's Day, a Monday
    "2026-05-05T12:00": DAY,  # Liberation Day, a Tuesday: free once in five years, and not in this one
    "2026-05-14T12:00": OUTSIDE,  # Ascension Day, a Thursday
    "2026-12-24T12:00": DAY,  # a Thursday
    "2026-12-25T12:00": OUTSIDE,  # Christmas, a Friday
    "2026-12-31T16:59": DAY,  # a Thursday
    "2026-12-31T23:59": OUTSIDE,
    "2027-01-01T00:00": OUTSIDE,
    "2027-01-01T12:00": OUTSIDE,  # New Year, a Friday
    "2026-03-27T12:00": DAY,  # the Friday before summer time
    "2026-03-29T12:00": OUTSIDE,  # summer time begins, a Sunday
    "2026-03-30T07:59": OUTSIDE,
    "2026-03-30T08:00": DAY,
    "2026-10-25T02:30": OUTSIDE,  # winter time begins, a Sunday
    "2026-10-26T07:59": OUTSIDE,
    "2026-10-26T08:00": DAY,
    "2026-10-26T16:59": DAY,
    "2026-10-26T17:00": OUTSIDE,
    "2040-06-05T12:00": NOBODY_KNOWS,  # a Tuesday beyond the list of holidays
}

LUMC = {DAY: ["lumc_day", "lumc_outside"], OUTSIDE: ["lumc_outside", "lumc_day"]}
ALRIJNE = {DAY: ["alrijne_day", "alrijne_outside"], OUTSIDE: ["alrijne_outside", "alrijne_day"]}
ALL = {
    DAY: ["lumc_day", "alrijne_day", "lumc_outside", "alrijne_outside"],
    OUTSIDE: ["lumc_outside", "alrijne_outside", "lumc_day", "alrijne_day"],
}
SIDE_BY_SIDE = {
    "lumc": ["lumc_day", "lumc_outside"],
    "alrijne": ["alrijne_day", "alrijne_outside"],
    None: ["lumc_day", "lumc_outside", "alrijne_day", "alrijne_outside"],
}
BY_HOUR = {"lumc": LUMC, "alrijne": ALRIJNE, None: ALL}
LEIDEN = {"lumc_day", "lumc_outside", "alrijne_day", "alrijne_outside"}

CALL: dict[str, Answer] = {"worried": True}
NOW: dict[str, Answer] = {"fainting": "today"}


def confirmed_on(moment: datetime, days_ago: int = 1) -> Confirmed:
    """Numbers and hours confirmed that many days before."""
    by = Confirmation("de kliniek", moment.date() - timedelta(days=days_ago))
    return Confirmed(by, by)


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=ZONE)


def called(
    hospital: str | None, moment: datetime, confirmed: Confirmed, answers: dict[str, Answer] = CALL
) -> tuple[ContactShown, ...]:
    """Whom a woman is told to call who is with this hospital (None: she does not know)."""
    hers = {"hospital": hospital or NonAnswer.UNKNOWN, **answers}
    here = Circumstances(DIRECTORY, NL, moment, confirmed=confirmed)
    return build(Interview(FOLLOW_UP, moment.date(), hers), here).contacts


def ids(contacts: tuple[ContactShown, ...]) -> list[str]:
    return [contact.id for contact in contacts]


def marked(contacts: tuple[ContactShown, ...]) -> list[str]:
    return [contact.id for contact in contacts if contact.now]


@pytest.mark.parametrize("hospital", ["lumc", "alrijne", None])
@pytest.mark.parametrize("moment", MOMENTS)
def test_with_confirmed_hours_the_number_for_this_hour_stands_first(
    hospital: str | None, moment: str
) -> None:
    contacts = called(hospital, at(moment), confirmed_on(at(moment)))
    hour = MOMENTS[moment]
    if hour == NOBODY_KNOWS:
        assert ids(contacts) == [*SIDE_BY_SIDE[hospital], "midwife"]
        assert all(contact.now is None for contact in contacts)
        return
    assert ids(contacts) == [*BY_HOUR[hospital][hour], "midwife"]
    half = len(BY_HOUR[hospital][hour]) // 2
    assert marked(contacts) == BY_HOUR[hospital][hour][:half]


@pytest.mark.parametrize("hospital", ["lumc", "alrijne", None])
@pytest.mark.parametrize("moment", MOMENTS)
def test_without_confirmation_both_numbers_stand_side_by_side_and_none_is_marked(
    hospital: str | None, moment: str
) -> None:
    contacts = called(hospital, at(moment), Confirmed())
    assert ids(contacts) == [*SIDE_BY_SIDE[hospital], "midwife"]
    assert all(contact.now is None for contact in contacts)


@pytest.mark.parametrize("which", ["numbers", "hours"])
def test_one_confirmation_of_the_two_marks_nothing(which: str) -> None:
    both = confirmed_on(at("2026-11-24T12:00"))
    only = Confirmed(numbers=both.numbers) if which == "numbers" else Confirmed(hours=both.hours)
    contacts = called("lumc", at("2026-11-24T12:00"), only)
    assert ids(contacts) == ["lumc_day", "lumc_outside", "midwife"]
    assert all(contact.now is None for contact in contacts)


@pytest.mark.parametrize(("days_ago", "counts"), [(0, True), (364, True), (365, False), (366, False)])
@pytest.mark.parametrize("which", ["numbers", "hours"])
def test_a_confirmation_counts_for_less_than_twelve_months(which: str, days_ago: int, counts: bool) -> None:
    moment = at("2026-11-24T20:00")
    fresh, old = confirmed_on(moment), confirmed_on(moment, days_ago)
    confirmed = (
        Confirmed(old.numbers, fresh.hours) if which == "numbers" else Confirmed(fresh.numbers, old.hours)
    )
    contacts = called("lumc", moment, confirmed)
    assert marked(contacts) == (["lumc_outside"] if counts else [])
    assert set(ids(contacts)) >= {"lumc_day", "lumc_outside"}


@pytest.mark.parametrize(
    ("moment", "first"),
    [
        ("2026-11-28T08:59", "lumc_outside"),  # a Saturday
        ("2026-11-28T09:00", "lumc_day"),
        ("2026-11-28T11:59", "lumc_day"),
        ("2026-11-28T12:00", "lumc_outside"),
        ("2026-11-24T10:00", "lumc_outside"),  # a Tuesday
    ],
)
def test_the_clinics_own_hours_rule_where_they_differ(moment: str, first: str) -> None:
    by = Confirmation("de kliniek", date(2026, 11, 1))
    own = Hours(("sat",), time(9), time(12))
    contacts = called("lumc", at(moment), Confirmed(by, by, own))
    assert ids(contacts)[0] == first
    assert marked(contacts) == [first]


@pytest.mark.parametrize("moment", ["2026-11-24T12:00", "2026-11-28T12:00"])
@pytest.mark.parametrize("confirmed", [True, False])
def test_with_another_hospital_hers_comes_first_and_leiden_for_who_reaches_nobody(
    moment: str, confirmed: bool
) -> None:
    contacts = called("other", at(moment), confirmed_on(at(moment)) if confirmed else Confirmed())
    assert ids(contacts)[:3] == ["own_hospital", "midwife", "gp"]
    assert set(ids(contacts)[3:]) == LEIDEN
    assert all("als u niemand bereikt" in contact.note for contact in contacts[3:])
    assert all(contact.number is None for contact in contacts[:3]), "lines to write her own numbers on"
    assert not contacts[0].note


@pytest.mark.parametrize("hospital", ["lumc", "alrijne", "other", None])
@pytest.mark.parametrize("moment", ["2026-11-24T12:00", "2026-11-24T20:00", "2040-06-05T12:00"])
@pytest.mark.parametrize("confirmed", [True, False])
def test_at_level_now_the_emergency_number_stands_beside_the_same_contacts(
    hospital: str | None, moment: str, confirmed: bool
) -> None:
    known = confirmed_on(at(moment)) if confirmed else Confirmed()
    urgent = called(hospital, at(moment), known, NOW)
    calm = called(hospital, at(moment), known, CALL)
    assert ids(urgent) == ["emergency", *ids(calm)]
    assert marked(urgent) == marked(calm)
    assert "emergency" not in ids(calm)
    assert urgent[0].addition, "the leaflets do not name it"


@pytest.mark.parametrize("hospital", ["lumc", "alrijne"])
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("days_ago", [1, 365, None])
def test_both_numbers_of_a_hospital_are_always_there(
    hospital: str, moment: str, days_ago: int | None
) -> None:
    known = Confirmed() if days_ago is None else confirmed_on(at(moment), days_ago)
    for answers in (CALL, NOW):
        contacts = called(hospital, at(moment), known, answers)
        assert {f"{hospital}_day", f"{hospital}_outside"} <= set(ids(contacts))
        assert all(contact.display for contact in contacts if contact.id.startswith(hospital))
