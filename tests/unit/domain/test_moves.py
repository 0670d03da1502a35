"""Leaving Kazakhstan, and moving between offices: Art. 8(2)(4)-(5), 9(2)(2)-(3) as functions."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import moves
from app.domain.case import CaseState
from app.domain.commands import AnnounceDeparture, EnterRecord, LeaveRecord
from app.domain.deadlines import deadlines
from app.domain.remedies import remedy_tasks
from tests.offices import Desk, after, applicant, child


def day(text: str) -> date:
    return date.fromisoformat(text)


def registered() -> tuple[Desk, CaseState]:
    """Registered on 15.06.2026; today is Monday, 20.07.2026."""
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant(minors=(child(),)))
    desk.now = "2026-07-20 10:00"
    return desk, state


def announce(desk: Desk, state: CaseState, **more: object) -> CaseState:
    command = AnnounceDeparture(case=state.id, **more)  # type: ignore[arg-type]
    return after(state, moves.announce_departure(desk.known, state, command))


def leave(desk: Desk, state: CaseState, **more: object) -> CaseState:
    command = LeaveRecord(**({"case": state.id, "to": "ALO01"} | more))  # type: ignore[arg-type]
    return after(state, moves.leave_record(desk.known, state, command, "ALA01"))


def enter(desk: Desk, state: CaseState, **more: object) -> CaseState:
    values: dict[str, object] = {"case": state.id, "from_office": "ALO01", "arrived_on": day("2026-07-16")}
    command = EnterRecord(**(values | more))  # type: ignore[arg-type]
    return after(state, moves.enter_record(desk.known, state, command, "ALA01"))


def rule(act: object, *args: object, **more: object) -> str:
    with pytest.raises(Refusal) as error:
        act(*args, **more)  # type: ignore[operator]
    return error.value.rule


def tasks(state: CaseState) -> set[tuple[str, str]]:
    return {(task.kind, task.rule) for task in remedy_tasks(state)}


def test_L_8_2_4_the_intention_to_leave_covers_all_unless_some_are_named() -> None:
    desk, state = registered()
    told = announce(desk, state, country="CAN", planned_on=day("2026-09-01"), for_good=True).departures[0]
    assert told.persons == (state.applicant, state.minors[0].id)
    assert (told.on, told.country, told.for_good) == (day("2026-07-20"), "CAN", True)
    assert announce(desk, state, persons=(state.applicant,)).departures[0].persons == (state.applicant,)


ANNOUNCING = [
    ("person.unknown", {"persons": ("nobody",)}),
    ("date.future", {"on": day("2026-07-21")}),
    ("move.before_registration", {"on": day("2026-06-14")}),
    ("departure.planned_before", {"planned_on": day("2026-07-19")}),
    ("reference.country_unknown", {"country": "ZZZ"}),
]


@pytest.mark.parametrize(("wanted", "more"), ANNOUNCING)
def test_L_9_2_2_what_a_notice_of_departure_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(announce, desk, state, **more) == wanted


def test_L_8_2_5_leaving_takes_the_whole_file_off_the_record_and_asks_to_hand_it_over() -> None:
    desk, state = registered()
    state = leave(desk, state, to=" alo01 ", note=" Қонаев ")
    assert state.left is not None
    assert (state.left.to, state.left.note, len(state.left.persons)) == ("ALO01", "Қонаев", 2)
    assert moves.has_left(state)
    assert ("hand_over_after_move", "L-8.2.5") in tasks(state)
    assert rule(leave, desk, state) == "move.left_already"


@pytest.mark.parametrize("arrived", ["2026-07-13", "2026-07-16", "2026-07-20"])
def test_L_8_2_5_five_working_days_from_the_arrival_are_in_time(arrived: str) -> None:
    desk, state = registered()
    state = enter(desk, state, arrived_on=day(arrived), late_reason="x")
    assert state.arrived is not None
    assert state.arrived.late is None
    assert not moves.has_left(state)


def test_L_8_2_5_later_is_flagged_and_accepted() -> None:
    desk, state = registered()
    state = enter(desk, state, arrived_on=day("2026-07-10"), late_reason=" жол жабық ")
    assert state.arrived is not None
    assert state.arrived.late is not None
    assert (state.arrived.late.days, state.arrived.late.reason) == (3, "жол жабық")
    found = next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "record_after_move")
    assert (found.rule, found.start, found.due, found.done_on) == (
        "L-8.2.5", day("2026-07-10"), day("2026-07-17"), day("2026-07-20"),
    )  # fmt: skip


def test_L_9_2_3_a_refugee_moves_under_the_other_article() -> None:
    desk, state = registered()
    granted = f.case.DecisionTaken(
        number="G-1", kind="grant", on=day("2026-07-01"), person=state.applicant, covers=(state.applicant,),
        from_on=day("2026-07-01"), to_on=day("2027-07-01"),
    )  # fmt: skip
    state = enter(desk, after(state, (granted,)))
    found = next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "record_after_move")
    assert found.rule == "L-9.2.3"
    assert ("hand_over_after_move", "L-9.2.3") in tasks(leave(desk, state))


def test_f_33_the_other_record_is_a_referral_of_its_own() -> None:
    desk, state = registered()
    state = enter(desk, state)
    assert ("iab_stay_after_move", "f-33") in tasks(state)
    sent = f.case.RequestSent(request="r", to="iab_stay", person=state.applicant, on=day("2026-07-20"))
    assert ("iab_stay_after_move", "f-33") not in tasks(after(state, (sent,)))


def test_L_8_2_5_who_left_may_come_back() -> None:
    desk, state = registered()
    state = leave(desk, state, on=day("2026-07-06"))
    state = enter(desk, state)
    assert "hand_over_after_move" not in {kind for kind, _ in tasks(state)}
    assert leave(desk, state).left is not None


LEAVING = [
    ("move.office_code", {"to": "Алматы"}),
    ("move.office_code", {"to": ""}),
    ("move.same_office", {"to": "ala01"}),
    ("date.future", {"on": day("2026-07-21")}),
    ("move.before_registration", {"on": day("2026-06-14")}),
]


@pytest.mark.parametrize(("wanted", "more"), LEAVING)
def test_L_8_2_5_what_leaving_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(leave, desk, state, **more) == wanted


ARRIVING = [
    ("move.office_code", {"from_office": "ALO1"}),
    ("move.same_office", {"from_office": "ALA01"}),
    ("date.future", {"arrived_on": day("2026-07-21")}),
    ("date.future", {"on": day("2026-07-21")}),
    ("move.before_arrival", {"on": day("2026-07-15")}),
    ("move.before_registration", {"arrived_on": day("2026-06-14")}),
]


@pytest.mark.parametrize(("wanted", "more"), ARRIVING)
def test_L_9_2_3_what_arriving_cannot_be(wanted: str, more: dict[str, object]) -> None:
    desk, state = registered()
    assert rule(enter, desk, state, **more) == wanted


def test_an_arrival_stands_once_and_needs_a_registered_application() -> None:
    desk, state = registered()
    assert rule(enter, desk, enter(desk, state)) == "move.arrived_already"
    bare = CaseState(id="c", applicant="p")
    assert rule(leave, desk, bare) == "move.not_registered"
    assert rule(enter, desk, bare) == "move.not_registered"
