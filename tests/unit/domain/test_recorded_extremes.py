"""Rules that read recorded facts are total: no year that somebody recorded stops a list, a deadline or a rebuild."""

from datetime import UTC, date, datetime

import pytest

from app.domain import calendar
from app.domain.birth import BirthDate, age, birthday, earliest, is_minor, latest
from app.domain.deadlines import deadlines
from app.domain.settings import Settings
from app.domain.terms import Term, add_months, count, count_back, local_day, recorded_day
from tests.offices import Desk, after, applicant, child

ENDS = (date.min, date.max)


@pytest.mark.parametrize("value", ["9990", "9999-12", "9999-12-31", "0001", "0000-00-00", "2000-02-29"])
def test_a_birth_of_any_year_has_its_days(value: str) -> None:
    born = BirthDate(value, "day" if len(value) == 10 else "estimated")
    assert date.min <= earliest(born) <= latest(born) <= date.max
    assert birthday(born, 18) <= date.max
    assert birthday(born, -18) >= date.min
    assert isinstance(is_minor(born, date.max), bool)
    assert age(born, date(2026, 6, 15)) >= 0


def test_a_minor_recorded_with_a_birth_in_9990_stops_no_deadline() -> None:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(minors=(child(),)))
    (minor,) = state.minors
    struct = type(minor.recorded)
    fields = {name: getattr(minor.recorded, name) for name in minor.recorded.__struct_fields__}
    state = after(state, [struct(**(fields | {"birth": BirthDate("9990", "year")}))])
    found = {d.kind: d for d in deadlines(state, desk.known.calendar, Settings({}))}
    assert found["majority"].due == date(9999, 12, 31)


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize("months", [-12, 12, 120_000, -120_000])
def test_months_run_no_further_than_the_calendar(day: date, months: int) -> None:
    assert date.min <= add_months(day, months) <= date.max


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize("unit", ["calendar_days", "working_days", "months", "years"])
@pytest.mark.parametrize("who", ["applicant", "authority"])
def test_a_term_counts_up_to_the_ends_of_the_calendar(day: date, unit: str, who: str) -> None:
    counted = count(day, Term(unit, 5), who, calendar.load())  # type: ignore[arg-type]
    assert counted.raw <= counted.rolled
    assert count_back(day, 1, calendar.load()).rolled >= date.min


def test_hours_and_local_days_end_with_the_calendar() -> None:
    last = datetime.max.replace(tzinfo=UTC)
    assert count(last, Term("hours24", 1), "applicant", calendar.load()).raw == last
    assert local_day(last) == date.max
    assert local_day(datetime.min.replace(tzinfo=UTC)) == date.min
    assert recorded_day(datetime(2026, 6, 15, 23, 30)) == date(2026, 6, 15)
