"""Two entries found to be one person, or not; a duplicate file that goes on in another."""

from msgspec.structs import replace

from app.domain import duplicates
from app.domain.commands import JudgeDuplicate, MergeCase, MergePersons, UndoMerge
from app.domain.duplicates import Entry
from app.domain.permissions import require
from app.services.cases import Act, Cases, record, record_all
from app.services.second import confirmed_by
from app.store.unit import UnitOfWork


def candidates(uow: UnitOfWork, case: str, person: str) -> tuple[Entry, ...]:
    """Who in the register may be the same human being as a person of a case, and has not been judged yet.

    *Refuses*: `case.unknown`.
    """
    state = uow.case(case)
    known = state.persons.get(person)
    if known is None:
        return ()
    found = (Entry(*entry) for entry in uow.same_identity(known.names, known.recorded.birth))
    return duplicates.to_judge(state, person, found)


def judge_duplicate(uow: UnitOfWork, command: JudgeDuplicate) -> Cases:
    """Say whether two entries are one person (L-10.5).

    *Refuses*: `case.unknown`, `case.held_elsewhere`, and as `duplicates.judge`.
    """
    require(uow.actor, "judge_duplicate")
    state, other = uow.own_case(command.case), uow.own_case(command.other_case)
    return record_all(uow, duplicates.judge(uow.intake(), state, other, command))


def merge_persons(uow: UnitOfWork, command: MergePersons) -> Cases:
    """Record that two entries are one human being; a second person confirms.

    *Refuses*: `case.unknown`, `case.held_elsewhere`, as `confirmed_by`, and as `duplicates.merge`.
    """
    require(uow.actor, "merge_persons")
    state, other = uow.own_case(command.case), uow.own_case(command.other_case)
    command = replace(command, second=confirmed_by(uow, "merge_persons", command.second))
    return record_all(uow, duplicates.merge(uow.intake(), state, other, _held(uow, command.gone), command))


def undo_merge(uow: UnitOfWork, command: UndoMerge) -> Cases:
    """Record that two entries are two human beings after all; a second person confirms.

    *Refuses*: `case.unknown`, `case.held_elsewhere`, as `confirmed_by`, and as `duplicates.undo`.
    """
    require(uow.actor, "undo_merge")
    state, other = uow.own_case(command.case), uow.own_case(command.other_case)
    command = replace(command, second=confirmed_by(uow, "undo_merge", command.second))
    return record_all(uow, duplicates.undo(uow.intake(), state, other, _held(uow, command.gone), command))


def merge_case(uow: UnitOfWork, command: MergeCase) -> Cases:
    """Close a duplicate file, which goes on in another one; a second person confirms.

    *Refuses*: `case.unknown`, `case.held_elsewhere`, as `confirmed_by`, and as `duplicates.merge_case`.
    """
    require(uow.actor, "merge_case")
    state, into = uow.own_case(command.case), uow.own_case(command.into)
    command = replace(command, second=confirmed_by(uow, "merge_case", command.second))
    return record(uow, state.id, duplicates.merge_case(uow.intake(), state, into, command))


def _held(uow: UnitOfWork, person: str) -> tuple[str, ...]:
    """The cases of this workstation in which a person stands; copies of others are read-only."""
    return tuple(r for r in uow.cases_of(person) if uow.case(r).holder == uow.store.replica)


ACTS: dict[str, Act] = {
    "judge_duplicate": judge_duplicate,
    "merge_persons": merge_persons,
    "undo_merge": undo_merge,
    "merge_case": merge_case,
}
