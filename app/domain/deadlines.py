"""Deadlines of a case: `deadlines(state, calendar, settings)`, never stored as facts; each explains itself (A16)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Literal

from app.base.clock import LOCAL
from app.domain import birth
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Decision
from app.domain.decisions import final_decision
from app.domain.facts.values import Value
from app.domain.settings import Settings
from app.domain.terms import Counted, Term, add_months, count, count_back

Colour = Literal["green", "amber", "orange", "red", "done"]

FIVE_WORKING_DAYS = Term("working_days", 5)
"""L-11.5b, L-11.6, L-10.8."""
THREE_MONTHS = Term("months", 3)
"""L-11.1a."""


class Deadline(Value, frozen=True, kw_only=True):
    """One thing that is due.

    *Shape*: `kind` names it, `rule` the rule id, `person` whom it is about; `start` what it is counted from, `raw` the
    counted day, `target` the last working day up to it, `due` the day after which it is late; `done_on` when met.
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


def colour(deadline: Deadline, as_of: date) -> Colour:
    """The colour on a date: red only after the rolled day, the two alert steps before it, green earlier."""
    if deadline.done_on is not None and deadline.done_on <= as_of:
        return "done"
    if as_of > deadline.due:
        return "red"
    left = (deadline.due - as_of).days
    early, late = deadline.alert_days[:1], deadline.alert_days[1:2]
    if late and left <= late[0]:
        return "orange"
    if early and left <= early[0]:
        return "amber"
    return "green"


def open_deadlines(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> tuple[Deadline, ...]:
    """Everything not done yet in a case, soonest first."""
    found = (d for d in deadlines(state, calendar, settings) if d.done_on is None)
    return tuple(sorted(found, key=lambda d: (d.due, d.kind, d.person)))


def deadlines(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    """Everything that is or was due in a case."""
    if state.lodged and state.lodged.handover_target and state.lodged.place == "border":
        yield _handover(state, calendar)
    if state.registered_on is None:
        return
    if state.is_open:
        yield from _before_decision(state, calendar, settings)
        yield from _certificates(state, calendar, settings)
        yield from _majority(state, calendar, settings)
    for decision in state.decisions:
        yield from _after_decision(state, decision, calendar, settings)


def _day(moment: date | datetime) -> date:
    return moment.astimezone(LOCAL).date() if isinstance(moment, datetime) else moment


def _due(kind: str, rule: str, person: str, start: date, counted: Counted, term: Term, **more: object) -> Deadline:
    return Deadline(
        kind=kind,
        rule=rule,
        person=person,
        start=start,
        raw=_day(counted.raw),
        target=_day(counted.target),
        due=_day(counted.rolled),
        term=f"{term.amount} {term.unit}",
        calendar=counted.calendar,
        skipped=tuple(f"{day.isoformat()} {why}" for day, why in counted.skipped),
        **more,  # type: ignore[arg-type]
    )


def _plain(
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


def _handover(state: CaseState, calendar: WorkingCalendar) -> Deadline:
    lodged = state.lodged
    if lodged is None or lodged.handover_target is None:
        raise ValueError("no hand-over without a lodging at the border")
    return _plain(
        "border_handover",
        "L-10.3a",
        state.applicant,
        _day(lodged.lodged_at),
        lodged.handover_target,
        calendar,
        done_on=state.registered_on,
    )


def _before_decision(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    registered = state.registered_on
    if registered is None:
        return
    final = final_decision(state)
    alerts = settings.numbers("decision.alerts")
    counted = count(registered, THREE_MONTHS, "authority", calendar)
    done = final.on if final else None
    if state.postponements and not final:
        last = state.postponements[-1]
        yield _plain("decision_postponed", "L-11.1b", state.applicant, last.on, last.until, calendar, alert_days=alerts)
    else:
        yield _due(
            "decision", "L-11.1a", state.applicant, registered, counted, THREE_MONTHS, done_on=done, alert_days=alerts
        )
    if not final:
        yield from _fingerprints(state, calendar, settings)


def _fingerprints(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    request = state.request_for("fingerprints")
    if request is None:
        return
    term = Term("calendar_days", settings.number("fingerprint.target"))
    counted = count(request.on, term, "applicant", calendar)
    done = request.answer.on if request.answer else None
    yield _due("fingerprints", "L-10.6c", state.applicant, request.on, counted, term, done_on=done, alert_days=(3, 1))


def _certificates(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    valid = state.valid_certificate("asylum")
    registered = state.registered_on
    if registered and not state.certificates:
        yield _plain("certificate", "L-10.6a", state.applicant, registered, registered, calendar)
    if valid and not any(d.kind in {"grant", "grant_derivative"} for d in state.decisions):
        alert = settings.number("certificate.expiry_alert")
        yield _plain(
            "certificate_expiry",
            "X-cert",
            state.applicant,
            valid.issued_on,
            valid.valid_to,
            calendar,
            alert_days=(alert, 3),
        )


def _majority(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    alerts = settings.numbers("majority.alerts")
    leap: birth.LeapDay = "02-28" if settings.word("majority.leap_day") == "02-28" else "03-01"
    for minor in state.minors:
        day = birth.birthday(minor.recorded.birth, 18, leap)
        start = birth.earliest(minor.recorded.birth)
        yield _plain("majority", "X-18", minor.id, start, day, calendar, alert_days=alerts)


def majority_alerts(day: date, settings: Settings) -> tuple[date, ...]:
    """The days on which the approach of an 18th birthday is shown (X-18)."""
    return tuple(day - timedelta(days=n) for n in settings.numbers("majority.alerts"))


def _after_decision(
    state: CaseState, decision: Decision, calendar: WorkingCalendar, settings: Settings
) -> Iterator[Deadline]:
    """The five-working-day duties, and the end of the status."""
    counted = count(decision.on, FIVE_WORKING_DAYS, "authority", calendar)

    def five(kind: str, rule: str, done_on: date | None) -> Deadline:
        return _due(
            kind,
            rule,
            decision.person,
            decision.on,
            counted,
            FIVE_WORKING_DAYS,
            done_on=done_on,
            alert_days=(5, 2),
        )

    for body in ("authorised_body", "iab"):
        yield five(f"notice_{body}", "L-10.8", decision.told_on.get(body))
    if decision.kind == "refuse":
        yield five("copy_to_person", "L-11.6", decision.served_on)
        return
    booklet = next((c for c in state.certificates if c.kind == "refugee" and c.issued_on >= decision.on), None)
    yield five("refugee_certificate", "L-11.5b", booklet.issued_on if booklet else None)
    if decision.to_on and state.is_open:
        yield from _status_end(decision, calendar, settings)


def _status_end(decision: Decision, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    end = decision.to_on
    if end is None:
        return
    alerts = settings.numbers("extension.alerts")
    back = count_back(end, 1, calendar)
    last_day = _day(back.rolled)
    gap = (end - last_day).days
    yield _due(
        "extension_application",
        "L-11.5c",
        decision.person,
        decision.on,
        back,
        Term("months", 1),
        alert_days=tuple(max(n - gap, 1) for n in alerts),
    )
    yield _plain("status_expiry", "L-14.2", decision.person, decision.on, end, calendar, alert_days=alerts)


__all__ = ["Colour", "Deadline", "add_months", "colour", "deadlines", "majority_alerts", "open_deadlines"]
