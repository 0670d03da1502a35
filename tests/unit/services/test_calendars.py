"""Days off, adopted calendars and settings as commands: what moves is recorded in each case, in one transaction."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.base.errors import Refusal
from app.domain import calendar
from app.domain import facts as f
from app.domain.commands import (
    AddDayOff,
    AdoptCalendar,
    ChangeSetting,
    CloseCase,
    Command,
    RecordAnswer,
    TakeDecision,
)
from app.domain.permissions import Actor
from app.services.acts import perform
from app.services.calendars import MOST_DAYS_OFF, add_day_off
from app.services.offices import change_setting
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, do, dump, make_store, register, state_of, trace

NEW, OLD = "kz-2026.1", "kz-2025.1"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    made.set_clock(at("2026-08-20 10:00"))
    yield made
    made.close()


def granted(store: Store, on: str = "2026-08-26 10:00") -> str:
    (case,) = register(store, applicant(adult("NOORI", "ALI")))
    store.set_clock(at(on))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    do(store, TakeDecision(case=case, kind="grant"))
    return case


def due(store: Store, case: str) -> dict[str, date]:
    with store.reading() as connection:
        return {d.kind: d.due for d in cases.deadlines_of(connection, case)}


def whole(store: Store) -> None:
    """The store verifies, and a rebuild gives the same tables and the same calendar."""
    assert verify(store).problems == ()
    before, version = dump(store), store.calendar.version
    rebuild(store)
    assert dump(store) == before
    assert store.calendar.version == version


def test_A16_6_a_day_off_moves_open_deadlines_and_says_so_in_the_case(store: Store) -> None:
    case = granted(store)
    (other,) = register(store)
    assert due(store, case)["notice_iab"] == date(2026, 9, 2)
    outcome = do(store, AddDayOff(day=date(2026, 9, 1), reason="дауыл"))
    assert outcome.cases == (case,)
    assert [type(fact) for fact in outcome.facts] == [f.office.DayOffAdded, f.course.DeadlinesRecomputed]
    assert store.calendar.version == f"{NEW}+20260901"
    assert due(store, case)["notice_iab"] == date(2026, 9, 3)
    state = state_of(store, case)
    assert [fact.calendar for fact in state.recomputed] == [store.calendar.version]
    assert state_of(store, other).recomputed == ()
    whole(store)


def test_A16_6_a_later_term_starts_under_the_calendar_with_the_day_off(store: Store) -> None:
    do(store, AddDayOff(day=date(2026, 9, 1), reason="дауыл"))
    case = granted(store)
    state = state_of(store, case)
    assert state.decisions[0].calendar == f"{NEW}+20260901" and state.recomputed == ()
    assert due(store, case)["notice_iab"] == date(2026, 9, 3)
    whole(store)


def test_A16_5_another_version_is_adopted_and_taken_back_and_each_change_is_recorded(store: Store) -> None:
    case = granted(store)
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    assert (store.calendar.version, due(store, case)["notice_iab"]) == (OLD, date(2026, 9, 3))
    do(store, AddDayOff(day=date(2026, 9, 4), reason="дауыл"))
    assert due(store, case)["notice_iab"] == date(2026, 9, 3)
    do(store, AdoptCalendar(version=NEW, reason="жаңа Конституция"))
    assert (store.calendar.version, due(store, case)["notice_iab"]) == (f"{NEW}+20260904", date(2026, 9, 2))
    versions = [fact.calendar for fact in state_of(store, case).recomputed]
    assert versions == [OLD, f"{NEW}+20260904"]
    whole(store)


def test_A16_5_a_day_off_that_an_older_calendar_has_comes_back_with_the_newer_one(store: Store) -> None:
    do(store, AddDayOff(day=date(2026, 8, 31), reason="дауыл"))
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    assert store.calendar.version == OLD and not store.calendar.is_working(date(2026, 8, 31))
    do(store, AdoptCalendar(version=NEW, reason="сынақ"))
    assert store.calendar.version == f"{NEW}+20260831"
    whole(store)


def test_A16_5_the_calendar_of_the_office_is_there_when_the_store_is_opened_again(store: Store) -> None:
    case = granted(store)
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    do(store, AddDayOff(day=date(2026, 9, 3), reason="дауыл"))
    was, version = dump(store), store.calendar.version
    store.close()
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert (again.calendar.version, due(again, case)["notice_iab"]) == (version, date(2026, 9, 4))
    assert dump(again) == was
    assert verify(again).problems == ()
    again.close()


def test_A16_6_a_closed_case_that_owes_nothing_gets_no_fact(store: Store) -> None:
    (case,) = register(store)
    do(store, CloseCase(case=case, code="TRF"))
    assert do(store, AddDayOff(day=date(2026, 11, 20), reason="дауыл")).cases == ()
    whole(store)


def test_a_setting_that_moves_a_target_is_recorded_in_the_cases_it_moves(store: Store) -> None:
    (case,) = register(store)
    before = state_of(store, case)
    outcome = do(store, ChangeSetting(key="fingerprint.target", value="9", reason="шалғай аудан"))
    assert outcome.cases == (case,)
    (fact,) = state_of(store, case).recomputed
    assert fact.calendar == "" and [m.deadline for m in fact.changed] == ["fingerprints"]
    change_setting(store, store.actor("clerk"), "decision.alerts", "20,5", "сынақ")
    assert len(state_of(store, case).recomputed) == 1 + len(before.recomputed)
    assert store.settings.numbers("decision.alerts") == (20, 5)
    whole(store)


def test_the_courier_reaches_the_rows_of_every_case(store: Store) -> None:
    case = granted(store)
    do(store, ChangeSetting(key="courier.days_before", value="2", reason="шалғай аудан"))
    with store.reading() as connection:
        shown = {d.kind: d.courier for d in cases.deadlines_of(connection, case)}
    assert shown["notice_iab"] == date(2026, 8, 31)
    whole(store)


def test_what_was_not_committed_is_not_counted_by(store: Store) -> None:
    case = granted(store)
    was = trace(store)
    with store.unit(store.actor("clerk")) as uow:
        assert add_day_off(uow, AddDayOff(day=date(2026, 9, 1), reason="дауыл")) == (case,)
    assert store.calendar.version == NEW
    assert trace(store) == was
    assert verify(store).problems == ()


BAD: list[tuple[Command, str]] = [
    (AddDayOff(day=date(2026, 9, 1), reason=" "), "calendar.reason"),
    (AddDayOff(day=date(2026, 9, 5), reason="x"), "calendar.day_off_already"),
    (AddDayOff(day=date(2026, 12, 16), reason="x"), "calendar.day_off_already"),
    (AddDayOff(day=date(2021, 12, 31), reason="x"), "calendar.day_outside"),
    (AddDayOff(day=date.max, reason="x"), "calendar.day_outside"),
    (AddDayOff(day=date.min, reason="x"), "calendar.day_outside"),
    (AddDayOff(day=date(2026, 9, 1), reason="x" * 5_000_000), "reason.too_long"),
    (AdoptCalendar(version=OLD, reason=""), "calendar.reason"),
    (AdoptCalendar(version="kz-1999.1", reason="x"), "calendar.unknown"),
    (AdoptCalendar(version="", reason="x"), "calendar.unknown"),
    (AdoptCalendar(version=f"{OLD}+20260901", reason="x"), "calendar.unknown"),
    (AdoptCalendar(version="../../kz", reason="x"), "calendar.unknown"),
    (AdoptCalendar(version=NEW, reason="x"), "calendar.adopted_already"),
    (ChangeSetting(key="fingerprint.target", value="9", reason=""), "setting.reason"),
    (ChangeSetting(key="no.such", value="9", reason="x"), "setting.unknown"),
    (ChangeSetting(key="courier.days_before", value="0", reason="x"), "setting.value"),
    (ChangeSetting(key="courier.days_before", value="soon", reason="x"), "setting.value"),
]


@pytest.mark.parametrize(("command", "rule"), BAD, ids=lambda x: x if isinstance(x, str) else "")
def test_what_cannot_be_is_refused_and_leaves_no_trace(store: Store, command: Command, rule: str) -> None:
    register(store)
    was = trace(store)
    with pytest.raises(Refusal) as caught:
        do(store, command)
    assert caught.value.rule == rule
    assert trace(store) == was and store.calendar.version == NEW


def test_days_off_are_limited_because_every_stamp_names_them(store: Store) -> None:
    day, added = date(2026, 9, 1), 0
    with store.unit(store.actor("clerk")) as uow:
        while added < MOST_DAYS_OFF:
            day = store.calendar.add_working_days(day, 1)
            uow.record(store.office_record, f.office.DayOffAdded(day=day, reason="x"))
            added += 1
        uow.commit()
    assert len(store.calendar.added) == MOST_DAYS_OFF
    with pytest.raises(Refusal, match=r"calendar\.days_off_limit"):
        do(store, AddDayOff(day=store.calendar.add_working_days(day, 1), reason="x"))
    whole(store)


@pytest.mark.parametrize(
    "command", [AddDayOff(day=date(2026, 9, 1), reason="x"), AdoptCalendar(version=OLD, reason="x")]
)
def test_a_clerk_alone_does_not_change_the_calendar(store: Store, command: Command) -> None:
    with pytest.raises(Refusal, match=r"permission\.role"):
        perform(store, Actor("clerk", frozenset({"clerk"}), "region"), command)


def test_a_calendar_of_a_newer_program_leaves_the_shipped_one_in_force(store: Store) -> None:
    with store.unit(store.actor("clerk")) as uow:
        uow.record(store.office_record, f.office.CalendarAdopted(version="kz-2099.9", reason="x"))
        uow.record(store.office_record, f.office.DayOffAdded(day=date(2026, 9, 1), reason="x"))
        uow.commit()
    assert store.calendar == calendar.load().with_days_off([date(2026, 9, 1)])
    whole(store)
