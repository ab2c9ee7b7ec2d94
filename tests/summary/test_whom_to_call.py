"""Whom to call: hospital, hour, what the clinic has confirmed, and urgency, against a table by hand.

The table is written from AMB-52, 53, 54, 80 and 81, and from the clinic's hours: Monday to Friday, 8:00 to 17:00.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from miskraam_cli.interview.findings import evaluate
from miskraam_cli.interview.state import Answer, Interview, NonAnswer
from miskraam_cli.questionnaire.contacts import Hours
from miskraam_cli.summary.actions_by_hour import what_to_do
from miskraam_cli.summary.build import build
from miskraam_cli.summary.circumstances import Circumstances
from miskraam_cli.summary.whom_to_call import Confirmation, Confirmed, ContactShown
from miskraam_cli.summary.wording import Wording
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
SIDE_BY_SIDE = {
    "lumc": ["lumc_day", "lumc_outside"],
    "alrijne": ["alrijne_day", "alrijne_outside"],
    None: ["lumc_day", "lumc_outside", "alrijne_day", "alrijne_outside"],
}
BY_HOUR = {"lumc": LUMC, "alrijne": ALRIJNE}
LEIDEN = {"lumc_day", "lumc_outside", "alrijne_day", "alrijne_outside"}

CALL: dict[str, Answer] = {"worried": True}
NOW: dict[str, Answer] = {"fainting": "today"}


def confirmed_on(moment: datetime, days_ago: int = 1, hospital: str | None = "lumc") -> Confirmed:
    """Numbers and hours of this hospital confirmed that many days before."""
    by = Confirmation("de kliniek", moment.date() - timedelta(days=days_ago))
    return Confirmed(by, by, hospital=hospital)


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


@pytest.mark.parametrize("hospital", ["lumc", "alrijne"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_with_confirmed_hours_the_number_for_this_hour_stands_first(hospital: str, moment: str) -> None:
    contacts = called(hospital, at(moment), confirmed_on(at(moment), hospital=hospital))
    hour = MOMENTS[moment]
    if hour == NOBODY_KNOWS:
        assert ids(contacts) == [*SIDE_BY_SIDE[hospital], "midwife"]
        assert all(contact.now is None for contact in contacts)
        return
    assert ids(contacts) == [*BY_HOUR[hospital][hour], "midwife"]
    assert marked(contacts) == BY_HOUR[hospital][hour][:1]


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_confirmed_hospital_marks_no_number_of_another(moment: str) -> None:
    """AMB-127: one hospital answers for its own numbers and hours only."""
    hers = called("alrijne", at(moment), confirmed_on(at(moment), hospital="lumc"))
    assert ids(hers) == ["alrijne_day", "alrijne_outside", "midwife"]
    assert all(contact.now is None for contact in hers)
    nobody_knows_where = called(None, at(moment), confirmed_on(at(moment), hospital="lumc"))
    hour = MOMENTS[moment]
    first = LUMC[hour][:1] if hour != NOBODY_KNOWS else []
    assert marked(nobody_knows_where) == first
    rest = [name for name in SIDE_BY_SIDE[None] if name not in first]
    assert ids(nobody_knows_where) == [*first, *rest, "midwife"]
    assert all(one.now is None for one in nobody_knows_where if one.id.startswith("alrijne"))


# Only what is to be arranged in office hours asks for hours that nobody has confirmed.
TO_ARRANGE: dict[str, Answer] = {
    "fainting": "no",
    "bleeding": "none",
    "pain": "none",
    "worried": False,
    "confirmed": "scan",
    "talk": "today",
}


def note(hospital: str | None, confirmed: Confirmed, moment: str = "2026-12-25T12:00") -> str:
    """What stands below the numbers; on Friday 25 December where no other moment is given."""
    hers: dict[str, Answer] = {"hospital": hospital or NonAnswer.UNKNOWN, **TO_ARRANGE}
    here = Circumstances(DIRECTORY, NL, at(moment), confirmed=confirmed)
    return build(Interview(FOLLOW_UP, at(moment).date(), hers), here).contacts_note


@pytest.mark.parametrize(
    ("hospital", "said", "unsaid"),
    [
        ("lumc", ["Nummers bevestigd op"], ["niet bevestigd", "aan dat"]),
        ("alrijne", ["niet bevestigd.", "nemen we aan"], ["bevestigd op", "LUMC"]),
        ("other", ["Nummers van LUMC bevestigd op", "De andere nummers heeft niemand bevestigd."], []),
        (None, ["Nummers van LUMC bevestigd op", "De andere nummers heeft niemand bevestigd."], []),
    ],
)
def test_the_note_says_whose_numbers_were_confirmed(
    hospital: str | None, said: list[str], unsaid: list[str]
) -> None:
    shown = note(hospital, confirmed_on(at("2026-12-25T12:00"), hospital="lumc"))
    assert all(part in shown for part in said), shown
    assert not any(part in shown for part in unsaid), shown


@pytest.mark.parametrize("hospital", ["lumc", "alrijne", None])
@pytest.mark.parametrize("confirmed", [True, False])
def test_a_holiday_is_said_not_to_be_daytime(hospital: str | None, confirmed: bool) -> None:
    """AMB-127: on Friday 25 December "Monday to Friday" alone would be wrong."""
    moment = at("2026-12-25T12:00")
    known = confirmed_on(moment, hospital=hospital) if confirmed else Confirmed()
    assert "maandag tot en met vrijdag van 08:00 tot 17:00, niet op feestdagen" in note(hospital, known)


def test_own_hours_are_those_of_the_confirmed_hospital() -> None:
    by = Confirmation("de kliniek", date(2026, 11, 1))
    own = Confirmed(by, by, Hours(("sat",), time(9), time(12)), "lumc")
    saturday = "2026-11-28T10:00"
    assert "zaterdag van 09:00 tot 12:00" in note("lumc", own, saturday)
    assert "zaterdag" not in note("alrijne", own, saturday)
    for hospital, late in (("lumc", False), ("alrijne", True)):
        answers: dict[str, Answer] = {"hospital": hospital, "confirmed": "scan", "weeks_at_loss": Decimal(18)}
        here = Circumstances(DIRECTORY, NL, at(saturday), confirmed=own)
        walk = Interview(FOLLOW_UP, at(saturday).date(), answers)
        acts = what_to_do([one for one in evaluate(walk) if one.finding.id == "late_loss"],
                          Wording(walk, NL, "home"), here)  # fmt: skip
        assert [said.id for said in acts] == ["act_arrange_late" if late else "act_arrange"]


@pytest.mark.parametrize("hospital", ["lumc", "alrijne", None])
@pytest.mark.parametrize("moment", MOMENTS)
def test_without_confirmation_both_numbers_stand_side_by_side_and_none_is_marked(
    hospital: str | None, moment: str
) -> None:
    contacts = called(hospital, at(moment), Confirmed(hospital=hospital))
    assert ids(contacts) == [*SIDE_BY_SIDE[hospital], "midwife"]
    assert all(contact.now is None for contact in contacts)


@pytest.mark.parametrize("which", ["numbers", "hours"])
def test_one_confirmation_of_the_two_marks_nothing(which: str) -> None:
    both = confirmed_on(at("2026-11-24T12:00"))
    only = (
        Confirmed(numbers=both.numbers, hospital="lumc")
        if which == "numbers"
        else Confirmed(hours=both.hours, hospital="lumc")
    )
    contacts = called("lumc", at("2026-11-24T12:00"), only)
    assert ids(contacts) == ["lumc_day", "lumc_outside", "midwife"]
    assert all(contact.now is None for contact in contacts)


@pytest.mark.parametrize(("days_ago", "counts"), [(0, True), (364, True), (365, False), (366, False)])
@pytest.mark.parametrize("which", ["numbers", "hours"])
def test_a_confirmation_counts_for_less_than_twelve_months(which: str, days_ago: int, counts: bool) -> None:
    moment = at("2026-11-24T20:00")
    fresh, old = confirmed_on(moment), confirmed_on(moment, days_ago)
    confirmed = replace(fresh, numbers=old.numbers) if which == "numbers" else replace(fresh, hours=old.hours)
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
    contacts = called("lumc", at(moment), Confirmed(by, by, own, "lumc"))
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
