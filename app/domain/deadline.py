"""One deadline, its colour, and how one is made; which deadlines there are lives in `deadlines` and its neighbours."""

from collections.abc import Callable
from datetime import date
from typing import Literal

from app.base.errors import Trouble
from app.domain.calendar import WorkingCalendar
from app.domain.calendar import load as shipped
from app.domain.facts.values import Value
from app.domain.terms import Counted, Term, local_day

Colour = Literal["green", "amber", "orange", "red", "done"]
Loader = Callable[[str], WorkingCalendar]
"""Gives the shipped calendar of a version. *Trouble*: `calendar.version_unknown`."""


class Deadline(Value, frozen=True, kw_only=True):
    """One thing that is due.

    *Shape*: `kind` names it, `rule` the rule id, `person` whom it is about; `start` what it is counted from, `raw` the
    counted day, `target` the last working day up to it, `due` the day after which it is late; `done_on` when met;
    `about` the number of the decision that it follows from, empty for what follows from none;
    `before` the last day as it was before a postponement, an extension or a recomputation moved it; `courier` the day
    on which what is sent must leave.
    """

    kind: str
    rule: str
    person: str
    start: date
    raw: date
    target: date
    due: date
    term: str
    calendar: str
    done_on: date | None = None
    skipped: tuple[str, ...] = ()
    alert_days: tuple[int, ...] = ()
    informs: bool = False
    """True for a term of the person that is shown for information: it passes, and is never overdue."""
    before: date | None = None
    courier: date | None = None
    about: str = ""


Key = tuple[str, str, date | None, str]
"""By which a deadline is named in `deadlines.recomputed`: kind, person, the day from which it is counted, decision."""


def key(deadline: Deadline) -> Key:
    """The name of a deadline in its case."""
    return (deadline.kind, deadline.person, deadline.start, deadline.about)


def stamped(version: str, current: WorkingCalendar, load: Loader = shipped) -> WorkingCalendar:
    """The calendar under which a fact was recorded; the current one for a fact without a stamp, or with a version that
    this program does not have.
    """
    if version in {"", current.version}:
        return current
    try:
        return load(version)
    except Trouble as trouble:
        if trouble.condition != "calendar.version_unknown":
            raise
        return current


def colour(deadline: Deadline, as_of: date) -> Colour:
    """The colour on a date: red only after the rolled day, the two alert steps before it, green earlier."""
    if deadline.done_on is not None and deadline.done_on <= as_of:
        return "done"
    if as_of > deadline.due:
        return "done" if deadline.informs else "red"
    left = (deadline.due - as_of).days
    early, late = deadline.alert_days[:1], deadline.alert_days[1:2]
    if late and left <= late[0]:
        return "orange"
    if early and left <= early[0]:
        return "amber"
    return "green"


def courier_by(deadline: Deadline, calendar: WorkingCalendar, days: int) -> date:
    """The day on which the courier must leave: so many working days before the target, but not before the start."""
    leaves = deadline.target
    for _ in range(days):
        leaves = calendar.last_working_before(leaves)
    return max(leaves, deadline.start)


def due_by(kind: str, rule: str, person: str, start: date, counted: Counted, term: Term, **more: object) -> Deadline:
    """A deadline from a counted term; `more` are further fields of `Deadline`."""
    return Deadline(
        kind=kind,
        rule=rule,
        person=person,
        start=start,
        raw=local_day(counted.raw),
        target=local_day(counted.target),
        due=local_day(counted.rolled),
        term=f"{term.amount} {term.unit}",
        calendar=counted.calendar,
        skipped=tuple(f"{day.isoformat()} {why}" for day, why in counted.skipped),
        **more,  # type: ignore[arg-type]
    )


def due_on(
    kind: str, rule: str, person: str, start: date, due: date, calendar: WorkingCalendar, **more: object
) -> Deadline:
    """A deadline that stands on one day and does not roll."""
    return Deadline(
        kind=kind,
        rule=rule,
        person=person,
        start=start,
        raw=due,
        target=due,
        due=due,
        term="",
        calendar=calendar.version,
        **more,  # type: ignore[arg-type]
    )
