"""After a decision: appealed, annulled, corrected. Closing and certificates live in `closing`, moves in `moves`."""

from app.domain import remedies, slips
from app.domain.commands import AnnulDecision, CorrectDecision, DecideAppeal, LodgeAppeal
from app.domain.permissions import require
from app.services.cases import Act, Cases, record
from app.services.second import confirmed_by
from app.store.unit import UnitOfWork


def lodge_appeal(uow: UnitOfWork, command: LodgeAppeal) -> Cases:
    """Record that a decision is appealed (L-15); also in a closed file.

    *Refuses*: `case.unknown`, `case.held_elsewhere`, and as `domain.remedies.lodge_appeal`.
    """
    require(uow.actor, "lodge_appeal")
    state = uow.own_case(command.case)
    return record(uow, state.id, remedies.lodge_appeal(uow.intake(), state, command))


def decide_appeal(uow: UnitOfWork, command: DecideAppeal) -> Cases:
    """Record how an appeal was decided (L-15, f-31); a second person confirms one that changes the decision.

    *Refuses*: as `domain.remedies.decide_appeal` and `confirmed_by`.
    """
    require(uow.actor, "decide_appeal")
    state = uow.own_case(command.case)
    second = confirmed_by(uow, "decide_appeal", command.second) if command.effect != "stands" else ""
    return record(uow, state.id, remedies.decide_appeal(uow.intake(), state, command, second))


def annul_decision(uow: UnitOfWork, command: AnnulDecision) -> Cases:
    """Take back a decision by a further fact, which a second person confirms.

    *Refuses*: as `domain.remedies.annul_decision` and `confirmed_by`.
    """
    require(uow.actor, "annul_decision")
    state = uow.own_case(command.case)
    second = confirmed_by(uow, "annul_decision", command.second)
    return record(uow, state.id, remedies.annul_decision(uow.intake(), state, command, second))


def correct_decision(uow: UnitOfWork, command: CorrectDecision) -> Cases:
    """Correct a slip of the pen in a decision."""
    require(uow.actor, "correct_decision")
    state = uow.own_case(command.case)
    return record(uow, state.id, slips.correct_decision(uow.intake(), state, command))


ACTS: dict[str, Act] = {
    "lodge_appeal": lodge_appeal,
    "decide_appeal": decide_appeal,
    "annul_decision": annul_decision,
    "correct_decision": correct_decision,
}
