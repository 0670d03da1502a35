"""The fold of a case: facts in order -> `CaseState`. `evolve` is total and reads only this case.

What rests on one another (decisions, extensions, lapses) lives in `case_fold_decisions`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar

import msgspec

from app.domain import case_fold_decisions as steps
from app.domain import facts as f
from app.domain import remedy_fold
from app.domain.case import CaseState, Certificate, Paper, Person, Request
from app.domain.case_parts import Standing
from app.domain.facts.values import Late

T = TypeVar("T", bound=msgspec.Struct)


def evolve(state: CaseState, fact: f.Fact | None) -> CaseState:
    """The state after one more fact; an unknown kind changes nothing."""
    handler = _HANDLERS.get(type(fact))
    if handler is None or fact is None:
        return state
    return handler(state, fact)


def _with(state: CaseState, **changes: object) -> CaseState:
    return msgspec.structs.replace(state, **changes)


def _with_person(state: CaseState, person: str, **changes: object) -> CaseState:
    known = state.persons.get(person)
    if known is None:
        return state
    return _with(state, persons={**state.persons, person: msgspec.structs.replace(known, **changes)})


def _changed(items: tuple[T, ...], fits: Callable[[T], bool], **changes: object) -> tuple[T, ...]:
    """The items with the newest that fits changed: ids and numbers stand once, and the newest is asked for most."""
    for place in range(len(items) - 1, -1, -1):
        if fits(items[place]):
            return (*items[:place], msgspec.structs.replace(items[place], **changes), *items[place + 1 :])
    return items


def _opened(state: CaseState, fact: f.case.CaseOpened) -> CaseState:
    return _with(
        state,
        source=fact.source,
        opened_on=fact.opened_on,
        applicant=fact.person,
        from_case=fact.from_case,
        ticket=fact.ticket,
        site=fact.site,
        alone=fact.alone,
    )


def _recorded(state: CaseState, fact: f.case.PersonRecorded) -> CaseState:
    known = state.persons.get(fact.person)
    person = (
        msgspec.structs.replace(known, recorded=fact, place=fact.place)
        if known
        else Person(id=fact.person, place=fact.place, recorded=fact)
    )
    return _with(state, persons={**state.persons, fact.person: person})


def _document(state: CaseState, fact: f.case.DocumentShown) -> CaseState:
    known = state.persons.get(fact.person)
    return _with_person(state, fact.person, documents=(*(known.documents if known else ()), fact))


def _photo(state: CaseState, fact: f.case.PhotoTaken) -> CaseState:
    return _with_person(state, fact.person, photo=fact.blobs[0] if fact.blobs else None)


def _stay(state: CaseState, fact: f.case.StayStated) -> CaseState:
    for person in fact.persons:
        state = _with_person(state, person, stay=fact.address, stay_from=fact.from_on, phone=fact.phone)
    return state


def _minor_listed(state: CaseState, fact: f.case.MinorListed) -> CaseState:
    return _with_person(
        state,
        fact.person,
        place="minor",
        relation=fact.relation,
        birth_document=fact.birth_document,
        verbal=fact.verbal,
        arrived_with=fact.arrived_with,
        to_case="",
        struck_on=None,
        struck_reason="",
    )


def _minor_proven(state: CaseState, fact: f.case.MinorProven) -> CaseState:
    return _with_person(state, fact.person, birth_document=fact.birth_document, verbal=False)


def _minor_struck(state: CaseState, fact: f.case.MinorStruck) -> CaseState:
    certificates = tuple(c if c.ended else _without_row(c, fact.person) for c in state.certificates)
    return _with_person(
        _with(state, certificates=certificates),
        fact.person,
        place="struck",
        to_case=fact.to_case,
        struck_on=fact.on,
        struck_reason=fact.reason,
    )


def _without_row(certificate: Certificate, minor: str) -> Certificate:
    """A certificate in which the row of a minor was struck by hand: nobody stands in two valid ones (L-10.7a)."""
    if minor not in certificate.minors:
        return certificate
    left = tuple(person for person in certificate.minors if person != minor)
    return msgspec.structs.replace(certificate, minors=left, struck_rows=(*certificate.struck_rows, minor))


def _tied(state: CaseState, fact: f.case.FamilyTied) -> CaseState:
    return _with(state, family=fact.family, apart=tuple(case for case in state.apart if case not in fact.cases))


def _request(state: CaseState, fact: f.case.RequestSent) -> CaseState:
    request = Request(id=fact.request, to=fact.to, person=fact.person, on=fact.on, calendar=fact.calendar)
    return _with(state, requests=(*state.requests, request))


def _answered(state: CaseState, fact: f.case.RequestAnswered) -> CaseState:
    return _with(state, requests=_changed(state.requests, lambda r: r.id == fact.request, answer=fact))


def _lodged(state: CaseState, fact: f.case.ApplicationLodged) -> CaseState:
    if fact.kind == "grant":
        return _with(state, lodged=fact)
    return steps.asked(state, fact)


def _registered(state: CaseState, fact: f.case.ApplicationRegistered) -> CaseState:
    if fact.kind == "extension":
        return steps.numbered(state, fact)
    return _with(
        state,
        number=fact.number,
        registered_on=fact.registered_on,
        registered_calendar=fact.calendar,
        first_registered_on=fact.first_registered_on,
    )


def _explained(state: CaseState, fact: f.course.LatenessExplained) -> CaseState:
    """The reason of a late lodging, or of the newest late application to extend."""
    if fact.kind == "grant":
        late, lodged = state.late, state.lodged
        if late is None or lodged is None:
            return state
        return _with(state, lodged=msgspec.structs.replace(lodged, late=_because(late, fact.reason)))
    late = next((e.late for e in reversed(state.extensions) if e.late), None)
    if late is None:
        return state
    explained = _changed(state.extensions, lambda e: e.late is not None, late=_because(late, fact.reason))
    return _with(state, extensions=explained)


def _because(late: Late, reason: str) -> Late:
    return msgspec.structs.replace(late, reason=reason)


def _withdrawn(state: CaseState, fact: f.case.ApplicationWithdrawn) -> CaseState:
    if fact.kind == "extension":
        return steps.settle(state, withdrawn_on=fact.on)
    return _with(state, withdrawn_on=fact.on)


def _decision_corrected(state: CaseState, fact: f.remedies.DecisionCorrected) -> CaseState:
    known = state.decision_numbered(fact.number)
    if known is None:
        return state
    changed = {
        field: getattr(fact, field)
        for field in ("from_on", "to_on", "note", "grounds")
        if getattr(fact, field) is not None
    }
    return _change_decision(state, fact.number, corrections=(*known.corrections, fact), **changed)


def _corrected(state: CaseState, fact: f.persons.PersonCorrected) -> CaseState:
    known = state.persons.get(fact.person)
    if known is None:
        return state
    changes = {
        field: value for field in fact.changes.__struct_fields__ if (value := getattr(fact.changes, field)) is not None
    }
    recorded = msgspec.structs.replace(known.recorded, **changes)
    standing = Standing(papers=len(state.papers), certificates=len(state.certificates), decisions=len(state.decisions))
    return _with_person(
        state,
        fact.person,
        recorded=recorded,
        corrected=(*known.corrected, fact),
        corrected_after=(*known.corrected_after, standing),
    )


def _family_changed(state: CaseState, fact: f.course.FamilyChanged) -> CaseState:
    state = _with(state, family_events=(*state.family_events, fact))
    if fact.event == "split" and fact.case:
        state = _with(state, apart=(*state.apart, fact.case))
    if fact.event == "death":
        for person in fact.persons:
            state = _with_person(state, person, died_on=fact.on)
    return state


def _merge_undone(state: CaseState, fact: f.persons.MergeUndone) -> CaseState:
    return _with_person(state, fact.gone, merged_into="")


def _change_decision(state: CaseState, number: str, **changes: object) -> CaseState:
    return _with(state, decisions=_changed(state.decisions, lambda d: d.number == number, **changes))


def _served(state: CaseState, fact: f.case.DecisionServed) -> CaseState:
    handed = fact.on if fact.way == "hand" else None  # What goes by post is learnt on a day that is told later (L-15).
    known = state.decision_numbered(fact.number)
    first = min(known.served_on, fact.on) if known and known.served_on else fact.on
    began: dict[str, object] = {"learnt_calendar": fact.calendar, "appeal_months": fact.appeal_months}
    if known and known.learnt_on:  # The term for an appeal runs: a further copy does not set its length.
        began = {}
    return _change_decision(state, fact.number, served_on=first, learnt_on=fact.learnt_on or handed, **began)


def _told(state: CaseState, fact: f.case.NoticeSent) -> CaseState:
    known = next((d for d in state.decisions if d.number == fact.decision), None)
    if known is None:
        return state
    told_on = {fact.to: fact.on} | known.told_on
    return _change_decision(state, fact.decision, told=(*known.told, fact.to), told_on=told_on)


def _end_certificate(state: CaseState, number: str, how: str, on: date) -> CaseState:
    valid = _changed(state.certificates, lambda c: c.number == number and not c.ended, ended=how, ended_on=on)
    return _with(state, certificates=valid)


def _certificate(state: CaseState, fact: f.case.CertificateIssued) -> CaseState:
    if fact.replaces:
        state = _end_certificate(state, fact.replaces, "replaced", fact.issued_on)
    certificate = Certificate(
        number=fact.number,
        kind=fact.kind,
        holder=fact.holder,
        minors=fact.minors,
        issued_on=fact.issued_on,
        valid_to=fact.valid_to,
        replaces=fact.replaces,
        signed_by=fact.signed_by,
    )
    return _with(state, certificates=(*state.certificates, certificate))


def _paper(state: CaseState, fact: f.case.PaperIssued) -> CaseState:
    if not fact.blobs:
        return state
    paper = Paper(
        id=fact.paper,
        form=fact.form,
        edition=fact.edition,
        language=fact.language,
        on=fact.on,
        number=fact.number,
        person=fact.person,
        blob=fact.blobs[0],
    )
    return _with(state, papers=(*state.papers, paper))


_HANDLERS: dict[type, Callable[[CaseState, Any], CaseState]] = {
    f.case.CaseOpened: _opened,
    f.case.PersonRecorded: _recorded,
    f.case.DocumentShown: _document,
    f.case.PhotoTaken: _photo,
    f.case.StayStated: _stay,
    f.case.ArrivalStated: lambda s, x: _with(s, arrival=x),
    f.case.ClaimStated: lambda s, x: _with(s, claim=x),
    f.case.RepresentativeNamed: lambda s, x: _with(s, representative=x),
    f.case.InterpreterEngaged: lambda s, x: _with(s, interpreter=x),
    f.case.MinorListed: _minor_listed,
    f.case.MinorProven: _minor_proven,
    f.case.MinorStruck: _minor_struck,
    f.case.RelativeStated: lambda s, x: _with(s, relatives=(*s.relatives, x)),
    f.case.FamilyTied: _tied,
    f.case.DetentionNotified: lambda s, x: _with(s, detention=x),
    f.case.ApplicationLodged: _lodged,
    f.case.ApplicationRegistered: _registered,
    f.case.ApplicationWithdrawn: _withdrawn,
    f.case.CaseClosed: lambda s, x: _with(s, closed_on=x.on, closed_code=x.code),
    f.case.RequestSent: _request,
    f.case.RequestAnswered: _answered,
    f.case.ConsiderationPostponed: lambda s, x: _with(s, postponements=(*s.postponements, x)),
    f.case.ConsentRecorded: lambda s, x: _with(s, consents=(*s.consents, x)),
    f.case.DecisionTaken: steps.decided,
    f.case.DecisionServed: _served,
    f.case.NoticeSent: _told,
    f.case.CertificateIssued: _certificate,
    f.case.CertificateEnded: lambda s, x: _end_certificate(s, x.number, x.how, x.on),
    f.case.PaperIssued: _paper,
    f.case.NoteAdded: lambda s, _x: s,
    f.course.NeedsStated: lambda s, x: _with_person(s, x.person, needs=x.codes),
    f.course.LeafletGiven: lambda s, x: _with(s, leaflets=(*s.leaflets, x)),
    f.course.InterviewHeld: lambda s, x: _with(s, interviews=(*s.interviews, x)),
    f.course.EvidenceAdded: lambda s, x: _with(s, evidence=(*s.evidence, x)),
    f.course.AssessmentWritten: lambda s, x: _with(s, assessments=(*s.assessments, x)),
    f.course.FamilyChanged: _family_changed,
    f.course.StageDone: lambda s, x: _with(s, stages={**s.stages, x.stage: x.on}),
    f.course.CaseAssigned: lambda s, x: _with(s, officer=x.user, stages={**s.stages, "assign": x.on}),
    f.course.CaseReopened: remedy_fold.reopened,
    f.course.LatenessExplained: _explained,
    f.course.DepartureAnnounced: lambda s, x: _with(s, departures=(*s.departures, x)),
    f.course.StayLeft: lambda s, x: _with(s, left=x),
    f.course.StayArrived: lambda s, x: _with(s, arrived=x, left=None),
    f.course.DeadlinesRecomputed: lambda s, x: _with(s, recomputed=(*s.recomputed, x)),
    f.persons.PersonCorrected: _corrected,
    f.persons.DuplicateJudged: lambda s, x: _with(s, judged=(*s.judged, x)),
    f.persons.PersonsMerged: lambda s, x: _with_person(s, x.gone, merged_into=x.keep),
    f.persons.MergeUndone: _merge_undone,
    f.persons.CaseMerged: lambda s, x: _with(s, merged_into=x.into, closed_on=x.on, closed_code="DUP"),
    f.remedies.DecisionAnnulled: remedy_fold.annulled,
    f.remedies.DecisionCorrected: _decision_corrected,
    f.remedies.StatusLapsed: steps.lapsed,
    f.remedies.StatusCarried: steps.carried,
    f.remedies.AppealLodged: remedy_fold.appealed,
    f.remedies.AppealDecided: remedy_fold.appeal_decided,
}
