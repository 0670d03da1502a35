"""Counting terms: the five units of A16 as functions, each answer with its explanation.

Which terms a case has lives in `deadlines`, which days are worked in `calendar`.
*Law*: the Law says nothing on counting; A16-1 to A16-7 are our proposals.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple

from app.base.clock import LOCAL
from app.domain.calendar import DayOff, WorkingCalendar

Unit = Literal["hours24", "calendar_days", "working_days", "months", "years"]
Who = Literal["applicant", "authority"]
Skipped = tuple[date, DayOff]


class Term(NamedTuple):
    """A length of time as the law names it; three months are neither 90 days nor 90 working days (A16-2, f-02)."""

    unit: Unit
    amount: int


class Counted(NamedTuple):
    """A counted term.

    *Shape*: `raw` is the day or, for hours, the moment to which the term counts; `target` by when to act; `rolled` the
    day after which it is late; `skipped` the days passed over, each with the reason; `calendar` the version used.
    """

    raw: date | datetime
    target: date | datetime
    rolled: date | datetime
    skipped: tuple[Skipped, ...]
    calendar: str

    @property
    def due_on(self) -> date:
        """The last day in time, at UTC+5."""
        return local_day(self.rolled)


def local_day(moment: date | datetime) -> date:
    """The date at UTC+5 of a moment; a date stays as it is. Total up to the ends of the calendar."""
    if not isinstance(moment, datetime):
        return moment
    if moment.tzinfo is None:
        raise ValueError("a moment without an offset has no date")
    try:
        return moment.astimezone(LOCAL).date()
    except OverflowError:
        return moment.date()


def recorded_day(moment: datetime) -> date:
    """The date at UTC+5 of a recorded moment; one that came without an offset is read at UTC+5."""
    return local_day(moment if moment.tzinfo else moment.replace(tzinfo=LOCAL))


def add_months(day: date, n: int) -> date:
    """The same day number n months later (or earlier), clamped to the end of the month (A16-2) and to years 1-9999."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not date.min.year <= year <= date.max.year:
        return date.min if year < date.min.year else date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def count(start: date | datetime, term: Term, who: Who, calendar: WorkingCalendar) -> Counted:
    """Count a term from an event, whose own day is not counted.

    *Law*: A16-1 to A16-4. An applicant's term that ends on a non-working day moves to the next working day. For an
    authority the raw day is shown, the target is the last working day up to it, and late is only what comes after the
    rolled day. Twenty-four hours run from the moment and do not roll.
    """
    if term.unit == "hours24":
        return _hours(start, term.amount, calendar)
    first = local_day(start)
    raw = _raw(first, term, calendar)
    if calendar.is_working(raw):
        passed = skipped(_day_after(first), raw, calendar) if term.unit == "working_days" else ()
        return Counted(raw, raw, raw, passed, calendar.version)
    rolled = calendar.next_working(raw)
    before = calendar.last_working_before(raw)
    if who == "authority":
        return Counted(raw, before, rolled, skipped(_day_after(before), rolled, calendar), calendar.version)
    return Counted(raw, rolled, rolled, skipped(raw, rolled, calendar), calendar.version)


def count_back(end: date, months: int, calendar: WorkingCalendar) -> Counted:
    """The last day for what must be done some months before an end.

    *Law*: A16-7: same day number of the earlier month, clamped, still in time; a non-working day moves to the next one.
    """
    raw = add_months(end, -months)
    rolled = calendar.next_working(raw)
    return Counted(raw, rolled, rolled, skipped(raw, rolled, calendar), calendar.version)


def _day_after(day: date) -> date:
    return day + timedelta(days=1) if day < date.max else day


def skipped(first: date, before: date, calendar: WorkingCalendar) -> tuple[Skipped, ...]:
    """The non-working days from a day up to, but without, another."""
    days = (first + timedelta(days=n) for n in range((before - first).days))
    return tuple((day, why) for day in days if (why := calendar.why_off(day)))


def _raw(first: date, term: Term, calendar: WorkingCalendar) -> date:
    match term.unit:
        case "working_days":
            return calendar.add_working_days(first, term.amount)
        case "months":
            return add_months(first, term.amount)
        case "years":
            return add_months(first, 12 * term.amount)
        case _:
            return date.fromordinal(min(first.toordinal() + term.amount, date.max.toordinal()))


def _hours(start: date | datetime, amount: int, calendar: WorkingCalendar) -> Counted:
    if not isinstance(start, datetime) or start.tzinfo is None:
        raise ValueError("hours are counted from a moment with an offset")
    limit = datetime.max.replace(tzinfo=start.tzinfo)
    end = start + min(timedelta(hours=24 * amount), limit - start)
    return Counted(end, end, end, (), calendar.version)
