"""Ways in besides registration: a notice of detention, a family card, a file taken over from paper."""

from app.domain import hints, taken_over, ways_in
from app.domain.commands import ApplicantData, RecordDetention, RegisterCard, RegisterLodged, TakeOver
from app.domain.permissions import require
from app.services.cases import Act, Cases, record, record_all
from app.store.unit import UnitOfWork


def record_detention(uow: UnitOfWork, command: RecordDetention) -> Cases:
    """Record the notice of a detaining body and open the file (L-10.4a, L-10.4b).

    *Refuses*: as `ways_in.record_detention`.
    """
    require(uow.actor, "record_detention")
    return record_all(uow, ways_in.record_detention(uow.intake(), command))


def register_card(uow: UnitOfWork, command: RegisterCard) -> Cases:
    """Record a family in a mass influx, with a ticket for each applicant (L-7.2-1, f-44).

    *Refuses*: as `ways_in.register_card`.
    """
    require(uow.actor, "register_card")
    return record_all(uow, ways_in.register_card(uow.intake(), command))


def register_lodged(uow: UnitOfWork, command: RegisterLodged) -> Cases:
    """Register the application of a file that holds an intention (L-10.4b, L-10.6a).

    *Refuses*: `case.unknown`, `case.held_elsewhere`, and as `ways_in.register_lodged`.
    """
    require(uow.actor, "register_lodged")
    state = uow.own_case(command.case)
    return record(uow, command.case, ways_in.register_lodged(uow.intake(), state, command))


def take_over(uow: UnitOfWork, command: TakeOver) -> Cases:
    """Take over a file that existed on paper, with its dates and numbers.

    *Refuses*: as `taken_over.take_over`.
    """
    require(uow.actor, "take_over")
    return record_all(uow, taken_over.take_over(uow.intake(), command))


def hints_of(uow: UnitOfWork, applicants: tuple[ApplicantData, ...]) -> tuple[hints.Hint, ...]:
    """What to ask about a family before it is registered; nothing is recorded or refused."""
    return hints.hints(uow.intake(), applicants)


ACTS: dict[str, Act] = {
    "record_detention": record_detention,
    "register_card": register_card,
    "register_lodged": register_lodged,
    "take_over": take_over,
}
