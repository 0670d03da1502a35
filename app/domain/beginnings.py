"""The first day of a file: nothing in it can be dated before; the days of single acts live with their rules."""

from datetime import date

from app.base.errors import Refusal
from app.domain.case import CaseState
from app.domain.terms import recorded_day


def first_day(state: CaseState) -> date | None:
    """The first day that a file tells of: the notice, the lodging, the registration or the opening."""
    days = [state.opened_on, state.registered_on, state.first_registered_on]
    days.append(recorded_day(state.lodged.lodged_at) if state.lodged else None)
    days.append(recorded_day(state.detention.received_at) if state.detention else None)
    known = [day for day in days if day]
    return min(known) if known else None


def check_begun(state: CaseState, on: date, field: str = "on") -> None:
    """Refuse an act that is dated before the file begins.

    *Refuses*: `date.before_file`.
    """
    first = first_day(state)
    if first and on < first:
        raise Refusal("date.before_file", field=field, since=first)
