"""Referrals to other bodies: refused where the Law leaves no room, and only there; answers hold no findings."""

from datetime import date
from typing import Any

import pytest

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import requests
from app.domain.case import CaseState
from app.domain.commands import ArrivalData, RecordAnswer, RecordRequest
from app.domain.deadlines import deadlines
from tests.offices import Desk, adult, after, applicant, child

GRANT = f.case.DecisionTaken(
    number="D-9", kind="grant", on=date(2026, 6, 16), person="", covers=(), to_on=date(2027, 6, 16)
)


def desk_and_state(now: str = "2026-06-15 10:00", *args: object, **more: object) -> tuple[Desk, CaseState]:
    desk = Desk(now)
    (state,) = desk.register(applicant(*args, **({"arrival": ArrivalData()} | more)))  # type: ignore[arg-type]
    return desk, state


def send(desk: Desk, state: CaseState, to: str, person: str = "", on: date | None = None) -> f.case.RequestSent:
    command = RecordRequest(case=state.id, to=to, person=person, on=on)  # type: ignore[arg-type]
    return requests.send(desk.known, state, state.persons[person or state.applicant], command)


def refused(desk: Desk, state: CaseState, to: str, **more: Any) -> str:
    with pytest.raises(Refusal) as error:
        send(desk, state, to, **more)
    return error.value.rule


def answered(desk: Desk, state: CaseState, **values: Any) -> f.case.RequestAnswered:
    command = RecordAnswer(case=state.id, **values)
    return requests.answer(desk.known, state, state.applicant_person, command)


def refused_answer(desk: Desk, state: CaseState, **values: Any) -> str:
    with pytest.raises(Refusal) as error:
        answered(desk, state, **values)
    return error.value.rule


def granted(state: CaseState) -> CaseState:
    import msgspec

    decision = msgspec.structs.replace(GRANT, person=state.applicant, covers=tuple(p.id for p in state.present))
    return after(state, [decision])


def test_L_10_6c_no_fingerprint_referral_before_2024() -> None:
    desk, state = desk_and_state("2023-10-16 10:00")
    assert refused(desk, state, "fingerprints") == "request.fingerprints_before"
    desk.now = "2024-01-01 10:00"
    assert send(desk, state, "fingerprints").on == date(2024, 1, 1)


def test_L_9_1_9_L_7_2_2_2_a_travel_document_only_for_a_refugee() -> None:
    desk, state = desk_and_state(minors=(child("ZAHRA"),))
    assert refused(desk, state, "travel_document") == "request.travel_document_refugee"
    desk.now = "2026-06-20 10:00"
    recognised = granted(state)
    assert send(desk, recognised, "travel_document").to == "travel_document"
    minor = state.minors[0].id
    assert send(desk, recognised, "travel_document", minor).person == minor
    assert refused(desk, recognised, "travel_document", on=date(2026, 6, 15)) == "request.travel_document_refugee"


def test_L_16_1_the_guardianship_body_protects_children_only() -> None:
    desk, state = desk_and_state(minors=(child("ZAHRA"),))
    assert refused(desk, state, "guardian") == "request.guardian_adult"
    assert send(desk, state, "guardian", state.minors[0].id).to == "guardian"


def test_L_6_8_L_7_1_5_L_9_1_2_relatives_are_asked_for_only_when_the_person_wishes_it() -> None:
    desk, state = desk_and_state()
    assert refused(desk, state, "tracing") == "request.tracing_not_asked"
    wished = after(state, [f.case.RelativeStated(relation="brother", name="Али", here=False, tracing=True)])
    assert send(desk, wished, "tracing").to == "tracing"
    other, alone = desk_and_state("2026-06-15 10:00", adult("NOORI", "SAMIR", "2012-03-11"), unaccompanied=True)
    assert send(other, alone, "tracing").to == "tracing"


def test_X_checks_f_28_security_requests_go_out_without_a_term_and_decide_nothing() -> None:
    desk, state = desk_and_state()
    sent = [send(desk, state, "nsc"), send(desk, state, "iab")]
    waiting = after(state, sent)
    assert not {d.kind for d in deadlines(waiting, desk.known.calendar, desk.settings)} & {"nsc", "iab"}
    reply = answered(desk, waiting, to="nsc", result="received", reference="1-5")
    assert after(waiting, [reply]).decisions == ()


def test_L_8_2_2_a_medical_answer_says_passed_refused_or_impossible_and_no_findings() -> None:
    desk, state = desk_and_state()
    state = after(state, [send(desk, state, "medical")])
    assert answered(desk, state, to="medical", result="done", reference="№ 4 емхана").reference == "№ 4 емхана"
    assert refused_answer(desk, state, to="medical", result="received") == "request.medical_result"
    assert refused_answer(desk, state, to="medical", result="not_required") == "request.medical_result"
    assert refused_answer(desk, state, to="medical", result="done", reason="дені сау") == "request.medical_findings"
    assert refused_answer(desk, state, to="medical", result="refused") == "request.reason_missing"
    assert refused_answer(desk, state, to="medical", result="refused", reason="x", basis="y") == (
        "request.medical_findings"
    )
    assert answered(desk, state, to="medical", result="refused", reason="келмеді").result == "refused"


def test_f_14_not_required_needs_reason_basis_and_who_confirmed() -> None:
    desk, state = desk_and_state()
    values: dict[str, Any] = {"to": "fingerprints", "result": "not_required", "reason": "16 жасқа толмаған"}
    assert refused_answer(desk, state, **values) == "request.not_required_basis"
    assert refused_answer(desk, state, **values, basis=" ", confirmed_by="ІІО") == "request.not_required_basis"
    assert answered(desk, state, **values, basis="40-VI", confirmed_by="ІІО").result == "not_required"
    assert refused_answer(desk, state, to="guardian", result="done") == "request.unknown"


def test_a_referral_and_its_answer_keep_the_order_of_days() -> None:
    desk, state = desk_and_state()
    assert refused(desk, state, "medical", on=date(2026, 6, 16)) == "date.future"
    assert refused(desk, state, "medical", on=date(2026, 6, 14)) == "date.before_file"
    assert refused_answer(desk, state, to="fingerprints", result="done", on=date(2026, 6, 14)) == (
        "request.answer_before"
    )
    assert refused_answer(desk, state, to="fingerprints", result="done", on=date(2026, 6, 16)) == "date.future"


def test_a_struck_minor_is_referred_from_the_own_file() -> None:
    desk, state = desk_and_state(minors=(child("ZAHRA"),))
    minor = state.minors[0].id
    struck = after(state, [f.case.MinorStruck(person=minor, reason="own_file", on=date(2026, 6, 15))])
    assert refused(desk, struck, "medical", person=minor) == "person.struck"


def test_X_fp3_three_days_from_receiving_the_certificate_also_for_a_minor_who_was_referred() -> None:
    desk, state = desk_and_state(minors=(child("SAMIR", "2009-05-01"),))
    minor = state.minors[0].id
    assert [d.person for d in fingerprints(desk, state)] == [state.applicant]
    desk.now = "2026-06-17 10:00"
    referred = after(state, [send(desk, state, "fingerprints", minor)])
    dues = {d.person: (d.start, d.due) for d in fingerprints(desk, referred)}
    assert dues[state.applicant] == (date(2026, 6, 15), date(2026, 6, 18))
    assert dues[minor] == (date(2026, 6, 17), date(2026, 6, 22))


def fingerprints(desk: Desk, state: CaseState) -> list[Any]:
    return [d for d in deadlines(state, desk.known.calendar, desk.settings) if d.kind == "fingerprints"]


def test_f_14_an_acknowledgement_does_not_settle_the_fingerprints() -> None:
    desk, state = desk_and_state()
    acknowledged = after(state, [answered(desk, state, to="fingerprints", result="received")])
    assert [d.done_on for d in fingerprints(desk, acknowledged)] == [None]
    done = after(state, [answered(desk, state, to="fingerprints", result="done")])
    assert [d.done_on for d in fingerprints(desk, done)] == [date(2026, 6, 15)]
