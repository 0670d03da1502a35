"""The family over time: events, own files, moves of minors, succession, ties.

Not here: listing a minor (`applications`), the rules themselves (`app.domain.families`, `own_files`, `succession`).
"""

from datetime import date

from app.domain import families, own_files, succession
from app.domain.case import CaseState
from app.domain.commands import (
    ChangeFamily,
    GiveOwnFile,
    MoveMinor,
    SplitFamily,
    StrikeMinor,
    SucceedPrincipal,
    TieFamily,
)
from app.domain.permissions import require
from app.services.cases import Act, Cases, open_case, record_all
from app.store.rows.cases import case_state, family_cases
from app.store.store import Store
from app.store.unit import UnitOfWork


def _kin(uow: UnitOfWork, *states: CaseState) -> tuple[CaseState, ...]:
    """The open cases that some cases are tied to and that this workstation holds; themselves left out."""
    found = dict.fromkeys(case for state in states for case in family_cases(uow.connection, state))
    others = (uow.case(case) for case in found if case not in {state.id for state in states})
    return tuple(one for one in others if one.is_open and one.holder == uow.store.replica)


def kept_until(store: Store, state: CaseState) -> date | None:
    """Until when the applicant keeps the status after the newest divorce or death in the family; None without either.

    *Law*: L-11.2e, f-43: the term of the decision on that refugee, or the own one where it ends later.
    """
    broken = [e for e in state.family_events if e.event in {"divorce", "death"} and e.case]
    if not broken or own_files.held_status(state, state.applicant, broken[-1].on) is None:
        return None
    with store.reading() as connection:
        other = case_state(connection, broken[-1].case)
    given = other.status_decision(other.applicant, broken[-1].on)
    if given is None or given.to_on is None:
        return None
    return families.family_status_until(state, given.to_on)


def change_family(uow: UnitOfWork, command: ChangeFamily) -> Cases:
    """Record what happened to a family (L-11.2e, L-11.4, L-4.4).

    *Refuses*: `case.not_open`, and as `domain.families.change_family` and `split_family`.
    """
    require(uow.actor, "change_family")
    state = open_case(uow, command.case)
    other = open_case(uow, command.other_case) if command.other_case else None
    if command.event == "split" and other is not None:
        return record_all(uow, families.split_family(uow.intake(), state, other, command.evidence, command.on))
    return record_all(uow, families.change_family(uow.intake(), state, command, other))


def give_own_file(uow: UnitOfWork, command: GiveOwnFile) -> Cases:
    """Give a minor an own file, in one transaction with what changes in the parent's (X-18, L-10.7b, L-16.1)."""
    require(uow.actor, "give_own_file")
    state = open_case(uow, command.case)
    return record_all(uow, own_files.give_own_file(uow.intake(), state, command, _kin(uow, state)))


def move_minor(uow: UnitOfWork, command: MoveMinor) -> Cases:
    """Move a minor to the application of the other parent (f-13, L-10.7a)."""
    require(uow.actor, "move_minor")
    state, to = open_case(uow, command.case), open_case(uow, command.to)
    return record_all(uow, families.move_minor(uow.intake(), state, to, command))


def strike_minor(uow: UnitOfWork, command: StrikeMinor) -> Cases:
    """Strike a minor who was listed in error (L-10.5, L-10.7a)."""
    require(uow.actor, "strike_minor")
    return record_all(uow, families.strike_minor(uow.intake(), open_case(uow, command.case), command))


def succeed_principal(uow: UnitOfWork, command: SucceedPrincipal) -> Cases:
    """End the file of an applicant who died or withdrew, and place the minors (L-10.5, L-16.1, L-11.2e)."""
    require(uow.actor, "succeed_principal")
    state = open_case(uow, command.case)
    successor = open_case(uow, command.successor) if command.successor else None
    return record_all(uow, succession.succeed(uow.intake(), state, command, successor, _kin(uow, state)))


def tie_family(uow: UnitOfWork, command: TieFamily) -> Cases:
    """Tie two cases to one family, with evidence (L-4.4, L-11.2d)."""
    require(uow.actor, "tie_family")
    state, other = open_case(uow, command.case), open_case(uow, command.other_case)
    return record_all(uow, families.tie_family(uow.intake(), state, other, command, _kin(uow, state, other)))


def split_family(uow: UnitOfWork, command: SplitFamily) -> Cases:
    """Two cases are one family no more (L-11.2e)."""
    require(uow.actor, "split_family")
    state, other = open_case(uow, command.case), open_case(uow, command.other_case)
    return record_all(uow, families.split_family(uow.intake(), state, other, command.reason, command.on))


ACTS: dict[str, Act] = {
    "change_family": change_family,
    "give_own_file": give_own_file,
    "move_minor": move_minor,
    "strike_minor": strike_minor,
    "succeed_principal": succeed_principal,
    "tie_family": tie_family,
    "split_family": split_family,
}
