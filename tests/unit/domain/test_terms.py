"""Counting terms: every worked example of A16 and every date that the acceptance stories count."""

from datetime import UTC, date, datetime, timedelta

import pytest

from app.base.clock import LOCAL
from app.domain.calendar import load
from app.domain.terms import Term, Unit, Who, add_months, count, count_back, local_day, skipped

KZ = load()
FIVE_CD, FIVE_WD = Term("calendar_days", 5), Term("working_days", 5)
UNITS: dict[Unit, int] = {"months": 3, "calendar_days": 90, "working_days": 90}
THREE_MONTHS, YEAR = Term("months", 3), Term("years", 1)


@pytest.mark.parametrize(
    ("start", "term", "raw"),
    [
        (date(2026, 3, 18), FIVE_WD, date(2026, 3, 30)),
        (date(2024, 4, 30), FIVE_WD, date(2024, 5, 10)),
        (date(2026, 8, 26), FIVE_WD, date(2026, 9, 2)),
        (date(2026, 6, 15), THREE_MONTHS, date(2026, 9, 15)),
        (date(2026, 6, 15), Term("calendar_days", 90), date(2026, 9, 13)),
        (date(2026, 6, 15), Term("working_days", 90), date(2026, 10, 20)),
        (date(2025, 11, 30), THREE_MONTHS, date(2026, 2, 28)),
        (date(2024, 2, 29), YEAR, date(2025, 2, 28)),
    ],
    ids=str,
)
def test_A16_1_A16_2_the_worked_examples_of_a16(start: date, term: Term, raw: date) -> None:
    assert count(start, term, "authority", KZ).raw == raw


def test_f_02_A16_2_three_months_are_neither_90_days_nor_90_working_days() -> None:
    start = date(2026, 6, 15)
    due = {unit: count(start, Term(unit, n), "authority", KZ).raw for unit, n in UNITS.items()}
    assert due == {
        "months": date(2026, 9, 15),
        "calendar_days": date(2026, 9, 13),
        "working_days": date(2026, 10, 20),
    }


def test_A16_7_the_status_from_a_leap_day_and_the_last_day_for_its_extension() -> None:
    ends = count(date(2024, 2, 29), YEAR, "authority", KZ)
    assert ends.raw == date(2025, 2, 28)
    assert count_back(date(2025, 2, 28), 1, KZ).due_on == date(2025, 1, 28)


def test_A16_3_an_authority_acts_before_the_weekend_and_is_late_only_after_it() -> None:
    counted = count(date(2025, 11, 30), THREE_MONTHS, "authority", KZ)
    assert (counted.raw, counted.target, counted.rolled) == (date(2026, 2, 28), date(2026, 2, 27), date(2026, 3, 2))
    assert counted.skipped == ((date(2026, 2, 28), "weekend"), (date(2026, 3, 1), "weekend"))
    assert counted.due_on == date(2026, 3, 2)
    assert counted.calendar == KZ.version


def test_A16_3_an_applicant_has_until_the_next_working_day() -> None:
    counted = count(date(2026, 3, 16), FIVE_CD, "applicant", KZ)
    assert counted.raw == date(2026, 3, 21)
    assert counted.target == counted.rolled == date(2026, 3, 26)
    assert [why for _, why in counted.skipped] == ["weekend", "weekend", "holiday", "moved", "moved"]


def test_A16_1_five_working_days_over_nauryz_explain_every_day_passed_over() -> None:
    counted = count(date(2026, 3, 18), FIVE_WD, "authority", KZ)
    assert counted.raw == counted.target == counted.rolled
    assert counted.skipped == (
        (date(2026, 3, 21), "weekend"),
        (date(2026, 3, 22), "weekend"),
        (date(2026, 3, 23), "holiday"),
        (date(2026, 3, 24), "moved"),
        (date(2026, 3, 25), "moved"),
        (date(2026, 3, 28), "weekend"),
        (date(2026, 3, 29), "weekend"),
    )


def test_A16_1_A16_5_a_worked_saturday_is_counted_and_the_day_it_moved_is_not() -> None:
    counted = count(date(2024, 4, 30), FIVE_WD, "authority", KZ)
    assert (date(2024, 5, 4), "weekend") not in counted.skipped
    assert (date(2024, 5, 8), "moved") in counted.skipped


def test_a16_7_the_last_day_for_an_extension_is_the_same_number_of_the_month_before() -> None:
    counted = count_back(date(2025, 2, 28), 1, KZ)
    assert counted.raw == counted.rolled == date(2025, 1, 28)
    assert counted.skipped == ()


def test_a16_7_the_month_before_is_clamped_and_a_weekend_moves_forward() -> None:
    counted = count_back(date(2026, 3, 31), 1, KZ)
    assert (counted.raw, counted.target, counted.rolled) == (date(2026, 2, 28), date(2026, 3, 2), date(2026, 3, 2))
    assert [why for _, why in counted.skipped] == ["weekend", "weekend"]


@pytest.mark.parametrize(
    ("start", "term", "who", "due"),
    [
        # g-06: decision and certificate of three months
        (date(2026, 11, 12), THREE_MONTHS, "authority", date(2027, 2, 12)),
        # g-07: sur place; the hand-over target; the decision counted from registration
        (date(2026, 2, 28), FIVE_CD, "applicant", date(2026, 3, 5)),
        (date(2026, 3, 2), Term("calendar_days", 1), "authority", date(2026, 3, 3)),
        (date(2026, 3, 4), THREE_MONTHS, "authority", date(2026, 6, 4)),
        # g-10
        (date(2023, 10, 16), THREE_MONTHS, "authority", date(2024, 1, 16)),
        # g-13
        (date(2026, 6, 9), THREE_MONTHS, "authority", date(2026, 9, 9)),
        # g-14
        (date(2026, 9, 14), THREE_MONTHS, "authority", date(2026, 12, 14)),
        # g-16
        (date(2026, 9, 7), THREE_MONTHS, "authority", date(2026, 12, 7)),
        (date(2026, 11, 20), YEAR, "authority", date(2027, 11, 20)),
        (date(2026, 11, 20), FIVE_WD, "authority", date(2026, 11, 27)),
        # g-18
        (date(2026, 10, 6), THREE_MONTHS, "authority", date(2027, 1, 6)),
        (date(2026, 12, 2), FIVE_WD, "authority", date(2026, 12, 9)),
        # g-19: decision, strict limit, hard limit
        (date(2026, 6, 15), THREE_MONTHS, "authority", date(2026, 9, 15)),
        (date(2026, 6, 15), YEAR, "authority", date(2027, 6, 15)),
        (date(2026, 9, 10), YEAR, "authority", date(2027, 9, 10)),
        # g-24
        (date(2026, 2, 10), YEAR, "authority", date(2027, 2, 10)),
        (date(2026, 10, 12), FIVE_WD, "authority", date(2026, 10, 19)),
    ],
    ids=str,
)
def test_the_dates_of_the_stories(start: date, term: Term, who: Who, due: date) -> None:
    assert count(start, term, who, KZ).raw == due


def test_g_07_the_day_after_the_last_is_one_day_late() -> None:
    last = count(date(2026, 2, 28), FIVE_CD, "applicant", KZ).due_on
    assert (date(2026, 3, 5) - last).days == 0
    assert (date(2026, 3, 6) - last).days == 1


def test_g_13_twenty_four_hours_are_counted_from_the_moment() -> None:
    crossed = datetime(2026, 6, 8, 10, tzinfo=LOCAL)
    counted = count(crossed, Term("hours24", 1), "applicant", KZ)
    assert counted.raw == counted.target == counted.rolled == datetime(2026, 6, 9, 10, tzinfo=LOCAL)
    assert datetime(2026, 6, 9, 13, tzinfo=LOCAL) - counted.rolled == timedelta(hours=3)
    assert counted.due_on == date(2026, 6, 9)


def test_a16_4_hours_run_over_a_holiday_without_rolling() -> None:
    counted = count(datetime(2026, 3, 20, 23, tzinfo=LOCAL), Term("hours24", 1), "applicant", KZ)
    assert counted.rolled == datetime(2026, 3, 21, 23, tzinfo=LOCAL)
    assert counted.skipped == ()


@pytest.mark.parametrize("start", [date(2026, 6, 8), datetime(2026, 6, 8, 10)])  # noqa: DTZ001
def test_hours_from_a_bare_date_or_a_moment_without_offset_are_a_mistake(start: date | datetime) -> None:
    with pytest.raises(ValueError, match="offset"):
        count(start, Term("hours24", 1), "applicant", KZ)


def test_days_from_a_moment_are_counted_from_its_date_in_kazakhstan() -> None:
    late_evening_utc = datetime(2026, 2, 27, 20, tzinfo=UTC)
    assert local_day(late_evening_utc) == date(2026, 2, 28)
    assert count(late_evening_utc, FIVE_CD, "applicant", KZ).raw == date(2026, 3, 5)
    with pytest.raises(ValueError, match="offset"):
        local_day(datetime(2026, 2, 27, 20))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2026, 10, 31), 3, date(2027, 1, 31)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 31), -13, date(2025, 2, 28)),
        (date(2026, 3, 31), 0, date(2026, 3, 31)),
    ],
)
def test_months_keep_the_day_number_or_take_the_last_day(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_A16_5_a_day_off_added_by_the_office_moves_the_term_and_is_explained() -> None:
    local = KZ.with_days_off([date(2026, 9, 1)])
    counted = count(date(2026, 8, 26), FIVE_WD, "authority", local)
    assert counted.raw == date(2026, 9, 3)
    assert (date(2026, 9, 1), "added") in counted.skipped
    assert counted.calendar == local.version


def test_no_days_are_passed_over_between_a_day_and_itself() -> None:
    assert skipped(date(2026, 3, 21), date(2026, 3, 21), KZ) == ()
