"""Calendars and settings that change under standing cases: nothing swaps places or is cut short, and all agree."""

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
    ArrivalData,
    ChangeSetting,
    CloseCase,
    ListMinor,
    LodgeAppeal,
    LodgeExtension,
    RecordAnswer,
    RecordDetention,
    ReopenCase,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.deadline import Deadline
from app.domain.deadlines import deadlines
from app.domain.facts.values import GroundChosen
from app.domain.stay import APPEAL_TERM, Stay, stay
from app.messages import catalogue
from app.messages.deadlines import deadline_explanation
from app.printing import letters
from app.services import offices, papers
from app.services.calendars import newer_calendar
from app.store.rebuild import rebuild, verify
from app.store.rows import cases
from app.store.store import Store, open_store
from tests.offices import PASSPHRASE, adult, applicant, at, child, do, dump, make_store, register, state_of

NEW, OLD = "kz-2026.1", "kz-2025.1"
"""By the older version 31.08.2026 is a rest day, by the newer one 15.03.2027."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = make_store(tmp_path / "s")
    offices.add_user(made, made.actor("clerk"), "second", "Екінші", ("secretary",))
    made.set_clock(at("2026-08-20 10:00"))
    yield made
    made.close()


@pytest.fixture
def before_the_update(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A program that has the older version only; `undo()` installs the newer program."""
    monkeypatch.setattr(calendar, "_shipped", {OLD: calendar.load(OLD)}.copy)
    calendar.load.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    calendar.load.cache_clear()


def updated(patch: pytest.MonkeyPatch) -> None:
    patch.undo()
    calendar.load.cache_clear()


def decided(store: Store, kind: str = "grant", on: str = "2026-08-26 10:00") -> str:
    (case,) = register(store, applicant(adult("NOORI", "ALI")))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    store.set_clock(at(on))
    take(store, case, kind)
    return case


def take(store: Store, case: str, kind: str, covers: tuple[str, ...] = ()) -> None:
    chosen = (GroundChosen(code="A12-01", reason="негіз"),) if kind == "refuse" else ()
    do(store, TakeDecision(case=case, kind=kind, grounds=chosen, covers=covers))  # type: ignore[arg-type]


def all_of(store: Store, case: str, kind: str) -> list[Deadline]:
    return [d for d in deadlines(state_of(store, case), store.calendar, store.settings) if d.kind == kind]


def stay_of(store: Store, case: str) -> Stay:
    return stay(state_of(store, case), store.clock.today(), store.settings, store.calendar)


def whole(store: Store) -> None:
    assert verify(store).problems == ()
    was = dump(store)
    rebuild(store)
    assert dump(store) == was


# -- two deadlines of one kind, person and day ------------------------------------------------------------------------


def test_A16_6_after_a_calendar_change_each_notice_keeps_what_was_done(store: Store) -> None:
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    case = decided(store)
    do(store, ListMinor(case=case, minor=child("BABY", "2026-08-10")))
    (kid,) = (minor.id for minor in state_of(store, case).minors)
    take(store, case, "grant", (kid,))
    first, second = (d.number for d in state_of(store, case).decisions)
    do(store, SendNotice(case=case, to="iab", decision=second))
    do(store, SendNotice(case=case, to="authorised_body", decision=first))
    do(store, AdoptCalendar(version=NEW, reason="жаңа"))
    standing = {
        (d.kind, d.about): (d.due.day, d.done_on is not None)
        for kind in ("notice_iab", "notice_authorised_body")
        for d in all_of(store, case, kind)
    }
    assert standing == {
        ("notice_iab", first): (2, False),
        ("notice_iab", second): (3, True),
        ("notice_authorised_body", first): (3, True),
        ("notice_authorised_body", second): (2, False),
    }
    with store.reading() as connection:
        shown = [d.kind for d in cases.deadlines_of(connection, case) if d.kind.startswith("notice_")]
    assert sorted(shown) == ["notice_authorised_body", "notice_iab"]
    whole(store)


def test_a_setting_moves_the_deadlines_of_one_decision_and_not_of_another_of_that_day(store: Store) -> None:
    case = decided(store, on="2026-08-26 10:00")
    store.set_clock(at("2027-07-20 10:00"))
    do(store, LodgeExtension(case=case))
    do(store, TakeDecision(case=case, kind="refuse_extend", note="негіз жоқ"))
    state = state_of(store, case)
    ended = f.case.DecisionTaken(
        number="D-X", kind="terminate", on=date(2027, 7, 20), person=state.applicant, covers=(state.applicant,),
        calendar=NEW,
    )  # fmt: skip
    with store.unit(store.actor("clerk")) as uow:
        uow.record(case, ended)
        uow.commit()
    before = {d.about: d.due for d in all_of(store, case, "copy_to_person")}
    do(store, ChangeSetting(key="termination.notice_term", value="10", reason="сынақ"))
    (fact,) = state_of(store, case).recomputed
    assert {moved.about for moved in fact.changed} == {"D-X"}
    shown = {d.about: (d.due, d.before) for d in all_of(store, case, "copy_to_person")}
    (other,) = before.keys() - {"D-X"}
    assert shown[other] == (before[other], None)
    assert shown["D-X"][0] > before["D-X"] == shown["D-X"][1]
    whole(store)


# -- a calendar that comes with a newer program -----------------------------------------------------------------------


def test_A16_5_a_calendar_of_a_program_update_waits_until_it_is_adopted(
    tmp_path: Path, before_the_update: pytest.MonkeyPatch
) -> None:
    store = make_store(tmp_path / "s")
    store.set_clock(at("2026-08-20 10:00"))
    case = decided(store)
    assert (store.calendar.version, newer_calendar(store)) == (OLD, "")
    store.close()
    updated(before_the_update)
    again = open_store(store.folder, "clerk", PASSPHRASE)
    assert (again.calendar.version, newer_calendar(again)) == (OLD, NEW)
    assert do(again, AdoptCalendar(version=NEW, reason="бағдарламамен келді")).cases == (case,)
    assert (again.calendar.version, newer_calendar(again)) == (NEW, "")
    (fact,) = state_of(again, case).recomputed
    assert {(m.old, m.new) for m in fact.changed} == {(date(2026, 9, 3), date(2026, 9, 2))}
    with pytest.raises(Refusal, match=r"calendar\.adopted_already"):
        do(again, AdoptCalendar(version=NEW, reason="тағы"))
    whole(again)
    again.close()


def test_A16_5_a_new_store_records_the_version_that_it_begins_with(store: Store) -> None:
    from app.store.folding import entries_of, fact_of

    with store.reading() as connection:
        facts = [fact_of(envelope, body) for envelope, body in entries_of(connection, store.office_record)]
    assert f.office.CalendarAdopted(version=NEW, reason="") in facts
    with pytest.raises(Refusal, match=r"calendar\.adopted_already"):
        do(store, AdoptCalendar(version=NEW, reason="тағы"))


def test_A16_5_without_a_recorded_version_the_first_stamp_tells_it(store: Store) -> None:
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    register(store)
    with store.local() as connection:  # as a store that was made before the version was recorded
        connection.exec_driver_sql("DELETE FROM entry WHERE k = 'calendar.adopted'")
    with store.reading() as connection:
        assert store.calendar_after(connection).version == OLD


# -- the term of an appeal --------------------------------------------------------------------------------------------


def agreed(store: Store, case: str) -> date:
    """The last day for an appeal, the same on the board and in the stay."""
    (shown,) = all_of(store, case, APPEAL_TERM)
    assert stay_of(store, case).until == shown.due
    return shown.due


def test_L_15_A16_6_board_stay_and_appeal_count_one_term(store: Store) -> None:
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    store.set_clock(at("2026-12-10 10:00"))
    (case,) = register(store, applicant(arrival=ArrivalData(entered_on=date(2026, 12, 8), place="Қорғас")))
    do(store, RecordAnswer(case=case, to="fingerprints", result="done"))
    take(store, case, "refuse")
    store.set_clock(at("2026-12-12 10:00"))
    do(store, AdoptCalendar(version=NEW, reason="жаңа"))
    store.set_clock(at("2026-12-15 10:00"))
    do(store, ServeDecision(case=case, way="hand"))
    assert state_of(store, case).decisions[0].learnt_calendar == NEW
    assert agreed(store, case) == date(2027, 3, 16)
    do(store, AddDayOff(day=date(2027, 3, 16), reason="дауыл"))
    last = agreed(store, case)
    assert last == date(2027, 3, 17)
    store.set_clock(at("2027-03-18 10:00"))
    do(store, LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    assert state_of(store, case).appeals[0].last_day == last
    whole(store)


@pytest.mark.parametrize("added", [None, date(2026, 11, 26)])
def test_L_15_a_setting_changed_later_does_not_cut_a_protection_that_runs(store: Store, added: date | None) -> None:
    case = decided(store, "refuse")
    do(store, ServeDecision(case=case, way="hand"))
    assert agreed(store, case) == date(2026, 11, 26)
    do(store, ChangeSetting(key="appeal.term", value="1", reason="сынақ"))
    if added:
        do(store, AddDayOff(day=added, reason="дауыл"))
    last = date(2026, 11, 27) if added else date(2026, 11, 26)
    assert agreed(store, case) == last
    store.set_clock(at("2026-10-05 10:00"))
    do(store, ServeDecision(case=case, way="post"))
    assert agreed(store, case) == last, "a second copy changes nothing"
    store.set_clock(at("2026-11-30 10:00"))
    do(store, LodgeAppeal(case=case, level="pre_trial", body="Әкімдік"))
    (appeal,) = state_of(store, case).appeals
    assert (appeal.last_day, appeal.late_days) == (last, (date(2026, 11, 30) - last).days)
    whole(store)


def test_L_15_the_months_are_those_of_the_day_on_which_the_person_learned(store: Store) -> None:
    case = decided(store, "refuse")
    do(store, ServeDecision(case=case, way="post"))
    assert state_of(store, case).decisions[0].appeal_months == 0
    do(store, ChangeSetting(key="appeal.term", value="2", reason="сынақ"))
    store.set_clock(at("2026-09-01 10:00"))
    do(store, ServeDecision(case=case, way="post", learnt_on=date(2026, 9, 1)))
    do(store, ChangeSetting(key="appeal.term", value="1", reason="сынақ"))
    assert state_of(store, case).decisions[0].appeal_months == 2
    assert agreed(store, case) == store.calendar.next_working(date(2026, 11, 1))


# -- closed files -----------------------------------------------------------------------------------------------------


def test_A16_6_what_a_closed_file_owes_is_counted_anew_too(store: Store) -> None:
    case = decided(store, "refuse")
    do(store, CloseCase(case=case, code="TRF"))
    assert do(store, AddDayOff(day=date(2026, 9, 1), reason="дауыл")).cases == (case,)
    (copy,) = all_of(store, case, "copy_to_person")
    assert (copy.due, copy.before) == (date(2026, 9, 3), date(2026, 9, 2))
    whole(store)


def test_A16_6_a_file_opened_again_catches_up_with_the_calendar(store: Store) -> None:
    (case,) = register(store)
    do(store, CloseCase(case=case, code="TRF"))
    do(store, AddDayOff(day=date(2026, 11, 20), reason="дауыл"))
    assert state_of(store, case).recomputed == ()
    do(store, ReopenCase(case=case, what="closing", reason="қате", second="second"))
    (end,) = all_of(store, case, "decision")
    assert (end.due, end.before) == (date(2026, 11, 23), date(2026, 11, 20))
    assert end.calendar == store.calendar.version
    do(store, CloseCase(case=case, code="TRF"))
    do(store, ReopenCase(case=case, what="closing", reason="қате", second="second"))
    assert len(state_of(store, case).recomputed) == 1, "nothing moved the second time"
    whole(store)


# -- papers and targets -----------------------------------------------------------------------------------------------


def test_L_18_1_the_notice_counts_by_the_calendar_of_the_office(store: Store) -> None:
    store.set_clock(at("2026-08-21 10:00"))
    do(store, AddDayOff(day=date(2026, 9, 21), reason="дауыл"))
    case = decided(store, "refuse", on="2026-08-21 10:00")
    state, context = state_of(store, case), papers.printing_context(store, store.actor("clerk"))
    _, earliest, _ = letters._departure(state, state.decisions[0], "ru", context)
    assert earliest == stay_of(store, case).earliest_departure == date(2026, 9, 22)


def test_L_11_5b_the_notice_names_the_day_of_the_certificate_that_the_board_shows(store: Store) -> None:
    case = decided(store)
    do(store, AddDayOff(day=date(2026, 9, 1), reason="дауыл"))
    state = state_of(store, case)
    (due,) = all_of(store, case, "refugee_certificate")
    assert papers._certificate_by(store, state, state.decisions[0]) == due.due == date(2026, 9, 3)


def test_L_10_4b_the_target_after_a_detention_is_not_before_the_notice(store: Store) -> None:
    store.set_clock(at("2026-03-21 10:00"))
    command = RecordDetention(
        person=adult(), body="ПБ", detained_at=at("2026-03-21 08:00"), received_at=at("2026-03-21 09:00")
    )
    (case,) = do(store, command).cases
    (due,) = all_of(store, case, "detention")
    assert (due.start, due.target, due.due) == (date(2026, 3, 21), date(2026, 3, 21), date(2026, 3, 23))
    told = {language: " ".join(deadline_explanation(due, language)) for language in catalogue.LANGUAGES}
    assert "the very day on which the term starts" in told["en"]
    assert "сам день начала срока" in told["ru"] and "мерзім басталатын күннің өзі" in told["kk"]


def test_the_newest_version_is_the_one_to_adopt(store: Store) -> None:
    assert newer_calendar(store) == ""
    do(store, AddDayOff(day=date(2026, 9, 1), reason="дауыл"))
    assert newer_calendar(store) == ""
    do(store, AdoptCalendar(version=OLD, reason="сынақ"))
    assert newer_calendar(store) == NEW
