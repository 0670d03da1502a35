"""Until when a person may stay, and when the month for leaving ends: Art. 8(1)(5), 15, 18(1) as pure functions.

Nothing here is a deadline: the day of departure is information for the person and the file, never an overdue alarm to
anybody (f-03), so no list shows it. How an appeal is lodged and decided lives in `remedies`.
"""

from datetime import date

from app.domain.calendar import WorkingCalendar
from app.domain.case import Appeal, CaseState, Decision, status
from app.domain.deadline import stamped
from app.domain.facts.values import DecisionKind, Value
from app.domain.settings import Settings
from app.domain.terms import Counted, Term, count

NEGATIVE: frozenset[DecisionKind] = frozenset({"refuse", "refuse_extend", "deprive", "terminate"})
"""The decisions that can be appealed (L-15, f-10) and after which Art. 18(1) speaks of leaving."""
APPEAL_TERM = "appeal_term"
"""The deadline that shows the term for an appeal."""
NATURALISED = "A14-01"
NOTHING_RUNS_ON = frozenset({"WDR", "DTH", "DEP", "NAT"})
"""With these closing reasons no term of the person runs on: withdrawn, died, left the country, a citizen now (g-24)."""
ONE_MONTH = Term("months", 1)
"""L-18.1 (Art. 18(1))."""

ASYLUM_SEEKER = "L-8.1.5"
REFUGEE = "f-37"
STATUS_HELD = "L-9.1.1"


class Stay(Value, frozen=True, kw_only=True):
    """Until when a person may stay.

    *Shape*: `until` None together with `protected` means open; `reading` is the rule that protects: L-8.1.5, f-37, or
    L-9.1.1 while a status is held. `earliest_departure` is the earliest reading of Art. 18(1), shown as information;
    `departure_by` the day that governs, None while the protection is open, and never before it ends. `named` are the
    persons whom a departure paragraph names: those of this case who have no other right to stay (f-46).
    """

    protected: bool = False
    until: date | None = None
    reading: str = ""
    earliest_departure: date | None = None
    departure_by: date | None = None
    named: tuple[str, ...] = ()


def stay(state: CaseState, on: date, settings: Settings, calendar: WorkingCalendar) -> Stay:
    """Until when the applicant of a case, and who goes with the applicant, may stay, as known on a day.

    *Law*: L-8.1.5, L-15, L-18.1, f-03, f-10, f-17, f-37, f-38, f-46. A status that has run out is held until its lapse
    is recorded (f-09). After a lapse without a decision no day of departure is computed (f-38), nor for a person who
    withdrew, died or left while no appeal is pending (f-30); in a file that ended otherwise the term runs on.
    *Shape*: `calendar` moves ends that fall on days off (A16-3): the one that the office counts by.
    """
    current = status(state, on)
    decision = negative_decision(state, on)
    if current == "closed" and (decision is None or not (runs_on(state) or _open_appeal(state, decision, on))):
        return Stay()
    if decision is None or current == "expired_extension_pending":
        return _without_decision(state, on, current)
    return _after_decision(state, decision, on, settings, calendar)


def negative_decision(state: CaseState, on: date, person: str = "") -> Decision | None:
    """The decision that ends a person's right to stay: the newest that has effect, when it is a negative one."""
    newest = state.decision_of(person or state.applicant, on)
    return newest if newest is not None and newest.kind in NEGATIVE else None


def appeal_term(decision: Decision, settings: Settings, calendar: WorkingCalendar) -> tuple[Term, Counted] | None:
    """The term for an appeal, from the day the person learned of the decision; None while that day is not recorded.

    *Law*: L-15 (APPC, Art. 92), f-17. A person's term that ends on a day off moves on (A16-3). How many months there
    are is written down when the person learns of the decision: a setting changed later does not cut a term that runs.
    *Shape*: `calendar` as `appeal_calendar` gives it.
    """
    if decision.learnt_on is None:
        return None
    term = Term("months", decision.appeal_months or settings.number("appeal.term"))
    return term, count(decision.learnt_on, term, "applicant", calendar)


def appeal_calendar(state: CaseState, decision: Decision, current: WorkingCalendar) -> WorkingCalendar:
    """The calendar by which the term for an appeal is counted, the same on the board, here and when one is lodged.

    *Law*: A16-6: that of the day on which the person learned of the decision, until a recomputation names another.
    """
    named = (APPEAL_TERM, decision.person, decision.learnt_on, decision.number)
    versions = (
        fact.calendar
        for fact in reversed(state.recomputed)
        for moved in fact.changed
        if fact.calendar and (moved.deadline, moved.person, moved.start, moved.about) == named
    )
    return stamped(next(versions, decision.learnt_calendar), current)


def appeals_against(state: CaseState, decision: str) -> tuple[Appeal, ...]:
    """The appeals against a decision, oldest first."""
    return tuple(a for a in state.appeals if a.decision == decision)


def runs_on(state: CaseState) -> bool:
    """Whether the terms of a person after a decision run: in an open file, and in one that was handed over (L-15)."""
    return state.is_open or (state.withdrawn_on is None and state.closed_code not in NOTHING_RUNS_ON)


def final_act(appeal: Appeal, on: date) -> date | None:
    """The day from which an appeal is over, as known on a day; None while it is pending or its act is not in force.

    *Law*: f-03 (the final act), f-31. The act of a higher body works at once, that of a court from its entry into
    force; what was withdrawn or not considered is over with that.
    """
    if appeal.decided_on is None or appeal.decided_on > on:
        return None
    if appeal.result in {"withdrawn", "not_considered"}:
        return appeal.decided_on
    if appeal.in_force_on is not None:
        return appeal.in_force_on if appeal.in_force_on <= on else None
    return appeal.decided_on if appeal.level == "pre_trial" else None


def _open_appeal(state: CaseState, decision: Decision, on: date) -> bool:
    return any(a.on <= on and final_act(a, on) is None for a in appeals_against(state, decision.number))


def _without_decision(state: CaseState, on: date, current: str) -> Stay:
    if current in {"intention", "asylum_seeker"}:
        return Stay(protected=True, reading=ASYLUM_SEEKER)
    held = state.status_decision(state.applicant, on)
    end = held.to_on if held else None
    if current == "refugee":
        return Stay(protected=True, until=end if end and on <= end else None, reading=STATUS_HELD)
    if current == "expired_extension_pending":
        return Stay(protected=True, reading=STATUS_HELD)
    return Stay(until=end) if current == "lapsed" else Stay()


def _after_decision(
    state: CaseState, decision: Decision, on: date, settings: Settings, calendar: WorkingCalendar
) -> Stay:
    asylum = decision.kind == "refuse"
    protects = asylum or settings.flag("stay.refugee_appeal_protected")
    end = _protection_end(state, decision, on, settings, calendar) if protects else decision.on
    # A refusal to extend leaves the status until its own end: the later of the two days governs.
    status_end = _status_end(state, on) if decision.kind == "refuse_extend" else None
    if end is not None and status_end is not None:
        end = max(end, status_end)
    shown = end if protects or status_end else None
    protected = (protects or status_end is not None) and (end is None or on <= end)
    reading = ASYLUM_SEEKER if asylum else REFUGEE if protects else STATUS_HELD if status_end else ""
    if {g.code for g in decision.grounds} == {NATURALISED}:
        # Art. 18(1) speaks of asylum seekers and refugees, not of citizens (g-24).
        return Stay(protected=protected, until=shown, reading=reading)
    earliest = count(decision.on, ONE_MONTH, "applicant", calendar).due_on
    from_end = count(end, ONE_MONTH, "applicant", calendar).due_on if end is not None else None
    if from_end is not None and end is not None and settings.word("departure.month_starts") == "decision":
        from_end = max(earliest, end)
    return Stay(
        protected=protected,
        until=shown,
        reading=reading,
        earliest_departure=earliest,
        departure_by=from_end,
        named=_named(state, decision, on),
    )


def _protection_end(
    state: CaseState, decision: Decision, on: date, settings: Settings, calendar: WorkingCalendar
) -> date | None:
    """The later of the end of the appeal term and of the final act; None while either is open (f-03, f-17)."""
    counted = appeal_term(decision, settings, appeal_calendar(state, decision, calendar))
    if counted is None or decision.learnt_on is None or decision.learnt_on > on:
        return None
    ends = [counted[1].due_on]
    for appeal in appeals_against(state, decision.number):
        if appeal.on <= on:
            over = final_act(appeal, on)
            if over is None:
                return None
            ends.append(over)
    return max(ends)


def _status_end(state: CaseState, on: date) -> date | None:
    held = state.status_decision(state.applicant, on)
    return held.to_on if held else None


def _named(state: CaseState, decision: Decision, on: date) -> tuple[str, ...]:
    """Who of this case goes by this decision: not the dead, nor who holds an own status or waits for a decision."""
    return tuple(
        p.id
        for p in state.present
        if (p.died_on is None or p.died_on > on) and negative_decision(state, on, p.id) == decision
    )
