"""Extending a status: the application, the decision on it, and the year that follows (Art. 11(5), second part).

What ends a status lives in `endings`, decisions on the application for status in `decisions`.
"""

from datetime import date, timedelta

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState, Decision, status
from app.domain.commands import LodgeExtension, TakeDecision
from app.domain.facts.values import Late
from app.domain.intake import Intake
from app.domain.terms import add_months, count_back, local_day, recorded_day

STATUS_GIVEN = frozenset({"grant", "grant_derivative", "extend"})
"""Decisions from which a term of status runs."""
_HELD = frozenset({"refugee", "expired_extension_pending"})


def holds_status(state: CaseState, on: date, person: str | None = None) -> bool:
    """Whether a person of the case has the status on a day; one that ran out is held until a lapse is recorded (f-09).

    *Law*: L-14.2.
    """
    return status(state, on, person) in _HELD


def holders(state: CaseState, on: date) -> tuple[str, ...]:
    """Who of a case holds a status on a day: a minor may hold one that the applicant does not hold (any more)."""
    return tuple(p.id for p in state.present if holds_status(state, on, p.id))


def first_ruling(state: CaseState, on: date) -> Decision | None:
    """The decision by which the applicant holds a status, or of the minors who hold one that which ends first."""
    holding = holders(state, on)
    persons = (state.applicant,) if state.applicant in holding else holding
    rulings = [ruling for ruling in (state.status_decision(person, on) for person in persons) if ruling]
    return min(rulings, key=lambda ruling: ruling.to_on or date.max, default=None)


def status_ends(granted_on: date, known: Intake) -> date:
    """The last day of one year of status (L-11.5a); same date next year, or the day before by setting (f-08)."""
    same = add_months(granted_on, 12)
    return _shifted(same, -1) if _day_before(known) else same


def extended_term(previous_end: date, known: Intake) -> tuple[date, date]:
    """From when and until when an extended status runs: from the previous expiry, never from the decision.

    *Law*: L-11.5c, f-42; by the setting of f-08 the last day is inclusive, or the new year starts on the day after.
    """
    start = _shifted(previous_end, 1) if _day_before(known) else previous_end
    return start, status_ends(start, known)


def _day_before(known: Intake) -> bool:
    return known.settings.word("status.valid_to_convention") == "day_before"


def _shifted(day: date, days: int) -> date:
    """A day earlier or later, total up to the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def last_day_to_apply(end: date, known: Intake) -> date:
    """The last day in time for the application to extend: one month before the end, counted back (L-11.5c, A16-7)."""
    return count_back(end, 1, known.calendar).due_on


def lodge_extension(known: Intake, state: CaseState, command: LodgeExtension) -> tuple[f.Fact, ...]:
    """Take and register an application to extend the status; a late one is flagged, never refused.

    *Law*: L-11.5c (Art. 11(5), second part), f-09: also after the expiry, as long as no lapse is recorded.
    *Shape*: for the minors, when only they hold a status.
    *Refuses*: `date.future`, `extension.no_status`, `extension.before_status`, `extension.pending`.
    """
    moment = command.lodged_at or known.now
    if moment > known.now:
        raise Refusal("date.future", field="lodged_at")
    ruling = first_ruling(state, known.today)
    if ruling is None or ruling.to_on is None:
        raise Refusal("extension.no_status")
    if local_day(moment) < ruling.on:
        raise Refusal("extension.before_status", field="lodged_at", on=ruling.on)
    if state.pending_extension:
        raise Refusal("extension.pending", number=state.pending_extension.number)
    last_day = last_day_to_apply(ruling.to_on, known)
    days = max((local_day(moment) - last_day).days, 0)
    version = known.calendar.version
    return (
        f.case.ApplicationLodged(
            kind="extension",
            way=state.lodged.way if state.lodged else "arrival",
            lodged_at=moment,
            late=Late(days=days, reason=command.late_reason.strip()) if days else None,
            last_day=last_day,
            calendar=version,
        ),
        f.case.ApplicationRegistered(
            kind="extension", number=known.number("A"), registered_on=known.today, calendar=version
        ),
    )


def check_extension(state: CaseState, command: TakeDecision, on: date) -> None:
    """Refuse a decision on an extension without an application, or a refusal on anything but its only criterion.

    *Law*: L-11.5c, L-9.1.3; f-41: the only criterion is that the earlier circumstances no longer persist, which the
    commission writes in `note`; the grounds of Art. 12 are not taken.
    *Refuses*: `extension.none_pending`, `extension.before_lodged`, `extension.no_grounds`, `extension.reason_missing`.
    """
    pending = state.pending_extension
    if pending is None:
        raise Refusal("extension.none_pending", field="kind")
    lodged = recorded_day(pending.lodged_at)
    if on < lodged:
        raise Refusal("extension.before_lodged", field="on", lodged=lodged)
    if command.grounds:
        raise Refusal("extension.no_grounds", field="grounds")
    if command.kind == "refuse_extend" and not command.note.strip():
        raise Refusal("extension.reason_missing", field="note")


def term_asked(state: CaseState, covers: tuple[str, ...]) -> Decision | None:
    """The decision whose term the pending application asks to extend for the persons whom a decision covers.

    *Law*: f-42. *Shape*: the applicant's, or of the minors that which ends first.
    """
    pending = state.pending_extension
    if pending is None:
        return None
    persons = (state.applicant,) if state.applicant in covers else covers
    terms = state.terms_asked(pending, tuple(persons))
    asked = (terms.get(person) or state.status_decision(person) for person in persons)
    return min((term for term in asked if term), key=lambda term: term.to_on or date.max, default=None)
