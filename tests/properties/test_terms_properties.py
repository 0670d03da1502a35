"""What holds for every term from every day (A16): order of the three dates, working days, clamping, explanations."""

from calendar import monthrange
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.calendar import load
from app.domain.terms import Term, add_months, count, count_back

KZ = load()
DAY = timedelta(days=1)
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
