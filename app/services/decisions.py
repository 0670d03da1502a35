"""Decisions and certificates: postponed, taken, served, told, issued."""

from collections.abc import Callable
from datetime import date

from app.domain import decisions
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.commands import (
    IssueCertificate,
    PostponeConsideration,
    RecordConsent,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.intake import Intake, check_not_ahead
from app.domain.permissions import require
from app.store.rows.cases import family_cases
from app.store.unit import UnitOfWork

Cases = tuple[str, ...]


def _record(uow: UnitOfWork, case: str, made: tuple[f.Fact, ...]) -> Cases:
    for fact in made:
        uow.record(case, fact)
    return (case,)


def _family(uow: UnitOfWork, state: CaseState, on: date) -> decisions.Family:
    others = (uow.case(r) for r in family_cases(uow.connection, state) if r != state.id)
    return decisions.Family(other_recognised=any(decisions.recognised(other, on) for other in others))


def decide(uow: UnitOfWork, command: TakeDecision) -> Cases:
    """Record a decision of the commission (L-11.1a, L-11.2b, L-12)."""
    require(uow.actor, "take_decision")
    state = uow.own_case(command.case)
    family = _family(uow, state, command.on or uow.store.clock.today())
    return _record(uow, state.id, decisions.decide(uow.intake(), state, command, family))


def postpone(uow: UnitOfWork, command: PostponeConsideration) -> Cases:
    """Postpone the final decision and replace the certificate (L-11.1b, X-cert)."""
    require(uow.actor, "postpone_consideration")
    return _on_case(uow, command.case, lambda known, state: decisions.postpone(known, state, command))


def issue_certificate(uow: UnitOfWork, command: IssueCertificate) -> Cases:
    """Issue a certificate (X-cert, L-11.5b)."""
    require(uow.actor, "issue_certificate")
    return _on_case(uow, command.case, lambda known, state: decisions.issue_certificate(known, state, command))


def serve(uow: UnitOfWork, command: ServeDecision) -> Cases:
    """Record how the copy of the decision reached the person (L-11.6)."""
    require(uow.actor, "serve_decision")
    return _on_case(uow, command.case, lambda known, state: decisions.serve(known, state, command))


def notify(uow: UnitOfWork, command: SendNotice) -> Cases:
    """Record that another body was told (L-10.8)."""
    require(uow.actor, "send_notice")
    return _on_case(uow, command.case, lambda known, state: decisions.notify(known, state, command))


def record_consent(uow: UnitOfWork, command: RecordConsent) -> Cases:
    """Record the consent to a derivative grant (L-11.2b)."""
    require(uow.actor, "record_consent")
    state = uow.own_case(command.case)
    on = command.on or uow.store.clock.today()
    check_not_ahead(on, uow.store.clock.today())
    return _record(uow, state.id, (f.case.ConsentRecorded(person=state.applicant, given=command.given, on=on),))


def _on_case(uow: UnitOfWork, case: str, rule: Callable[[Intake, CaseState], tuple[f.Fact, ...]]) -> Cases:
    state = uow.own_case(case)
    return _record(uow, case, rule(uow.intake(), state))
