"""What is learned of a person later: documents, stay, representative, interpreter, relatives, the leaflet received.

Corrections of what was recorded are `corrections`; hearing and evidence are `course`.
"""

from datetime import date

from app.base.errors import Refusal
from app.domain import birth
from app.domain import facts as f
from app.domain.beginnings import check_begun
from app.domain.case import CaseState, Person, status
from app.domain.commands import (
    ChangeStay,
    DocumentData,
    EngageInterpreter,
    GiveLeaflet,
    NameRepresentative,
    StateRelative,
)
from app.domain.facts.values import Address
from app.domain.family_tasks import GUARDIAN
from app.domain.intake import Intake, check_not_ahead, check_representative
from app.domain.reference import Region, codes, regions
from app.domain.requests import REFUGEE

GUARDIANSHIP = frozenset({GUARDIAN, "guardianship"})
"""Both words for the basis of a guardian, recorded as the first (L-16.1); any other is a representative's (L-10.1a)."""


def show_document(known: Intake, person: Person, shown: DocumentData) -> f.case.DocumentShown:
    """Record a document that was shown, or said to be lost or never held.

    *Refuses*: `document.type_unknown`, `reference.country_unknown`, `date.future`, `document.valid_before_issue`.
    """
    if shown.type not in codes("document_types"):
        raise Refusal("document.type_unknown", field="document.type", type=shown.type)
    if shown.country and shown.country not in codes("citizenships"):
        raise Refusal("reference.country_unknown", field="document.country", code=shown.country)
    if shown.issued_on:
        check_not_ahead(shown.issued_on, known.today, "document.issued_on")
    if shown.issued_on and shown.valid_to and shown.valid_to < shown.issued_on:
        raise Refusal("document.valid_before_issue", field="document.valid_to")
    return f.case.DocumentShown(
        person=person.id,
        type=shown.type,
        number=shown.number,
        series=shown.series,
        issuer=shown.issuer,
        country=shown.country,
        issued_on=shown.issued_on,
        valid_to=shown.valid_to,
        seen=shown.seen,
    )


def change_stay(known: Intake, state: CaseState, command: ChangeStay, region: Region) -> tuple[f.Fact, ...]:
    """Record a new place of stay inside the area of the office, and refer to the record of the IAB anew.

    *Law*: L-10.6b, f-33: the record of the LEB is the stay, that of the IAB the referral and its answer. A move to
    another area is leaving the record (L-8.2.5), which a change of address is not.
    *Refuses*: `person.unknown`, `stay.address`, `stay.kato_unknown`, `stay.other_region`, `date.future`,
    `date.before_file`, `stay.before_earlier`.
    """
    persons = command.persons or tuple(person.id for person in state.present)
    if not set(persons) <= {person.id for person in state.present}:
        raise Refusal("person.unknown", field="persons")
    _check_area(state, command, region)
    on = command.from_on or known.today
    check_not_ahead(on, known.today, "from_on")
    check_begun(state, on, "from_on")
    earlier = [p.stay_from for p in state.present if p.id in persons and p.stay_from]
    if earlier and on < max(earlier):
        raise Refusal("stay.before_earlier", field="from_on", earlier=max(earlier))
    address = Address(kato=command.stay.kato, text=command.stay.text.strip())
    stated = f.case.StayStated(persons=persons, address=address, from_on=on, phone=command.stay.phone)
    return (stated, *_iab_record(known, state, persons, on))


def _check_area(state: CaseState, command: ChangeStay, region: Region) -> None:
    place = command.stay
    if not place.text.strip():
        raise Refusal("stay.address", field="stay.text")
    if not (len(place.kato) == 9 and place.kato.isdecimal() and place.kato[:2] in {r.kato[:2] for r in regions()}):
        raise Refusal("stay.kato_unknown", field="stay.kato", kato=place.kato)
    if state.registered_on and place.kato[:2] != region.kato[:2]:
        raise Refusal("stay.other_region", field="stay.kato")


def _iab_record(known: Intake, state: CaseState, persons: tuple[str, ...], on: date) -> list[f.Fact]:
    """The referral to the IAB, which keep the record at the place of stay (L-7.2-2): of the applicant, whose minors go
    along, or of the minors who move alone.
    """
    moved = (state.applicant,) if state.applicant in persons else persons
    return [
        f.case.RequestSent(request=known.new_id(), to="iab_stay", person=person, on=on, calendar=known.calendar.version)
        for person in moved
        if state.registered_on
    ]


def name_representative(known: Intake, person: Person, command: NameRepresentative) -> f.case.RepresentativeNamed:
    """Record who acts for the person, or the guardian of a child.

    *Law*: L-10.1a: name, basis, number and date; L-16.1: a guardian stands for a child only.
    *Refuses*: as `check_representative`, and `representative.guardian_adult`.
    """
    named = command.representative
    check_representative(named, "representative", known.today)
    guardian = named.basis.strip() in GUARDIANSHIP
    if guardian and not birth.is_minor(person.recorded.birth, known.today, known.leap_day):
        raise Refusal("representative.guardian_adult", field="representative.basis")
    return f.case.RepresentativeNamed(
        person=person.id,
        name=named.name.strip(),
        basis=GUARDIAN if guardian else named.basis.strip(),
        number=named.number,
        on=named.on,
    )


def engage_interpreter(command: EngageInterpreter) -> f.case.InterpreterEngaged:
    """Record the interpreter who took part, free of charge (L-8.1.1).

    *Refuses*: `interpreter.name_missing`, `language.unknown`.
    """
    engaged = command.interpreter
    if not engaged.name.strip():
        raise Refusal("interpreter.name_missing", field="interpreter.name")
    check_language(engaged.language, "interpreter.language")
    return f.case.InterpreterEngaged(
        name=engaged.name.strip(),
        language=engaged.language,
        basis=engaged.basis,
        translation_statement=engaged.translation_statement,
    )


def check_language(code: str, field: str) -> None:
    """Refuse a language that the list does not hold; "other" stands for the rest.

    *Refuses*: `language.unknown`.
    """
    if code not in codes("languages"):
        raise Refusal("language.unknown", field=field, code=code)


def give_leaflet(known: Intake, state: CaseState, person: Person, command: GiveLeaflet) -> f.course.LeafletGiven:
    """Record that the leaflet was handed over: that of a refugee once the status is granted, else of an asylum seeker.

    *Law*: L-8.1.1, L-6-1.7; what stands on it is `leaflet`. *Refuses*: `language.unknown`, `person.struck`,
    `date.future`, `date.before_file`.
    """
    on = command.on or known.today
    check_language(command.language, "language")
    check_not_ahead(on, known.today)
    check_begun(state, on)
    if person.place == "struck":
        raise Refusal("person.struck", field="person")
    refugee = status(state, on, person.id) in REFUGEE
    return f.course.LeafletGiven(
        person=person.id, language=command.language, on=on, subject="refugee" if refugee else "asylum_seeker"
    )


def state_relative(
    known: Intake, state: CaseState, other: CaseState | None, command: StateRelative
) -> f.case.RelativeStated:
    """Record a relative: elsewhere, missing and to be traced, in another case, or recognised by another office.

    *Law*: L-4.4; L-6.8, L-9.1.2: `tracing` says that the person asks for information; nothing is sent by it.
    *Refuses*: `relative.relation_unknown`, `relative.nobody`, `relative.own_case`, `relative.tracing_known`, and as
    `_check_recognition`.
    """
    if command.relation not in codes("relations"):
        raise Refusal("relative.relation_unknown", field="relation", relation=command.relation)
    if other is None and not command.name.strip():
        raise Refusal("relative.nobody", field="name")
    if other is not None and other.id == state.id:
        raise Refusal("relative.own_case", field="other_case")
    recognised = _check_recognition(known, command)
    if command.tracing and (other is not None or command.here or recognised):
        raise Refusal("relative.tracing_known", field="tracing")
    name = command.name.strip()
    if other is not None and not name:
        names = other.applicant_person.names
        name = names.full("kk_cyr") or names.full("latin")
    return f.case.RelativeStated(
        relation=command.relation,
        person=other.applicant if other else "",
        name=name,
        case=other.id if other else "",
        here=command.here or other is not None,
        tracing=command.tracing,
        recognised_by=command.recognised_by.strip(),
        decision=command.decision.strip(),
        decided_on=command.decided_on,
        recognised_until=command.recognised_until,
    )


def _check_recognition(known: Intake, command: StateRelative) -> bool:
    """Whether the relative is said to be recognised by another office; refuses what is told in part or impossible.

    *Law*: L-11.2b, f-40: who is or has been recognised makes a grant for family unity possible, wherever the file is.
    *Refuses*: `relative.recognition_here` (the case itself tells it), `relative.recognition_incomplete`, `date.future`,
    `relative.recognition_end`.
    """
    told = {"recognised_by": command.recognised_by.strip(), "decision": command.decision.strip()}
    if not any(told.values()) and command.decided_on is None and command.recognised_until is None:
        return False
    if command.other_case:
        raise Refusal("relative.recognition_here", field="other_case")
    missing = [field for field, value in told.items() if not value]
    missing += ["decided_on"] if command.decided_on is None else []
    if missing or command.decided_on is None:
        raise Refusal("relative.recognition_incomplete", field=missing[0])
    check_not_ahead(command.decided_on, known.today, "decided_on")
    if command.recognised_until and command.recognised_until <= command.decided_on:
        raise Refusal("relative.recognition_end", field="recognised_until", decided=command.decided_on)
    return True
