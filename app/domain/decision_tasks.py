"""Tasks that a decision opens: certificates to take back, reviews of family members (L-13.2, f-29)."""

from collections.abc import Iterator

from app.domain.case import CaseState, Decision
from app.domain.task import Task

_TAKEN_AWAY = {"deprive": "L-13.2", "terminate": "L-14.1"}


def decision_tasks(state: CaseState) -> tuple[Task, ...]:
    """What stays open after a deprivation or a termination.

    *Law*: L-13.2, L-14.1: the refugee certificate is taken back; f-29: after a deprivation the status of each adult
    family member is reviewed by itself. A status that ran out is the deadline `status_expiry`, not a task.
    """
    ended = state.status_decision(state.applicant)
    if ended is None or ended.kind not in _TAKEN_AWAY:
        return ()
    held = (c for c in state.certificates if c.kind == "refugee" and not c.ended and c.holder in ended.covers)
    tasks = [Task(kind="take_back_certificate", rule=_TAKEN_AWAY[ended.kind], person=c.holder) for c in held]
    return (*tasks, *(_reviews(state, ended) if ended.kind == "deprive" else ()))


def _reviews(state: CaseState, ended: Decision) -> Iterator[Task]:
    """One review per relative with an own file; done when evidence on the family that names the file is recorded."""
    reviewed = {e.link for e in state.evidence if e.about == "family" and e.on >= ended.on}
    members = {r.case: r.person or r.case for r in state.relatives if r.case in state.kin}
    return (Task(kind="review_family", rule="f-29", person=p) for case, p in members.items() if case not in reviewed)
