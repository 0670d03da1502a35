"""The working calendar and the settings of the office; what they move in open deadlines is recorded case by case."""

from app.base.errors import Refusal, Trouble
from app.domain import calendar as calendars
from app.domain import facts as f
from app.domain import settings
from app.domain.commands import AddDayOff, AdoptCalendar, ChangeSetting
from app.domain.permissions import require
from app.domain.reasons import stated
from app.domain.recompute import Basis, recomputed
from app.domain.settings import Settings
from app.services.cases import Act, Cases
from app.store.rebuild import kept_states
from app.store.store import Store
from app.store.unit import UnitOfWork
from app.sync.published import check_published

MOST_DAYS_OFF = 100
"""Added days stand in the version that is stamped on every fact."""


def change_setting(uow: UnitOfWork, command: ChangeSetting) -> Cases:
    """Choose another value of what the office decides (`readings.md` 2); targets that move are recorded.

    *Refuses*: `setting.reason`, `reason.too_long`, `setting.unknown`, `setting.value`.
    """
    require(uow.actor, "change_setting")
    reason = stated(command.reason, "setting.reason")
    kept = settings.written(settings.parse(command.key, command.value))
    was = _basis(uow)
    fact = f.office.SettingChanged(key=command.key, value=kept, reason=reason)
    uow.record(uow.store.office_record, fact)
    return _recompute(uow, was, was._replace(settings=Settings({**was.settings.chosen, command.key: kept})))


def add_day_off(uow: UnitOfWork, command: AddDayOff) -> Cases:
    """Let a day that the calendar counts be not worked in this office; open deadlines that move are recorded.

    *Law*: A16-5, A16-6.
    *Refuses*: `calendar.reason`, `calendar.day_outside` (the data do not reach the day), `calendar.day_off_already`,
    `calendar.days_off_limit`.
    """
    require(uow.actor, "add_day_off")
    reason = stated(command.reason, "calendar.reason")
    was = _basis(uow)
    if not was.calendar.covers(command.day):
        raise Refusal("calendar.day_outside", field="day", first=was.calendar.first, last=was.calendar.last)
    if not was.calendar.is_working(command.day):
        raise Refusal("calendar.day_off_already", field="day", day=command.day)
    if len(was.calendar.added) >= MOST_DAYS_OFF:
        raise Refusal("calendar.days_off_limit", field="day", limit=MOST_DAYS_OFF)
    return _count_anew(uow, was, f.office.DayOffAdded(day=command.day, reason=reason))


def adopt_calendar(uow: UnitOfWork, command: AdoptCalendar) -> Cases:
    """Count by another version of the working calendar from now on; open deadlines that move are recorded.

    *Law*: A16-5, A16-6. The data are taken only with the signature of their publisher.
    *Refuses*: `calendar.reason`, `calendar.unknown` (the program has no such version), `calendar.adopted_already`.
    *Trouble*: `published.signature`.
    """
    require(uow.actor, "adopt_calendar")
    reason = stated(command.reason, "calendar.reason")
    version = command.version.strip()
    if version not in calendars.versions():
        raise Refusal("calendar.unknown", field="version", version=version)
    was = _basis(uow)
    if version == calendars.base_version(was.calendar.version):
        raise Refusal("calendar.adopted_already", field="version", version=version)
    check_shipped(version)
    return _count_anew(uow, was, f.office.CalendarAdopted(version=version, reason=reason))


def newer_calendar(store: Store) -> str:
    """The newest version of the working calendar that came with the program and was not adopted yet, or "" (A16-5)."""
    newest = calendars.versions()[-1]
    return "" if newest == calendars.base_version(store.calendar.version) else newest


def check_shipped(version: str) -> None:
    """Check who published a version of the calendar that came with the program.

    *Trouble*: `calendar.version_unknown`, `published.signature`.
    """
    try:
        published, key = calendars.published(version), calendars.publisher()
    except (ValueError, OSError):
        raise Trouble("published.signature") from None
    check_published(published.content, published.signature, key)


def _basis(uow: UnitOfWork) -> Basis:
    return Basis(uow.store.calendar, uow.store.settings)


def _count_anew(uow: UnitOfWork, was: Basis, fact: f.Fact) -> Cases:
    uow.record(uow.store.office_record, fact)
    return _recompute(uow, was, was._replace(calendar=uow.store.calendar_after(uow.connection, fact)))


def _recompute(uow: UnitOfWork, was: Basis, now: Basis) -> Cases:
    """Record in every case held here which of its open deadlines move; one pass over all cases (A16-6).

    A closed file may owe notices and copies still, so it is looked at too.
    """
    changed = []
    for part in kept_states(uow.connection):
        for state in part:
            held = state.holder == uow.store.replica
            fact = recomputed(state, was, now) if held else None
            if fact is not None:
                uow.record(state.id, fact)
                changed.append(state.id)
    return tuple(changed)


ACTS: dict[str, Act] = {
    "change_setting": change_setting,
    "add_day_off": add_day_off,
    "adopt_calendar": adopt_calendar,
}
