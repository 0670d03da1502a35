"""An own file for a minor: 18 reached, or alone after all (X-18, L-10.7b, L-16.1); and what goes along with a minor.

Not here: moving between two parents (`families`), what becomes of a file whose applicant is gone (`succession`).
"""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, cast

import msgspec

from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.applications import asylum_certificate, referrals
from app.domain.case import CaseState, Decision, Person, Request, status
from app.domain.case_fold import evolve
from app.domain.certificates import SEEKING, after_change
from app.domain.commands import GiveOwnFile
from app.domain.facts.values import Body
from app.domain.intake import CaseFacts, Intake
from app.domain.terms import add_months

Reason = Literal["turned_18", "unaccompanied"]
HELD = frozenset({"refugee", "expired_extension_pending"})
GOES_ON = HELD | {"intention", "asylum_seeker"}
"""With one of these something goes on in an own file: an application or a status."""
CHILDREN = frozenset({"son", "daughter", "step_child", "foster_child"})
_BACK = {
    **dict.fromkeys(CHILDREN, "parent"),
    "spouse": "spouse",
    "grandchild": "grandparent",
    "grandparent": "grandchild",
    "none": "none",
}


class Status(NamedTuple):
    """A status that a person holds by a decision, with its term."""

    decision: Decision
    to_on: date


def give_own_file(
    known: Intake, state: CaseState, command: GiveOwnFile, kin: tuple[CaseState, ...] = ()
) -> tuple[CaseFacts, ...]:
    """Give a minor an own file: a pre-filled own application, an own certificate, and out of the parent's file.

    Out of a card, or of a file that is not registered yet, comes one of the same sort: nothing is registered by it.

    *Law*: X-18, L-11.2a (18 reached); L-10.7b, L-16.1 (alone after all); L-10.7a (one valid certificate per minor).
    *Shape*: `kin` are the open cases of the family that this office holds; the new case comes first.
    *Refuses*: `minor.unknown`, `family.not_registered` (nobody asked for anything yet), `family.not_yet_18`,
    `application.adult_unaccompanied`, `family.no_pending_application` (refused, or the status ended: a new application
    is needed).
    """
    minor = minor_in(state, command.minor)
    if not (state.registered_on or state.lodged or state.ticket):
        raise Refusal("family.not_registered", field="case")
    young = birth.is_minor(minor.recorded.birth, known.today, known.leap_day)
    if command.reason == "turned_18" and young:
        day = birth.birthday(minor.recorded.birth, birth.MAJORITY_YEARS, known.leap_day)
        raise Refusal("family.not_yet_18", field="minor", day=day)
    if command.reason == "unaccompanied" and not young:
        raise Refusal("application.adult_unaccompanied", field="minor")
    if status(state, known.today, minor.id) not in GOES_ON:
        raise Refusal("family.no_pending_application", field="minor")
    made = own_file(known, state, minor, command.reason, kin)
    return (*made, *renewed(known, state, made))


def minor_in(state: CaseState, minor: str) -> Person:
    """A minor who is folded into this application now.

    *Refuses*: `minor.unknown`.
    """
    found = state.persons.get(minor)
    if found is None or found.place != "minor":
        raise Refusal("minor.unknown", field="minor")
    return found


def folded(state: CaseState, made: Iterable[CaseFacts]) -> CaseState:
    """A case after what was made for it."""
    for part in made:
        if part.case == state.id:
            for fact in part.facts:
                state = evolve(state, fact)
    return state


def renewed(known: Intake, state: CaseState, made: Iterable[CaseFacts]) -> tuple[CaseFacts, ...]:
    """The certificate that follows when other minors are in the file now (L-10.7a)."""
    now = folded(state, made)
    facts = after_change(known, now) if now.registered_on else ()
    return (CaseFacts(state.id, facts),) if facts else ()


def held_status(state: CaseState, person: str, on: date) -> Status | None:
    """The status of a person by a decision that covers the person, also while an extension is pending."""
    decision = state.status_decision(person, on)
    if decision is None or status(state, on, person) not in HELD:
        return None
    return Status(decision, decision.to_on or add_months(decision.on, 12))


def carried(state: CaseState, person: str, on: date, to: CaseState | None = None) -> list[f.Fact]:
    """What was decided on a person goes along into another file: a status with its term and the application to extend
    it, a refusal, or the end of a status. Who is not decided on yet is not decided on there either.

    *Law*: L-11.2e, f-43; f-09: no lapse while the application to extend is pending; L-12: a refusal stands until it is
    annulled, in whatever file the person is.
    """
    decision = state.status_decision(person, on)
    if decision is None:
        return []
    held = held_status(state, person, on)
    refusal = decision.kind == "refuse"
    along = f.remedies.StatusCarried(
        person=person,
        number=decision.number,
        decision=decision.kind,
        decided_on=decision.on,
        from_on=None if refusal else decision.from_on or decision.on,
        to_on=held.to_on if held else decision.to_on,
        learnt_on=decision.learnt_on if refusal else None,
        from_case=state.id,
    )
    after = _extension(state, person, to) if held else _lapse(state, person, on)
    return [along, *after]


def _extension(state: CaseState, person: str, to: CaseState | None) -> list[f.Fact]:
    """The application to extend that is pending, unless the other file has one already: that one is decided for all who
    hold a status there (L-11.5c, f-09).
    """
    asked = state.pending_extension
    if asked is None or (to is not None and to.pending_extension):
        return []
    facts: list[f.Fact] = [
        f.case.ApplicationLodged(
            kind="extension",
            way=state.lodged.way if state.lodged else "arrival",
            lodged_at=asked.lodged_at,
            late=asked.late,
            last_day=asked.last_day,
            covers=(person,),
        )
    ]
    if asked.registered_on:
        facts.append(
            f.case.ApplicationRegistered(kind="extension", number=asked.number, registered_on=asked.registered_on)
        )
    return facts


def _lapse(state: CaseState, person: str, on: date) -> list[f.Fact]:
    """The lapse of the status (L-14.2)."""
    lapse = state.lapse_of(person, on)
    return [f.remedies.StatusLapsed(on=lapse.on, recorded_on=lapse.recorded_on, covers=(person,))] if lapse else []


def copied(state: CaseState, person: Person, place: Literal["applicant", "minor"], known: CaseState) -> list[f.Fact]:
    """A full copy of what a file holds of a person, without what the other file knows already (`docs/model.md` 2)."""
    recorded = msgspec.structs.replace(person.recorded, place=place, blobs=(), second="", calendar="")
    there = known.persons.get(person.id)
    made: list[f.Fact] = [recorded, *(d for d in person.documents if there is None or d not in there.documents)]
    paper = person.birth_document
    if paper and place == "applicant":
        made.append(
            f.case.DocumentShown(
                person=person.id, type=paper.type, number=paper.number, issuer=paper.issuer, issued_on=paper.issued_on
            )
        )
    if person.photo:
        made.append(f.case.PhotoTaken(person=person.id, blobs=(person.photo,)))
    made += _stay(state, person, place)
    if person.needs:
        made.append(f.course.NeedsStated(person=person.id, codes=person.needs))
    made += [e for e in state.evidence if e.person == person.id and e not in known.evidence]
    ids = {request.id for request in known.requests}
    for request in state.requests:
        if request.person == person.id and request.id not in ids:
            made += [_sent(request), request.answer] if request.answer else [_sent(request)]
    return made


def _stay(state: CaseState, person: Person, place: str) -> list[f.Fact]:
    """Where the person stays; who leaves with an own file and of whom nothing else is known, stays with the parent."""
    at = person if person.stay or place == "minor" else state.applicant_person
    if at.stay is None or at.stay_from is None:
        return []
    return [f.case.StayStated(persons=(person.id,), address=at.stay, from_on=at.stay_from, phone=at.phone)]


def _sent(request: Request) -> f.case.RequestSent:
    to = cast("Body", request.to)
    return f.case.RequestSent(
        request=request.id, to=to, person=request.person, on=request.on, calendar=request.calendar
    )


def own_file(
    known: Intake, state: CaseState, minor: Person, reason: Reason, kin: tuple[CaseState, ...] = ()
) -> tuple[CaseFacts, ...]:
    """The new case, what the family's cases hear of it, and the row struck in the parent's; certificates apart."""
    new = known.new_id()
    opened = f.case.CaseOpened(
        source=reason,
        opened_on=known.today,
        person=minor.id,
        from_case=state.id,
        ticket=known.number("T") if state.ticket and state.registered_on is None else "",
        site=state.site,
    )
    application = _application(known, state, minor, reason, new)
    family = state.family or known.new_id()
    cases = (state.id, new, *(k.id for k in kin))
    theirs = [_relative(state, relation_back(minor.relation, state.applicant_person))]
    made = []
    for other in kin:
        there, back = _through(state, minor, other)
        theirs.append(_relative(other, back))
        known_there = f.case.RelativeStated(relation=there, person=minor.id, name=shown_name(minor), case=new)
        made.append(CaseFacts(other.id, (tied(other, family, cases), known_there)))
    struck = f.case.MinorStruck(
        person=minor.id, reason="turned_18" if reason == "turned_18" else "own_file", on=known.today, to_case=new
    )
    own = f.case.RelativeStated(relation=minor.relation or "other", person=minor.id, name=shown_name(minor), case=new)
    tie = f.case.FamilyTied(family=family, cases=cases)
    return (
        CaseFacts(new, (opened, *application, tie, *theirs)),
        CaseFacts(state.id, (struck, tied(state, family, cases), own)),
        *made,
    )


def _application(known: Intake, state: CaseState, minor: Person, reason: Reason, new: str) -> list[f.Fact]:
    """The pre-filled own application: registered today, with the day of the parent's registration (X-18); an intention
    stays an intention (f-44).
    """
    copy = copied(state, minor, "applicant", CaseState(id=new))
    told = [*copy, _arrival(state, minor), f.case.ClaimStated(person=minor.id, reasons=("not_stated",))]
    if state.registered_on is None:
        return [*told, *_lodged(known, state)]
    decided = carried(state, minor.id, known.today)
    asked = {fact.to for fact in copy if isinstance(fact, f.case.RequestSent)}
    sent = referrals(known, minor.id, unaccompanied=reason == "unaccompanied")
    facts = [
        *told,
        f.case.ApplicationLodged(
            way=state.lodged.way if state.lodged else "arrival",
            lodged_at=known.now,
            calendar=known.calendar.version,
        ),
        f.case.ApplicationRegistered(
            number=known.number("A"),
            registered_on=known.today,
            first_registered_on=state.first_registered_on or state.registered_on,
            calendar=known.calendar.version,
        ),
        *(fact for fact in sent if isinstance(fact, f.case.RequestSent) and fact.to not in asked),
        *decided,
    ]
    seeking = status(state, known.today, minor.id) in SEEKING
    return [*facts, asylum_certificate(known, minor.id, ())] if seeking else facts


def _lodged(known: Intake, state: CaseState) -> list[f.Fact]:
    """The request that was lodged with the parent's and is not registered yet, with an own receipt (L-10.3a)."""
    lodged = state.lodged
    if lodged is None:
        return []
    receipt = known.number("R") if lodged.border_receipt else ""
    return [msgspec.structs.replace(lodged, border_receipt=receipt, blobs=(), second="")]


def _arrival(state: CaseState, minor: Person) -> f.case.ArrivalStated:
    """The parent's arrival for a child who came along; one who was born here or came later is here already."""
    came = state.arrival
    day = came and (came.entered_on or (came.entered_at and came.entered_at.date()))
    if came is None or not minor.arrived_with or (day and birth.earliest(minor.recorded.birth) > day):
        return f.case.ArrivalStated(person=minor.id, way="already_here")
    return msgspec.structs.replace(came, person=minor.id, learned_on=None)


def tied(state: CaseState, family: str, cases: tuple[str, ...]) -> f.case.FamilyTied:
    """The tie as one case keeps it: whom it was split from stays apart."""
    return f.case.FamilyTied(family=family, cases=tuple(case for case in cases if case not in state.apart))


def shown_name(person: Person) -> str:
    """The name under which a relative is stated."""
    return person.names.full("kk_cyr") or person.names.full("latin")


def _relative(other: CaseState, relation: str) -> f.case.RelativeStated:
    person = other.applicant_person
    return f.case.RelativeStated(relation=relation, person=person.id, name=shown_name(person), case=other.id)


def relation_back(relation: str, person: Person) -> str:
    """What a person is to somebody who is in this relation to the person."""
    sex = person.recorded.sex
    if relation in {"brother", "sister"}:
        return {"male": "brother", "female": "sister"}.get(sex, "other")
    if relation == "parent":
        return {"male": "son", "female": "daughter"}.get(sex, "other")
    return _BACK.get(relation, "other")


def _through(state: CaseState, minor: Person, other: CaseState) -> tuple[str, str]:
    """What a minor is to the applicant of another case of the family, and the other way round."""
    relation = next((r.relation for r in state.relatives if r.case == other.id), "other")
    if minor.relation in CHILDREN and relation == "spouse":
        return minor.relation, "parent"
    if minor.relation in CHILDREN and relation in CHILDREN:
        sibling = relation_back("brother", minor)
        return sibling, relation_back("brother", other.applicant_person)
    return "other", "other"
