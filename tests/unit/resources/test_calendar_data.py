"""`resources/calendar/kz.json`: consistent in itself, true to the weekend rule and to the worked examples of A16."""

import json
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from app.base import resources
from app.base.errors import Trouble
from app.domain import calendar as calendars
from app.services.calendars import check_shipped
from app.sync.published import check_published

SATURDAY = 5


@cache
def calendar() -> Any:
    return json.loads(resources.path("calendar", "kz.json").read_text(encoding="utf-8"))


def dates(key: str) -> list[date]:
    return [date.fromisoformat(day) for day in calendar()[key]]


def works(day: date) -> bool:
    if day.weekday() >= SATURDAY:
        return day.isoformat() in calendar()["working_weekends"]
    return day.isoformat() not in calendar()["days_off"]


def after(day: date, working_days: int) -> date:
    while working_days:
        day += timedelta(days=1)
        working_days -= works(day)
    return day


@pytest.mark.parametrize(
    ("start", "count", "expected"),
    [
        (date(2026, 3, 18), 5, date(2026, 3, 30)),
        (date(2024, 4, 30), 5, date(2024, 5, 10)),
        (date(2026, 8, 26), 5, date(2026, 9, 2)),
        (date(2026, 6, 15), 90, date(2026, 10, 20)),
    ],
)
def test_the_worked_examples_of_a16_come_out(start: date, count: int, expected: date) -> None:
    assert after(start, count) == expected


def test_the_lists_are_sorted_inside_the_span_and_without_doubles() -> None:
    first, last = date.fromisoformat(calendar()["from"]), date.fromisoformat(calendar()["to"])
    assert (first, last) == (date(2022, 1, 1), date(2030, 12, 31))
    for key in ("days_off", "working_weekends", "estimated"):
        assert dates(key) == sorted(set(dates(key)))
        assert all(first <= day <= last for day in dates(key))


def test_days_off_are_weekdays_and_working_weekends_are_weekends() -> None:
    assert all(day.weekday() < SATURDAY for day in dates("days_off"))
    assert all(day.weekday() >= SATURDAY for day in dates("working_weekends"))


def test_every_day_off_has_a_name_and_every_named_weekday_is_off() -> None:
    names = calendar()["names"]
    assert sorted(day for day in names if date.fromisoformat(day).weekday() < SATURDAY) == calendar()["days_off"]
    assert list(names) == sorted(names)
    assert all(name[language].strip() for name in names.values() for language in ("kk", "ru", "en"))


def test_the_moved_days_of_rest_are_the_published_ones() -> None:
    assert calendar()["working_weekends"] == [
        "2022-03-05",
        "2022-08-27",
        "2022-10-22",
        "2023-07-01",
        "2024-05-04",
        "2025-01-05",
    ]
    moved = ["2022-03-07", "2022-08-29", "2022-10-24", "2023-07-07", "2024-05-08", "2025-01-03"]
    assert [day for day, name in calendar()["names"].items() if name["en"].startswith("Day off")] == moved


def test_the_holidays_follow_the_constitution_in_force() -> None:
    names = calendar()["names"]
    august = [year for year in range(2022, 2031) if f"{year}-08-30" in names]
    march = [year for year in range(2022, 2031) if f"{year}-03-15" in names]
    assert august == [2022, 2023, 2024, 2025]
    assert march == [2027, 2028, 2029, 2030]
    assert names["2025-10-25"]["kk"] == "Республика күні"
    assert names["2026-10-25"]["kk"] == "Қазақстан Республикасы күні"


def test_a_holiday_on_a_weekend_moves_its_rest_but_christmas_and_kurban_ait_do_not() -> None:
    names = calendar()["names"]
    on_weekends = [day for day in names if date.fromisoformat(day).weekday() >= SATURDAY]
    exempt = [day for day in on_weekends if day[5:] == "01-07" or "Kurban" in names[day]["en"]]
    shifts = [day for day, name in names.items() if name["en"].endswith("(rest day moved from the weekend)")]
    assert len(shifts) == len(on_weekends) - len(exempt)
    assert not [
        name for name in names.values() if "moved" in name["en"] and ("Kurban" in name["en"] or "Christ" in name["en"])
    ]
    assert {"2026-03-09", "2026-03-24", "2026-03-25", "2026-10-26"} <= set(shifts)
    assert "2023-01-09" not in names and "2024-06-17" not in names


def test_january_2026_is_as_published() -> None:
    off = [day for day in range(1, 12) if not works(date(2026, 1, day))]
    assert off == [1, 2, 3, 4, 7, 10, 11]


def test_kurban_ait_is_marked_as_estimated_from_2026() -> None:
    kurban = {day for day, name in calendar()["names"].items() if "Kurban" in name["en"]}
    assert len(kurban) == 9
    assert sorted(day for day in kurban if day >= "2026") == calendar()["estimated"]
    assert calendar()["estimated"][:2] == ["2026-05-27", "2027-05-16"]


@pytest.mark.parametrize("version", calendars.versions())
def test_A16_5_every_version_is_signed_by_the_publisher(version: str) -> None:
    check_shipped(version)
    published, key = calendars.published(version), calendars.publisher()
    other = bytes([key[0] ^ 1]) + key[1:]
    for content, signature, by in (
        (published.content + b" ", published.signature, key),
        (published.content.replace(b"2026-05-27", b"2026-05-28", 1), published.signature, key),
        (published.content, published.signature[:-1] + b"\x00", key),
        (published.content, b"", key),
        (published.content, published.signature, other),
        (published.content, published.signature, b""),
    ):
        with pytest.raises(Trouble, match=r"published\.signature"):
            check_published(content, signature, by)


def test_the_private_key_is_not_among_the_resources() -> None:
    assert {path.suffix for path in resources.path("calendar").iterdir()} == {".json", ".sig", ".pub"}
    assert not list(resources.root().joinpath("resources").rglob("*.key"))


def test_the_version_before_the_constitution_differs_in_its_holidays_only() -> None:
    old = json.loads(resources.path("calendar", "kz-2025.1.json").read_text(encoding="utf-8"))
    assert old["working_weekends"] == calendar()["working_weekends"] and old["estimated"] == calendar()["estimated"]
    until_2025 = {key: [day for day in data["days_off"] if day < "2026"] for key, data in
                  {"old": old, "new": calendar()}.items()}  # fmt: skip
    assert until_2025["old"] == until_2025["new"]
    gone = sorted(set(old["days_off"]) - set(calendar()["days_off"]))
    come = sorted(set(calendar()["days_off"]) - set(old["days_off"]))
    assert gone == ["2026-08-31", "2027-08-30", "2028-08-30", "2029-08-30", "2030-08-30"]
    assert come == ["2027-03-15", "2028-03-15", "2029-03-15", "2030-03-15"]


def test_the_moved_days_of_2026_and_2027_are_not_invented() -> None:
    assert not [day for day in calendar()["working_weekends"] if day >= "2026"]
    assert any("no moved days" in note for note in calendar()["notes"])
