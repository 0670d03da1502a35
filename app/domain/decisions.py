"""Decisions of the commission: Art. 11 and 12 as functions. A ground is a reason of the commission, never computed.

Here is the door for every kind of decision; what an extension asks for lives in `extensions`, deprivation, termination
and lapse in `endings`.
"""

from datetime import date
from typing import Literal, NamedTuple

import msgspec

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, Decision
from app.domain.certificates import renewed_certificate, taken_back
from app.domain.commands import (
    PostponeConsideration,
    SendNotice,
    ServeDecision,
    TakeDecision,
)
from app.domain.covered import GRANTS, ON_APPLICATION, covered, final_decision, settled
from app.domain.endings import check_deprivation, check_grounds, check_named, check_standing, check_termination
from app.domain.extensions import STATUS_GIVEN, check_extension, extended_term, holders, status_ends, term_asked
from app.domain.intake import Intake
from app.domain.rules import fingerprints_from, rules_for_decision
from app.domain.stay import NEGATIVE
from app.domain.terms import add_months

__all__ = [
    "FINGERPRINTS_SETTLED",
    "GRANTS",
    "ON_APPLICATION",
    "Family",
    "FingerprintState",
    "agrees",
    "decide",
    "final_decision",
    "fingerprint_state",
    "notify",
    "postpone",
    "postponement_limits",
    "recognised",
    "serve",
    "status_ends",
]

FingerprintState = Literal["open", "done", "refused", "impossible", "not_required"]
FINGERPRINTS_SETTLED = frozenset({"done", "not_required"})


class Family(NamedTuple):
    """What a decision must know of the applicant's family: is another member recognised (f-40)."""

    other_recognised: bool = False


def fingerprint_state(state: CaseState, person: str | None = None) -> FingerprintState:
    """How the fingerprint registration of a person stands (L-10.6c, f-14)."""
    about = person or state.applicant
    asked = [r for r in state.requests if r.to == "fingerprints" and r.person == about and r.answer]
    results = [r.answer.result for r in asked if r.answer and r.answer.result != "received"]
    # A later referral does not undo what was done.
    found = next((result for result in reversed(results) if result in FINGERPRINTS_SETTLED), None)
    return found or (results[-1] if results else "open")


def decide(known: Intake, state: CaseState, command: TakeDecision, family: Family) -> tuple[f.Fact, ...]:
    """Record a decision: on the application, on an extension, or one that ends the status.

    *Law*: L-11.1a, L-11.2a, L-11.2b, L-11.5a, L-11.5c, L-12, L-13.1, L-14.1 (Art. 11-14).
    *Refuses*: as `_check_moment` or `endings.check_standing`, `covered`, and what the kind of decision asks for.
    """
    on = command.on or known.today
    if command.kind in ON_APPLICATION:
        _check_moment(state, on, known.today)
    else:
        check_standing(state, on, known.today)
    covers = covered(known, state, _for_minors(state, command, on), on)
    _check_kind(state, command, on, family, covers)
    from_on, to_on = _term(known, state, command, on, covers)
    decision = f.case.DecisionTaken(
        number=known.number("D"),
        kind=command.kind,
        on=on,
        person=state.applicant,
        covers=covers,
        grounds=command.grounds,
        proofs=command.proofs,
        court=command.court,
        override=command.override if command.kind in ON_APPLICATION else None,
        from_on=from_on,
        to_on=to_on,
        note=command.note,
        calendar=known.calendar.version,
    )
    return (decision,)


def _check_kind(state: CaseState, command: TakeDecision, on: date, family: Family, covers: tuple[str, ...]) -> None:
    match command.kind:
        case "grant" | "grant_derivative":
            _check_grant(state, command, on, family, covers)
        case "refuse":
            _check_refusal(state, command, on, family)
        case "extend" | "refuse_extend":
            check_extension(state, command, on)
        case "deprive":
            check_deprivation(state, command, on)
        case "terminate":
            check_termination(command, on)


def _for_minors(state: CaseState, command: TakeDecision, on: date) -> TakeDecision:
    """A decision on an application to extend that names nobody, where only minors hold a status: on all of them."""
    holding = () if command.covers or command.kind not in {"extend", "refuse_extend"} else holders(state, on)
    return command if state.applicant in holding else msgspec.structs.replace(command, covers=command.covers or holding)


def _term(
    known: Intake, state: CaseState, command: TakeDecision, on: date, covers: tuple[str, ...]
) -> tuple[date | None, date | None]:
    """The term of status that a decision gives: a year from a grant, or from the previous expiry (L-11.5a, f-42)."""
    if command.kind in GRANTS:
        return on, status_ends(on, known)
    before = term_asked(state, covers) if command.kind == "extend" else None
    if before and before.to_on:
        return extended_term(before.to_on, known)
    return None, None


def agrees(state: CaseState, on: date) -> bool:
    """Whether the newest consent recorded up to a day was given (L-11.2b)."""
    known = sorted((c for c in state.consents if c.on <= on), key=lambda c: c.on)
    return bool(known) and known[-1].given


def recognised(state: CaseState, on: date) -> bool:
    """Whether the applicant of a case is or has been recognised by a day, also when the file is closed since (f-40).

    *Shape*: an extended, deprived or terminated status was recognised; a grant that was annulled was not.
    """
    return any(d.kind in STATUS_GIVEN and d.stands(on) for d in state.decisions)


def _check_moment(state: CaseState, on: date, today: date) -> None:
    """Refuse a decision on an application that is not under consideration, or on an impossible day.

    *Refuses*: `decision.not_registered`, `decision.closed`, `decision.taken_already`, `decision.future`,
    `decision.before_registration`.
    """
    if state.registered_on is None:
        raise Refusal("decision.not_registered")
    if not state.is_open:
        raise Refusal("decision.closed")
    if all(settled(state, person.id, on) for person in state.present):
        raise Refusal("decision.taken_already")
    if on > today:
        raise Refusal("decision.future", field="on")
    if on < state.registered_on:
        raise Refusal("decision.before_registration", field="on")


def _check_grant(state: CaseState, command: TakeDecision, on: date, family: Family, covers: tuple[str, ...]) -> None:
    """Refuse a grant that lacks its conditions.

    *Refuses*: `decision.consent_missing`, `decision.nobody_recognised` (L-11.2b), `decision.fingerprints_open`
    (L-10.6c), `decision.override_not_allowed`.
    """
    if command.kind == "grant_derivative" and not agrees(state, on):
        raise Refusal("decision.consent_missing", field="kind")
    if command.kind == "grant_derivative" and not family.other_recognised:
        raise Refusal("decision.nobody_recognised", field="kind")
    asked = [p for p in covers if p == state.applicant or state.request_for("fingerprints", p)]
    if not rules_for_decision(on).fingerprint_condition or all(
        fingerprint_state(state, p) in FINGERPRINTS_SETTLED for p in asked
    ):
        return
    if command.override is None:
        raise Refusal("decision.fingerprints_open", field="kind")
    transition = state.registered_on is not None and state.registered_on < fingerprints_from()
    if not transition or not command.override.reason.strip():
        raise Refusal("decision.override_not_allowed", field="override")


def _check_refusal(state: CaseState, command: TakeDecision, on: date, family: Family) -> None:
    """Refuse a refusal without a ground that can stand.

    *Refuses*: `decision.ground_only_family` (f-40), and as `endings.check_grounds` and `check_named` (L-12).
    """
    settled = fingerprint_state(state) in FINGERPRINTS_SETTLED
    check_grounds(command.grounds, on, article=12, fingerprints_settled=settled)
    check_named(command, on)
    if {g.code for g in command.grounds} == {"A12-01"} and agrees(state, on) and family.other_recognised:
        raise Refusal("decision.ground_only_family", field="grounds")


def postpone(known: Intake, state: CaseState, command: PostponeConsideration) -> tuple[f.Fact, ...]:
    """Postpone the final decision and replace the certificate for three months.

    *Law*: L-11.1b (Art. 11(1), second part), X-cert, f-04.
    *Refuses*: as `decide`, and `postponement.reason`, `postponement.before_earlier`, `postponement.until`,
    `postponement.strict_limit`, `postponement.hard_limit`.
    """
    on = command.on or known.today
    _check_moment(state, on, known.today)
    if final_decision(state, on):
        raise Refusal("decision.taken_already")
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
    return (postponed, renewed_certificate(known, state), *taken_back(known, state, "refugee"))


def postponement_limits(state: CaseState, on: date) -> tuple[date, date]:
    """The strict limit, a year from registration, and the hard one, a year from the first postponement (f-04)."""
    first = state.postponements[0].on if state.postponements else on
    return add_months(state.registered_on or on, 12), add_months(first, 12)


def serve(known: Intake, state: CaseState, command: ServeDecision) -> tuple[f.Fact, ...]:
    """Record that the copy of a decision was handed over or sent.

    *Law*: L-11.6, L-9.1.3, L-13.2, f-11; the appeal term starts when the person learns of the act (L-15), and once:
    a second copy does not move the day that is known. How many months the term has is recorded with that day.
    *Refuses*: `decision.none`, `decision.unknown`, `decision.future`.
    """
    decision = _named(state, command.decision)
    on = command.on or known.today
    _after(decision, on, known.today, "on")
    if command.learnt_on:
        _after(decision, command.learnt_on, known.today, "learnt_on")
    learnt = command.learnt_on or decision.learnt_on
    runs = decision.kind in NEGATIVE and (learnt is not None or command.way == "hand")
    return (
        f.case.DecisionServed(
            number=decision.number,
            way=command.way,
            on=on,
            learnt_on=learnt,
            proof=command.proof,
            appeal_months=known.settings.number("appeal.term") if runs else 0,
            calendar=known.calendar.version,
        ),
    )


def notify(known: Intake, state: CaseState, command: SendNotice) -> tuple[f.Fact, ...]:
    """Record that the authorised body or the IAB was told of a decision (L-10.8, L-13.2, f-11).

    *Refuses*: `decision.none`, `decision.unknown`, `decision.future`.
    """
    decision = _named(state, command.decision)
    on = command.on or known.today
    _after(decision, on, known.today, "on")
    return (f.case.NoticeSent(decision=decision.number, to=command.to, on=on, way=command.way),)


def _after(decision: Decision, on: date, today: date, field: str) -> None:
    if on > today or on < decision.on:
        raise Refusal("decision.future", field=field)


def _named(state: CaseState, number: str) -> Decision:
    """The decision of a number, or the newest one of this file."""
    if number:
        found = state.decision_numbered(number)
        if found is None:
            raise Refusal("decision.unknown", field="decision", number=number)
        return found
    own = [d for d in state.decisions if not d.carried]
    if not own:
        raise Refusal("decision.none", field="case")
    return own[-1]
