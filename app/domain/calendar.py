"""The working calendar as data (A16-5): which days are worked. How terms are counted lives in `terms`.

Rules of holidays do not live here: `build/make_calendar.py` writes `resources/calendar/kz.json` from them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from app.base import resources
from app.base.errors import Trouble

DayOff = Literal["weekend", "holiday", "moved", "added"]
"""Why a day is not worked: `moved` is a rest day carried over from another day, `added` one that the office added."""

_WORKED_WEEKDAYS = 5
_LAST = date.max.toordinal()


def _ordinals(days: Iterable[date]) -> frozenset[int]:
    return frozenset(day.toordinal() for day in days)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of Kazakhstan in one version.

    *Shape*: `version` names the data and every day off that the office added (`kz-2026.1+20260902`), so that a stamp of
    it gives the same days everywhere and for ever (A16-6). The sets hold ordinals of days (`date.toordinal`);
    `days_off` are weekdays that are not worked, `moved` those of them that are carried over from another day,
    `extra_days_off` what this office added on top.
    """

    version: str
    first: date
    last: date
    days_off: frozenset[int]
    working_weekends: frozenset[int]
    moved: frozenset[int] = frozenset()
    extra_days_off: frozenset[int] = frozenset()

    @classmethod
    def of(
        cls,
        version: str,
        first: date,
        last: date,
        days_off: Iterable[date],
        working_weekends: Iterable[date] = (),
        moved: Iterable[date] = (),
    ) -> WorkingCalendar:
        """A calendar from plain dates."""
        return cls(version, first, last, _ordinals(days_off), _ordinals(working_weekends), _ordinals(moved))

    def with_days_off(self, days: Iterable[date]) -> WorkingCalendar:
        """This calendar with days off that the office added; days that are off anyway add nothing."""
        added = frozenset(o for o in _ordinals(days) if self._works(o))
        extra = self.extra_days_off | added
        names = (f"+{date.fromordinal(o).isoformat().replace('-', '')}" for o in sorted(extra))
        return replace(self, version=base_version(self.version) + "".join(names), extra_days_off=extra)

    @property
    def added(self) -> tuple[date, ...]:
        """The days off that the office added, in order."""
        return tuple(map(date.fromordinal, sorted(self.extra_days_off)))

    def covers(self, day: date) -> bool:
        """False outside the years of the data, where only weekends are known."""
        return self.first <= day <= self.last

    def is_working(self, day: date) -> bool:
        """True on a working day."""
        return self._works(day.toordinal())

    def why_off(self, day: date) -> DayOff | None:
        """Why a day is not worked, or None on a working day."""
        ordinal = day.toordinal()
        if self._works(ordinal):
            return None
        if ordinal in self.extra_days_off:
            return "added"
        if ordinal in self.moved:
            return "moved"
        return "holiday" if ordinal in self.days_off else "weekend"

    def next_working(self, day: date) -> date:
        """The day itself if it is worked, else the next one that is; total up to the ends of the calendar."""
        ordinal = day.toordinal()
        while ordinal < _LAST and not self._works(ordinal):
            ordinal += 1
        return date.fromordinal(ordinal)

    def last_working_before(self, day: date) -> date:
        """The last working day before a day."""
        ordinal = max(day.toordinal() - 1, 1)
        while ordinal > 1 and not self._works(ordinal):
            ordinal -= 1
        return date.fromordinal(ordinal)

    def add_working_days(self, day: date, n: int) -> date:
        """The n-th working day after a day, which is itself not counted (A16-1)."""
        if n < 0:
            raise ValueError("working days are counted forwards")
        ordinal = day.toordinal()
        while n and ordinal < _LAST:
            ordinal += 1
            n -= self._works(ordinal)
        return date.fromordinal(ordinal)

    def _works(self, ordinal: int) -> bool:
        if ordinal in self.extra_days_off:
            return False
        if (ordinal - 1) % 7 >= _WORKED_WEEKDAYS:  # ordinal 1 is a Monday
            return ordinal in self.working_weekends
        return ordinal not in self.days_off


class Published(NamedTuple):
    """A calendar as it was published: the bytes of its data and the signature that stands beside them."""

    content: bytes
    signature: bytes


@cache
def load(version: str | None = None) -> WorkingCalendar:
    """The calendar that ships with the program, or the shipped one of a version, with the days off that it names.

    *Trouble*: `calendar.version_unknown`.
    """
    if version is None:
        return _shipped()[versions()[-1]]
    base, *added = version.split("+")
    if base not in _shipped():
        raise Trouble("calendar.version_unknown", version=version)
    try:
        days = [date.fromisoformat(day) for day in added]
    except ValueError:
        raise Trouble("calendar.version_unknown", version=version) from None
    return _shipped()[base].with_days_off(days)


def versions() -> tuple[str, ...]:
    """The versions that ship with the program, the oldest first."""
    return tuple(sorted(_shipped(), key=_age))


def base_version(version: str) -> str:
    """The version of the data, without the days off that an office added."""
    return version.partition("+")[0]


def shown_version(version: str) -> str:
    """A version as people read it: the data, and how many days off the office added (`kz-2026.1+2`)."""
    base, *added = version.split("+")
    return f"{base}+{len(added)}" if added else base


def published(version: str) -> Published:
    """The bytes and the signature of a shipped version, for the check of who published it.

    *Trouble*: `calendar.version_unknown`.
    """
    for path in _files():
        content = path.read_bytes()
        if json.loads(content)["version"] == version:
            beside = path.with_name(path.name + ".sig")
            return Published(content, bytes.fromhex(beside.read_text("ascii")) if beside.is_file() else b"")
    raise Trouble("calendar.version_unknown", version=version)


def publisher() -> bytes:
    """The public key of whoever publishes calendars: 32 bytes (Ed25519)."""
    return bytes.fromhex(resources.path("calendar", "publisher.pub").read_text("ascii"))


def _files() -> list[Path]:
    return sorted(resources.path("calendar").glob("*.json"))


@cache
def _shipped() -> dict[str, WorkingCalendar]:
    found = (_read(path.read_bytes()) for path in _files())
    return {calendar.version: calendar for calendar in found}


def _age(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _read(content: bytes) -> WorkingCalendar:
    data = json.loads(content)
    moved = (day for day, name in data["names"].items() if "moved from" in name["en"])
    return WorkingCalendar.of(
        data["version"],
        date.fromisoformat(data["from"]),
        date.fromisoformat(data["to"]),
        map(date.fromisoformat, data["days_off"]),
        map(date.fromisoformat, data["working_weekends"]),
        map(date.fromisoformat, moved),
    )
