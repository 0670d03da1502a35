"""Deadlines of a case, counted from its facts and never stored as facts; each explains itself (A16)."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal

from app.base.errors import Trouble
from app.domain import birth
from app.domain.applications import FINGERPRINTS_FROM
from app.domain.calendar import WorkingCalendar
from app.domain.calendar import load as shipped
from app.domain.case import CaseState, Decision, Request
from app.domain.decisions import final_decision
from app.domain.facts.case import DetentionNotified
from app.domain.facts.values import Value
from app.domain.settings import Settings
from app.domain.terms import Counted, Term, add_months, count, count_back, local_day, recorded_day

Colour = Literal["green", "amber", "orange", "red", "done"]
Loader = Callable[[str], WorkingCalendar]
"""Gives the shipped calendar of a version. *Trouble*: `calendar.version_unknown`."""

FIVE_WORKING_DAYS = Term("working_days", 5)
"""L-11.5b, L-11.6, L-10.8."""
TWO_DAYS = Term("calendar_days", 2)
"""L-10.4b, from the receipt of the notice by reading f-06."""
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


def open_deadlines(
    state: CaseState, calendar: WorkingCalendar, settings: Settings, load: Loader = shipped
) -> tuple[Deadline, ...]:
    """Everything not done yet in a case, soonest first."""
    found = (d for d in deadlines(state, calendar, settings, load) if d.done_on is None)
    return tuple(sorted(found, key=lambda d: (d.due, d.kind, d.person)))


def deadlines(
    state: CaseState, calendar: WorkingCalendar, settings: Settings, load: Loader = shipped
) -> Iterator[Deadline]:
    """Everything that is or was due in a case.

    *Law*: A16-6: each term is counted under the calendar stamped on the fact that started it; `calendar` is the current
    one.
    """
    if state.is_open and state.lodged and state.lodged.handover_target and state.lodged.place == "border":
        yield _handover(state, calendar)
    if state.detention:
        yield _detention(state, state.detention, stamped(state.detention.calendar, calendar, load))
    if state.registered_on is None:
        return
    if state.is_open:
        yield from _before_decision(state, stamped(state.registered_calendar, calendar, load), settings)
        referral = state.request_for("fingerprints")
        if referral and referral.on >= FINGERPRINTS_FROM and not final_decision(state):
            yield _fingerprints(state, referral, stamped(referral.calendar, calendar, load), settings)
        yield from _certificates(state, calendar, settings)
        yield from _majority(state, calendar, settings)
    for decision in state.decisions:
        yield from _after_decision(state, decision, stamped(decision.calendar, calendar, load), settings)


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


def _due(kind: str, rule: str, person: str, start: date, counted: Counted, term: Term, **more: object) -> Deadline:
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
        recorded_day(lodged.lodged_at),
        lodged.handover_target,
        calendar,
        done_on=state.registered_on,
    )


def _detention(state: CaseState, notice: DetentionNotified, calendar: WorkingCalendar) -> Deadline:
    """Registering after a notice of detention; days off count as well, so the alert comes on the last working day."""
    counted = count(recorded_day(notice.received_at), TWO_DAYS, "authority", calendar)
    due = local_day(counted.raw)
    before = calendar.last_working_before(due)
    return Deadline(
        kind="detention",
        rule="L-10.4b",
        person=state.applicant,
        start=recorded_day(notice.received_at),
        raw=due,
        target=local_day(counted.target),
        due=due,
        term=f"{TWO_DAYS.amount} {TWO_DAYS.unit}",
        calendar=calendar.version,
        done_on=state.registered_on,
        alert_days=((due - before).days,),
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


def _fingerprints(state: CaseState, request: Request, calendar: WorkingCalendar, settings: Settings) -> Deadline:
    term = Term("calendar_days", settings.number("fingerprint.target"))
    counted = count(request.on, term, "applicant", calendar)
    done = request.answer.on if request.answer else None
    return _due("fingerprints", "L-10.6c", state.applicant, request.on, counted, term, done_on=done, alert_days=(3, 1))


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
    leap = settings.word("majority.leap_day")
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
    last_day = local_day(back.rolled)
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


__all__ = [
    "Colour",
    "Deadline",
    "Loader",
    "add_months",
    "colour",
    "deadlines",
    "majority_alerts",
    "open_deadlines",
    "stamped",
]
