"""Dates as people type them, dates known in part, and the day on which an age is reached."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from app.base.errors import Refusal
from app.domain.birth import (
    BirthDate,
    age,
    birthday,
    earliest,
    is_minor,
    latest,
    parse_birth,
    parse_date,
    parse_moment,
    require_birth,
    show,
    typed_form,
)

TODAY = date(2026, 6, 15)


@pytest.mark.parametrize(
    ("typed", "value", "precision"),
    [
        ("31.12.1986", "1986-12-31", "day"),
        ("31121986", "1986-12-31", "day"),
        ("31/12/1986", "1986-12-31", "day"),
        ("31-12-1986", "1986-12-31", "day"),
        (" 31 12 1986 ", "1986-12-31", "day"),
        ("1.2.1986", "1986-02-01", "day"),
        ("1986-12-31", "1986-12-31", "day"),
        ("29.02.2004", "2004-02-29", "day"),
        ("12.1986", "1986-12", "month"),
        ("12/1986", "1986-12", "month"),
        ("121986", "1986-12", "month"),
        ("1986-12", "1986-12", "month"),
        ("1986", "1986", "year"),
        ("~1986", "1986", "estimated"),
        ("~ 12.1986", "1986-12", "estimated"),
        ("15.06.2026", "2026-06-15", "day"),
        ("2026", "2026", "year"),
    ],
)
def test_a_birth_is_read_as_typed(typed: str, value: str, precision: str) -> None:
    assert parse_birth(typed, TODAY) == BirthDate(value, precision)


@pytest.mark.parametrize(
    ("typed", "rule", "facts"),
    [
        ("31.02.1986", "date.impossible", {"day": 31, "month": 2, "year": "1986", "last_day": 28}),
        ("29.02.2023", "date.impossible", {"last_day": 28}),
        ("31.04.1986", "date.impossible", {"last_day": 30}),
        ("0.04.1986", "date.impossible", {"day": 0}),
        ("12.31.1986", "date.month_impossible", {"month": 31}),
        ("13.1986", "date.month_impossible", {"month": 13}),
        ("16.06.2026", "birth.future", {"today": TODAY}),
        ("07.2026", "birth.future", {}),
        ("2027", "birth.future", {}),
        ("1365", "birth.too_old", {"year": "1365", "oldest": "1900"}),
        ("31.12.1899", "birth.too_old", {"year": "1899"}),
        ("01.01.0000", "date.year", {}),
        ("31.12.86", "date.short_year", {"typed": "31.12.86"}),
        ("311286", "date.short_year", {}),
        ("", "date.form", {}),
        ("~", "date.form", {}),
        ("жексенбі", "date.form", {}),
        ("31.12.1986.", "date.form", {}),
    ],
)
def test_a_birth_that_cannot_be_is_refused(typed: str, rule: str, facts: dict[str, object]) -> None:
    with pytest.raises(Refusal) as caught:
        parse_birth(typed, TODAY, field="minor.birth")
    assert caught.value.rule == rule
    assert caught.value.field == "minor.birth"
    assert facts.items() <= caught.value.facts.items()


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("2023-02-30", "date.impossible"),
        ("2023-13", "date.month_impossible"),
        ("1800", "birth.too_old"),
        ("2027", "birth.future"),
    ],
)
def test_a_birth_of_a_command_is_held_to_the_same_rules(value: str, rule: str) -> None:
    with pytest.raises(Refusal) as caught:
        require_birth(BirthDate(value), TODAY)
    assert caught.value.rule == rule
    require_birth(BirthDate("1986-12", "month"), TODAY)


@pytest.mark.parametrize("value", ["2023-02-30", "2023-13-40", "0000-00-00", "0000"])
def test_a_recorded_date_that_cannot_be_still_has_its_bounds(value: str) -> None:
    assert earliest(BirthDate(value)) <= latest(BirthDate(value))


def test_a_birth_of_another_form_is_not_one() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b'{"value": "31.12.1986", "precision": "day"}', type=BirthDate)


def test_bounds_of_a_date_known_in_part() -> None:
    assert (earliest(BirthDate("2008-02", "month")), latest(BirthDate("2008-02", "month"))) == (
        date(2008, 2, 1),
        date(2008, 2, 29),
    )
    assert (earliest(BirthDate("1986", "year")), latest(BirthDate("1986", "year"))) == (
        date(1986, 1, 1),
        date(1986, 12, 31),
    )


def test_18_is_reached_on_the_birthday_and_not_a_day_earlier() -> None:
    born = BirthDate("2008-06-15")
    assert birthday(born, 18) == date(2026, 6, 15)
    assert is_minor(born, date(2026, 6, 14))
    assert not is_minor(born, date(2026, 6, 15))


def test_29_february_counts_as_1_march_unless_the_office_set_28_february() -> None:
    born = BirthDate("2008-02-29")
    assert birthday(born, 18) == date(2026, 3, 1)
    assert birthday(born, 18, "02-28") == date(2026, 2, 28)
    assert birthday(born, 20) == date(2028, 2, 29)
    assert birthday(BirthDate("2008-02", "month"), 18) == date(2026, 3, 1)


def test_a_date_known_in_part_counts_at_its_latest() -> None:
    assert birthday(BirthDate("2008", "year"), 18) == date(2026, 12, 31)
    assert is_minor(BirthDate("2008", "estimated"), date(2026, 12, 30))
    assert not is_minor(BirthDate("2008-05", "month"), date(2026, 5, 31))


def test_age_in_full_years() -> None:
    assert age(BirthDate("2008-06-15"), date(2026, 6, 14)) == 17
    assert age(BirthDate("2008-06-15"), date(2026, 6, 15)) == 18
    assert age(BirthDate("2026", "year"), date(2026, 6, 15)) == 0


def test_dates_are_shown_with_what_is_known() -> None:
    assert [show(BirthDate(value)) for value in ("1986-12-31", "1986-12", "1986")] == ["31.12.1986", "12.1986", "1986"]
    assert typed_form(BirthDate("1986", "estimated")) == "~1986"


@pytest.mark.parametrize("typed", ["08.06.2026", "8.6.2026", "08062026", "2026-06-08", "08 06 2026"])
def test_a_legal_date_is_read(typed: str) -> None:
    assert parse_date(typed, "lodged_on") == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("typed", "rule"), [("08.06.0206", "date.year"), ("2026", "date.form"), ("08.06.26", "date.short_year")]
)
def test_a_legal_date_must_be_whole(typed: str, rule: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_date(typed, "lodged_on")
    assert (caught.value.rule, caught.value.field) == (rule, "lodged_on")


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("08.06.2026 10:00", datetime(2026, 6, 8, 5, 0, tzinfo=UTC)),
        ("8.6.2026 9.05", datetime(2026, 6, 8, 4, 5, tzinfo=UTC)),
        ("08 06 2026 10:00", datetime(2026, 6, 8, 5, 0, tzinfo=UTC)),
        ("08062026 10:00", datetime(2026, 6, 8, 5, 0, tzinfo=UTC)),
        ("2026-06-08T10:00:30+05:00", datetime(2026, 6, 8, 5, 0, 30, tzinfo=UTC)),
        ("2026-06-08T10:00:00Z", datetime(2026, 6, 8, 10, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read_at_utc_plus_five(typed: str, moment: datetime) -> None:
    assert parse_moment(typed, "detained_at") == moment


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("08.06.2026", "moment.form"),
        ("08.06.2026 24:00", "moment.form"),
        ("08.06.2026 10:60", "moment.form"),
        ("08.06.2026 10:00+19:00", "moment.form"),
        ("31.06.2026 10:00", "date.impossible"),
    ],
)
def test_a_moment_that_cannot_be_is_refused(typed: str, rule: str) -> None:
    with pytest.raises(Refusal) as caught:
        parse_moment(typed, "detained_at")
    assert caught.value.rule == rule
