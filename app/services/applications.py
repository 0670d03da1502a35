"""Applications: lodged at the border, registered, changed, withdrawn, closed."""

from datetime import date

from app.base.errors import Refusal
from app.domain import applications
from app.domain import facts as f
from app.domain.case import CaseState, Person
from app.domain.commands import (
    AddNote,
    CloseCase,
    ListMinor,
    LodgeAtBorder,
    ProveMinor,
    RecordAnswer,
    RecordRequest,
    RegisterApplication,
    TakePhoto,
    WithdrawApplication,
)
from app.domain.decisions import recognised, renewed_certificate
from app.domain.intake import CaseFacts, check_minor, check_not_ahead, check_person, minor_facts
from app.domain.permissions import hands_over, require
from app.domain.reference import codes
from app.store.unit import UnitOfWork

Cases = tuple[str, ...]


def _record(uow: UnitOfWork, made: tuple[CaseFacts, ...]) -> Cases:
    for case in made:
        for fact in case.facts:
            uow.record(case.case, fact)
    return tuple(case.case for case in made)


def register(uow: UnitOfWork, command: RegisterApplication) -> Cases:
    """Register the application of a family and issue the certificates of the day.

    *Law*: L-10.5, L-10.6a, L-10.7a, L-10.7b. *Refuses*: as `domain.applications.register`.
    """
    require(uow.actor, "register_application")
    return _record(uow, applications.register(uow.intake(), command))


def lodge_at_border(uow: UnitOfWork, command: LodgeAtBorder) -> Cases:
    """Take an application at the border (L-10.3a)."""
    require(uow.actor, "lodge_at_border")
    return _record(uow, applications.lodge_at_border(uow.intake(), command))


def _open_case(uow: UnitOfWork, case: str) -> CaseState:
    state = uow.own_case(case)
    if not state.is_open:
        raise Refusal("case.not_open", field="case")
    return state


def _person(state: CaseState, person: str) -> Person:
    found = state.persons.get(person or state.applicant)
    if found is None:
        raise Refusal("person.unknown", field="person")
    return found


def _on(uow: UnitOfWork, on: date | None) -> date:
    """The day of an act: the one given, which does not lie ahead, or today."""
    today = uow.store.clock.today()
    check_not_ahead(on or today, today)
    return on or today


def list_minor(uow: UnitOfWork, command: ListMinor) -> Cases:
    """Enter one more minor in an application, and in a new certificate in place of the valid one.

    *Law*: L-10.5, f-12; L-10.7a: each minor stands on one valid certificate.
    *Refuses*: `case.not_open`, and as `check_person` and `check_minor`.
    """
    require(uow.actor, "list_minor")
    _open_case(uow, command.case)
    known = uow.intake()
    check_person(command.minor, "minor", known.today, by_birth_document=True)
    check_minor(command.minor, "minor", known)
    for fact in minor_facts(command.minor, command.minor.person or uow.new_id()):
        uow.record(command.case, fact)
    state = uow.case(command.case)
    if state.registered_on and state.valid_certificate("asylum"):
        uow.record(command.case, renewed_certificate(known, state))
    return (command.case,)


def prove_minor(uow: UnitOfWork, command: ProveMinor) -> Cases:
    """Record the birth document of a minor listed from words."""
    require(uow.actor, "prove_minor")
    minor = _person(_open_case(uow, command.case), command.minor)
    if minor.place != "minor":
        raise Refusal("person.unknown", field="minor")
    uow.record(command.case, f.case.MinorProven(person=minor.id, birth_document=command.birth_document))
    return (command.case,)


def take_photo(uow: UnitOfWork, command: TakePhoto) -> Cases:
    """Record the photo for the certificate."""
    require(uow.actor, "take_photo")
    person = _person(_open_case(uow, command.case), command.person)
    uow.record(command.case, f.case.PhotoTaken(person=person.id, blobs=(command.photo,)))
    return (command.case,)


def record_request(uow: UnitOfWork, command: RecordRequest) -> Cases:
    """Record a referral."""
    require(uow.actor, "record_request")
    person = _person(_open_case(uow, command.case), command.person)
    on = _on(uow, command.on)
    version = uow.store.calendar.version
    sent = f.case.RequestSent(request=uow.new_id(), to=command.to, person=person.id, on=on, calendar=version)
    uow.record(command.case, sent)
    return (command.case,)


def record_answer(uow: UnitOfWork, command: RecordAnswer) -> Cases:
    """Record the answer to a referral; "not required" needs reason, basis and who confirmed (L-10.6c, f-14).

    *Refuses*: `request.unknown`, `request.not_required_basis`, `request.reason_missing`, `request.answer_before`.
    """
    require(uow.actor, "record_answer")
    state = _open_case(uow, command.case)
    person = _person(state, command.person)
    request = state.request_for(command.to, person.id)
    if request is None:
        raise Refusal("request.unknown", field="to")
    if command.result == "not_required" and not (command.reason and command.basis and command.confirmed_by):
        raise Refusal("request.not_required_basis", field="basis")
    if command.result in {"refused", "impossible"} and not command.reason:
        raise Refusal("request.reason_missing", field="reason")
    on = _on(uow, command.on)
    if on < request.on:
        raise Refusal("request.answer_before", field="on", sent=request.on)
    uow.record(
        command.case,
        f.case.RequestAnswered(
            request=request.id,
            person=person.id,
            on=on,
            result=command.result,
            reason=command.reason,
            basis=command.basis,
            confirmed_by=command.confirmed_by,
            reference=command.reference,
        ),
    )
    return (command.case,)


def withdraw(uow: UnitOfWork, command: WithdrawApplication) -> Cases:
    """Record that the person withdrew the application; the certificate is taken back (L-8.1.3).

    *Law*: Art. 8(1)(3); who has got the status has no application to withdraw.
    *Refuses*: `case.not_open`, `decision.taken_already`, `date.future`, `decision.before_registration`.
    """
    require(uow.actor, "withdraw_application")
    state = _open_case(uow, command.case)
    on = _on(uow, command.on)
    if recognised(state, date.max):
        raise Refusal("decision.taken_already")
    if state.registered_on and on < state.registered_on:
        raise Refusal("decision.before_registration", field="on")
    valid = state.valid_certificate("asylum")
    if valid:
        uow.record(command.case, f.case.CertificateEnded(number=valid.number, how="returned", on=on))
    uow.record(command.case, f.case.ApplicationWithdrawn(on=on))
    return (command.case,)


def close(uow: UnitOfWork, command: CloseCase) -> Cases:
    """Close a file for a reason that is no ground (f-30); an intake office closes one that it handed over (L-10.3a).

    *Refuses*: `case.not_open`, `case.closing_reason`, `date.future`.
    """
    if hands_over(uow.actor, command.code):
        require(uow.actor, "hand_over_case")
    else:
        require(uow.actor, "close_case")
    _open_case(uow, command.case)
    if command.code not in codes("closing_reasons"):
        raise Refusal("case.closing_reason", field="code")
    uow.record(command.case, f.case.CaseClosed(code=command.code, on=_on(uow, command.on)))
    return (command.case,)


def add_note(uow: UnitOfWork, command: AddNote) -> Cases:
    """Add a note to a case."""
    require(uow.actor, "add_note")
    uow.case(command.case)
    uow.record(command.case, f.case.NoteAdded(text=command.text))
    return (command.case,)
