"""The fold of what rests on one another: decisions, applications to extend, lapses; the rest lives in `case_fold`.

An annulled decision takes along what rests on it, for each person: an extension or an ending of its status, and the
lapse of its term (L-15, f-31, L-14.2).
"""

from datetime import date

from msgspec.structs import replace

from app.domain import facts as f
from app.domain.case import CaseState, Decision, Extension, Lapse

_ON_EXTENSION = frozenset({"extend", "refuse_extend"})
_GIVING = frozenset({"grant", "grant_derivative", "extend"})
_ON_STATUS = _ON_EXTENSION | {"deprive", "terminate"}


def decided(state: CaseState, fact: f.case.DecisionTaken) -> CaseState:
    """A decision is taken; one on an extension settles the application that waits."""
    waiting = state.pending_extension if fact.kind in _ON_EXTENSION else None
    decision = Decision(
        number=fact.number,
        kind=fact.kind,
        on=fact.on,
        person=fact.person,
        covers=fact.covers,
        grounds=fact.grounds,
        from_on=fact.from_on,
        to_on=fact.to_on,
        override_rule=fact.override.rule if fact.override else "",
        override_reason=fact.override.reason if fact.override else "",
        note=fact.note,
        calendar=fact.calendar,
        proofs=fact.proofs,
        court=fact.court,
        from_paper=fact.from_paper,
        rests_on=_basis(state, fact, waiting) if fact.kind in _ON_STATUS else {},
    )
    if waiting:
        state = _settled(state, waiting, decision=fact.number)
    return replace(state, decisions=(*state.decisions, decision))


def _basis(state: CaseState, fact: f.case.DecisionTaken, pending: Extension | None) -> dict[str, str]:
    """On which decision this one rests, for each person: the term asked for, else the one that rules."""
    asked = state.terms_asked(pending, fact.covers) if pending else {}
    found = {person: asked.get(person) or state.status_decision(person) for person in fact.covers}
    return {person: basis.number for person, basis in found.items() if basis}


def carried(state: CaseState, fact: f.remedies.StatusCarried) -> CaseState:
    """A status comes along from another file."""
    decision = Decision(
        number=fact.number,
        kind=fact.decision,
        on=fact.decided_on,
        person=fact.person,
        covers=(fact.person,),
        from_on=fact.from_on,
        to_on=fact.to_on,
        learnt_on=fact.learnt_on,
        carried=True,
    )
    return replace(state, decisions=(*state.decisions, decision))


def asked(state: CaseState, fact: f.case.ApplicationLodged) -> CaseState:
    """An application to extend is lodged, for all who hold a status: the applicant first, or whose ends first."""
    ends = {}
    for person in state.present if state.is_open else ():
        ruling = state.status_decision(person.id)
        if ruling and ruling.kind in _GIVING and state.lapse_of(person.id) is None:
            ends[person.id] = date.min if person.id == state.applicant else ruling.to_on or date.max
    extension = Extension(
        lodged_at=fact.lodged_at,
        last_day=fact.last_day,
        late=fact.late,
        covers=fact.covers or tuple(sorted(ends, key=ends.__getitem__)),
    )
    return replace(state, extensions=(*state.extensions, extension))


def numbered(state: CaseState, fact: f.case.ApplicationRegistered) -> CaseState:
    """The application to extend that was lodged last gets its number."""
    place = next((n for n in reversed(range(len(state.extensions))) if state.extensions[n].pending), None)
    return _change_extension(state, place, number=fact.number, registered_on=fact.registered_on)


def settle(state: CaseState, **changes: object) -> CaseState:
    """The application to extend that waits is decided or withdrawn."""
    waiting = state.pending_extension
    return _settled(state, waiting, **changes) if waiting else state


def _settled(state: CaseState, waiting: Extension, **changes: object) -> CaseState:
    return _change_extension(state, next((n for n, e in enumerate(state.extensions) if e is waiting), None), **changes)


def _change_extension(state: CaseState, place: int | None, **changes: object) -> CaseState:
    if place is None:
        return state
    changed = replace(state.extensions[place], **changes)
    return replace(state, extensions=(*state.extensions[:place], changed, *state.extensions[place + 1 :]))


def annul(state: CaseState, number: str, on: date, by: str) -> CaseState:
    """A decision and what rests on it have no effect any more; an application that they settled is pending again.

    *Law*: f-09, L-14.2: the lapse of a term that an application asks to extend again goes away.
    """
    known = next((d for d in reversed(state.decisions) if d.number == number), None)
    if known is None:
        return state
    fallen = {(person, number) for person in known.covers}
    decisions = []
    for decision in state.decisions:
        lost = {p: number for p in decision.covers if (p, decision.rests_on.get(p)) in fallen}
        if decision is known:
            decisions.append(replace(decision, annulled_on=on, annulled_by=by))
        elif decision.annulled_on is None and lost:
            fallen |= {(person, decision.number) for person in lost}
            decisions.append(_fallen(decision, lost, on, by))
        else:
            decisions.append(decision)
    before = {d.number for d in state.decisions if d.annulled_on is None} | {number}
    gone = before & {d.number for d in decisions if d.annulled_on is not None}
    extensions = tuple(
        replace(e, decision="", decided_before=e.decision) if e.decision in gone else e for e in state.extensions
    )
    return _without_lapse(replace(state, decisions=tuple(decisions), extensions=extensions), known.covers)


def _fallen(decision: Decision, lost: dict[str, str], on: date, by: str) -> Decision:
    """A decision without the persons for whom it fell, or without effect when it fell for all."""
    fell = {**decision.fell_with, **lost}
    left = tuple(person for person in decision.covers if person not in lost)
    if left:
        return replace(decision, covers=left, fell_with=fell)
    return replace(decision, annulled_on=on, annulled_by=by, fell_with=fell)


def restore(state: CaseState, decision: Decision) -> CaseState:
    """A decision has its effect back, and what fell with it; an application to extend is settled again."""
    decisions = tuple(
        replace(d, annulled_on=None, annulled_by="") if d is decision else _risen(d, decision.number)
        for d in state.decisions
    )
    standing = {d.number for d in decisions if d.annulled_on is None}
    extensions = tuple(
        replace(e, decision=e.decided_before, decided_before="") if e.pending and e.decided_before in standing else e
        for e in state.extensions
    )
    return replace(state, decisions=decisions, extensions=extensions)


def _risen(decision: Decision, number: str) -> Decision:
    back = tuple(person for person, root in decision.fell_with.items() if root == number)
    if not back:
        return decision
    fell = {person: root for person, root in decision.fell_with.items() if root != number}
    covers = tuple(p for p in dict.fromkeys((*decision.covers, *back)) if p not in fell)
    if set(decision.covers) <= set(decision.fell_with):
        return replace(decision, covers=covers, annulled_on=None, annulled_by="", fell_with=fell)
    return replace(decision, covers=covers, fell_with=fell)


def _without_lapse(state: CaseState, persons: tuple[str, ...]) -> CaseState:
    """Without the lapses of persons whose term an application asks to extend."""
    pending = state.pending_extension
    if pending is None or not state.lapses:
        return state
    terms = state.terms_asked(pending, persons)
    kept = []
    for lapse in state.lapses:
        asks = {p for p, term in terms.items() if lapse.rests_on.get(p) == term.number}
        covers = tuple(person for person in lapse.covers if person not in asks)
        if covers or not lapse.covers:
            kept.append(replace(lapse, covers=covers))
    return replace(state, lapses=tuple(kept))


def lapsed(state: CaseState, fact: f.remedies.StatusLapsed) -> CaseState:
    """A status ended with the term of the decision that rules for each person."""
    rulings = ((person, state.status_decision(person)) for person in fact.covers)
    lapse = Lapse(
        on=fact.on,
        recorded_on=fact.recorded_on,
        covers=fact.covers,
        rests_on={person: ruling.number for person, ruling in rulings if ruling},
    )
    return replace(state, lapses=(*state.lapses, lapse))


def lapse_taken_back(state: CaseState) -> CaseState:
    """Without the newest lapse that holds, and what the same act recorded."""
    newest = state.newest_lapse
    if newest is None:
        return state
    return replace(state, lapses=tuple(one for one in state.lapses if one.recorded_on != newest.recorded_on))
