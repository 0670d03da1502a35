"""The chain of asylum-seeker certificates goes on while the stay is protected; what is annulled is due again."""

from datetime import date

from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import ArrivalData
from app.domain.deadlines import deadlines
from tests.offices import Desk, after, applicant

VALID_TO = date(2026, 9, 15)


def registered() -> tuple[Desk, CaseState]:
    desk = Desk("2026-06-15 10:00")
    return desk, desk.register(applicant(arrival=ArrivalData()))[0]


def kinds(desk: Desk, state: CaseState) -> set[str]:
    found = deadlines(state, desk.known.calendar, desk.settings)
    return {d.kind for d in found if d.done_on is None}


def decided(state: CaseState, kind: str, on: date = date(2026, 7, 1)) -> CaseState:
    person = state.applicant
    decision = f.case.DecisionTaken(number="D-1", kind=kind, on=on, person=person, covers=(person,), to_on=None)  # type: ignore[arg-type]
    return after(state, [decision])


def served(state: CaseState, learnt_on: date) -> CaseState:
    return after(state, [f.case.DecisionServed(number="D-1", way="hand", on=learnt_on, learnt_on=learnt_on)])


def test_X_cert_f_17_after_a_refusal_the_certificate_is_replaced_while_the_stay_is_protected() -> None:
    desk, state = registered()
    assert "certificate_expiry" in kinds(desk, state)
    refused = decided(state, "refuse")
    assert "certificate_expiry" in kinds(desk, refused), "the copy is not delivered: the protection is open"
    protected = served(refused, date(2026, 7, 2))
    assert "certificate_expiry" in kinds(desk, protected), "the appeal term runs until 02.10.2026"


def test_L_8_1_5_when_the_protection_ends_before_the_certificate_nothing_is_renewed() -> None:
    desk, state = registered()
    early = served(decided(state, "refuse", date(2026, 6, 15)), date(2026, 6, 15))
    assert "certificate_expiry" in kinds(desk, early), "both end on 15.09.2026: the last day is a protected one"
    short = Desk("2026-06-15 10:00", {"appeal.term": "1"})
    (other,) = short.register(applicant(arrival=ArrivalData()))
    over = served(decided(other, "refuse", date(2026, 6, 15)), date(2026, 6, 15))
    assert "certificate_expiry" not in kinds(short, over)


def test_L_11_5b_a_refugee_has_no_asylum_seeker_certificate_to_renew() -> None:
    desk, state = registered()
    assert "certificate_expiry" not in kinds(desk, decided(state, "grant"))
    assert "certificate_expiry" not in kinds(desk, decided(decided(state, "grant"), "deprive", date(2026, 7, 5)))


def test_L_11_1a_an_annulled_decision_makes_the_decision_and_the_certificate_due_again() -> None:
    desk, state = registered()
    granted = decided(state, "grant")
    assert "decision" not in kinds(desk, granted)
    annulled = after(
        granted, [f.remedies.DecisionAnnulled(number="D-1", by="court", reason="сот актісі", on=date(2026, 8, 1))]
    )
    assert {"decision", "certificate_expiry"} <= kinds(desk, annulled)
