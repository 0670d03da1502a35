"""The working calendar: which days are worked, why others are not, and what happens outside the data."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta

import pytest

from app.base.errors import Trouble
from app.domain import calendar
from app.domain.calendar import WorkingCalendar

SHIPPED = calendar.load()


def test_the_shipped_calendar_is_read_once_and_found_by_its_version() -> None:
    assert calendar.load() is SHIPPED
    assert calendar.load(SHIPPED.version) == SHIPPED
    assert SHIPPED.version.startswith("kz-")


def test_a_version_that_is_not_shipped_is_named_in_the_trouble() -> None:
    with pytest.raises(Trouble) as caught:
        calendar.load("kz-1999.1")
    assert caught.value.condition == "calendar.version_unknown"
    assert caught.value.facts == {"version": "kz-1999.1"}


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 3, 20), None),
        (date(2026, 3, 21), "weekend"),
        (date(2026, 3, 23), "holiday"),
        (date(2026, 3, 24), "moved"),
        (date(2024, 5, 4), None),
        (date(2024, 5, 7), "holiday"),
        (date(2024, 5, 8), "moved"),
        (date(2025, 8, 30), "weekend"),
        (date(2024, 8, 30), "holiday"),
        (date(2027, 3, 15), "holiday"),
        (date(2025, 1, 5), None),
    ],
)
def test_a_day_says_why_it_is_not_worked(day: date, why: str | None) -> None:
    assert SHIPPED.why_off(day) == why
    assert SHIPPED.is_working(day) == (why is None)


def test_outside_the_covered_years_only_weekends_are_off_and_nothing_is_raised() -> None:
    assert SHIPPED.covers(date(2022, 1, 1)) and SHIPPED.covers(date(2030, 12, 31))
    for new_year in (date(1986, 1, 1), date(2035, 1, 1)):
        assert not SHIPPED.covers(new_year)
        assert SHIPPED.is_working(new_year)
        assert SHIPPED.why_off(new_year - timedelta(days=(new_year.weekday() + 1) % 7 or 7)) == "weekend"
    assert SHIPPED.add_working_days(date(2040, 6, 1), 5) == date(2040, 6, 8)


def test_the_next_working_day_is_the_day_itself_when_it_is_worked() -> None:
    assert SHIPPED.next_working(date(2026, 3, 20)) == date(2026, 3, 20)
    assert SHIPPED.next_working(date(2026, 3, 21)) == date(2026, 3, 26)


def test_the_last_working_day_before_is_never_the_day_itself() -> None:
    assert SHIPPED.last_working_before(date(2026, 3, 26)) == date(2026, 3, 20)
    assert SHIPPED.last_working_before(date(2026, 3, 27)) == date(2026, 3, 26)


def test_no_working_days_added_is_the_day_itself_and_counting_back_is_a_mistake() -> None:
    assert SHIPPED.add_working_days(date(2026, 3, 21), 0) == date(2026, 3, 21)
    with pytest.raises(ValueError, match="forwards"):
        SHIPPED.add_working_days(date(2026, 3, 21), -1)


def test_a_day_off_added_by_the_office_counts_and_shows_in_the_version() -> None:
    local = SHIPPED.with_days_off([date(2026, 9, 2), date(2024, 5, 4)])
    assert local.version == f"{SHIPPED.version}+20240504+20260902"
    assert local.added == (date(2024, 5, 4), date(2026, 9, 2))
    assert calendar.shown_version(local.version) == f"{SHIPPED.version}+2"
    assert calendar.base_version(local.version) == calendar.shown_version(SHIPPED.version) == SHIPPED.version
    assert local.why_off(date(2026, 9, 2)) == "added"
    assert not local.is_working(date(2024, 5, 4))
    assert local.with_days_off([date(2026, 9, 3)]).version == f"{local.version}+20260903"
    assert local.with_days_off([date(2026, 9, 2)]) == local
    assert SHIPPED.with_days_off([date(2026, 9, 5), date(2026, 3, 23)]) == SHIPPED
    assert SHIPPED.is_working(date(2026, 9, 2))
    assert SHIPPED.with_days_off([]).version == SHIPPED.version


def test_a_calendar_cannot_be_changed() -> None:
    made = WorkingCalendar.of("t", date(2026, 1, 1), date(2026, 12, 31), [date(2026, 1, 1)])
    with pytest.raises(FrozenInstanceError):
        made.version = "u"  # type: ignore[misc]
    assert made == WorkingCalendar.of("t", date(2026, 1, 1), date(2026, 12, 31), [date(2026, 1, 1)])


def test_A16_6_a_stamp_gives_its_calendar_back_wherever_it_is_read() -> None:
    for base in calendar.versions():
        local = calendar.load(base).with_days_off([date(2026, 9, 2), date(2027, 1, 5)])
        assert calendar.load(local.version) == local


@pytest.mark.parametrize("stamp", ["", "kz-1999.1+20260902", "kz-2026.1+", "kz-2026.1+2", "kz-2026.1+20261332", "+"])
def test_a_stamp_that_cannot_be_read_is_an_unknown_version(stamp: str) -> None:
    with pytest.raises(Trouble) as caught:
        calendar.load(stamp)
    assert caught.value.condition == "calendar.version_unknown"


def test_A16_5_the_newest_version_that_ships_is_the_calendar_of_a_new_store() -> None:
    assert calendar.versions() == ("kz-2025.1", "kz-2026.1")
    assert calendar.load().version == calendar.versions()[-1]


def test_A16_5_what_was_published_is_there_with_its_signature() -> None:
    for version in calendar.versions():
        assert len(calendar.published(version).signature) == 64
    assert len(calendar.publisher()) == 32
    with pytest.raises(Trouble):
        calendar.published("kz-2026.1+20260902")
