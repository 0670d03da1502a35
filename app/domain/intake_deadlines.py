"""What is due up to the decision: hand-over, notice of detention, decision, fingerprints, certificate, stages."""

from collections.abc import Iterator
from datetime import date

from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Request, status
from app.domain.certificates import undecided_minors
from app.domain.deadline import Deadline, due_by, due_on
from app.domain.decisions import final_decision
from app.domain.facts.case import DetentionNotified
from app.domain.rules import rules_for_intake
from app.domain.settings import Settings
from app.domain.stages import stage_deadlines
from app.domain.stay import stay
from app.domain.terms import Term, count, local_day, recorded_day

TWO_DAYS = Term("calendar_days", 2)
"""L-10.4b, from the receipt of the notice by reading f-06."""
THREE_MONTHS = Term("months", 3)
"""L-11.1a."""


def handover(state: CaseState, calendar: WorkingCalendar) -> Deadline:
    lodged = state.lodged
    if lodged is None or lodged.handover_target is None:
        raise ValueError("no hand-over without a lodging at the border")
    return due_on(
        "border_handover",
        "L-10.3a",
        state.applicant,
        recorded_day(lodged.lodged_at),
        lodged.handover_target,
        calendar,
        done_on=state.registered_on,
    )


def detention(state: CaseState, notice: DetentionNotified, calendar: WorkingCalendar) -> Deadline:
    """Registering after a notice of detention; days off count too, so the alert comes on the last working day before.

    *Law*: L-10.4b, f-06. Open from the receipt of the notice; done by the registration, or when the file ends before.
    """
    counted = count(recorded_day(notice.received_at), TWO_DAYS, "authority", calendar)
    start, due = recorded_day(notice.received_at), local_day(counted.raw)
    before = calendar.last_working_before(due)
    return Deadline(
        kind="detention",
        rule="L-10.4b",
        person=state.applicant,
        start=start,
        raw=due,
        target=max(local_day(counted.target), start),
        due=due,
        term=f"{TWO_DAYS.amount} {TWO_DAYS.unit}",
        calendar=calendar.version,
        done_on=state.registered_on or min((d for d in (state.closed_on, state.withdrawn_on) if d), default=None),
        alert_days=((due - before).days,),
    )


def before_decision(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    """The decision, also again after it was annulled; the fingerprints of the minors; the targets of the office."""
    registered = state.registered_on
    if registered is None:
        return
    final = final_decision(state)
    alerts = settings.numbers("decision.alerts")
    counted = count(registered, THREE_MONTHS, "authority", calendar)
    done = final.on if final else None
    if state.postponements and not final:
        *earlier, last = state.postponements
        before = earlier[-1].until if earlier else local_day(counted.rolled)
        yield due_on(
            "decision_postponed", "L-11.1b", state.applicant, last.on, last.until, calendar,
            alert_days=alerts, before=before,
        )  # fmt: skip
    else:
        yield due_by(
            "decision", "L-11.1a", state.applicant, registered, counted, THREE_MONTHS, done_on=done, alert_days=alerts
        )
    if not final:
        yield from _fingerprints_of_minors(state, calendar, settings)
    yield from stage_deadlines(state, settings, calendar)


def _fingerprints_of_minors(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    """A minor has this term only when the minor was referred (the legislation obliges from an age, f-14)."""
    for minor in state.minors:
        request = state.request_for("fingerprints", minor.id)
        if request and rules_for_intake(request.on).fingerprints_required:
            yield fingerprints(state, request, calendar, settings)


def fingerprints(state: CaseState, request: Request, calendar: WorkingCalendar, settings: Settings) -> Deadline:
    """Fingerprint registration after a referral: three days from receiving the certificate (X-fp3, f-14).

    A referral before the certificate starts nothing yet; without a certificate the referral itself counts.
    """
    term = Term("calendar_days", settings.number("fingerprint.target"))
    named = (c for c in state.certificates if request.person in {c.holder, *c.minors})
    received = next((c.issued_on for c in named), request.on)
    start = max(request.on, received)
    counted = count(start, term, "applicant", calendar)
    answered = request.answer if request.answer and request.answer.result != "received" else None
    done = answered.on if answered else None
    return due_by("fingerprints", "L-10.6c", request.person, start, counted, term, done_on=done, alert_days=(3, 1))


def certificates(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    """The certificate of the day of registration, and the end of the valid one while a new one has to replace it."""
    valid = state.valid_certificate("asylum")
    registered = state.registered_on
    if registered and not state.certificates and not any(d.carried for d in state.decisions):
        yield due_on("certificate", "L-10.6a", state.applicant, registered, registered, calendar)
    if valid and _goes_on(state, valid.valid_to, calendar, settings):
        alert = settings.number("certificate.expiry_alert")
        yield due_on(
            "certificate_expiry",
            "X-cert",
            state.applicant,
            valid.issued_on,
            valid.valid_to,
            calendar,
            alert_days=(alert, 3),
        )


def _goes_on(state: CaseState, ends: date, calendar: WorkingCalendar, settings: Settings) -> bool:
    """True while the chain of certificates goes on: under consideration, and after a refusal as long as the stay is
    protected beyond the end of the valid one (X-cert, L-8.1.5, f-17).
    """
    current = status(state, date.max)
    if current == "refused":
        return stay(state, ends, settings, calendar).protected
    # A refugee has the certificate on while a minor in the file is not decided on (L-10.7a).
    return current in {"intention", "asylum_seeker"} or bool(undecided_minors(state, date.max))
