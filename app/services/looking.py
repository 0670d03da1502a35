"""Opening what only some may see: recorded first, shown afterwards; what that is stands in `domain.restricted`."""

from typing import Literal

from app.domain import facts as f
from app.domain import restricted
from app.domain.case import CaseState
from app.domain.commands import ViewRestricted
from app.domain.permissions import Actor, require
from app.domain.reasons import stated
from app.services.cases import Act, Cases
from app.store.rows.cases import case_state
from app.store.store import Store
from app.store.unit import UnitOfWork

Sort = Literal["grounds", "needs", "nsc", "interview", "evidence", "all"]


def view_restricted(uow: UnitOfWork, command: ViewRestricted) -> Cases:
    """Record that a user opens what is restricted in a case, and why; the case itself does not change.

    *Law*: L-4.3, `grounds.md` 1. *Refuses*: `case.unknown`, `view.reason_missing`, `reason.too_long`.
    """
    require(uow.actor, "view_restricted")
    state = uow.case(command.case)
    reason = stated(command.reason, "view.reason_missing")
    uow.record("", f.office.FileViewed(user=uow.actor.user, case=state.id, what=command.what, reason=reason))
    return (state.id,)


def open_restricted(store: Store, actor: Actor, case: str, what: Sort, reason: str) -> CaseState:
    """The case with what was asked for, once it is on the disk that it was seen; the rest stays hidden.

    *Refuses*: as `view_restricted`. *Trouble*: `store.disk_full` and its kin; nothing is shown then.
    """
    require(actor, "view_restricted")
    with store.unit(actor) as uow:
        view_restricted(uow, ViewRestricted(case=case, what=what, reason=reason))
        uow.commit()
    with store.reading() as connection:
        return restricted.shown_to(case_state(connection, case), actor, {what})


ACTS: dict[str, Act] = {"view_restricted": view_restricted}
