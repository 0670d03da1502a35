"""Deadlines of a case: the dates of the stories, colours at their edges, and when something counts as done."""

from datetime import date, timedelta

import pytest

from app.domain import calendar
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ArrivalData
from app.domain.deadlines import Deadline, colour, deadlines, majority_alerts, open_deadlines
from app.domain.settings import Settings
from tests.offices import Desk, after, applicant, child

FIVE = ("notice_authorised_body", "notice_iab", "copy_to_person", "refugee_certificate")


def registered(on: str, settings: dict[str, object] | None = None, **more: object) -> tuple[Desk, CaseState]:
    desk = Desk(f"{on} 10:00", settings)
    (state,) = desk.register(applicant(arrival=ArrivalData(), **more))
    return desk, state


def all_of(desk: Desk, state: CaseState) -> dict[str, Deadline]:
    return {d.kind: d for d in deadlines(state, desk.known.calendar, desk.settings)}


def decided(state: CaseState, kind: str, on: date, to: date | None = None) -> CaseState:
    taken = f.case.DecisionTaken(
        number="D-1",
        kind=kind,
        on=on,
        person=state.applicant,
        covers=(state.applicant,),
        from_on=on,
        to_on=to,  # type: ignore[arg-type]
    )
    return after(state, [taken])


# -- dates --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "raw", "target", "due"),
    [
        ("2026-06-15", "2026-09-15", "2026-09-15", "2026-09-15"),
        ("2025-11-30", "2026-02-28", "2026-02-27", "2026-03-02"),
        ("2023-10-16", "2024-01-16", "2024-01-16", "2024-01-16"),
        ("2026-11-12", "2027-02-12", "2027-02-12", "2027-02-12"),
        ("2026-09-07", "2026-12-07", "2026-12-07", "2026-12-07"),
        ("2026-11-29", "2027-02-28", "2027-02-26", "2027-03-01"),
    ],
)
def test_L_11_1a_A16_2_three_months_are_not_ninety_days(on: str, raw: str, target: str, due: str) -> None:
    decision = all_of(*registered(on))["decision"]
    found = (decision.raw.isoformat(), decision.target.isoformat(), decision.due.isoformat())
    assert found == (raw, target, due)
    assert (decision.rule, decision.start.isoformat(), decision.term) == ("L-11.1a", on, "3 months")


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 3, 18), date(2026, 3, 30)),
        (date(2024, 4, 30), date(2024, 5, 10)),
        (date(2026, 8, 26), date(2026, 9, 2)),
        (date(2026, 11, 20), date(2026, 11, 27)),
        (date(2026, 12, 2), date(2026, 12, 9)),
    ],
)
def test_L_10_8_L_11_5b_L_11_6_five_working_days_pass_over_nauryz_and_other_days_off(on: date, due: date) -> None:
    state = CaseState(id="c", applicant="p", registered_on=on - timedelta(days=30))
    calendars = calendar.load()
    granted = {d.kind: d.due for d in deadlines(decided(state, "grant", on), calendars, Settings({}))}
    refused = {d.kind: d.due for d in deadlines(decided(state, "refuse", on), calendars, Settings({}))}
    assert {granted[kind] for kind in FIVE if kind in granted} == {due}
    assert {refused[kind] for kind in FIVE if kind in refused} == {due}
    assert "copy_to_person" not in granted
    assert "refugee_certificate" not in refused


def test_the_days_passed_over_are_explained() -> None:
    state = CaseState(id="c", applicant="p", registered_on=date(2026, 2, 18))
    found = deadlines(decided(state, "refuse", date(2026, 3, 18)), calendar.load(), Settings({}))
    skipped = next(d for d in found if d.kind == "copy_to_person").skipped
    assert [s.split()[0] for s in skipped] == [f"2026-03-{n}" for n in (21, 22, 23, 24, 25, 28, 29)]


def test_L_10_6c_fingerprints_are_due_three_days_after_the_referral() -> None:
    desk, state = registered("2026-06-15")
    due = all_of(desk, state)["fingerprints"]
    assert (due.due, due.done_on) == (date(2026, 6, 18), None)
    answered = desk.fingerprints(state)
    assert all_of(desk, answered)["fingerprints"].done_on == date(2026, 6, 15)


def test_L_10_6c_the_third_day_on_a_saturday_moves_on() -> None:
    assert all_of(*registered("2026-06-17"))["fingerprints"].due == date(2026, 6, 22)


def test_L_11_1b_a_postponement_takes_the_place_of_the_three_months() -> None:
    desk, state = registered("2026-06-15")
    until = date(2027, 3, 1)
    state = after(state, [f.case.ConsiderationPostponed(number="D-1", on=date(2026, 9, 10), until=until, reason="x")])
    found = all_of(desk, state)
    assert "decision" not in found
    assert (found["decision_postponed"].due, found["decision_postponed"].rule) == (until, "L-11.1b")
    again = after(state, [f.case.ConsiderationPostponed(number="D-2", on=until, until=date(2027, 6, 1), reason="x")])
    assert all_of(desk, again)["decision_postponed"].due == date(2027, 6, 1)


def test_a_decision_ends_the_deadline_on_its_day_and_the_fingerprints_with_it() -> None:
    desk, state = registered("2026-06-15")
    found = all_of(desk, decided(state, "grant", date(2026, 7, 1), date(2027, 7, 1)))
    assert found["decision"].done_on == date(2026, 7, 1)
    assert "fingerprints" not in found


def test_X_cert_the_end_of_the_valid_certificate_is_shown_until_a_grant() -> None:
    desk, state = registered("2026-06-15")
    expiry = all_of(desk, state)["certificate_expiry"]
    assert (expiry.due, expiry.alert_days[0]) == (date(2026, 9, 15), 14)
    assert colour(expiry, date(2026, 8, 31)) == "green"
    assert colour(expiry, date(2026, 9, 1)) == "amber"
    assert "certificate_expiry" in all_of(desk, decided(state, "refuse", date(2026, 7, 1)))
    assert "certificate_expiry" not in all_of(desk, decided(state, "grant", date(2026, 7, 1), date(2027, 7, 1)))


def test_L_10_6a_a_registered_case_without_a_certificate_owes_one_the_same_day() -> None:
    state = CaseState(id="c", applicant="p", registered_on=date(2026, 6, 15))
    found = {d.kind: d.due for d in deadlines(state, calendar.load(), Settings({}))}
    assert found["certificate"] == date(2026, 6, 15)


def test_f_05_the_handover_is_due_before_registration_already() -> None:
    lodged = f.case.ApplicationLodged(
        way="border", lodged_at=Desk("2026-03-02 14:00").known.now, place="border", handover_target=date(2026, 3, 3)
    )
    state = CaseState(id="c", applicant="p", lodged=lodged)
    (only,) = deadlines(state, calendar.load(), Settings({}))
    assert (only.kind, only.start, only.due, only.done_on) == (
        "border_handover", date(2026, 3, 2), date(2026, 3, 3), None,
    )  # fmt: skip
    assert colour(only, date(2026, 3, 4)) == "red"


def test_L_11_5c_L_14_2_the_end_of_the_status_and_the_last_day_to_ask_for_extension() -> None:
    desk, state = registered("2024-01-15")
    found = all_of(desk, decided(state, "grant", date(2024, 2, 29), date(2025, 2, 28)))
    assert (found["status_expiry"].due, found["extension_application"].due) == (date(2025, 2, 28), date(2025, 1, 28))
    assert colour(found["extension_application"], date(2024, 12, 29)) == "green"
    assert colour(found["extension_application"], date(2024, 12, 30)) == "amber"


def test_a_closed_or_withdrawn_case_owes_only_what_follows_from_its_decision() -> None:
    desk, state = registered("2026-06-15")
    refused = decided(state, "refuse", date(2026, 7, 1))
    for end in (f.case.CaseClosed(code="DEP", on=date(2026, 7, 2)), f.case.ApplicationWithdrawn(on=date(2026, 7, 2))):
        assert all_of(desk, after(state, [end])) == {}
        assert set(all_of(desk, after(refused, [end]))) == {"notice_authorised_body", "notice_iab", "copy_to_person"}


# -- done ---------------------------------------------------------------------------------------------------------


def test_a_duty_is_done_on_the_day_it_was_done_not_on_the_day_of_the_decision() -> None:
    desk, state = registered("2026-06-15")
    refused = decided(state, "refuse", date(2026, 7, 1))
    done = after(
        refused,
        [
            f.case.NoticeSent(decision="D-1", to="iab", on=date(2026, 7, 20)),
            f.case.NoticeSent(decision="D-1", to="iab", on=date(2026, 7, 25)),
            f.case.DecisionServed(number="D-1", way="hand", on=date(2026, 7, 3)),
        ],
    )
    found = all_of(desk, done)
    assert found["notice_iab"].done_on == date(2026, 7, 20)
    assert found["notice_authorised_body"].done_on is None
    assert found["copy_to_person"].done_on == date(2026, 7, 3)
    assert colour(found["notice_iab"], date(2026, 7, 19)) == "red"
    assert colour(found["notice_iab"], date(2026, 7, 20)) == "done"


def test_L_11_5b_the_refugee_certificate_is_done_when_issued() -> None:
    desk, state = registered("2026-06-15")
    granted = decided(state, "grant", date(2026, 7, 1), date(2027, 7, 1))
    issued = f.case.CertificateIssued(
        number="AB1", kind="refugee", holder=state.applicant, minors=(), issued_on=date(2026, 7, 9),
        valid_to=date(2027, 7, 1),
    )  # fmt: skip
    assert all_of(desk, granted)["refugee_certificate"].done_on is None
    assert all_of(desk, after(granted, [issued]))["refugee_certificate"].done_on == date(2026, 7, 9)


def test_open_deadlines_are_those_not_done_soonest_first() -> None:
    desk, state = registered("2026-06-15")
    found = open_deadlines(desk.fingerprints(state), desk.known.calendar, desk.settings)
    assert [d.kind for d in found] == ["certificate_expiry", "decision"]
    assert [d.due for d in found] == sorted(d.due for d in found)


# -- colours ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-08-15", "green"), ("2026-08-16", "amber"), ("2026-09-04", "amber"), ("2026-09-05", "orange"),
        ("2026-09-15", "orange"), ("2026-09-16", "red"),
    ],
)  # fmt: skip
def test_L_11_1a_green_amber_at_thirty_and_ten_days_red_after(as_of: str, expected: str) -> None:
    assert colour(all_of(*registered("2026-06-15"))["decision"], date.fromisoformat(as_of)) == expected


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2026-02-28", "orange"), ("2026-03-02", "orange"), ("2026-03-03", "red")]
)
def test_A16_3_red_only_after_the_rolled_day(as_of: str, expected: str) -> None:
    assert colour(all_of(*registered("2025-11-30"))["decision"], date.fromisoformat(as_of)) == expected


def test_the_alerts_follow_the_setting() -> None:
    decision = all_of(*registered("2026-06-15", {"decision.alerts": (60, 5)}))["decision"]
    assert [colour(decision, date(2026, 9, 15) - timedelta(days=n)) for n in (61, 60, 6, 5)] == [
        "green", "amber", "amber", "orange",
    ]  # fmt: skip


def test_a_deadline_without_alerts_is_green_until_it_is_red() -> None:
    plain = Deadline(
        kind="x", rule="x", person="p", start=date(2026, 1, 1), raw=date(2026, 1, 2), target=date(2026, 1, 2),
        due=date(2026, 1, 2), term="", calendar="",
    )  # fmt: skip
    assert [colour(plain, date(2026, 1, n)) for n in (1, 2, 3)] == ["green", "green", "red"]


# -- majority -----------------------------------------------------------------------------------------------------


def test_X_18_g_14_both_alerts_of_the_son_are_shown_at_once_on_the_day_of_registration() -> None:
    son = child("NAVID", "2008-10-14")
    desk, state = registered("2026-09-14", minors=(son, child("LAILA", "2020-02-20")))
    majority = next(
        d for d in deadlines(state, desk.known.calendar, desk.settings)
        if d.kind == "majority" and d.person == state.minors[0].id
    )  # fmt: skip
    assert majority.due == date(2026, 10, 14)
    assert majority_alerts(majority.due, desk.settings) == (date(2026, 7, 16), date(2026, 9, 14))
    assert [colour(majority, date(2026, 9, n)) for n in (13, 14)] == ["amber", "orange"]
    assert [colour(majority, date(2026, 7, n)) for n in (15, 16)] == ["green", "amber"]


@pytest.mark.parametrize(("setting", "day"), [("03-01", date(2030, 3, 1)), ("02-28", date(2030, 2, 28))])
def test_X_18_a_birth_on_the_leap_day_reaches_eighteen_as_the_office_has_set(setting: str, day: date) -> None:
    desk, state = registered("2026-06-15", {"majority.leap_day": setting}, minors=(child("NAVID", "2012-02-29"),))
    assert all_of(desk, state)["majority"].due == day


def test_X_18_the_birthday_is_done_when_the_minor_got_an_own_file_and_gone_when_struck_otherwise() -> None:
    desk, state = registered("2026-09-14", minors=(child("NAVID", "2008-10-14"),))
    struck = f.case.MinorStruck(person=state.minors[0].id, reason="turned_18", on=date(2026, 10, 14))
    assert all_of(desk, after(state, [struck]))["majority"].done_on == date(2026, 10, 14)
    elsewhere = f.case.MinorStruck(person=state.minors[0].id, reason="other_parent", on=date(2026, 10, 1))
    assert "majority" not in all_of(desk, after(state, [elsewhere]))
