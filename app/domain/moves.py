"""Leaving and arriving: the intention to leave Kazakhstan, and the record of the office on a move (Art. 8(2), 9(2)).

Which office keeps the file of a person who moved, and how it gets there, is no rule of this module. The place-of-stay
record of the internal affairs bodies follows its own rules and is a referral of its own (f-33).
"""

import re
from datetime import date

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.closing import began
from app.domain.commands import AnnounceDeparture, EnterRecord, LeaveRecord
from app.domain.facts.values import Late
from app.domain.intake import Intake, check_not_ahead
from app.domain.reasons import given
from app.domain.reference import codes
from app.domain.terms import Term, count

AKIMAT = re.compile(r"([A-Z]{3})(0[1-9]|[1-4][0-9])")
"""The code of a regional or district akimat (`docs/model.md` 1); border units and the centre keep no such record."""
FIVE_WORKING_DAYS = Term("working_days", 5)
"""L-8.2.5, L-9.2.3, from the day of arrival."""


def announce_departure(known: Intake, state: CaseState, command: AnnounceDeparture) -> tuple[f.Fact, ...]:
    """Record that persons told of their intention to leave Kazakhstan.

    *Law*: L-8.2.4, L-9.2.2 (Art. 8(2)(4), 9(2)(2)). Leaving for good may be the ground A14-07; only the commission
    chooses it, and a journey alone is none.
    *Refuses*: `person.unknown`, `date.future`, `move.before_registration`, `departure.planned_before`,
    `reference.country_unknown`.
    """
    present = tuple(p.id for p in state.present)
    persons = command.persons or present
    if not set(persons) <= set(present):
        raise Refusal("person.unknown", field="persons")
    on = command.on or known.today
    _check_day(state, on, known.today, "on")
    if command.planned_on and command.planned_on < on:
        raise Refusal("departure.planned_before", field="planned_on")
    if command.country and command.country not in codes("countries"):
        raise Refusal("reference.country_unknown", field="country", code=command.country)
    told = f.course.DepartureAnnounced(
        persons=persons, on=on, for_good=command.for_good, country=command.country, planned_on=command.planned_on
    )
    return (told,)


def leave_record(known: Intake, state: CaseState, command: LeaveRecord, own: str) -> tuple[f.Fact, ...]:
    """Take the persons of a case off the record of this office, because they move to the area of another.

    *Law*: L-8.2.5, L-9.2.3 (Art. 8(2)(5), 9(2)(3)). The file stays here until the other office has taken it over.
    *Refuses*: `move.not_registered`, `move.left_already`, `date.future`, `move.before_registration`, as `_office`.
    """
    _check_on_record(state)
    to = _office(command.to, own, "to")
    if has_left(state):
        raise Refusal("move.left_already", field="case")
    on = command.on or known.today
    _check_day(state, on, known.today, "on")
    return (f.course.StayLeft(persons=_persons(state), to=to, on=on, note=command.note.strip()),)


def enter_record(known: Intake, state: CaseState, command: EnterRecord, own: str) -> tuple[f.Fact, ...]:
    """Take the persons of a case on the record of this office after their arrival; late is flagged and accepted.

    *Law*: L-8.2.5, L-9.2.3: five working days from the day of arrival, which bind this record only (f-33).
    *Refuses*: `move.not_registered`, `date.future`, `move.before_arrival`, `move.before_registration`,
    `move.arrived_already`, `move.arrived_before_leaving`, as `_office`.
    """
    _check_on_record(state)
    from_office = _office(command.from_office, own, "from_office")
    on = command.on or known.today
    check_not_ahead(on, known.today)
    _check_day(state, command.arrived_on, known.today, "arrived_on")
    if on < command.arrived_on:
        raise Refusal("move.before_arrival", field="on", arrived=command.arrived_on)
    if state.arrived and command.arrived_on <= state.arrived.arrived_on:
        raise Refusal("move.arrived_already", field="arrived_on", arrived=state.arrived.arrived_on)
    if state.left and command.arrived_on < state.left.on:
        raise Refusal("move.arrived_before_leaving", field="arrived_on", left=state.left.on)
    last_day = count(command.arrived_on, FIVE_WORKING_DAYS, "applicant", known.calendar).due_on
    days = (on - last_day).days
    arrived = f.course.StayArrived(
        persons=_persons(state),
        from_office=from_office,
        arrived_on=command.arrived_on,
        on=on,
        late=Late(days=days, reason=given(command.late_reason, "late_reason")) if days > 0 else None,
        calendar=known.calendar.version,
    )
    return (arrived,)


def has_left(state: CaseState) -> bool:
    """True while the persons are off the record here and have not come back."""
    return state.left is not None


def _persons(state: CaseState) -> tuple[str, ...]:
    return tuple(p.id for p in state.present)


def _check_on_record(state: CaseState) -> None:
    if state.registered_on is None:
        raise Refusal("move.not_registered", field="case")


def _check_day(state: CaseState, on: date, today: date, field: str) -> None:
    check_not_ahead(on, today, field)
    start = began(state)
    if start and on < start:
        raise Refusal("move.before_registration", field=field, start=start)


def _office(typed: str, own: str, field: str) -> str:
    """The code of another akimat, in a region that there is.

    *Refuses*: `move.office_code`, `move.same_office`.
    """
    code = typed.strip().upper()
    akimat = AKIMAT.fullmatch(code)
    if akimat is None or akimat[1] not in codes("regions"):
        raise Refusal("move.office_code", field=field, typed=typed.strip())
    if code == own:
        raise Refusal("move.same_office", field=field, office=code)
    return code
