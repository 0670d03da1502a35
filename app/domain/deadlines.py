"""Deadlines of a case, counted from its facts and never stored as facts; each explains itself (A16)."""

from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from app.domain.calendar import WorkingCalendar
from app.domain.calendar import load as shipped
from app.domain.case import CaseState, Decision
from app.domain.deadline import Colour, Deadline, Key, Loader, colour, courier_by, key, stamped
from app.domain.decision_deadlines import FIVE_WORKING_DAYS, after_decision
from app.domain.decisions import final_decision
from app.domain.family_deadlines import majority, majority_alerts
from app.domain.intake_deadlines import THREE_MONTHS, before_decision, certificates, detention, fingerprints, handover
from app.domain.remedy_deadlines import after_remedies
from app.domain.rules import rules_for_intake
from app.domain.settings import Settings
from app.domain.terms import add_months


def open_deadlines(
    state: CaseState, calendar: WorkingCalendar, settings: Settings, load: Loader = shipped
) -> tuple[Deadline, ...]:
    """Everything not done yet in a case, soonest first; what only informs is not waited for."""
    found = (d for d in deadlines(state, calendar, settings, load) if d.done_on is None and not d.informs)
    return tuple(sorted(found, key=lambda d: (d.due, d.kind, d.person)))


def deadlines(
    state: CaseState, calendar: WorkingCalendar, settings: Settings, load: Loader = shipped
) -> Iterator[Deadline]:
    """Everything that is or was due in a case.

    *Law*: A16-6: each term is counted under the calendar stamped on the fact that started it, until the newest
    `deadlines.recomputed` that names it gives another one; `calendar` is the current one.
    """
    found = counted(state, lambda version: stamped(version, calendar, load), calendar, settings)
    if state.recomputed:
        found = _recomputed(state, found, calendar, settings, load)
    days = settings.number_or_none("courier.days_before")
    if days is None:
        yield from found
        return
    for one in found:
        leaves = courier_by(one, calendar, days) if _is_sent(one) else None
        yield msgspec.structs.replace(one, courier=leaves)


def counted(
    state: CaseState, of: Callable[[str], WorkingCalendar], calendar: WorkingCalendar, settings: Settings
) -> Iterator[Deadline]:
    """Everything due in a case, each term under the calendar that `of` gives for the stamp of its starting fact."""
    if state.is_open and state.lodged and state.lodged.handover_target and state.lodged.place == "border":
        yield handover(state, calendar)
    if state.detention:
        yield detention(state, state.detention, of(state.detention.calendar))
    if state.registered_on is None:
        return
    if state.is_open:
        yield from before_decision(state, of(state.registered_calendar), settings)
        referral = state.request_for("fingerprints")
        if referral and rules_for_intake(referral.on).fingerprints_required and not final_decision(state):
            yield fingerprints(state, referral, of(referral.calendar), settings)
        yield from certificates(state, calendar, settings)
        yield from majority(state, calendar, settings)
    for place, decision in enumerate(state.decisions):
        if decision.annulled_on is None:
            for one in after_decision(state, decision, of(decision.calendar), settings):
                yield _extended(one, decision, state.decisions[:place])
    yield from after_remedies(state, of, settings)


def always(calendar: WorkingCalendar) -> Callable[[str], WorkingCalendar]:
    """One calendar for every stamp."""
    return lambda _stamp: calendar


def _recomputed(
    state: CaseState, found: Iterator[Deadline], calendar: WorkingCalendar, settings: Settings, load: Loader
) -> Iterator[Deadline]:
    """The deadlines, those that a recomputation names on its days and with the last day they had before."""
    named: dict[Key, tuple[str, date]] = {}
    for fact in state.recomputed:
        for moved in fact.changed:
            at = (moved.deadline, moved.person, moved.start, moved.about)
            named[at] = (fact.calendar or named.get(at, ("", moved.old))[0], moved.old)
    again: dict[str, dict[Key, Deadline]] = {}
    for one in found:
        version, old = named.get(key(one), ("", None))
        if version and version not in again:
            other = stamped(version, calendar, load)
            again[version] = {key(d): d for d in counted(state, always(other), other, settings)}
        now = _counted_anew(one, again[version].get(key(one), one)) if version else one
        yield msgspec.structs.replace(now, before=old) if old and old != now.due else now


def _counted_anew(one: Deadline, fresh: Deadline) -> Deadline:
    """A deadline on the days of another calendar; what it is, and whether it was met, stays its own."""
    return msgspec.structs.replace(
        one,
        raw=fresh.raw,
        target=fresh.target,
        due=fresh.due,
        skipped=fresh.skipped,
        calendar=fresh.calendar,
        alert_days=fresh.alert_days,
    )


def _extended(deadline: Deadline, decision: Decision, earlier: tuple[Decision, ...]) -> Deadline:
    """The end of an extended status tells when it would have ended."""
    if deadline.kind != "status_expiry" or decision.kind != "extend":
        return deadline
    ends = (
        d.to_on for d in reversed(earlier) if d.to_on and d.annulled_on is None and set(d.covers) & {*decision.covers}
    )
    return msgspec.structs.replace(deadline, before=next(ends, None))


def _is_sent(deadline: Deadline) -> bool:
    """True for what the office sends or hands over by its last day, and has not yet."""
    return deadline.done_on is None and (deadline.kind in _SENT or deadline.kind.startswith(("notice_", "copy_")))


_SENT = frozenset({"border_handover", "refugee_certificate"})


__all__ = [
    "FIVE_WORKING_DAYS",
    "THREE_MONTHS",
    "Colour",
    "Deadline",
    "Key",
    "Loader",
    "add_months",
    "always",
    "colour",
    "counted",
    "courier_by",
    "deadlines",
    "key",
    "majority_alerts",
    "open_deadlines",
    "stamped",
]
