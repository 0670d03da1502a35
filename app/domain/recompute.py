"""Another calendar or another setting moves open deadlines: which ones, told as a fact (A16-6).

How deadlines are counted lives in `deadlines`; for which cases the fact is recorded is the service's.
"""

from collections.abc import Iterable
from typing import NamedTuple

from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.calendar import load as shipped
from app.domain.case import CaseState
from app.domain.deadline import Deadline
from app.domain.deadlines import Loader, always, counted, deadlines, key
from app.domain.facts.values import DeadlineMoved
from app.domain.settings import Settings


class Basis(NamedTuple):
    """By what an office counts: its calendar and its settings."""

    calendar: WorkingCalendar
    settings: Settings


def recomputed(state: CaseState, was: Basis, now: Basis, load: Loader = shipped) -> f.course.DeadlinesRecomputed | None:
    """The fact for a case whose open deadlines change; None when nothing moves.

    *Law*: A16-6: a calendar update counts what is open anew, what is done stays as it was. A setting moves targets of
    the office only; the calendar of each deadline stays then, and the fact names none.
    """
    standing = _standing(state, was, load)
    if was.calendar != now.calendar:
        return _told(standing, _all_by(state, now), now.calendar.version)
    return _told(standing, deadlines(state, now.calendar, now.settings, load), "")


def caught_up(state: CaseState, now: Basis, load: Loader = shipped) -> f.course.DeadlinesRecomputed | None:
    """The fact for a case that is open again, when the calendar changed while it was closed; None when nothing moves.

    *Law*: A16-6.
    """
    return _told(_standing(state, now, load), _all_by(state, now), now.calendar.version)


def _standing(state: CaseState, by: Basis, load: Loader) -> list[Deadline]:
    return [d for d in deadlines(state, by.calendar, by.settings, load) if d.done_on is None]


def _all_by(state: CaseState, now: Basis) -> Iterable[Deadline]:
    return counted(state, always(now.calendar), now.calendar, now.settings)


def _told(standing: list[Deadline], again: Iterable[Deadline], version: str) -> f.course.DeadlinesRecomputed | None:
    if not standing:
        return None
    fresh = {key(d): d for d in again}
    moved = tuple(_moved(d, fresh[key(d)]) for d in standing if key(d) in fresh and _dates(d) != _dates(fresh[key(d)]))
    return f.course.DeadlinesRecomputed(changed=moved, calendar=version) if moved else None


def _dates(deadline: Deadline) -> tuple[object, ...]:
    return (deadline.raw, deadline.target, deadline.due)


def _moved(was: Deadline, now: Deadline) -> DeadlineMoved:
    return DeadlineMoved(
        deadline=was.kind, person=was.person, start=was.start, about=was.about, old=was.due, new=now.due
    )
