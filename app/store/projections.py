"""What lists, search and deadlines read: functions of a case's state, written per case, rebuilt from the journal."""

import hashlib
import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

import msgspec
import sqlalchemy as sa

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain import numbers
from app.domain.calendar import WorkingCalendar
from app.domain.case import CaseState, Person, status
from app.domain.collation import sort_key
from app.domain.deadlines import Deadline, open_deadlines
from app.domain.intake import identity_keys
from app.domain.namekeys import search_tokens
from app.domain.settings import Settings
from app.domain.terms import recorded_day
from app.store import tables
from app.store.counting import Choices

_LAST_DAY = date.max
_GRANTS = frozenset({"grant", "grant_derivative", "extend"})
_encoder = msgspec.json.Encoder(order="sorted")
_state_decoder = msgspec.json.Decoder(CaseState)
_deadline_decoder = msgspec.json.Decoder(Deadline)


_NUMBERED = (
    f.case.ApplicationRegistered,
    f.case.CertificateIssued,
    f.case.DecisionTaken,
    f.case.ConsiderationPostponed,
)
NUMBERED: tuple[type[f.Fact], ...] = (f.case.CaseOpened, f.case.ApplicationLodged, *_NUMBERED)
"""The facts that use up numbers."""


class CaseRows(NamedTuple):
    """Everything that is written for one case."""

    rows: list[dict[str, Any]]
    deadlines: list[dict[str, Any]]
    search: list[tuple[int, str]]
    identities: list[dict[str, Any]]


def encode_state(state: CaseState) -> bytes:
    """The folded state as stored."""
    return _encoder.encode(state)


def decode_state(data: bytes) -> CaseState:
    """The folded state read back."""
    return _state_decoder.decode(data)


def decode_deadline(data: bytes) -> Deadline:
    """A deadline read back."""
    return _deadline_decoder.decode(data)


def row_id(case: str, person: str) -> int:
    """The id of a row of lists: the same after a rebuild, whatever the order of arrival."""
    return int.from_bytes(hashlib.sha256(f"{case} {person}".encode()).digest()[:8], "big") >> 1


def identities(state: CaseState) -> list[dict[str, Any]]:
    """By what the persons of a case are found to stand in it already (L-10.5)."""
    return [
        {"key": key, "r": state.id, "person": person.id, "parents": json.dumps(person.recorded.parents)}
        for person in state.present
        for key in sorted(identity_keys(person.names, person.recorded.birth))
    ]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _tokens(state: CaseState, person: Person) -> str:
    spelled = [s for part in person.names.parts() for s in part.spellings()]
    known = [state.number, state.lodged.border_receipt if state.lodged else "", state.ticket]
    known += [c.number for c in state.certificates] + [person.recorded.iin]
    for shown in person.documents:
        known += [shown.number, shown.series + shown.number if shown.series else ""]
    known.append(person.birth_document.number if person.birth_document else "")
    return " ".join((*search_tokens(*spelled), *dict.fromkeys(c for c in map(code, known) if c)))


def code(text: str) -> str:
    """A number of any kind as the index knows it: letters and digits alone, Cyrillic look-alikes as Latin letters.

    Empty when letters of another script are left over.
    """
    bare = "".join(sign for sign in text.upper().translate(numbers.LOOK_ALIKES) if sign.isalnum()).casefold()
    return bare if bare.isascii() else ""


def rows_of(state: CaseState, calendar: WorkingCalendar, settings: Settings) -> CaseRows:
    """The rows of one case."""
    open_now = open_deadlines(state, calendar, settings)
    due = _due_rows(state, open_now)
    rows = [_row(state, person, open_now) for person in state.persons.values() if person.place != "struck"]
    search = [
        (row_id(state.id, person.id), _tokens(state, person))
        for person in state.persons.values()
        if person.place != "struck"
    ]
    return CaseRows(rows, due, search, identities(state))


def _due_rows(state: CaseState, open_now: tuple[Deadline, ...]) -> list[dict[str, Any]]:
    return [
        {"r": state.id, "i": i, "kind": d.kind, "due": _iso(d.due), "body": _encoder.encode(d)}
        for i, d in enumerate(open_now)
    ]


def _row(state: CaseState, person: Person, open_now: tuple[Deadline, ...]) -> dict[str, Any]:
    names = person.names
    decision = state.status_decision(person.id)
    held_from, held_to = _held(state, person.id)
    closed = [day for day in (state.closed_on, state.withdrawn_on) if day]
    return {
        "id": row_id(state.id, person.id),
        "r": state.id,
        "person": person.id,
        "place": person.place,
        "number": state.shown_number,
        "name_kk": names.full("kk_cyr"),
        "name_ru": names.full("ru_cyr"),
        "name_latin": names.full("latin"),
        "sort_key": sort_key(names.full("kk_cyr")),
        "birth": person.recorded.birth.value,
        "sex": person.recorded.sex,
        "citizenship": next(iter(person.recorded.citizenships), "XXA" if person.recorded.stateless == "yes" else ""),
        "status": status(state, _LAST_DAY, person.id),
        "lodged_on": _iso(_asked_on(state)),
        "registered_on": _iso(state.registered_on),
        "decided_on": _iso(decision.on if decision else None),
        "decision": decision.kind if decision else "",
        "valid_to": _iso(decision.to_on if decision else None),
        "refugee_on": _iso(held_from),
        "refugee_to": _iso(held_to),
        "closed_on": _iso(min(closed) if closed else None),
        **_first_due(state, person, open_now),
        "late": int(bool(state.late)),
        "holder": state.holder,
    }


def _first_due(state: CaseState, person: Person, open_now: tuple[Deadline, ...]) -> dict[str, str]:
    """What lists show of the deadline that comes first."""
    first = next((d for d in open_now if d.person in {person.id, state.applicant}), None)
    if first is None:
        return {"due_on": "", "due_kind": "", "due_alerts": ""}
    return {"due_on": _iso(first.due), "due_kind": first.kind, "due_alerts": json.dumps(first.alert_days)}


def _held(state: CaseState, person: str) -> tuple[date | None, date | None]:
    """The first and the last day on which a person held the status, as far as is recorded.

    *Law*: L-11.5a: from the decision to the end of its term or of an extension; it ends before that with a deprivation,
    a termination or the recorded lapse. A decision that was annulled, or one not to extend, changes nothing.
    """
    granted = [d for d in state.decisions if d.kind in _GRANTS and d.annulled_on is None and person in d.covers]
    if not granted:
        return None, None
    ends = [max(d.to_on or _LAST_DAY for d in granted)]
    newest = state.status_decision(person)
    if newest is not None and newest.kind in {"deprive", "terminate"}:
        ends.append(_day_before(newest.on))
    lapse = state.lapse_of(person)
    if lapse is not None:
        ends.append(_day_before(lapse.on))
    return min(d.on for d in granted), min(ends)


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


def _asked_on(state: CaseState) -> date | None:
    """The day of the first recorded intention: of the lodging, or of the card before it (f-44)."""
    lodged = recorded_day(state.lodged.lodged_at) if state.lodged else None
    carded = state.opened_on if state.ticket else None
    return min((day for day in (lodged, carded) if day), default=None)


def write_case(connection: sa.Connection, states: Iterable[tuple[CaseState, bool]], made: list[CaseRows]) -> None:
    """Write the rows of cases, in place of what stood there (`fresh` cases have nothing to replace)."""
    listed = list(states)
    old = [state.id for state, fresh in listed if not fresh]
    for r in old:
        _remove(connection, r)
    everything = [row for part in made for row in part.rows]
    due = [row for part in made for row in part.deadlines]
    found = [row for part in made for row in part.search]
    if everything:
        connection.execute(sa.insert(tables.case_row), everything)
    if due:
        connection.execute(sa.insert(tables.deadline), due)
    keys = [row for part in made for row in part.identities]
    if keys:
        connection.execute(sa.insert(tables.identity_key), keys)
    if found:
        connection.exec_driver_sql(f"INSERT INTO {tables.SEARCH}(rowid, tokens) VALUES (?, ?)", found)


def write_dues(connection: sa.Connection, states: list[CaseState], by: Callable[[CaseState], Choices]) -> None:
    """Write anew what of the rows of cases depends on the calendar and the settings: their deadlines, nothing else."""
    if not states:
        return
    due: list[dict[str, Any]] = []
    first: list[dict[str, Any]] = []
    for state in states:
        open_now = open_deadlines(state, *by(state))
        due += _due_rows(state, open_now)
        first += [
            {"row": row_id(state.id, person.id), **_first_due(state, person, open_now)}
            for person in state.persons.values()
            if person.place != "struck"
        ]
    connection.execute(tables.deadline.delete().where(tables.deadline.c.r.in_([state.id for state in states])))
    if due:
        connection.execute(sa.insert(tables.deadline), due)
    if first:
        connection.exec_driver_sql(
            "UPDATE case_row SET due_on = :due_on, due_kind = :due_kind, due_alerts = :due_alerts WHERE id = :row"
            " AND (due_on, due_kind, due_alerts) IS NOT (:due_on, :due_kind, :due_alerts)",
            first,
        )


def _remove(connection: sa.Connection, r: str) -> None:
    ids = connection.execute(sa.select(tables.case_row.c.id).where(tables.case_row.c.r == r)).scalars().all()
    if ids:
        connection.exec_driver_sql(f"DELETE FROM {tables.SEARCH} WHERE rowid = ?", [(i,) for i in ids])
        connection.execute(tables.case_row.delete().where(tables.case_row.c.r == r))
    connection.execute(tables.deadline.delete().where(tables.deadline.c.r == r))
    connection.execute(tables.identity_key.delete().where(tables.identity_key.c.r == r))


def numbers_of(fact: f.Fact) -> tuple[str, ...]:
    """The numbers that a fact used up."""
    if isinstance(fact, f.case.CaseOpened):
        return (fact.ticket,) if fact.ticket else ()
    if isinstance(fact, f.case.ApplicationLodged):
        return (fact.border_receipt,) if fact.border_receipt else ()
    if isinstance(fact, _NUMBERED):
        return (fact.number,) if fact.number else ()
    return ()


def note_numbers(tops: dict[tuple[str, int, int, str], int], fact: f.Fact) -> None:
    """Keep the highest counter used per letter, year, workstation and office."""
    for text in numbers_of(fact):
        try:
            number = numbers.parse(text)
        except Refusal:
            continue  # A booklet's pre-printed number, or a number taken over from paper.
        key = (number.letter, number.year, number.workstation, number.office)
        tops[key] = max(tops.get(key, 0), number.counter)


def write_numbers(connection: sa.Connection, tops: dict[tuple[str, int, int, str], int]) -> None:
    """Store the highest counters."""
    for (letter, yy, workstation, office), top in sorted(tops.items()):
        connection.exec_driver_sql(
            "INSERT INTO number_used(letter, yy, workstation, office, top) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT(letter, yy, workstation, office) DO UPDATE SET top = max(top, excluded.top)",
            (letter, yy, workstation, office, top),
        )
