"""A16-6: a calendar update counts open deadlines anew and says so as a fact; what is done, and what stands, is kept."""

from datetime import date
from itertools import pairwise

import pytest

from app.domain import calendar
from app.domain import facts as f
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState
from app.domain.case_fold import evolve
from app.domain.deadline import Deadline
from app.domain.deadlines import courier_by, deadlines, open_deadlines
from app.domain.facts.values import DeadlineMoved
from app.domain.recompute import Basis, recomputed
from app.domain.settings import Settings
from tests.offices import Desk, after, applicant, at

OLD, NEW = calendar.load("kz-2025.1"), calendar.load("kz-2026.1")
"""By the older version 31.08.2026 is a rest day (30 August was a Sunday), by the newer one it is worked."""
PLAIN = Settings({})
WAS, NOW = Basis(OLD, PLAIN), Basis(NEW, PLAIN)


def decided(
    on: date = date(2026, 8, 26), kind: str = "grant", number: str = "D-1", stamp: str = OLD.version
) -> CaseState:
    (state,) = Desk("2026-06-15 10:00").register(applicant())
    return after(state, [taken(state, on, kind, "D-1", stamp)])


def taken(state: CaseState, on: date, kind: str, number: str, stamp: str = OLD.version) -> f.case.DecisionTaken:
    return f.case.DecisionTaken(
        number=number, kind=kind, on=on, person=state.applicant, covers=(state.applicant,),  # type: ignore[arg-type]
        from_on=on, to_on=on.replace(year=on.year + 1), calendar=stamp,
    )  # fmt: skip


def by_kind(state: CaseState, current: WorkingCalendar, settings: Settings = PLAIN) -> dict[str, Deadline]:
    return {d.kind: d for d in deadlines(state, current, settings)}


def dues(state: CaseState, current: WorkingCalendar) -> dict[str, tuple[date, str]]:
    return {kind: (d.due, d.calendar) for kind, d in by_kind(state, current).items()}


def test_A16_6_open_deadlines_move_and_the_fact_says_from_when_to_when() -> None:
    state = decided()
    fact = recomputed(state, WAS, NOW)
    assert fact is not None and fact.calendar == NEW.version
    moved = {m.deadline: m for m in fact.changed}
    assert {"notice_authorised_body", "notice_iab", "refugee_certificate"} <= set(moved)
    assert {(m.old, m.new, m.start) for m in moved.values()} == {
        (date(2026, 9, 3), date(2026, 9, 2), date(2026, 8, 26))
    }


def test_A16_6_without_the_fact_a_deadline_keeps_its_version_and_with_it_takes_the_new_one() -> None:
    state = decided()
    assert by_kind(state, NEW)["notice_iab"].due == date(2026, 9, 3)
    fact = recomputed(state, WAS, NOW)
    moved = by_kind(evolve(state, fact), NEW)["notice_iab"]
    assert (moved.due, moved.calendar, moved.before) == (date(2026, 9, 2), NEW.version, date(2026, 9, 3))
    untouched = by_kind(evolve(state, fact), NEW)["extension_application"]
    assert (untouched.calendar, untouched.before) == (OLD.version, None)


def test_A16_6_what_is_done_is_not_counted_anew() -> None:
    state = decided()
    told = f.case.NoticeSent(decision="D-1", to="iab", way="paper", on=date(2026, 8, 28))
    state = evolve(state, told)
    fact = recomputed(state, WAS, NOW)
    assert fact is not None and "notice_iab" not in {m.deadline for m in fact.changed}
    shown = by_kind(evolve(state, fact), NEW)
    assert (shown["notice_iab"].due, shown["notice_iab"].calendar) == (date(2026, 9, 3), OLD.version)
    assert shown["notice_authorised_body"].due == date(2026, 9, 2)


def test_A16_6_a_case_in_which_nothing_moves_gets_no_fact() -> None:
    state = decided(on=date(2026, 7, 1))
    assert recomputed(state, WAS, NOW) is None
    assert recomputed(state, WAS, WAS) is None
    assert recomputed(CaseState(id="c"), WAS, NOW) is None


def test_A16_6_a_term_that_starts_after_the_update_goes_by_its_own_stamp() -> None:
    state = decided()
    state = evolve(state, recomputed(state, WAS, NOW))
    local = NEW.with_days_off([date(2026, 10, 7)])
    state = evolve(state, taken(state, date(2026, 10, 5), "refuse", "D-2", local.version))
    later = [d for d in deadlines(state, local, PLAIN) if d.start == date(2026, 10, 5) and d.kind == "notice_iab"]
    assert [(d.due, d.calendar, d.before) for d in later] == [(date(2026, 10, 13), local.version, None)]


def test_A16_6_the_newest_fact_that_names_a_deadline_counts_and_each_tells_the_day_before_it() -> None:
    state = decided()
    steps = [OLD, NEW, NEW.with_days_off([date(2026, 9, 1)]), NEW.with_days_off([date(2026, 9, 1), date(2026, 9, 2)])]
    seen = []
    for was, now in pairwise(steps):
        state = evolve(state, recomputed(state, Basis(was, PLAIN), Basis(now, PLAIN)))
        one = by_kind(state, now)["notice_iab"]
        seen.append((one.before, one.due, one.calendar))
    assert seen == [
        (date(2026, 9, 3), date(2026, 9, 2), steps[1].version),
        (date(2026, 9, 2), date(2026, 9, 3), steps[2].version),
        (date(2026, 9, 3), date(2026, 9, 4), steps[3].version),
    ]
    assert len(state.recomputed) == 3
    again = calendar.load(steps[3].version)
    assert dues(state, again) == dues(state, steps[3])


def test_A16_6_a_target_before_the_last_day_moves_too() -> None:
    (state,) = Desk("2026-06-16 10:00").register(applicant())
    end = by_kind(state, NEW)["decision"]
    assert (end.raw, end.target, end.due) == (date(2026, 9, 16), date(2026, 9, 16), date(2026, 9, 16))
    local = NEW.with_days_off([date(2026, 9, 16)])
    fact = recomputed(state, NOW, Basis(local, PLAIN))
    moved = by_kind(evolve(state, fact), local)["decision"]
    assert (moved.target, moved.due, moved.before) == (date(2026, 9, 15), date(2026, 9, 17), date(2026, 9, 16))
    more = local.with_days_off([date(2026, 9, 15)])
    second = recomputed(evolve(state, fact), Basis(local, PLAIN), Basis(more, PLAIN))
    assert second is not None and [(m.old, m.new) for m in second.changed] == [(date(2026, 9, 17), date(2026, 9, 17))]
    shown = by_kind(after(state, [fact, second]), more)["decision"]
    assert (shown.target, shown.due, shown.before) == (date(2026, 9, 14), date(2026, 9, 17), None)


def test_a_setting_moves_targets_and_leaves_the_calendar_of_each_deadline() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant())
    longer = Settings({"fingerprint.target": "9"})
    fact = recomputed(state, NOW, Basis(NEW, longer))
    assert fact is not None and fact.calendar == ""
    assert [(m.deadline, m.old, m.new) for m in fact.changed] == [
        ("fingerprints", date(2026, 6, 18), date(2026, 6, 24))
    ]
    shown = by_kind(evolve(state, fact), NEW, longer)["fingerprints"]
    assert (shown.due, shown.before, shown.calendar) == (date(2026, 6, 24), date(2026, 6, 18), NEW.version)


@pytest.mark.parametrize("version", ["kz-1999.1", "", "+", "kz-2026.1+20260901"])
def test_a_recomputation_that_names_what_is_not_there_changes_nothing_and_stops_nothing(version: str) -> None:
    state = decided(stamp=NEW.version)
    stranger = DeadlineMoved(deadline="notice_iab", person="nobody", old=date(2026, 9, 3), new=date(2026, 9, 2))
    fact = f.course.DeadlinesRecomputed(changed=(stranger,), calendar=version)
    assert dues(evolve(state, fact), NEW) == dues(state, NEW)
    own = DeadlineMoved(
        deadline="notice_iab", person=state.applicant, start=date(2026, 8, 26), old=date.min, new=date.max
    )
    found = open_deadlines(evolve(state, f.course.DeadlinesRecomputed(changed=(own,), calendar=version)), NEW, PLAIN)
    assert len(found) == len(open_deadlines(state, NEW, PLAIN))


def test_L_11_1b_a_postponed_decision_tells_the_day_before_each_postponement() -> None:
    (state,) = Desk("2026-06-15 10:00").register(applicant())
    assert by_kind(state, NEW)["decision"].before is None
    first = f.case.ConsiderationPostponed(number="D-1", on=date(2026, 9, 10), until=date(2026, 12, 10), reason="x")
    second = f.case.ConsiderationPostponed(number="D-2", on=date(2026, 12, 1), until=date(2027, 3, 1), reason="x")
    state = evolve(state, first)
    assert by_kind(state, NEW)["decision_postponed"].before == date(2026, 9, 15)
    assert by_kind(evolve(state, second), NEW)["decision_postponed"].before == date(2026, 12, 10)


def test_f_42_the_end_of_an_extended_status_tells_the_end_before_it() -> None:
    state = decided(on=date(2025, 7, 1), stamp=NEW.version)
    state = evolve(state, taken(state, date(2026, 6, 1), "extend", "D-2", NEW.version))
    ends = [(d.due, d.before) for d in deadlines(state, NEW, PLAIN) if d.kind == "status_expiry"]
    assert ends[-1] == (date(2027, 6, 1), date(2026, 7, 1))


def test_the_courier_leaves_so_many_working_days_before_the_target() -> None:
    state = decided(on=date(2026, 8, 26), stamp=NEW.version)
    one = by_kind(state, NEW)["notice_iab"]
    assert one.target == date(2026, 9, 2) and one.courier is None
    left = [courier_by(one, NEW, n) for n in (0, 1, 2, 3, 4, 5, 60)]
    assert [day.day for day in left] == [2, 1, 31, 28, 27, 26, 26]
    assert left[-1] == one.start
    settings = Settings({"courier.days_before": "3"})
    shown = {d.kind: d.courier for d in deadlines(state, NEW, settings)}
    assert shown["notice_iab"] == shown["refugee_certificate"] == date(2026, 8, 28)
    assert shown["status_expiry"] is None and shown["extension_application"] is None
    told = evolve(state, f.case.NoticeSent(decision="D-1", to="iab", way="paper", on=date(2026, 8, 28)))
    assert {d.kind: d.courier for d in deadlines(told, NEW, settings)}["notice_iab"] is None


def test_A16_6_a_recomputation_gives_days_and_never_what_was_done() -> None:
    """Two applications of one day share a name: the one withdrawn stays done, the other stays open."""
    state = decided()
    lodged = f.case.ApplicationLodged(kind="extension", way="arrival", lodged_at=at("2027-05-20 10:00"))
    withdrawn = f.case.ApplicationWithdrawn(kind="extension", on=date(2027, 5, 20), statement="x")
    state = after(state, [lodged, withdrawn, lodged])
    sooner = Settings({"extension.decide_by": "20"})
    moved = recomputed(state, WAS, Basis(NEW, sooner))
    assert moved is not None and "extension_decision" in {m.deadline for m in moved.changed}
    found = [d.done_on for d in deadlines(evolve(state, moved), NEW, sooner) if d.kind == "extension_decision"]
    assert found == [date(2027, 5, 20), None]
