"""What follows something is not dated before it: notices, lodgings, postponements; and the term after a detention."""

from datetime import date

import pytest

from app.base.errors import Refusal
from app.domain import decisions
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, PostponeConsideration
from app.domain.deadlines import Deadline, colour, deadlines
from tests.offices import Desk, after, applicant, at


def detained(notified: str, registered: str, by: str = "2026-06-11 09:00") -> tuple[Desk, CaseState]:
    desk = Desk(registered)
    (state,) = desk.register(
        applicant(arrival=ArrivalData()),
        way="detention", detained_at=at(by), notified_at=at(notified), detaining_body="ІІБ",
    )  # fmt: skip
    return desk, state


def the_deadline(desk: Desk, state: CaseState) -> Deadline:
    return next(d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "detention")


@pytest.mark.parametrize(
    ("notified", "due", "alert"),
    [
        ("2026-06-12 10:00", "2026-06-14", 2),
        ("2026-06-11 10:00", "2026-06-13", 1),
        ("2026-06-15 10:00", "2026-06-17", 1),
    ],
)
def test_L_10_4b_two_calendar_days_run_over_the_weekend(notified: str, due: str, alert: int) -> None:
    desk, state = detained(notified, "2026-06-18 10:00")
    found = the_deadline(desk, state)
    assert (found.rule, found.due, found.done_on) == ("L-10.4b", date.fromisoformat(due), date(2026, 6, 18))
    assert found.alert_days == (alert,)
    assert found.raw == found.due  # a day off moves nothing


def test_L_10_4b_the_last_working_day_before_is_the_alert() -> None:
    desk, state = detained("2026-06-12 10:00", "2026-06-18 10:00")
    waiting = the_deadline(desk, state)
    assert [colour(waiting, date(2026, 6, day)) for day in (11, 12, 14, 15)] == ["green", "amber", "amber", "red"]


@pytest.mark.parametrize(
    ("notified", "hours"), [("2026-06-12 09:00", 0), ("2026-06-12 09:01", 1), ("2026-06-13 09:00", 24)]
)
def test_L_10_4a_a_notice_later_than_a_day_is_flagged(notified: str, hours: int) -> None:
    _desk, state = detained(notified, "2026-06-15 10:00")
    assert state.detention is not None
    assert (state.detention.late.hours if state.detention.late else 0) == hours


def test_a_notice_does_not_come_before_the_detention() -> None:
    with pytest.raises(Refusal) as error:
        detained("2026-06-11 08:59", "2026-06-15 10:00")
    assert (error.value.rule, error.value.field) == ("detention.notice_before", "notified_at")


@pytest.mark.parametrize(
    ("arrival", "lodged"),
    [
        (ArrivalData(entered_on=date(2026, 6, 10)), "2026-06-09 10:00"),
        (ArrivalData(entered_at=at("2026-06-10 12:00")), "2026-06-10 11:59"),
    ],
)
def test_nobody_lodges_before_having_arrived(arrival: ArrivalData, lodged: str) -> None:
    with pytest.raises(Refusal) as error:
        Desk("2026-06-15 10:00").register(applicant(arrival=arrival), lodged_at=at(lodged))
    assert (error.value.rule, error.value.field) == ("application.lodged_before_arrival", "lodged_at")


def test_a_second_postponement_does_not_precede_the_first() -> None:
    desk = Desk("2026-06-15 10:00")
    (state,) = desk.register(applicant())
    desk.now = "2026-09-01 10:00"
    first = PostponeConsideration(case=state.id, until=date(2026, 12, 1), reason="x", on=date(2026, 8, 20))
    state = after(state, decisions.postpone(desk.known, state, first))
    second = PostponeConsideration(case=state.id, until=date(2027, 1, 1), reason="y", on=date(2026, 8, 19))
    with pytest.raises(Refusal) as error:
        decisions.postpone(desk.known, state, second)
    assert (error.value.rule, error.value.field) == ("postponement.before_earlier", "on")


@pytest.mark.parametrize(("on", "sent"), [("2023-12-31", False), ("2024-01-01", True)])
def test_A15_the_referral_for_fingerprints_begins_in_2024(on: str, sent: bool) -> None:
    desk = Desk(f"{on} 10:00")
    (state,) = desk.register(applicant(arrival=ArrivalData()))
    assert (state.request_for("fingerprints") is not None) == sent
    kinds = {d.kind for d in deadlines(state, desk.known.calendar, desk.settings)}
    assert ("fingerprints" in kinds) == sent
