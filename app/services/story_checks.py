"""What a `check` line of a story can ask of a case or of an office, and how an answer is held against it.

Every answer is read from what the screens read: the state of a case, its deadlines and tasks, the stock, search.
"""

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec

from app.base.clock import LOCAL
from app.base.errors import Refusal
from app.domain import deadlines as due
from app.domain import grounds
from app.domain.case import CaseState, Certificate, Decision, Person, status
from app.domain.decisions import fingerprint_state, postponement_limits
from app.domain.stay import stay
from app.domain.tasks import open_tasks
from app.services import families, papers
from app.store import rebuild
from app.store.rows import cases
from app.store.store import Store


class View(NamedTuple):
    """A case on a day."""

    state: CaseState
    on: date
    store: Store

    @property
    def person(self) -> Person:
        """The applicant."""
        return self.state.applicant_person

    def deadlines(self) -> tuple[due.Deadline, ...]:
        """Everything that is or was due."""
        return tuple(due.deadlines(self.state, self.store.calendar, self.store.settings))


def differences(store: Store, case: str, on: date, expected: dict[str, Any]) -> list[str]:
    """What is not as expected, one line each.

    *Refuses*: `story.check_unknown`, `case.unknown`.
    """
    found = []
    for aspect, wanted in expected.items():
        known = _answer(store, case, on, aspect, wanted)
        actual = msgspec.to_builtins(known)
        if not _fits(wanted, actual):
            found.append(f"{aspect}: expected {_json(wanted)}, found {_json(actual)}")
    return found


def _answer(store: Store, case: str, on: date, aspect: str, wanted: Any) -> Any:
    if aspect in OF_OFFICE:
        return OF_OFFICE[aspect](store, on, wanted)
    if aspect not in OF_CASE or not case:
        raise Refusal("story.check_unknown", field="expect_state", aspect=aspect)
    with store.reading() as connection:
        state = cases.case_state(connection, case)
    return OF_CASE[aspect](View(state, on, store))


def _fits(wanted: Any, actual: Any) -> bool:
    """Objects may leave parts out, everything else must be equal; null is what is not there."""
    if isinstance(wanted, dict) and isinstance(actual, dict):
        return all(_fits(part, actual.get(key)) for key, part in wanted.items())
    return bool(wanted == actual)


def _json(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def _certificate(certificate: Certificate | None) -> Any:
    if certificate is None:
        return None
    return {
        "number": certificate.number,
        "issued_on": certificate.issued_on,
        "valid_to": certificate.valid_to,
        "minors": len(certificate.minors),
        "replaces": certificate.replaces,
    }


def _decision(decision: Decision | None) -> Any:
    if decision is None:
        return None
    return {
        "kind": decision.kind,
        "on": decision.on,
        "from_on": decision.from_on,
        "to_on": decision.to_on,
        "grounds": [ground.code for ground in decision.grounds],
        "covers": len(decision.covers),
        "override": decision.override_rule,
    }


def _late(view: View) -> Any:
    late = view.state.late
    return {"days": late.days, "hours": late.hours, "reason": late.reason} if late else None


def _lodged(view: View) -> Any:
    lodged = view.state.lodged
    if lodged is None:
        return None
    return {
        "way": lodged.way,
        "place": lodged.place,
        "on": lodged.lodged_at.astimezone(LOCAL).date(),
        "last_day": lodged.last_day,
        "last_moment": lodged.last_moment.astimezone(LOCAL) if lodged.last_moment else None,
        "handover_target": lodged.handover_target,
        "receipt": bool(lodged.border_receipt),
    }


def _notice(view: View) -> Any:
    """The notice of detention, and by how many hours it was late."""
    notice = view.state.detention
    if notice is None:
        return None
    return {"body": notice.body, "late_hours": notice.late.hours if notice.late else 0}


def _by_kind(view: View, value: Callable[[due.Deadline], Any]) -> Any:
    """Kind -> value; a list in the order of days when a kind stands several times."""
    found: dict[str, list[Any]] = defaultdict(list)
    for deadline in sorted(view.deadlines(), key=lambda d: d.due):
        known = value(deadline)
        if known is not None:
            found[deadline.kind].append(known)
    return {kind: known[0] if len(known) == 1 else known for kind, known in found.items()}


def _missed(view: View) -> Any:
    """By how many days a deadline was, or is, missed."""

    def late(deadline: due.Deadline) -> int | None:
        done = deadline.done_on
        days = ((done if done and done <= view.on else view.on) - deadline.due).days
        return days if days > 0 else None

    return _by_kind(view, late)


def _alerts(view: View) -> Any:
    """The alert days of open deadlines that have come."""
    found: dict[str, list[date]] = defaultdict(list)
    for deadline in view.deadlines():
        days = (deadline.due - timedelta(days=n) for n in deadline.alert_days)
        found[deadline.kind] += [day for day in days if day <= view.on and deadline.done_on is None]
    return {kind: sorted(days) for kind, days in found.items() if days}


def _grounds(view: View) -> Any:
    """Each ground of Art. 12 that a decision of the day is offered; none is ever chosen by the program."""
    offered = grounds.offered(view.on, fingerprint_state(view.state))
    return {ground.code: "offered" for ground in offered}


def _stay(view: View) -> Any:
    known = stay(view.state, view.on, view.store.settings, view.store.calendar)
    return {**msgspec.structs.asdict(known), "named": len(known.named)}


def _appeals(view: View) -> Any:
    kept = ("level", "on", "last_day", "late_days", "late_reason", "result", "effect", "decided_on", "in_force_on")
    return [{name: getattr(appeal, name) for name in kept} for appeal in view.state.appeals]


def _move(view: View) -> Any:
    left, arrived = view.state.left, view.state.arrived
    late = arrived.late.days if arrived and arrived.late else 0
    return {"left_to": left.to if left else None, "from": arrived.from_office if arrived else None, "late_days": late}


def _kept_until(view: View) -> Any:
    return families.kept_until(view.store, view.state)


def _postponed(view: View) -> Any:
    strict, hard = postponement_limits(view.state, view.on)
    last = view.state.postponements[-1] if view.state.postponements else None
    return {
        "times": len(view.state.postponements),
        "until": last.until if last else None,
        "strict_limit": strict,
        "hard_limit": hard,
    }


OF_CASE: dict[str, Callable[[View], Any]] = {
    "status": lambda v: status(v.state, v.on),
    "number": lambda v: v.state.number,
    "source": lambda v: v.state.source,
    "holder": lambda v: v.state.holder,
    "registered_on": lambda v: v.state.registered_on,
    "lodged": _lodged,
    "late": _late,
    "minors": lambda v: len(v.state.minors),
    "verbal": lambda v: sum(minor.verbal for minor in v.state.minors),
    "citizenships": lambda v: list(v.person.recorded.citizenships),
    "stateless": lambda v: v.person.recorded.stateless,
    "residence_country": lambda v: v.person.recorded.residence_country,
    "from_words": lambda v: v.person.recorded.from_words,
    "certificates": lambda v: len(v.state.certificates),
    "certificate": lambda v: _certificate(v.state.valid_certificate("asylum")),
    "refugee_certificate": lambda v: _certificate(v.state.valid_certificate("refugee")),
    "decision": lambda v: _decision(v.state.decision_of(v.state.applicant, v.on)),
    "postponed": _postponed,
    "stay": _stay,
    "appeals": _appeals,
    "move": _move,
    "departures": lambda v: len(v.state.departures),
    "closed": lambda v: v.state.closed_code,
    "deadlines": lambda v: _by_kind(v, lambda d: d.due),
    "colours": lambda v: _by_kind(v, lambda d: due.colour(d, v.on)),
    "moved_from": lambda v: _by_kind(v, lambda d: d.before),
    "courier": lambda v: _by_kind(v, lambda d: d.courier),
    "missed": _missed,
    "alerts": _alerts,
    "tasks": lambda v: sorted(task.kind for task in open_tasks(v.state, v.on)),
    "requests": lambda v: sorted(request.to for request in v.state.requests),
    "fingerprints": lambda v: fingerprint_state(v.state),
    "grounds": _grounds,
    "papers": lambda v: sorted(papers.available(v.state)),
    "family": lambda v: len(v.state.relatives),
    "kin": lambda v: len(v.state.kin),
    "family_events": lambda v: [event.event for event in v.state.family_events],
    "statuses": lambda v: sorted(status(v.state, v.on, person.id) for person in v.state.present),
    "kept_until": _kept_until,
    "first_registered_on": lambda v: v.state.first_registered_on,
    "family_id": lambda v: bool(v.state.family),
    "evidence": lambda v: sorted(shown.about for shown in v.state.evidence),
    "ticket": lambda v: bool(v.state.ticket),
    "notice": _notice,
}
"""What can be asked of a case."""


def _stock(store: Store, on: date, _wanted: Any) -> Any:
    with store.reading() as connection:
        stock = cases.stock(connection, on)
    return {
        "refugees": stock.refugees,
        "pending": stock.pending,
        "total": stock.total,
        "intentions": stock.intentions,
        "refused": stock.refused,
    }


def _cases(store: Store, _on: date, _wanted: Any) -> Any:
    with store.reading() as connection:
        return len(cases.list_ids(connection, cases.Filter(place="applicant")))


def _persons(store: Store, _on: date, _wanted: Any) -> Any:
    with store.reading() as connection:
        return len(cases.list_ids(connection))


def _search(store: Store, _on: date, wanted: Any) -> Any:
    """How many rows a text finds: the texts are the keys of what is expected."""
    with store.reading() as connection:
        return {text: len(cases.search_ids(connection, text)) for text in wanted}


def _store(store: Store, _on: date, _wanted: Any) -> Any:
    return "damaged" if rebuild.verify(store).problems else "whole"


OF_OFFICE: dict[str, Callable[[Store, date, Any], Any]] = {
    "stock": _stock,
    "cases": _cases,
    "persons": _persons,
    "search": _search,
    "calendar": lambda store, _on, _wanted: store.calendar.version,
    "store": _store,
}
"""What can be asked of an office."""
