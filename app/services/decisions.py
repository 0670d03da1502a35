"""Decisions and certificates: postponed, taken, served, told, issued; extensions applied for, lapses recorded."""

from collections.abc import Callable
from datetime import date

from app.domain import certificates, decisions, endings, extensions
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.case import CaseState
from app.domain.commands import (
    IssueCertificate,
    LodgeExtension,
    PostponeConsideration,
    RecordConsent,
    RecordLapse,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.intake import Intake, check_not_ahead
from app.domain.permissions import require
from app.services.cases import Act, Cases, open_case, record
from app.store.rows.cases import family_cases
from app.store.unit import UnitOfWork


def _family(uow: UnitOfWork, state: CaseState, on: date) -> decisions.Family:
    """What is known of the family: cases of this store, and who was recognised by another office (f-40, L-11.2b)."""
    others = (uow.case(r) for r in family_cases(uow.connection, state) if r != state.id)
    elsewhere = any(r.decided_on is not None and r.decided_on <= on for r in state.relatives)
    return decisions.Family(other_recognised=elsewhere or any(decisions.recognised(other, on) for other in others))


def decide(uow: UnitOfWork, command: TakeDecision) -> Cases:
    """Record a decision of the commission (L-11.1a, L-11.2b, L-11.5c, L-12, L-13.1, L-14.1)."""
    require(uow.actor, "take_decision")
    state = uow.own_case(command.case)
    family = _family(uow, state, command.on or uow.store.clock.today())
    return record(uow, state.id, decisions.decide(uow.intake(), state, command, family))


def postpone(uow: UnitOfWork, command: PostponeConsideration) -> Cases:
    """Postpone the final decision and replace the certificate (L-11.1b, X-cert)."""
    require(uow.actor, "postpone_consideration")
    return _on_case(uow, command.case, lambda known, state: decisions.postpone(known, state, command))


def issue_certificate(uow: UnitOfWork, command: IssueCertificate) -> Cases:
    """Issue a certificate (X-cert, L-11.5b)."""
    require(uow.actor, "issue_certificate")
    return _on_case(uow, command.case, lambda known, state: certificates.issue_certificate(known, state, command))


def serve(uow: UnitOfWork, command: ServeDecision) -> Cases:
    """Record how the copy of the decision reached the person (L-11.6)."""
    require(uow.actor, "serve_decision")
    return _on_case(uow, command.case, lambda known, state: decisions.serve(known, state, command))


def notify(uow: UnitOfWork, command: SendNotice) -> Cases:
    """Record that another body was told (L-10.8, L-13.2, f-11)."""
    require(uow.actor, "send_notice")
    return _on_case(uow, command.case, lambda known, state: decisions.notify(known, state, command))


def record_consent(uow: UnitOfWork, command: RecordConsent) -> Cases:
    """Record the signed consent to a derivative grant, or that it was refused, with its date and scan (L-11.2b)."""
    require(uow.actor, "record_consent")
    state = uow.own_case(command.case)
    on = command.on or uow.store.clock.today()
    check_not_ahead(on, uow.store.clock.today())
    check_begun(state, on)
    scans = (command.scan,) if command.scan else ()
    consent = f.case.ConsentRecorded(person=state.applicant, given=command.given, on=on, blobs=scans)
    return record(uow, state.id, (consent,))


def lodge_extension(uow: UnitOfWork, command: LodgeExtension) -> Cases:
    """Take and register an application to extend the status (L-11.5c, f-09)."""
    require(uow.actor, "lodge_extension")
    open_case(uow, command.case)
    return _on_case(uow, command.case, lambda known, state: extensions.lodge_extension(known, state, command))


def record_lapse(uow: UnitOfWork, command: RecordLapse) -> Cases:
    """Record that the status ended with its term (L-14.2)."""
    require(uow.actor, "record_lapse")
    open_case(uow, command.case)
    return _on_case(uow, command.case, lambda known, state: endings.record_lapse(known, state, command))


def _on_case(uow: UnitOfWork, case: str, rule: Callable[[Intake, CaseState], tuple[f.Fact, ...]]) -> Cases:
    state = uow.own_case(case)
    return record(uow, case, rule(uow.intake(), state))


ACTS: dict[str, Act] = {
    "record_consent": record_consent,
    "postpone_consideration": postpone,
    "take_decision": decide,
    "issue_certificate": issue_certificate,
    "serve_decision": serve,
    "send_notice": notify,
    "lodge_extension": lodge_extension,
    "record_lapse": record_lapse,
}
