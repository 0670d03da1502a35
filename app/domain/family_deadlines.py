"""What is due in a family: the 18th birthday of a minor (X-18), the end of a status that came along (L-11.5c)."""

from collections.abc import Iterator
from datetime import date, timedelta

from app.domain import birth
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Person, status
from app.domain.deadline import Deadline, due_on
from app.domain.settings import Settings

_ENDED = frozenset({"refused", "lapsed", "deprived", "terminated"})


def majority(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    """The 18th birthday of each minor in this file; done when the minor got an own file because of it.

    *Law*: X-18. A birth known by the year or the month only counts at its latest; `start` is the earliest it may be.
    A minor who moved to another file of the family is due there and nowhere else; of who is refused or whose status has
    ended nothing goes on in an own file.
    """
    for minor in state.minors:
        if status(state, date.max, minor.id) not in _ENDED:
            yield _majority(minor, calendar, settings)
    for person in state.persons.values():
        if person.place == "struck" and person.struck_reason == "turned_18":
            yield _majority(person, calendar, settings)


def _majority(minor: Person, calendar: WorkingCalendar, settings: Settings) -> Deadline:
    born = minor.recorded.birth
    day = birth.birthday(born, birth.MAJORITY_YEARS, settings.word("majority.leap_day"))
    return due_on(
        "majority",
        "X-18",
        minor.id,
        birth.earliest(born),
        day,
        calendar,
        done_on=minor.struck_on,
        alert_days=settings.numbers("majority.alerts"),
    )


def majority_alerts(day: date, settings: Settings) -> tuple[date, ...]:
    """The days on which the approach of an 18th birthday is shown (X-18)."""
    return tuple(day - timedelta(days=n) for n in settings.numbers("majority.alerts"))
