"""What is due after a decision: notices, copies, certificates, the end of the status, the decision on an extension."""

from collections.abc import Iterator
from datetime import date

from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Decision, Extension
from app.domain.deadline import Deadline, due_by, due_on
from app.domain.extensions import STATUS_GIVEN
from app.domain.settings import Settings
from app.domain.terms import Term, count, count_back, local_day, recorded_day

FIVE_WORKING_DAYS = Term("working_days", 5)
"""L-11.5b, L-11.6, L-10.8, L-13.2."""
_TAKEN_AWAY = frozenset({"deprive", "terminate"})
_NOTICE_RULES = {"deprive": "L-13.2", "terminate": "L-14.1"}
"""Of the notices to other bodies; L-10.8 names grant, extension and both refusals."""
_COPY_RULES = {"refuse": "L-11.6", "refuse_extend": "L-9.1.3", "deprive": "L-13.2", "terminate": "L-14.1"}


def after_decision(
    state: CaseState, decision: Decision, calendar: WorkingCalendar, settings: Settings
) -> Iterator[Deadline]:
    """The duties after a decision, and the end of the status while this decision rules it.

    *Law*: L-10.8, L-11.5b, L-11.6, L-9.1.3, L-13.2, L-14.1 with f-11, L-11.5c, L-14.2. A status that came along from
    another file (`carried`) has its end here, its duties were done there.
    """
    if not decision.carried:
        if not decision.from_paper:
            yield from _notices(decision, calendar, settings)
            yield from _copy(decision, calendar, settings)
        yield from _certificate(state, decision, calendar)
    persons = (state.applicant, *(minor.id for minor in state.minors))
    if not state.is_open or not any(_is_given(state.status_decision(person)) for person in persons):
        return
    for person in _watched(state, decision):
        yield from _status_end(state, decision, person, calendar, settings)
    for extension in state.extensions:
        if state.asked_term(extension) is decision and (not extension.pending or extension in state.waiting):
            yield from _on_extension(state, decision, extension, calendar, settings)


def _is_given(decision: Decision | None) -> bool:
    return decision is not None and decision.kind in STATUS_GIVEN


def _watched(state: CaseState, decision: Decision) -> tuple[str, ...]:
    """Whose end of the status is the end of this decision: the applicant's, or of minors who have another end."""
    if not _is_given(decision):
        return ()
    if state.status_decision(state.applicant) is decision:
        return (state.applicant,)
    return tuple(minor.id for minor in state.minors if state.status_decision(minor.id) is decision)


def _notices(decision: Decision, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    rule = _NOTICE_RULES.get(decision.kind, "L-10.8")
    for body in ("authorised_body", "iab"):
        term = _by_analogy(settings) if decision.kind == "terminate" else FIVE_WORKING_DAYS
        yield from _duty(f"notice_{body}", rule, decision, term, calendar, decision.told_on.get(body))


def _copy(decision: Decision, calendar: WorkingCalendar, settings: Settings) -> Iterator[Deadline]:
    if decision.kind not in _COPY_RULES:
        return
    term: Term | None = FIVE_WORKING_DAYS
    if decision.kind == "terminate":
        term = _by_analogy(settings)
    elif decision.kind == "refuse_extend":
        term = Term("working_days", settings.number("extension.refusal_copy_term"))
    yield from _duty("copy_to_person", _COPY_RULES[decision.kind], decision, term, calendar, decision.served_on)


def _by_analogy(settings: Settings) -> Term | None:
    """The term of the notices of a termination, which the Law does not set; none when the office decided so (f-11)."""
    days = settings.number_or_none("termination.notice_term")
    return None if days is None else Term("working_days", days)


def _certificate(state: CaseState, decision: Decision, calendar: WorkingCalendar) -> Iterator[Deadline]:
    """The refugee certificate of a grant or an extension; none is owed any more when the status has ended."""
    if decision.kind not in STATUS_GIVEN:
        return
    until = decision.to_on or date.min
    issued = (c for c in state.certificates if c.kind == "refugee" and c.holder == decision.person)
    whole = decision.person in decision.covers  # A decision on children alone asks for a booklet that names them.
    booklet = next(
        (
            c
            for c in issued
            if c.issued_on >= decision.on and (c.valid_to >= until if whole else set(decision.covers) <= set(c.minors))
        ),
        None,
    )
    ruling = state.status_decision(state.applicant)
    if booklet is None and (state.lapsed or (ruling and ruling.kind in _TAKEN_AWAY)):
        return
    done_on = booklet.issued_on if booklet else None
    yield from _duty("refugee_certificate", "L-11.5b", decision, FIVE_WORKING_DAYS, calendar, done_on)


def _duty(
    kind: str, rule: str, decision: Decision, term: Term | None, calendar: WorkingCalendar, done_on: date | None
) -> Iterator[Deadline]:
    if term is not None:
        counted = count(decision.on, term, "authority", calendar)
        yield due_by(
            kind, rule, decision.person, decision.on, counted, term, done_on=done_on, alert_days=(5, 2),
            about=decision.number,
        )  # fmt: skip


def _status_end(
    state: CaseState, decision: Decision, person: str, calendar: WorkingCalendar, settings: Settings
) -> Iterator[Deadline]:
    """The last day to apply for an extension, and the end of the status; late only until a lapse is recorded."""
    end = decision.to_on
    if end is None:
        return
    alerts = settings.numbers("extension.alerts")
    lapse = state.lapse_of(person)
    back = count_back(end, 1, calendar)
    gap = (end - local_day(back.rolled)).days
    applied = next((recorded_day(e.lodged_at) for e in _applied(state, decision, person)), None)
    if applied or not lapse:
        yield due_by(
            "extension_application",
            "L-11.5c",
            person,
            decision.on,
            back,
            Term("months", 1),
            done_on=applied,
            alert_days=tuple(max(n - gap, 1) for n in alerts),
            about=decision.number,
        )
    yield due_on(
        "status_expiry",
        "L-14.2",
        person,
        decision.on,
        end,
        calendar,
        done_on=lapse.recorded_on if lapse else None,
        alert_days=alerts,
        about=decision.number,
    )


def _applied(state: CaseState, decision: Decision, person: str) -> Iterator[Extension]:
    """The applications that ask to extend the term of a decision for a person, or were decided for the person."""
    for extension in state.extensions:
        settled = state.decision_numbered(extension.decision) if extension.decision else None
        asks = not extension.covers or person in extension.covers
        asks = person in settled.covers if settled else asks and extension.withdrawn_on is None
        if asks and state.terms_asked(extension, (person,)).get(person) is decision:
            yield extension


def _on_extension(
    state: CaseState, decision: Decision, extension: Extension, calendar: WorkingCalendar, settings: Settings
) -> Iterator[Deadline]:
    """The decision on an application to extend; no term in the Law, the target is before the expiry (L-11.5c, f-09)."""
    if decision.to_on is None:
        return
    ordinal = decision.to_on.toordinal() - settings.number("extension.decide_by")
    settled = state.decision_numbered(extension.decision) if extension.decision else None
    yield due_on(
        "extension_decision",
        "L-11.5c",
        decision.person,
        recorded_day(extension.lodged_at),
        date.fromordinal(max(ordinal, 1)),
        calendar,
        done_on=settled.on if settled else extension.withdrawn_on,
        alert_days=settings.numbers("decision.alerts"),
        about=decision.number,
    )
