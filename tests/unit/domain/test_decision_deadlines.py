"""What is due after each kind of decision, by which rule, and when each of it is done."""

from collections import defaultdict
from datetime import date

import pytest

from app.domain import calendar, decisions, extensions
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, LodgeExtension, TakeDecision
from app.domain.deadlines import Deadline, colour, deadlines, open_deadlines
from app.domain.decision_deadlines import after_decision
from app.domain.decisions import Family
from app.domain.facts.values import DecisionKind
from app.domain.settings import Settings
from app.messages.catalogue import LANGUAGES
from app.messages.deadlines import deadline_explanation, deadline_title
from tests.offices import Desk, after, applicant

NOTICES = {"notice_authorised_body", "notice_iab"}
GRANTED = date(2026, 2, 10)


def taken(kind: DecisionKind, on: date, number: str = "D-1", to: date | None = None) -> f.case.DecisionTaken:
    version = calendar.load().version
    return f.case.DecisionTaken(
        number=number, kind=kind, on=on, person="p", covers=("p",), from_on=on if to else None, to_on=to,
        calendar=version,
    )  # fmt: skip


def refugee(*more: f.Fact) -> CaseState:
    """A status from 10.02.2026 to 10.02.2027."""
    state = CaseState(id="c", applicant="p", registered_on=date(2025, 11, 10))
    return after(state, [taken("grant", GRANTED, to=date(2027, 2, 10)), *more])


def asked(on: str, last_day: date = date(2027, 1, 11)) -> f.case.ApplicationLodged:
    moment = Desk(f"{on} 10:00").known.now
    return f.case.ApplicationLodged(kind="extension", way="arrival", lodged_at=moment, last_day=last_day)


def all_of(state: CaseState, settings: dict[str, object] | None = None) -> dict[str, list[Deadline]]:
    found: dict[str, list[Deadline]] = defaultdict(list)
    for deadline in deadlines(state, calendar.load(), Settings(settings or {})):
        found[deadline.kind].append(deadline)
        for language in LANGUAGES:
            assert deadline_title(deadline, language)
            assert len(deadline_explanation(deadline, language)) >= 4
    return found


def of_decision(state: CaseState, number: str, settings: dict[str, object] | None = None) -> dict[str, Deadline]:
    decision = state.decision_numbered(number)
    assert decision is not None
    return {d.kind: d for d in after_decision(state, decision, calendar.load(), Settings(settings or {}))}


# -- duties of each kind ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "rules"),
    [
        ("grant", {"notice_iab": "L-10.8", "refugee_certificate": "L-11.5b"}),
        ("grant_derivative", {"notice_iab": "L-10.8", "refugee_certificate": "L-11.5b"}),
        ("extend", {"notice_iab": "L-10.8", "refugee_certificate": "L-11.5b"}),
        ("refuse", {"notice_iab": "L-10.8", "copy_to_person": "L-11.6"}),
        ("refuse_extend", {"notice_iab": "L-10.8", "copy_to_person": "L-9.1.3"}),
        ("deprive", {"notice_iab": "L-13.2", "copy_to_person": "L-13.2"}),
        ("terminate", {"notice_iab": "L-14.1", "copy_to_person": "L-14.1"}),
    ],
)
def test_L_10_8_L_11_5b_L_11_6_L_9_1_3_L_13_2_L_14_1_the_duties_of_each_kind(
    kind: DecisionKind, rules: dict[str, str]
) -> None:
    given = kind in {"grant", "grant_derivative", "extend"}
    state = after(CaseState(id="c", applicant="p"), [taken(kind, GRANTED, to=date(2027, 2, 10) if given else None)])
    found = of_decision(state, "D-1")
    duties = {name: d.rule for name, d in found.items() if d.term == "5 working_days"}
    assert duties == rules | {"notice_authorised_body": rules["notice_iab"]}
    assert {found[name].due for name in duties} == {date(2026, 2, 17)}


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 3, 18), date(2026, 3, 30)),
        (date(2024, 4, 30), date(2024, 5, 10)),
        (date(2026, 8, 26), date(2026, 9, 2)),
        (date(2026, 10, 12), date(2026, 10, 19)),
    ],
)
@pytest.mark.parametrize("kind", ["refuse_extend", "deprive", "terminate"])
def test_A16_1_A16_5_five_working_days_of_the_later_decisions(kind: DecisionKind, on: date, due: date) -> None:
    state = after(CaseState(id="c", applicant="p"), [taken(kind, on)])
    assert {d.due for d in of_decision(state, "D-1").values()} == {due}


def test_f_11_the_term_after_a_termination_is_the_office_s_own_or_none() -> None:
    state = refugee(taken("terminate", date(2026, 10, 12), "D-2"))
    ten = of_decision(state, "D-2", {"termination.notice_term": 10})
    assert {d.due for d in ten.values()} == {date(2026, 10, 27)}  # Republic Day, 25.10, moves to Monday
    assert of_decision(state, "D-2", {"termination.notice_term": None}) == {}
    deprived = refugee(taken("deprive", date(2026, 10, 12), "D-2"))
    assert len(of_decision(deprived, "D-2", {"termination.notice_term": None})) == 3


def test_f_41_the_copy_of_a_refusal_to_extend_has_a_term_of_its_own() -> None:
    state = refugee(asked("2027-01-05"), taken("refuse_extend", date(2027, 1, 20), "D-2"))
    found = of_decision(state, "D-2", {"extension.refusal_copy_term": 3})
    assert (found["copy_to_person"].due, found["notice_iab"].due) == (date(2027, 1, 25), date(2027, 1, 27))


@pytest.mark.parametrize("kind", ["refuse_extend", "deprive", "terminate"])
def test_every_duty_is_done_on_the_day_of_its_fact(kind: DecisionKind) -> None:
    state = refugee(taken(kind, date(2026, 10, 12), "D-2"))
    done = after(
        state,
        [
            f.case.NoticeSent(decision="D-2", to="iab", on=date(2026, 10, 13)),
            f.case.NoticeSent(decision="D-2", to="authorised_body", on=date(2026, 10, 14)),
            f.case.DecisionServed(number="D-2", way="hand", on=date(2026, 10, 15)),
        ],
    )
    assert {d.done_on for d in of_decision(state, "D-2").values()} == {None}
    found = of_decision(done, "D-2")
    assert [found[name].done_on for name in ("notice_iab", "notice_authorised_body", "copy_to_person")] == [
        date(2026, 10, 13), date(2026, 10, 14), date(2026, 10, 15),
    ]  # fmt: skip
    assert {d.done_on for d in of_decision(done, "D-1").values() if d.kind in NOTICES} == {None}


# -- the refugee certificate --------------------------------------------------------------------------------------


def booklet(on: date, to: date, number: str = "AB1") -> f.case.CertificateIssued:
    return f.case.CertificateIssued(number=number, kind="refugee", holder="p", minors=(), issued_on=on, valid_to=to)


def test_L_11_5b_an_extension_is_owed_a_certificate_up_to_its_own_end() -> None:
    state = refugee(
        booklet(date(2026, 2, 12), date(2027, 2, 10)),
        asked("2027-01-05"),
        taken("extend", date(2027, 1, 20), "D-2", to=date(2028, 2, 10)),
    )
    assert of_decision(state, "D-1")["refugee_certificate"].done_on == date(2026, 2, 12)
    assert of_decision(state, "D-2")["refugee_certificate"].done_on is None
    renewed = after(state, [booklet(date(2027, 1, 25), date(2028, 2, 10), "AB2")])
    assert of_decision(renewed, "D-2")["refugee_certificate"].done_on == date(2027, 1, 25)


@pytest.mark.parametrize("kind", ["deprive", "terminate"])
def test_L_11_5b_no_certificate_is_owed_any_more_when_the_status_was_taken_away(kind: DecisionKind) -> None:
    state = refugee()
    assert "refugee_certificate" in of_decision(state, "D-1")
    assert "refugee_certificate" not in of_decision(after(state, [taken(kind, date(2026, 3, 1), "D-2")]), "D-1")
    lapsed = f.remedies.StatusLapsed(on=date(2027, 2, 11), recorded_on=date(2027, 2, 12), covers=("p",))
    assert "refugee_certificate" not in of_decision(after(state, [lapsed]), "D-1")


# -- the end of the status ----------------------------------------------------------------------------------------


def test_L_11_5c_A16_2_A16_7_a_status_from_the_leap_day() -> None:
    state = CaseState(id="c", applicant="p", registered_on=date(2024, 1, 15))
    state = after(state, [taken("grant", date(2024, 2, 29), to=date(2025, 2, 28))])
    found = of_decision(state, "D-1")
    assert (found["status_expiry"].due, found["extension_application"].due) == (date(2025, 2, 28), date(2025, 1, 28))


def test_L_11_5c_A16_7_a_last_day_on_a_sunday_moves_on_and_the_raw_day_is_shown() -> None:
    found = of_decision(refugee(), "D-1")["extension_application"]
    assert (found.raw, found.due, found.term) == (date(2027, 1, 10), date(2027, 1, 11), "1 months")
    assert [s.split()[0] for s in found.skipped] == ["2027-01-10"]


def test_f_09_the_alerts_of_the_expiry_come_60_45_and_35_days_before() -> None:
    expiry = of_decision(refugee(), "D-1")["status_expiry"]
    assert expiry.alert_days == (60, 45, 35)
    assert [colour(expiry, date(2026, 12, n)) for n in (11, 12, 26, 27)] == ["green", "amber", "amber", "orange"]
    assert colour(expiry, date(2027, 2, 11)) == "red"


def test_L_11_5c_f_09_the_application_ends_one_deadline_and_opens_the_decision_on_it() -> None:
    state = refugee(asked("2027-01-05"))
    found = of_decision(state, "D-1")
    assert found["extension_application"].done_on == date(2027, 1, 5)
    decision = found["extension_decision"]
    assert (decision.rule, decision.start, decision.due, decision.done_on) == (
        "L-11.5c", date(2027, 1, 5), date(2027, 2, 10), None,
    )  # fmt: skip
    earlier = of_decision(state, "D-1", {"extension.decide_by": 14})["extension_decision"]
    assert earlier.due == date(2027, 1, 27)
    assert found["status_expiry"].done_on is None


def test_L_11_5c_f_42_the_extended_status_rules_from_its_decision_on() -> None:
    state = refugee(asked("2027-01-05"), taken("extend", date(2027, 1, 20), "D-2", to=date(2028, 2, 10)))
    found = all_of(state)
    assert [d.due for d in found["status_expiry"]] == [date(2028, 2, 10)]
    assert [(d.due, d.done_on) for d in found["extension_application"]] == [(date(2028, 1, 10), None)]
    assert [d.done_on for d in found["extension_decision"]] == [date(2027, 1, 20)]
    again = after(state, [asked("2028-01-04", date(2028, 1, 10))])
    assert [d.done_on for d in all_of(again)["extension_decision"]] == [date(2027, 1, 20), None]
    assert all_of(again)["extension_application"][0].done_on == date(2028, 1, 4)


def test_L_11_5c_a_decision_of_the_day_on_which_the_application_came_settles_the_earlier_term() -> None:
    desk = Desk("2025-11-10 10:00")
    (state,) = desk.register(applicant(arrival=ArrivalData()))
    state = desk.fingerprints(state)
    for now, kind in (("2026-02-10 10:00", "grant"), ("2027-01-05 10:00", "extend")):
        desk.now = now
        if kind == "extend":
            state = after(state, extensions.lodge_extension(desk.known, state, LodgeExtension(case="")))
        command = TakeDecision(case="", kind=kind)  # type: ignore[arg-type]
        state = after(state, decisions.decide(desk.known, state, command, Family()))
    found = all_of(state)
    assert [d.done_on for d in found["extension_decision"]] == [date(2027, 1, 5)]
    assert [d.due for d in found["extension_decision"]] == [date(2027, 2, 10)]
    assert [d.done_on for d in found["extension_application"]] == [None]


def test_f_41_L_14_2_after_a_refusal_to_extend_the_status_runs_to_its_end() -> None:
    state = refugee(asked("2027-01-05"), taken("refuse_extend", date(2027, 1, 20), "D-2"))
    found = all_of(state)
    assert [d.due for d in found["status_expiry"]] == [date(2027, 2, 10)]
    assert [d.done_on for d in found["extension_application"]] == [date(2027, 1, 5)]
    assert [d.done_on for d in found["extension_decision"]] == [date(2027, 1, 20)]


def test_L_11_5c_a_withdrawn_application_leaves_the_last_day_open_and_nothing_to_decide() -> None:
    withdrawn = f.case.ApplicationWithdrawn(kind="extension", on=date(2027, 1, 7))
    found = of_decision(refugee(asked("2027-01-05"), withdrawn), "D-1")
    assert found["extension_application"].done_on is None
    assert found["extension_decision"].done_on == date(2027, 1, 7)


def test_L_14_2_the_expiry_stays_red_until_the_lapse_is_recorded() -> None:
    expiry = of_decision(refugee(), "D-1")["status_expiry"]
    assert colour(expiry, date(2027, 3, 1)) == "red"
    lapsed = f.remedies.StatusLapsed(on=date(2027, 2, 11), recorded_on=date(2027, 3, 1), covers=("p",))
    found = of_decision(refugee(lapsed), "D-1")
    assert found["status_expiry"].done_on == date(2027, 3, 1)
    assert "extension_application" not in found
    reopened = f.course.CaseReopened(what="lapse", reason="қате", on=date(2027, 3, 2))
    assert of_decision(refugee(lapsed, reopened), "D-1")["status_expiry"].done_on is None


@pytest.mark.parametrize("kind", ["deprive", "terminate"])
def test_L_13_2_L_14_1_a_status_taken_away_has_no_end_to_watch(kind: DecisionKind) -> None:
    state = refugee(asked("2026-10-01"), taken(kind, date(2026, 10, 12), "D-2"))
    assert not {"status_expiry", "extension_application", "extension_decision"} & set(all_of(state))


def test_an_annulled_decision_owes_nothing_and_the_earlier_one_rules_again() -> None:
    state = refugee(asked("2027-01-05"), taken("refuse_extend", date(2027, 1, 20), "D-2"))
    annulled = after(state, [f.remedies.DecisionAnnulled(number="D-2", by="court", reason="x", on=date(2027, 3, 1))])
    found = all_of(annulled)
    assert "copy_to_person" not in found
    assert [d.done_on for d in found["extension_decision"]] == [None]
    deprived = refugee(taken("deprive", date(2026, 10, 12), "D-2"))
    back = after(deprived, [f.remedies.DecisionAnnulled(number="D-2", by="court", reason="x", on=date(2026, 12, 1))])
    assert [d.due for d in all_of(back)["status_expiry"]] == [date(2027, 2, 10)]


def test_a_status_that_came_along_has_its_end_here_and_its_duties_there() -> None:
    carried = f.remedies.StatusCarried(
        person="p", number="D-9", decision="extend", decided_on=date(2026, 2, 10), from_on=date(2026, 2, 10),
        to_on=date(2027, 2, 10), from_case="c0",
    )  # fmt: skip
    state = after(CaseState(id="c", applicant="p", registered_on=date(2026, 5, 1)), [carried])
    assert set(of_decision(state, "D-9")) == {"status_expiry", "extension_application"}
    assert "extension_decision" in of_decision(after(state, [asked("2027-01-05")]), "D-9")


def test_a_closed_case_watches_no_end_of_status() -> None:
    closed = refugee(f.case.CaseClosed(code="DTH", on=date(2026, 5, 1)))
    assert {d.kind for d in open_deadlines(closed, calendar.load(), Settings({}))} == {*NOTICES, "refugee_certificate"}
