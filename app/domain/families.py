"""The family over time: events, moves of minors between files, ties and splits (Art. 10(7), 11(2), 11(4), 4(4)).

Not here: own files (`own_files`), death or withdrawal of the applicant with minors left (`succession`).
"""

from collections.abc import Iterable
from datetime import date

import msgspec

from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.closing import began, check_not_before
from app.domain.commands import ChangeFamily, EvidenceData, ListMinor, MinorData, MoveMinor, StrikeMinor, TieFamily
from app.domain.facts.values import BirthDocument
from app.domain.intake import CaseFacts, Intake, check_minor, check_not_ahead, check_person, minor_facts
from app.domain.own_files import carried, copied, minor_in, relation_back, renewed, shown_name, tied
from app.domain.reference import codes

_PROVEN = {"marriage", "divorce", "death"}


def family_status_until(state: CaseState, other_decision_to_on: date, person: str = "") -> date:
    """Until when a member keeps the status after a divorce or the death of the refugee: the later of the two days.

    *Law*: L-11.2e (Art. 11(2), fifth part), f-43: the term of the decision on that refugee, or the member's own one if
    it runs longer. Nothing ends by itself.
    """
    own = state.status_decision(person or state.applicant)
    return max(other_decision_to_on, own.to_on) if own and own.to_on else other_decision_to_on


def list_minor(known: Intake, state: CaseState, command: ListMinor) -> tuple[CaseFacts, ...]:
    """Enter one more minor in an application, and in a new certificate in place of the valid one.

    *Law*: L-10.5, f-12 (later-born and later-arrived children are accepted); L-11.2d: who came later needs evidence
    and/or documents of the family link, or is entered from words, with a task; L-10.7a.
    *Refuses*: `family.link_missing`, and as `check_person` and `check_minor`.
    """
    minor = _with_link(command.minor, command.evidence)
    check_person(minor, "minor", known.today, by_birth_document=True)
    check_minor(minor, "minor", known)
    person = minor.person or known.new_id()
    shown = [
        f.course.EvidenceAdded(
            person=person,
            about="family",
            text=": ".join(part for part in (one.document.strip(), one.text.strip()) if part),
            on=known.today,
            blobs=(one.scan,) if one.scan else (),
        )
        for one in command.evidence
    ]
    made = (CaseFacts(state.id, (*minor_facts(minor, person), *shown)),)
    return (*made, *renewed(known, state, made))


def _with_link(minor: MinorData, evidence: tuple[EvidenceData, ...]) -> MinorData:
    """The minor as listed: evidence stands for the birth document until that is shown (L-11.2d)."""
    if any(not one.text.strip() for one in evidence):
        raise Refusal("family.evidence_missing", field="evidence")
    if minor.arrived_with or minor.birth_document or minor.verbal:
        return minor
    if not evidence:
        raise Refusal("family.link_missing", field="minor.birth_document")
    return msgspec.structs.replace(minor, verbal=True)


def prove_minor(known: Intake, state: CaseState, minor: str, document: BirthDocument) -> f.case.MinorProven:
    """The birth document of a minor listed from words.

    *Law*: L-10.5. *Refuses*: `person.unknown`, `date.future`, `family.before_birth`.
    """
    person = state.persons.get(minor)
    if person is None or person.place != "minor":
        raise Refusal("person.unknown", field="minor")
    if document.issued_on:
        check_not_ahead(document.issued_on, known.today, "birth_document")
        _after_birth(document.issued_on, (person,), "birth_document")
    return f.case.MinorProven(person=person.id, birth_document=document)


def _after_birth(on: date, persons: Iterable[Person], field: str = "on") -> None:
    if any(on < birth.earliest(person.recorded.birth) for person in persons):
        raise Refusal("family.before_birth", field=field)


# -- minors between files ---------------------------------------------------------------------------------------------


def move_minor(known: Intake, state: CaseState, to: CaseState, command: MoveMinor) -> tuple[CaseFacts, ...]:
    """Move a minor to the application of the other parent; both certificates are renewed.

    *Law*: f-13, L-10.7a: one certificate of one adult; L-10.5: one application; a status goes along with its term.
    *Refuses*: `minor.unknown`, `application.minor_is_adult`, and as `check_receiver`.
    """
    minor = minor_in(state, command.minor)
    check_receiver(known, state, to, "to")
    if not birth.is_minor(minor.recorded.birth, known.today, known.leap_day):
        raise Refusal("application.minor_is_adult", field="minor")
    made = moved(known, state, to, minor, command.reason.strip())
    return (*made, *renewed(known, state, made), *renewed(known, to, made))


def check_receiver(known: Intake, state: CaseState, to: CaseState, field: str) -> None:
    """Refuse a file that cannot take minors in.

    *Law*: f-13: of the other parent, or of who represents the minor; L-11.2d: that is shown with the tie. A split of
    two parents leaves both of them parents. *Refuses*: `family.same_case`, `family.successor_minor`,
    `family.receiver_not_registered` (out of a registered file), `family.not_tied`.
    """
    if to.id == state.id:
        raise Refusal("family.same_case", field=field)
    if birth.is_minor(to.applicant_person.recorded.birth, known.today, known.leap_day):
        raise Refusal("family.successor_minor", field=field)
    if state.registered_on and to.registered_on is None:
        raise Refusal("family.receiver_not_registered", field=field, number=to.shown_number)
    if to.id not in {relative.case for relative in state.relatives}:
        raise Refusal("family.not_tied", field=field)


def moved(known: Intake, state: CaseState, to: CaseState, minor: Person, note: str) -> tuple[CaseFacts, ...]:
    """Struck here and listed there, with everything that is known of the minor; certificates apart."""
    struck = f.case.MinorStruck(person=minor.id, reason="other_parent", on=known.today, to_case=to.id, note=note)
    listed = f.case.MinorListed(
        person=minor.id,
        relation=minor.relation,
        birth_document=minor.birth_document,
        verbal=minor.verbal,
        arrived_with=minor.arrived_with,
    )
    there = (*copied(state, minor, "minor", to), listed, *carried(state, minor.id, known.today, to))
    return (CaseFacts(state.id, (struck,)), CaseFacts(to.id, there))


def strike_minor(known: Intake, state: CaseState, command: StrikeMinor) -> tuple[CaseFacts, ...]:
    """Strike a minor who was listed in error, with the reason; the certificate is renewed (L-10.7a).

    *Refuses*: `minor.unknown`, `family.reason_missing`.
    """
    minor = minor_in(state, command.minor)
    reason = _said(command.reason, "family.reason_missing", "reason")
    struck = f.case.MinorStruck(person=minor.id, reason="error", on=known.today, note=reason)
    made = (CaseFacts(state.id, (struck,)),)
    return (*made, *renewed(known, state, made))


def _said(text: str, rule: str, field: str) -> str:
    if not text.strip():
        raise Refusal(rule, field=field)
    return text.strip()


# -- events -----------------------------------------------------------------------------------------------------------


def change_family(
    known: Intake, state: CaseState, command: ChangeFamily, other: CaseState | None = None
) -> tuple[CaseFacts, ...]:
    """Record what happened to a family: birth, marriage, divorce, death, a reunion; no status ends by it.

    *Law*: L-11.2e, f-43 (divorce, death: the status stays); L-11.4 (birth); L-4.4 (reunion); L-10.7a.
    *Refuses*: `family.use_split`, `family.use_succession` (minors would stay without an applicant),
    `family.persons_missing`, `person.unknown`, `date.future`, `family.before_birth`, `family.evidence_missing`,
    `family.same_case`, `case.closed_before` (a death before the file began or, of the applicant, before a decision).
    """
    _check_event(known, state, command)
    if other is not None and other.id == state.id:
        raise Refusal("family.same_case", field="other_case")
    evidence = command.evidence.strip()
    happened = f.course.FamilyChanged(
        event=command.event, persons=command.persons, on=command.on, evidence=evidence, case=other.id if other else ""
    )
    told = f.course.FamilyChanged(
        event=command.event, persons=command.persons, on=command.on, evidence=evidence, case=state.id
    )
    there = (CaseFacts(other.id, (told,)),) if other else ()
    if command.event != "death":
        return (CaseFacts(state.id, (happened,)), *there)
    struck = tuple(
        f.case.MinorStruck(person=minor.id, reason="died", on=known.today)
        for minor in state.minors
        if minor.id in command.persons
    )
    if state.applicant in command.persons:
        ends = f.case.CaseClosed(code="DTH", on=command.on, reason=evidence)
        return (CaseFacts(state.id, (happened, *struck, *ended_certificates(known, state), ends)), *there)
    made = (CaseFacts(state.id, (happened, *struck)),)
    return (*made, *renewed(known, state, made), *there)


def ended_certificates(known: Intake, state: CaseState) -> list[f.Fact]:
    """The certificates of the applicant go back (L-8.1.3)."""
    return [
        f.case.CertificateEnded(number=certificate.number, how="returned", on=known.today)
        for certificate in state.certificates
        if not certificate.ended
    ]


def _check_event(known: Intake, state: CaseState, command: ChangeFamily) -> None:
    if command.event == "split":
        raise Refusal("family.use_split", field="event")
    if command.event == "principal":
        raise Refusal("family.use_succession", field="event")
    if not command.persons:
        raise Refusal("family.persons_missing", field="persons")
    present = {person.id: person for person in state.present}
    if not set(command.persons) <= set(present):
        raise Refusal("person.unknown", field="persons")
    check_not_ahead(command.on, known.today)
    _after_birth(command.on, (present[person] for person in command.persons))
    if command.event in _PROVEN:
        _said(command.evidence, "family.evidence_missing", "evidence")
    left = {minor.id for minor in state.minors} - set(command.persons)
    if command.event == "death" and state.applicant in command.persons and left:
        raise Refusal("family.use_succession", field="event")
    if command.event == "death":
        _check_death(state, command)


def _check_death(state: CaseState, command: ChangeFamily) -> None:
    """Refuse a death before the file began; that of the applicant ends the file (f-30), that of a minor may have become
    known after a decision.
    """
    start = began(state)
    if state.applicant in command.persons:
        check_not_before(state, command.on)
    elif start and command.on < start:
        raise Refusal("case.closed_before", field="on", start=start)


# -- ties -------------------------------------------------------------------------------------------------------------


def tie_family(
    known: Intake, state: CaseState, other: CaseState, command: TieFamily, kin: tuple[CaseState, ...] = ()
) -> tuple[CaseFacts, ...]:
    """Tie two cases to one family, with the evidence of the link; whom the other one is tied to comes along.

    *Law*: L-4.4; L-11.2d: a spouse who came later brings evidence and/or documents of the family link.
    *Shape*: `kin` are the open cases here that the two are tied to already.
    *Refuses*: `family.same_case`, `family.evidence_missing`, `family.relation_unknown`, `family.tied_already`.
    """
    if other.id == state.id:
        raise Refusal("family.same_case", field="other_case")
    evidence = _said(command.evidence, "family.evidence_missing", "evidence")
    if command.relation not in codes("relations"):
        raise Refusal("family.relation_unknown", field="relation")
    if other.id in state.kin:
        raise Refusal("family.tied_already", field="other_case", number=other.shown_number)
    family = state.family or other.family or known.new_id()
    cases = (state.id, other.id, *(k.id for k in kin))
    back = relation_back(command.relation, state.applicant_person)
    made = [
        _tied_to(known, state, other, command.relation, evidence, tied(_joined(state, other), family, cases)),
        _tied_to(known, other, state, back, evidence, tied(_joined(other, state), family, cases)),
    ]
    return (*made, *(CaseFacts(k.id, (tied(k, family, cases),)) for k in kin if k.family != family))


def _joined(state: CaseState, other: CaseState) -> CaseState:
    """The case as the tie finds it: a split from the other one is over."""
    return msgspec.structs.replace(state, apart=tuple(case for case in state.apart if case != other.id))


def _tied_to(
    known: Intake, state: CaseState, other: CaseState, relation: str, evidence: str, tie: f.case.FamilyTied
) -> CaseFacts:
    person = other.applicant_person
    shown = f.course.EvidenceAdded(person=state.applicant, about="family", text=evidence, on=known.today, link=other.id)
    stated = f.case.RelativeStated(relation=relation, person=person.id, name=shown_name(person), case=other.id)
    known_already = any(r.case == other.id and r.relation == relation for r in state.relatives)
    return CaseFacts(state.id, (tie, shown) if known_already else (tie, stated, shown))


def split_family(
    known: Intake, state: CaseState, other: CaseState, reason: str, on: date | None
) -> tuple[CaseFacts, ...]:
    """Two cases are one family no more; no status ends by it.

    *Law*: L-11.2e. Afterwards f-40 and f-29 do not ask of the other case: only the family that is there counts.
    *Refuses*: `family.same_case`, `family.not_tied`, `family.reason_missing`, `date.future`, `family.before_birth`.
    """
    if other.id == state.id:
        raise Refusal("family.same_case", field="other_case")
    if other.id not in state.kin:
        raise Refusal("family.not_tied", field="other_case")
    why = _said(reason, "family.reason_missing", "reason")
    day = on or known.today
    check_not_ahead(day, known.today)
    _after_birth(day, (state.applicant_person, other.applicant_person))
    return tuple(
        CaseFacts(
            one.id,
            (f.course.FamilyChanged(event="split", persons=(one.applicant,), on=day, evidence=why, case=two.id),),
        )
        for one, two in ((state, other), (other, state))
    )
