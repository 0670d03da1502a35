"""Dates as people type and read them: dates of birth that may be known only in part, legal dates, moments, birthdays.

Deadlines, working days and the calendar do not live here.
"""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from typing import Literal

import msgspec

from app.base.clock import LOCAL
from app.base.errors import Refusal

Precision = Literal["day", "month", "year", "estimated"]
LeapDay = Literal["03-01", "02-28"]

OLDEST_YEAR = 1900
"""Nobody born earlier can stand at the desk; an Afghan solar year (13..) is caught by it."""

LAST_YEAR = 2199

MAJORITY_YEARS = 18

_SEPARATED = re.compile(r"(\d{1,2})[.\-/ ,]+(\d{1,2})[.\-/ ,]+(\d{4})")
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT_YEAR = re.compile(r"\d{1,2}[.\-/ ,]+\d{1,2}[.\-/ ,]+\d{2}|\d{6}")
_MONTH = re.compile(r"(\d{1,2})[.\-/ ,]+(\d{4})|(\d{2})((?:19|20)\d{2})")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})")
_YEAR = re.compile(r"\d{4}")
_MOMENT = re.compile(r"(.+?)[T ,]+(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?")
_PARTIAL = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


class BirthDate(msgspec.Struct, frozen=True):
    """A date of birth as far as it is known.

    *Shape*: value is `1986`, `1986-12` or `1986-12-31`; an estimated date may have any of the three.
    """

    value: str
    precision: Precision = "day"

    def __post_init__(self) -> None:
        if not _PARTIAL.fullmatch(self.value):
            raise ValueError(self.value)


def parse_birth(text: str, today: date, field: str = "birth") -> BirthDate:
    """Read a date of birth as typed: `31.12.1986`, `31121986`, `12.1986`, `1986`, `~1986` for an estimate, or ISO.

    *Refuses*: date.form, date.impossible, date.month_impossible, date.short_year, birth.too_old, birth.future.
    """
    typed = text.strip()
    estimated = typed.startswith(("~", "≈"))
    value, precision = _partial(typed.lstrip("~≈ "), field)
    birth = BirthDate(value, "estimated" if estimated else precision)
    require_birth(birth, today, field)
    return birth


def parse_date(text: str, field: str) -> date:
    """Read a whole date as typed: `08.06.2026`, `8/6/2026`, `08062026` or ISO.

    *Refuses*: date.form, date.impossible, date.month_impossible, date.short_year, date.year.
    """
    whole = _read(text.strip(), field)
    if not OLDEST_YEAR <= whole.year <= LAST_YEAR:
        raise Refusal("date.year", field=field, year=f"{whole.year:04}")
    return whole


def parse_moment(text: str, field: str) -> datetime:
    """Read a date and a time of day, `08.06.2026 10:00`, at UTC+5 unless an offset is written.

    *Refuses*: moment.form and what `parse_date` refuses.
    """
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        raise Refusal("moment.form", field=field, typed=text.strip())
    day = parse_date(match[1], field)
    hour, minute, second = int(match[2]), int(match[3]), int(match[4] or 0)
    if hour > 23 or minute > 59 or second > 59:
        raise Refusal("moment.form", field=field, typed=text.strip())
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=_offset(match[5], text, field))


def require_birth(birth: BirthDate, today: date, field: str = "birth") -> None:
    """Refuse a date of birth that no calendar holds, that lies ahead, or that is older than anybody alive.

    *Refuses*: date.impossible, date.month_impossible, birth.too_old, birth.future.
    """
    year, month, day = _parts(birth, 1, 1)
    _checked(max(year, 1), month, day, field)
    if year < OLDEST_YEAR:
        raise Refusal("birth.too_old", field=field, year=birth.value[:4], oldest=str(OLDEST_YEAR))
    if earliest(birth) > today:
        raise Refusal("birth.future", field=field, typed=show(birth), today=today)


def earliest(birth: BirthDate) -> date:
    """The first day on which the person can have been born; total, because a recorded date has been recorded."""
    return _nearest(birth, 1, 1)


def latest(birth: BirthDate) -> date:
    """The last day on which the person can have been born."""
    return _nearest(birth, 12, 31)


def birthday(birth: BirthDate, years: int, leap_day: LeapDay = "03-01") -> date:
    """The day on which the person reaches an age for certain; a date known in part counts at its latest.

    *Law*: X-18: an age is reached on the day of the birthday; 29 February counts as 1 March in common years, or as
    28 February where the office has set `majority.leap_day` so. Total: no year runs past 9999.
    """
    born = latest(birth)
    year = min(max(born.year + years, date.min.year), date.max.year)
    if (born.month, born.day) == (2, 29) and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1) if leap_day == "03-01" else date(year, 2, 28)
    return born.replace(year=year)


def is_minor(birth: BirthDate, on: date, leap_day: LeapDay = "03-01") -> bool:
    """True as long as the person can be under 18 on a day (Art. 10(5), X-18)."""
    return on < birthday(birth, MAJORITY_YEARS, leap_day)


def age(birth: BirthDate, on: date, leap_day: LeapDay = "03-01") -> int:
    """The full years that the person has reached for certain."""
    years = on.year - latest(birth).year
    return max(0, years if birthday(birth, years, leap_day) <= on else years - 1)


def show(birth: BirthDate) -> str:
    """The date as papers and lists show it: `31.12.1986`, `12.1986` or `1986`."""
    return ".".join(reversed(birth.value.split("-")))


def typed_form(birth: BirthDate) -> str:
    """The date as it is typed: as shown, with `~` before an estimate."""
    return ("~" if birth.precision == "estimated" else "") + show(birth)


def _parts(birth: BirthDate, month_if_unknown: int, day_if_unknown: int) -> tuple[int, int, int]:
    year, month, day = birth.value[:4], birth.value[5:7], birth.value[8:10]
    return int(year), int(month or month_if_unknown), int(day or day_if_unknown)


def _nearest(birth: BirthDate, month_if_unknown: int, day_if_unknown: int) -> date:
    year, month, day = _parts(birth, month_if_unknown, day_if_unknown)
    year, month = max(year, 1), min(max(month, 1), 12)
    return date(year, month, min(max(day, 1), monthrange(year, month)[1]))


def _partial(typed: str, field: str) -> tuple[str, Precision]:
    if _YEAR.fullmatch(typed):
        return typed, "year"
    if match := _ISO_MONTH.fullmatch(typed):
        year, month = int(match[1]), int(match[2])
    elif match := _MONTH.fullmatch(typed):
        month, year = int(match[1] or match[3]), int(match[2] or match[4])
    else:
        return _read(typed, field).isoformat(), "day"
    _checked(year, month, 1, field)
    return f"{year:04}-{month:02}", "month"


def _read(typed: str, field: str) -> date:
    """A whole date of any year."""
    if match := _SEPARATED.fullmatch(typed) or _RUN_TOGETHER.fullmatch(typed):
        day, month, year = (int(part) for part in match.groups())
    elif match := _ISO.fullmatch(typed):
        year, month, day = (int(part) for part in match.groups())
    else:
        raise Refusal("date.short_year" if _SHORT_YEAR.fullmatch(typed) else "date.form", field=field, typed=typed)
    return _checked(year, month, day, field)


def _checked(year: int, month: int, day: int, field: str) -> date:
    if not 1 <= month <= 12:
        raise Refusal("date.month_impossible", field=field, month=month)
    last_day = monthrange(year, month)[1] if year else 31
    if not 1 <= day <= last_day:
        raise Refusal("date.impossible", field=field, day=day, month=month, year=str(year), last_day=last_day)
    if not year:
        raise Refusal("date.year", field=field, year="0000")
    return date(year, month, day)


def _offset(written: str | None, text: str, field: str) -> timezone:
    if not written:
        return LOCAL
    if written == "Z":
        return timezone(timedelta())
    hours, minutes = int(written[1:3]), int(written[-2:])
    if hours > 14 or minutes > 59:
        raise Refusal("moment.form", field=field, typed=text.strip())
    return timezone((1 if written[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))
