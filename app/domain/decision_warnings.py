"""What a screen tells before a decision is saved; nothing here bars one, and nothing proposes a ground."""

from datetime import date

from app.domain.case import CaseState
from app.domain.commands import TakeDecision
from app.domain.decisions import FINGERPRINTS_SETTLED, ON_APPLICATION, final_decision, fingerprint_state
from app.domain.rules import rules_for_decision
from app.domain.terms import add_months

_OF_CITIZENSHIP = frozenset({"A14-02", "A14-04"})
"""Grounds that speak of the country of citizenship only (f-48)."""


def warnings(state: CaseState, command: TakeDecision, today: date | None = None) -> tuple[str, ...]:
    """What a screen tells before a decision is saved; nothing here bars it.

    *Law*: f-48 (A14-02 and A14-04 speak of the country of citizenship, a stateless person has none), L-11.3 (no tracing
    result on an unaccompanied minor: propose to postpone), f-47 (three months ended, fingerprints open: likewise).
    *Shape*: ids whose sentences stand under `warning-`; `today` is the day of a decision that names none.
    """
    found = []
    chosen = {ground.code for ground in command.grounds}
    stateless = state.applicant in state.persons and state.applicant_person.recorded.stateless == "yes"
    if command.kind == "terminate" and stateless and chosen & _OF_CITIZENSHIP:
        found.append("decision.stateless")
    if command.kind in ON_APPLICATION and awaits_tracing(state):
        found.append("decision.tracing_open")
    on = command.on or today
    if command.kind in ON_APPLICATION and on and fingerprints_at_term(state, on):
        found.append("decision.fingerprints_at_term")
    return tuple(found)


def awaits_tracing(state: CaseState) -> bool:
    """True for an unaccompanied minor about whose parents nothing was heard yet (L-11.3)."""
    request = state.request_for("tracing")
    return state.unaccompanied and (request is None or request.answer is None)


def fingerprints_at_term(state: CaseState, on: date) -> bool:
    """True when the three months have ended, or the postponement has, and fingerprinting is still open (f-47)."""
    if (
        state.registered_on is None
        or not rules_for_decision(on).fingerprint_condition
        or fingerprint_state(state) in FINGERPRINTS_SETTLED
    ):
        return False
    postponed = [p.until for p in state.postponements if p.on <= on]
    end = postponed[-1] if postponed else add_months(state.registered_on, 3)
    return final_decision(state) is None and on >= end
