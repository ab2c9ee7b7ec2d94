"""The Dutch holidays in contacts.yaml are those of the calendar."""

import holidays
import pytest

from tests.tiny_questionnaires import NOON, shipped

LISTED = shipped("follow-up")[1].holidays
YEARS = sorted({day.year for day in LISTED})


@pytest.mark.parametrize("year", YEARS)
def test_the_holidays_of_a_year_are_those_of_the_calendar(year: int) -> None:
    listed = [day for day in LISTED if day.year == year]
    assert listed == sorted(holidays.country_holidays("NL", years=year))


def test_the_coming_years_are_listed_without_a_gap() -> None:
    first = NOON.year
    assert list(range(first, first + len(YEARS))) == YEARS
    assert len(YEARS) >= 3
