"""How files and certificates end: withdrawn, closed, opened again, a certificate taken back or lost."""

from app.domain import closing
from app.domain.commands import CloseCase, EndCertificate, ReopenCase, WithdrawApplication
from app.domain.permissions import hands_over, require
from app.domain.recompute import Basis, caught_up
from app.services.cases import Act, Cases, open_case, record
from app.services.second import confirmed_by
from app.store.unit import UnitOfWork


def withdraw(uow: UnitOfWork, command: WithdrawApplication) -> Cases:
    """Record that the person withdrew an application; the certificate is taken back (L-8.1.3).

    *Refuses*: `case.not_open`, and as `domain.closing.withdraw`.
    """
    require(uow.actor, "withdraw_application")
    state = open_case(uow, command.case)
    return record(uow, state.id, closing.withdraw(uow.intake(), state, command))


def close(uow: UnitOfWork, command: CloseCase) -> Cases:
    """Close a file for a reason that is no ground (f-30); an intake office closes one that it handed over (L-10.3a).

    Proceedings that end before a decision end here; an error of registration is confirmed by a second person.

    *Refuses*: `case.not_open`, and as `domain.closing.close` and `confirmed_by`.
    """
    if hands_over(uow.actor, command.code):
        require(uow.actor, "hand_over_case")
    else:
        require(uow.actor, "close_case")
    state = open_case(uow, command.case)
    second = confirmed_by(uow, "close_in_error", command.second) if command.code == closing.ERROR else ""
    return record(uow, state.id, closing.close(uow.intake(), state, command, second))


def reopen(uow: UnitOfWork, command: ReopenCase) -> Cases:
    """Take back a closing, a withdrawal or a lapse; a second person confirms.

    *Law*: A16-6: deadlines that the calendar moved meanwhile are recorded as well.

    *Refuses*: as `domain.closing.reopen` and `confirmed_by`.
    """
    require(uow.actor, "reopen_case")
    state = uow.own_case(command.case)
    second = confirmed_by(uow, "reopen_case", command.second)
    cases = record(uow, state.id, closing.reopen(uow.intake(), state, command, second))
    moved = caught_up(uow.case(state.id), Basis(uow.store.calendar, uow.store.settings))
    return record(uow, state.id, (moved,)) if moved else cases


def end_certificate(uow: UnitOfWork, command: EndCertificate) -> Cases:
    """Record how a certificate ended (X-cert, L-11.5b); also in a closed file."""
    require(uow.actor, "end_certificate")
    state = uow.own_case(command.case)
    return record(uow, state.id, closing.end_certificate(uow.intake(), state, command))


ACTS: dict[str, Act] = {
    "withdraw_application": withdraw,
    "close_case": close,
    "reopen_case": reopen,
    "end_certificate": end_certificate,
}
