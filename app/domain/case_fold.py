"""The fold of a case: facts in order -> `CaseState`. `evolve` is total and reads only this case."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from app.domain import facts as f
from app.domain.case import CaseState, Certificate, Decision, Paper, Person, Request


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


def _opened(state: CaseState, fact: f.case.CaseOpened) -> CaseState:
    return _with(state, source=fact.source, opened_on=fact.opened_on, applicant=fact.person, from_case=fact.from_case)


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
        to_case="",
    )


def _minor_proven(state: CaseState, fact: f.case.MinorProven) -> CaseState:
    return _with_person(state, fact.person, birth_document=fact.birth_document, verbal=False)


def _minor_struck(state: CaseState, fact: f.case.MinorStruck) -> CaseState:
    return _with_person(state, fact.person, place="struck", to_case=fact.to_case)


def _request(state: CaseState, fact: f.case.RequestSent) -> CaseState:
    request = Request(id=fact.request, to=fact.to, person=fact.person, on=fact.on, calendar=fact.calendar)
    return _with(state, requests=(*state.requests, request))


def _answered(state: CaseState, fact: f.case.RequestAnswered) -> CaseState:
    requests = tuple(msgspec.structs.replace(r, answer=fact) if r.id == fact.request else r for r in state.requests)
    return _with(state, requests=requests)


def _decided(state: CaseState, fact: f.case.DecisionTaken) -> CaseState:
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
    )
    return _with(state, decisions=(*state.decisions, decision))


def _change_decision(state: CaseState, number: str, **changes: object) -> CaseState:
    decisions = tuple(msgspec.structs.replace(d, **changes) if d.number == number else d for d in state.decisions)
    return _with(state, decisions=decisions)


def _served(state: CaseState, fact: f.case.DecisionServed) -> CaseState:
    return _change_decision(state, fact.number, served_on=fact.on, learnt_on=fact.learnt_on or fact.on)


def _told(state: CaseState, fact: f.case.NoticeSent) -> CaseState:
    known = next((d for d in state.decisions if d.number == fact.decision), None)
    if known is None:
        return state
    told_on = {fact.to: fact.on} | known.told_on
    return _change_decision(state, fact.decision, told=(*known.told, fact.to), told_on=told_on)


def _end_certificate(state: CaseState, number: str, how: str, on: date) -> CaseState:
    certificates = tuple(
        msgspec.structs.replace(c, ended=how, ended_on=on) if c.number == number and not c.ended else c
        for c in state.certificates
    )
    return _with(state, certificates=certificates)


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
    f.case.FamilyTied: lambda s, x: _with(s, family=x.family),
    f.case.DetentionNotified: lambda s, x: _with(s, detention=x),
    f.case.ApplicationLodged: lambda s, x: _with(s, lodged=x),
    f.case.ApplicationRegistered: lambda s, x: _with(
        s, number=x.number, registered_on=x.registered_on, registered_calendar=x.calendar
    ),
    f.case.ApplicationWithdrawn: lambda s, x: _with(s, withdrawn_on=x.on),
    f.case.CaseClosed: lambda s, x: _with(s, closed_on=x.on, closed_code=x.code),
    f.case.RequestSent: _request,
    f.case.RequestAnswered: _answered,
    f.case.ConsiderationPostponed: lambda s, x: _with(s, postponements=(*s.postponements, x)),
    f.case.ConsentRecorded: lambda s, x: _with(s, consents=(*s.consents, x)),
    f.case.DecisionTaken: _decided,
    f.case.DecisionServed: _served,
    f.case.NoticeSent: _told,
    f.case.CertificateIssued: _certificate,
    f.case.CertificateEnded: lambda s, x: _end_certificate(s, x.number, x.how, x.on),
    f.case.PaperIssued: _paper,
    f.case.NoteAdded: lambda s, _x: s,
}
