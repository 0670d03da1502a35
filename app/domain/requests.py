"""Referrals and requests to other bodies, and their answers: which the Law allows, and when.

An answer is information: nothing is decided by it (f-28). What the fingerprint answer does to a grant is `decisions`.
"""

from datetime import date

from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.case import CaseState, Person, status
from app.domain.commands import RecordAnswer, RecordRequest
from app.domain.intake import Intake, check_not_ahead
from app.domain.rules import fingerprints_from, rules_for_intake

REFUGEE = frozenset({"refugee", "expired_extension_pending"})
MEDICAL_RESULTS = frozenset({"done", "refused", "impossible"})


def send(known: Intake, state: CaseState, person: Person, command: RecordRequest) -> f.case.RequestSent:
    """Record that a referral or request went out; each person, also each minor, has own ones.

    *Law*: L-10.6b, L-10.6c, L-8.2.2, L-16.1, L-9.1.9, X-checks (no term, f-28), L-6.8.
    *Refuses*: `date.future`, `date.before_file`, `person.struck`, and as `_check_body`.
    """
    on = command.on or known.today
    check_not_ahead(on, known.today)
    check_begun(state, on)
    if person.place == "struck":
        raise Refusal("person.struck", field="person")
    _check_body(known, state, person, command.to, on)
    return f.case.RequestSent(
        request=known.new_id(), to=command.to, person=person.id, on=on, calendar=known.calendar.version
    )


def _check_body(known: Intake, state: CaseState, person: Person, to: str, on: date) -> None:
    """Refuse a referral for which the Law leaves no room.

    *Law*: L-8.2.6, Art. 21 (A15): no fingerprint registration before 01.01.2024; L-9.1.9, L-7.2-2.2: the travel
    document is a right of a refugee, and the IAB issue it; L-16.1: the guardianship body protects children; L-4.3,
    L-6.8, L-7.1.5, L-9.1.2: relatives are asked for only when the person wishes it, or for a child (L-11.3).
    *Refuses*: `request.fingerprints_before`, `request.travel_document_refugee`, `request.guardian_adult`,
    `request.tracing_not_asked`.
    """
    if to == "fingerprints" and not rules_for_intake(on).fingerprints_required:
        raise Refusal("request.fingerprints_before", field="on", since=fingerprints_from())
    if to == "travel_document" and status(state, on, person.id) not in REFUGEE:
        raise Refusal("request.travel_document_refugee", field="to")
    child = birth.is_minor(person.recorded.birth, on, known.leap_day)
    if to == "guardian" and not child:
        raise Refusal("request.guardian_adult", field="to")
    if to == "tracing" and not child and not state.unaccompanied and not any(r.tracing for r in state.relatives):
        raise Refusal("request.tracing_not_asked", field="to")


def answer(known: Intake, state: CaseState, person: Person, command: RecordAnswer) -> f.case.RequestAnswered:
    """Record the answer to the newest referral of a kind.

    *Law*: L-10.6c, f-14: "not required" needs reason, basis and who confirmed; L-8.2.2: the institution of a medical
    examination stands in `reference`, no findings anywhere.
    *Refuses*: `request.unknown`, `request.not_required_basis`, `request.reason_missing`, `date.future`,
    `request.answer_before`, and as `_check_medical`.
    """
    request = state.request_for(command.to, person.id)
    if request is None:
        raise Refusal("request.unknown", field="to")
    named = all(text.strip() for text in (command.reason, command.basis, command.confirmed_by))
    if command.result == "not_required" and command.to != "medical" and not named:
        raise Refusal("request.not_required_basis", field="basis")
    if command.result in {"refused", "impossible"} and not command.reason.strip():
        raise Refusal("request.reason_missing", field="reason")
    if command.to == "medical":
        _check_medical(command)
    on = command.on or known.today
    check_not_ahead(on, known.today)
    if on < request.on:
        raise Refusal("request.answer_before", field="on", sent=request.on)
    return f.case.RequestAnswered(
        request=request.id,
        person=person.id,
        on=on,
        result=command.result,
        reason=command.reason,
        basis=command.basis,
        confirmed_by=command.confirmed_by,
        reference=command.reference,
    )


def _check_medical(command: RecordAnswer) -> None:
    """Refuse what could hold a finding: an examination was passed, refused or not possible, and where.

    *Law*: L-8.2.2. *Refuses*: `request.medical_result`, `request.medical_findings`.
    """
    if command.result not in MEDICAL_RESULTS:
        raise Refusal("request.medical_result", field="result")
    if command.basis or command.confirmed_by or (command.result == "done" and command.reason):
        raise Refusal("request.medical_findings", field="reason")
