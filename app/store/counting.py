"""By what an office counts: its settings, the calendar it adopted and the days off it added, as its chain says."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import NamedTuple

import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import calendar as calendars
from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.settings import Settings
from app.journal.entry import read_envelope
from app.store.folding import fact_of
from app.store.tables import chain, entry, journal, setting

CALENDAR_FACTS = (f.office.CalendarAdopted, f.office.DayOffAdded)
"""By these an office counts with another calendar from now on."""
_SAME = (entry.c.o == journal.c.o) & (entry.c.e == journal.c.e) & (entry.c.n == journal.c.n)
_KINDS = [kind.KIND for kind in CALENDAR_FACTS]


class Choices(NamedTuple):
    """By what the deadlines of an office are counted."""

    calendar: WorkingCalendar
    settings: Settings


def mark(choices: Choices) -> str:
    """Another text for other choices."""
    chosen = hashlib.sha256(repr(sorted(choices.settings.chosen.items())).encode()).hexdigest()[:16]
    return f"{choices.calendar.version} {chosen}"


def choices_of(connection: sa.Connection, replica: str, record: str = "") -> Choices:
    """What an office chose, as far as its entries are here; `record` is its record where that is known."""
    rows = connection.execute(sa.select(setting.c.key, setting.c.value).where(setting.c.o == replica))
    return Choices(calendar_of(connection, replica, record), Settings({row.key: row.value for row in rows}))


def choices_of_others(connection: sa.Connection, replica: str) -> dict[str, Choices]:
    """What each other office chose whose chain is here."""
    chains = connection.execute(sa.select(chain.c.o).where(chain.c.o != replica).distinct().order_by(chain.c.o))
    return {o: choices_of(connection, o) for o in chains.scalars().all()}


def calendar_of(
    connection: sa.Connection, replica: str, record: str = "", further: Iterable[f.Fact] = ()
) -> WorkingCalendar:
    """The calendar of an office: the version it adopted last, with every day off it added (A16-5).

    A new store records the version that it begins with; without that the first stamp of its entries tells it, and the
    newest shipped one counts where there is none. A version that this program does not have is passed over: a store
    opens all the same.
    """
    adopted: WorkingCalendar | None = None
    days: dict[date, None] = {}
    for fact in (*_facts(connection, replica, _KINDS, record), *further):
        if isinstance(fact, f.office.DayOffAdded):
            days[fact.day] = None
        elif isinstance(fact, f.office.CalendarAdopted):
            adopted = _loaded(fact.version) or adopted
    return (adopted or _first_stamp(connection, replica) or calendars.load()).with_days_off(days)


def _loaded(version: str) -> WorkingCalendar | None:
    with suppress(Trouble):
        return calendars.load(calendars.base_version(version))
    return None


def _first_stamp(connection: sa.Connection, replica: str) -> WorkingCalendar | None:
    """The calendar of the first entry that was stamped with one."""
    stamps = (fact.calendar for fact in _facts(connection, replica, [f.case.ApplicationLodged.KIND]))
    return next((known for stamp in stamps if stamp and (known := _loaded(stamp))), None)


def _facts(connection: sa.Connection, replica: str, kinds: Iterable[str], record: str = "") -> Iterator[f.Fact]:
    """The readable facts of some kinds in the chain of an office, in order; found faster by the record they are of."""
    placed = [entry.c.r == record] if record else []
    query = (
        sa.select(journal.c.env, journal.c.body)
        .select_from(entry.join(journal, _SAME))
        .where(entry.c.o == replica, entry.c.k.in_(list(kinds)), *placed)
        .order_by(entry.c.e, entry.c.n)
    )
    for env, body in connection.execute(query):
        with suppress(Trouble):  # what cannot be read is named by the check of the whole store
            fact = fact_of(read_envelope(env), body)
            if fact is not None:
                yield fact
