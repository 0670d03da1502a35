"""Applications: lodged at the border, registered, changed, withdrawn, closed."""

from app.domain import applications, families
from app.domain import facts as f
from app.domain.commands import (
    AddNote,
    ListMinor,
    LodgeAtBorder,
    ProveMinor,
    RegisterApplication,
    TakePhoto,
)
from app.domain.permissions import require
from app.services.cases import Act, Cases, open_case, person_in, record, record_all
from app.store.unit import UnitOfWork


def register(uow: UnitOfWork, command: RegisterApplication) -> Cases:
    """Register the application of a family and issue the certificates of the day.

    *Law*: L-10.5, L-10.6a, L-10.7a, L-10.7b; L-11.2d: the file of whom a family joins is told of it when it is held
    here. *Shape*: the new cases. *Refuses*: as `domain.applications.register`.
    """
    require(uow.actor, "register_application")
    anchor = uow.case(command.joins) if command.joins else None
    made = applications.register(uow.intake(), command, anchor)
    copy = anchor.id if anchor and anchor.holder != uow.store.replica else ""
    cases = record_all(uow, (case for case in made if case.case != copy))
    return tuple(case for case in cases if case != command.joins)


def lodge_at_border(uow: UnitOfWork, command: LodgeAtBorder) -> Cases:
    """Take an application at the border (L-10.3a)."""
    require(uow.actor, "lodge_at_border")
    return record_all(uow, applications.lodge_at_border(uow.intake(), command))


def list_minor(uow: UnitOfWork, command: ListMinor) -> Cases:
    """Enter one more minor in an application, and in a new certificate in place of the valid one.

    *Law*: L-10.5, f-12, L-11.2d, L-10.7a. *Refuses*: `case.not_open`, and as `domain.families.list_minor`.
    """
    require(uow.actor, "list_minor")
    state = open_case(uow, command.case)
    return record_all(uow, families.list_minor(uow.intake(), state, command))


def prove_minor(uow: UnitOfWork, command: ProveMinor) -> Cases:
    """Record the birth document of a minor listed from words (L-10.5).

    *Refuses*: `case.not_open`, and as `domain.families.prove_minor`.
    """
    require(uow.actor, "prove_minor")
    state = open_case(uow, command.case)
    proven = families.prove_minor(uow.intake(), state, command.minor, command.birth_document)
    return record(uow, state.id, (proven,))


def take_photo(uow: UnitOfWork, command: TakePhoto) -> Cases:
    """Record the photo for the certificate."""
    require(uow.actor, "take_photo")
    person = person_in(open_case(uow, command.case), command.person)
    uow.record(command.case, f.case.PhotoTaken(person=person.id, blobs=(command.photo,)))
    return (command.case,)


def add_note(uow: UnitOfWork, command: AddNote) -> Cases:
    """Add a note to a case."""
    require(uow.actor, "add_note")
    uow.case(command.case)
    uow.record(command.case, f.case.NoteAdded(text=command.text))
    return (command.case,)


ACTS: dict[str, Act] = {
    "register_application": register,
    "lodge_at_border": lodge_at_border,
    "list_minor": list_minor,
    "prove_minor": prove_minor,
    "take_photo": take_photo,
    "add_note": add_note,
}
