"""Leaving and arriving: the intention to leave Kazakhstan, off and on the record of this office."""

from app.domain import moves
from app.domain.commands import AnnounceDeparture, EnterRecord, LeaveRecord
from app.domain.permissions import require
from app.services.cases import Act, Cases, open_case, record
from app.store.unit import UnitOfWork


def announce_departure(uow: UnitOfWork, command: AnnounceDeparture) -> Cases:
    """Record the intention to leave Kazakhstan (L-8.2.4, L-9.2.2)."""
    require(uow.actor, "announce_departure")
    state = open_case(uow, command.case)
    return record(uow, state.id, moves.announce_departure(uow.intake(), state, command))


def leave_record(uow: UnitOfWork, command: LeaveRecord) -> Cases:
    """Take persons off the record of this office (L-8.2.5, L-9.2.3)."""
    require(uow.actor, "leave_record")
    state = open_case(uow, command.case)
    return record(uow, state.id, moves.leave_record(uow.intake(), state, command, uow.store.office.code))


def enter_record(uow: UnitOfWork, command: EnterRecord) -> Cases:
    """Take persons on the record of this office after their arrival (L-8.2.5, L-9.2.3)."""
    require(uow.actor, "enter_record")
    state = open_case(uow, command.case)
    return record(uow, state.id, moves.enter_record(uow.intake(), state, command, uow.store.office.code))


ACTS: dict[str, Act] = {
    "announce_departure": announce_departure,
    "leave_record": leave_record,
    "enter_record": enter_record,
}
