"""The fold of what follows a decision: appealed, annulled or restored by an appeal, and what is opened again.

What an annulment takes along lives in `case_fold_decisions`, the rest of the fold in `case_fold`.
"""

from msgspec.structs import replace

from app.domain import facts as f
from app.domain.case import Appeal, CaseState, Decision
from app.domain.case_fold_decisions import annul, lapse_taken_back, restore

DEATH = "DTH"


def annulled(state: CaseState, fact: f.remedies.DecisionAnnulled) -> CaseState:
    """A decision was taken back."""
    return annul(state, fact.number, fact.on, fact.by)


def appealed(state: CaseState, fact: f.remedies.AppealLodged) -> CaseState:
    """An appeal was lodged; one that was explained later stays in its place among the others."""
    appeal = Appeal(
        id=fact.appeal,
        decision=fact.decision,
        level=fact.level,
        body=fact.body,
        on=fact.on,
        last_day=fact.last_day,
        late_days=fact.late_days,
        late_reason=fact.late_reason,
    )
    if any(a.id == appeal.id for a in state.appeals):
        return replace(state, appeals=tuple(appeal if a.id == appeal.id else a for a in state.appeals))
    return replace(state, appeals=(*state.appeals, appeal))


def appeal_decided(state: CaseState, fact: f.remedies.AppealDecided) -> CaseState:
    """An appeal was decided: the decision stands, has no effect from now on, or has its effect back.

    What is annulled already keeps the day from which it was.
    """
    known = next((a for a in state.appeals if a.id == fact.appeal), None)
    if known is None:
        return state
    ended = replace(
        known,
        result=fact.result,
        effect=fact.effect,
        decided_on=fact.on,
        in_force_on=fact.in_force_on,
        after_end=not state.is_open,
    )
    state = replace(state, appeals=tuple(ended if a.id == fact.appeal else a for a in state.appeals))
    decision = _newest(state, known.decision)
    if fact.effect == "stands" or decision is None:
        return state
    if fact.effect == "restored":
        return restore(state, decision)
    if decision.annulled_on is not None:
        return state
    by = "higher_body" if known.level == "pre_trial" else "court"
    return annul(state, known.decision, fact.in_force_on or fact.on, by)


def _newest(state: CaseState, number: str) -> Decision | None:
    return next((d for d in reversed(state.decisions) if d.number == number), None)


def reopened(state: CaseState, fact: f.course.CaseReopened) -> CaseState:
    """A closing, a withdrawal or a lapse was taken back; with a closing by DTH the death that it recorded (f-30)."""
    if fact.what == "lapse":
        return lapse_taken_back(state)
    answered = tuple(replace(a, after_end=False) if a.after_end else a for a in state.appeals)
    state = replace(state, appeals=answered)
    if fact.what == "withdrawal":
        return replace(state, withdrawn_on=None)
    if state.closed_code == DEATH:
        state = _alive(state, state.applicant)
    return replace(state, closed_on=None, closed_code="", merged_into="")


def _alive(state: CaseState, person: str) -> CaseState:
    """Nothing says any more that a person died; others who died with the person did."""
    events = []
    for event in state.family_events:
        if event.event != "death" or person not in event.persons:
            events.append(event)
        elif others := tuple(p for p in event.persons if p != person):
            events.append(replace(event, persons=others))
    persons = {p: replace(one, died_on=None) if p == person else one for p, one in state.persons.items()}
    return replace(state, persons=persons, family_events=tuple(events))
