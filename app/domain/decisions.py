"""Decisions of the commission: Art. 11 and 12 as functions. A ground is a reason of the commission, never computed."""

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import grounds
from app.domain.applications import FINGERPRINTS_FROM, asylum_certificate
from app.domain.case import CaseState, Decision, Request, status
from app.domain.commands import (
    IssueCertificate,
    PostponeConsideration,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.intake import Intake
from app.domain.numbers import LOOK_ALIKES
from app.domain.terms import add_months

BOOKLET = re.compile(r"[A-Z]{2}[0-9]{8}")
"""The pre-printed number of a booklet (`docs/model.md` 1)."""

FingerprintState = Literal["open", "done", "refused", "impossible", "not_required"]


class Family(NamedTuple):
    """What a decision must know of the applicant's family: is another member recognised (f-40)."""

    other_recognised: bool = False


def fingerprint_state(state: CaseState, person: str | None = None) -> FingerprintState:
    """How the fingerprint registration of a person stands (L-10.6c, f-14)."""
    request: Request | None = state.request_for("fingerprints", person)
    if request is None or request.answer is None or request.answer.result == "received":
        return "open"
    return request.answer.result


def final_decision(state: CaseState) -> Decision | None:
    """The decision that ended the consideration of the application."""
    return next((d for d in state.decisions if d.kind in {"grant", "grant_derivative", "refuse"}), None)


def decide(known: Intake, state: CaseState, command: TakeDecision, family: Family) -> tuple[f.Fact, ...]:
    """Record a decision on the application.

    *Law*: L-11.1a, L-11.2b, L-11.5a, L-12 (Art. 11(1), 11(2), 11(5), 12).
    *Refuses*: `decision.not_registered`, `decision.closed`, `decision.taken_already`, `decision.future`,
    `decision.before_registration`, `decision.kind_not_offered`, as `_covered`, and what the kind of decision asks for.
    """
    on = command.on or known.today
    _check_moment(state, on, known.today)
    if command.kind == "refuse":
        _check_refusal(state, command, on, family)
    elif command.kind in {"grant", "grant_derivative"}:
        _check_grant(state, command, on)
    else:
        raise Refusal("decision.kind_not_offered", field="kind")
    covers = _covered(state, command)
    granted = command.kind != "refuse"
    decision = f.case.DecisionTaken(
        number=known.number("D"),
        kind=command.kind,
        on=on,
        person=state.applicant,
        covers=covers,
        grounds=command.grounds,
        override=command.override,
        from_on=on if granted else None,
        to_on=status_ends(on, known) if granted else None,
        note=command.note,
        calendar=known.calendar.version,
    )
    return (decision,)


def _covered(state: CaseState, command: TakeDecision) -> tuple[str, ...]:
    """Whom a decision covers: the applicant, and the minors named in it, or all of them.

    *Refuses*: `person.unknown`, `decision.applicant_not_covered`.
    """
    present = tuple(p.id for p in state.present)
    covers = command.covers or present
    if not set(covers) <= set(present):
        raise Refusal("person.unknown", field="covers")
    if state.applicant not in covers:
        raise Refusal("decision.applicant_not_covered", field="covers")
    return covers


def agrees(state: CaseState, on: date) -> bool:
    """Whether the newest consent recorded up to a day was given (L-11.2b)."""
    return any(c.given for c in [c for c in state.consents if c.on <= on][-1:])


def recognised(state: CaseState, on: date) -> bool:
    """Whether the applicant of a case is or has been recognised by a day, also when the file is closed since (f-40)."""
    return any(d.kind in {"grant", "grant_derivative"} and d.on <= on for d in state.decisions)


def status_ends(granted_on: date, known: Intake) -> date:
    """The last day of one year of status (L-11.5a); same date next year, or the day before by setting (f-08)."""
    same = add_months(granted_on, 12)
    return same - timedelta(days=1) if known.settings.word("status.valid_to_convention") == "day_before" else same


def _check_moment(state: CaseState, on: date, today: date) -> None:
    if state.registered_on is None:
        raise Refusal("decision.not_registered")
    if not state.is_open:
        raise Refusal("decision.closed")
    if final_decision(state):
        raise Refusal("decision.taken_already")
    if on > today:
        raise Refusal("decision.future", field="on")
    if on < state.registered_on:
        raise Refusal("decision.before_registration", field="on")


def _check_grant(state: CaseState, command: TakeDecision, on: date) -> None:
    """Refuse a grant that lacks its conditions.

    *Refuses*: `decision.consent_missing` (L-11.2b), `decision.fingerprints_open` (L-10.6c),
    `decision.override_not_allowed`.
    """
    if command.kind == "grant_derivative" and not agrees(state, on):
        raise Refusal("decision.consent_missing", field="kind")
    if on < FINGERPRINTS_FROM or fingerprint_state(state) in {"done", "not_required"}:
        return
    if command.override is None:
        raise Refusal("decision.fingerprints_open", field="kind")
    transition = state.registered_on is not None and state.registered_on < FINGERPRINTS_FROM
    if not transition or not command.override.reason.strip():
        raise Refusal("decision.override_not_allowed", field="override")


def _check_refusal(state: CaseState, command: TakeDecision, on: date, family: Family) -> None:
    """Refuse a refusal without a ground that can stand.

    *Refuses*: `decision.ground_only_family` (f-40), and as `grounds.check_choice` (L-12).
    """
    chosen = {g.code: g.reason for g in command.grounds}
    settled = fingerprint_state(state) in {"done", "not_required"}
    grounds.check_choice(chosen, on, fingerprints_settled=settled)
    if set(chosen) == {"A12-01"} and agrees(state, on) and family.other_recognised:
        raise Refusal("decision.ground_only_family", field="grounds")


def postpone(known: Intake, state: CaseState, command: PostponeConsideration) -> tuple[f.Fact, ...]:
    """Postpone the final decision and replace the certificate for three months.

    *Law*: L-11.1b (Art. 11(1), second part), X-cert, f-04.
    *Refuses*: as `decide`, and `postponement.reason`, `postponement.before_earlier`, `postponement.until`,
    `postponement.strict_limit`, `postponement.hard_limit`.
    """
    on = command.on or known.today
    _check_moment(state, on, known.today)
    if not command.reason.strip():
        raise Refusal("postponement.reason", field="reason")
    if state.postponements and on < state.postponements[-1].on:
        raise Refusal("postponement.before_earlier", field="on", earlier=state.postponements[-1].on)
    strict, hard = postponement_limits(state, on)
    if command.until <= on:
        raise Refusal("postponement.until", field="until")
    if command.until > hard:
        raise Refusal("postponement.hard_limit", field="until", limit=hard)
    if command.until > strict and known.settings.word("postponement.limit_from") == "registration":
        raise Refusal("postponement.strict_limit", field="until", limit=strict)
    postponed = f.case.ConsiderationPostponed(
        number=known.number("D"), on=on, until=command.until, reason=command.reason.strip()
    )
    return (postponed, renewed_certificate(known, state))


def postponement_limits(state: CaseState, on: date) -> tuple[date, date]:
    """The strict limit, a year from registration, and the hard one, a year from the first postponement (f-04)."""
    first = state.postponements[0].on if state.postponements else on
    return add_months(state.registered_on or on, 12), add_months(first, 12)


def renewed_certificate(known: Intake, state: CaseState, late_reason: str = "") -> f.case.CertificateIssued:
    """A new asylum-seeker certificate in place of the valid one (X-cert)."""
    before = state.valid_certificate("asylum")
    minors = tuple(p.id for p in state.minors)
    return asylum_certificate(
        known, state.applicant, minors, replaces=before.number if before else "", late_reason=late_reason
    )


def issue_certificate(known: Intake, state: CaseState, command: IssueCertificate) -> tuple[f.Fact, ...]:
    """Issue a new asylum-seeker certificate, or the refugee certificate after a grant.

    *Law*: X-cert, L-10.6a; L-11.5b (Art. 11(5)).
    *Refuses*: `certificate.not_asylum_seeker`, `certificate.not_refugee`, `certificate.issued_already`, as `_booklet`.
    """
    current = status(state, known.today)
    if command.kind == "asylum":
        if current not in {"asylum_seeker", "refused"}:
            raise Refusal("certificate.not_asylum_seeker")
        return (renewed_certificate(known, state, command.late_reason),)
    decision = state.decision_of(state.applicant, known.today)
    if current != "refugee" or decision is None or decision.to_on is None:
        raise Refusal("certificate.not_refugee")
    if state.valid_certificate("refugee"):
        raise Refusal("certificate.issued_already")
    issued = f.case.CertificateIssued(
        number=_booklet(command.blank, known) or known.number("C"),
        kind="refugee",
        holder=state.applicant,
        minors=tuple(p.id for p in state.minors if p.id in decision.covers),
        issued_on=known.today,
        valid_to=decision.to_on,
    )
    before = state.valid_certificate("asylum")
    ended = [f.case.CertificateEnded(number=before.number, how="returned", on=known.today)] if before else []
    return (issued, *ended)


def _booklet(typed: str, known: Intake) -> str:
    """The number of a booklet as typed; empty where none was given.

    *Refuses*: `certificate.blank`, `certificate.blank_used`.
    """
    number = re.sub(r"[\s\-]+", "", typed).upper().translate(LOOK_ALIKES)
    if number and not BOOKLET.fullmatch(number):
        raise Refusal("certificate.blank", field="blank", typed=typed.strip())
    used = known.booklet_used(number) if number else ""
    if used:
        raise Refusal("certificate.blank_used", field="blank", number=used)
    return number


def serve(known: Intake, state: CaseState, command: ServeDecision) -> tuple[f.Fact, ...]:
    """Record that the copy of the decision was handed over or sent.

    *Law*: L-11.6 (Art. 11(6)); the appeal term starts when the person learns of the act (L-15).
    *Refuses*: `decision.none`, `decision.future`.
    """
    decision = _newest(state)
    on = command.on or known.today
    _after(decision, on, known.today, "on")
    if command.learnt_on:
        _after(decision, command.learnt_on, known.today, "learnt_on")
    return (
        f.case.DecisionServed(
            number=decision.number, way=command.way, on=on, learnt_on=command.learnt_on, proof=command.proof
        ),
    )


def notify(known: Intake, state: CaseState, command: SendNotice) -> tuple[f.Fact, ...]:
    """Record that the authorised body or the IAB was told of the decision (L-10.8).

    *Refuses*: `decision.none`, `decision.future`.
    """
    decision = _newest(state)
    on = command.on or known.today
    _after(decision, on, known.today, "on")
    return (f.case.NoticeSent(decision=decision.number, to=command.to, on=on, way=command.way),)


def _after(decision: Decision, on: date, today: date, field: str) -> None:
    if on > today or on < decision.on:
        raise Refusal("decision.future", field=field)


def _newest(state: CaseState) -> Decision:
    if not state.decisions:
        raise Refusal("decision.none", field="case")
    return state.decisions[-1]
