"""Tasks without a date of the Law that stay open until something is recorded."""

from app.domain.case import CaseState
from app.domain.facts.values import Value


class Task(Value, frozen=True, kw_only=True):
    """Something open: its kind, the rule it comes from, and whom it is about."""

    kind: str
    rule: str
    person: str


def open_tasks(state: CaseState) -> tuple[Task, ...]:
    """What stays open in a case: births to prove, citizenship to establish, tracing, a reason of lateness."""
    if not state.is_open:
        return ()
    tasks = [Task(kind="prove_birth", rule="L-10.5", person=m.id) for m in state.minors if m.verbal]
    for person in state.present:
        if "XXX" in person.recorded.citizenships or person.recorded.stateless == "not_established":
            tasks.append(Task(kind="establish_citizenship", rule="L-1.9", person=person.id))
    if state.unaccompanied:
        tracing = state.request_for("tracing")
        if tracing is None or tracing.answer is None:
            tasks.append(Task(kind="awaiting_tracing", rule="L-11.3", person=state.applicant))
    if state.late and not state.late.reason:
        tasks.append(Task(kind="late_reason", rule="L-10.1a", person=state.applicant))
    return tuple(tasks)
