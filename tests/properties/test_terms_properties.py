"""What holds for every term from every day (A16): order of the three dates, working days, clamping, explanations."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import WorkingCalendar, load
from app.domain.terms import Term, add_months, count, count_back

KZ = load()
DAY = timedelta(days=1)
CALENDARS = (KZ, load("kz-2025.1"), KZ.with_days_off([date(2026, 9, 2), date(2024, 5, 4), date(2027, 1, 5)]))
calendars = st.sampled_from(CALENDARS)
days = st.dates(date(2010, 1, 1), date(2045, 12, 31))
unit = st.sampled_from(["calendar_days", "working_days", "months", "years"])
terms = st.builds(Term, unit, st.integers(1, 24))
who = st.sampled_from(["applicant", "authority"])


@given(days, terms, who)
def test_target_raw_and_rolled_stand_in_order_and_on_working_days(start: date, term: Term, side: str) -> None:
    counted = count(start, term, side, KZ)  # type: ignore[arg-type]
    assert start < counted.raw <= counted.rolled
    assert KZ.is_working(counted.rolled) and KZ.is_working(counted.target)
    if side == "applicant":
        assert counted.target == counted.rolled
    else:
        assert counted.target <= counted.raw
    if KZ.is_working(counted.raw):
        assert counted.target == counted.raw == counted.rolled


@given(days, terms, who)
def test_only_days_that_are_not_worked_are_passed_over_and_each_once(start: date, term: Term, side: str) -> None:
    counted = count(start, term, side, KZ)  # type: ignore[arg-type]
    passed = [day for day, _ in counted.skipped]
    assert passed == sorted(set(passed))
    assert not any(map(KZ.is_working, passed))
    between = counted.target if side == "authority" else counted.raw
    lone = {between + DAY * n for n in range((counted.rolled - between).days)} - {counted.target}
    assert lone <= set(passed)


@given(days, st.integers(0, 60))
def test_working_days_are_as_many_as_were_asked_for(start: date, n: int) -> None:
    end = KZ.add_working_days(start, n)
    worked = sum(KZ.is_working(start + DAY * (i + 1)) for i in range((end - start).days))
    assert worked == n


@given(days, st.integers(0, 30), st.integers(0, 30))
def test_working_days_add_up(start: date, first: int, second: int) -> None:
    assert KZ.add_working_days(KZ.add_working_days(start, first), second) == KZ.add_working_days(start, first + second)


@given(days, days)
def test_a_later_start_never_ends_earlier(one: date, other: date) -> None:
    early, late = sorted((one, other))
    for term in (Term("working_days", 5), Term("calendar_days", 5), Term("months", 3), Term("years", 1)):
        assert count(early, term, "authority", KZ).rolled <= count(late, term, "authority", KZ).rolled


@given(days, st.integers(-36, 36))
def test_months_keep_the_day_number_or_take_the_last_day_of_the_month(day: date, n: int) -> None:
    moved = add_months(day, n)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == n
    assert moved.day == min(day.day, monthrange(moved.year, moved.month)[1])


@given(days, st.integers(1, 12))
def test_a_backward_term_never_ends_before_its_raw_day_and_reaches_the_end_again(end: date, months: int) -> None:
    counted = count_back(end, months, KZ)
    assert counted.raw < end
    assert counted.target == counted.rolled >= counted.raw
    assert KZ.is_working(counted.rolled)
    assert add_months(counted.raw, months) <= end


@given(days)
def test_a_day_is_worked_or_says_why_not(day: date) -> None:
    assert KZ.is_working(day) == (KZ.why_off(day) is None)
    assert KZ.last_working_before(day) < day <= KZ.next_working(day)


def slow(start: date, n: int, calendar: WorkingCalendar) -> date:
    """Working days as one counts them on paper: a day at a time, crossing out what is off."""
    day, left = start, n
    while left:
        day += DAY
        if calendar.why_off(day) is None:
            left -= 1
    return day


@given(days, st.integers(0, 120), calendars)
def test_A16_1_working_days_agree_with_a_slow_loop(start: date, n: int, calendar: WorkingCalendar) -> None:
    assert calendar.add_working_days(start, n) == slow(start, n, calendar)


@given(days, st.integers(1, 60), calendars)
def test_A16_1_a_working_day_term_is_monotone_and_never_ends_on_a_day_off(
    start: date, n: int, calendar: WorkingCalendar
) -> None:
    end = calendar.add_working_days(start, n)
    assert calendar.is_working(end)
    assert end < calendar.add_working_days(start, n + 1)
    assert end <= calendar.add_working_days(start + DAY, n)


@given(days, terms, st.sampled_from(["applicant", "authority"]), calendars)
def test_A16_3_another_day_off_never_makes_a_term_end_earlier(
    start: date, term: Term, side: str, calendar: WorkingCalendar
) -> None:
    was = count(start, term, side, calendar)  # type: ignore[arg-type]
    more = calendar.with_days_off([was.due_on])
    now = count(start, term, side, more)  # type: ignore[arg-type]
    assert now.due_on > was.due_on
    assert load(more.version) == more


@given(days, st.integers(1, 12), st.integers(1, 12))
def test_A16_2_months_are_monotone_in_their_number(start: date, first: int, second: int) -> None:
    less, more = sorted((first, second))
    assert add_months(start, less) <= add_months(start, more)
