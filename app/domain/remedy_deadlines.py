"""What is due for appeals and moves (Art. 8, 9, 15).

The day of departure (Art. 18(1)) is no deadline: it is information that depends on the day on which it is asked for, is
never overdue for anybody else (f-03), and has its one home in `stay`.
"""

from collections.abc import Callable, Iterator

from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Decision, status
from app.domain.deadline import Deadline, due_by
from app.domain.moves import FIVE_WORKING_DAYS
from app.domain.settings import Settings
from app.domain.stay import NEGATIVE, appeal_term, appeals_against, runs_on
from app.domain.terms import count


def after_remedies(state: CaseState, of: Callable[[str], WorkingCalendar], settings: Settings) -> Iterator[Deadline]:
    """The appeal term of each negative decision, and the entry on the record after a move.

    *Law*: L-15; L-8.2.5, L-9.2.3. Both are terms of the person; that of the appeal is shown and never overdue, and runs
    on in a file that was handed over.
    *Shape*: `of` gives the calendar of a stamp (A16-6); the appeal term keeps that of the day it was learnt.
    """
    for decision in state.decisions:
        if decision.kind in NEGATIVE and decision.annulled_on is None and runs_on(state):
            yield from _appeal(state, decision, of(decision.learnt_calendar), settings)
    if state.arrived and state.is_open:
        yield _entering(state, of(state.arrived.calendar))


def _appeal(state: CaseState, decision: Decision, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    counted = appeal_term(decision, settings, calendar)
    if counted is None or decision.learnt_on is None:
        return
    lodged = appeals_against(state, decision.number)
    yield due_by(
        "appeal_term",
        "L-15",
        decision.person,
        decision.learnt_on,
        counted[1],
        counted[0],
        done_on=lodged[0].on if lodged else None,
        informs=True,
        about=decision.number,
    )


def _entering(state: CaseState, calendar: WorkingCalendar) -> Deadline:
    arrived = state.arrived
    if arrived is None:
        raise ValueError("nothing to enter without an arrival")
    refugee = status(state, arrived.arrived_on) in {"refugee", "expired_extension_pending"}
    return due_by(
        "record_after_move",
        "L-9.2.3" if refugee else "L-8.2.5",
        state.applicant,
        arrived.arrived_on,
        count(arrived.arrived_on, FIVE_WORKING_DAYS, "applicant", calendar),
        FIVE_WORKING_DAYS,
        done_on=arrived.on,
    )
