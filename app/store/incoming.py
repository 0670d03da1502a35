"""Verified entries of another workstation: stored as they came, folded into their cases, projected; one transaction.

The entries of a case that another workstation holds are stored and never change its state; they are reported, as is
a minor who stands in two open applications of two offices. Not here: whether a bundle may be believed (`app.sync`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.intake import identity_keys
from app.journal.chain import Head
from app.journal.entry import Entry, Envelope
from app.store import projections, tables
from app.store.counting import CALENDAR_FACTS, choices_of, mark
from app.store.folding import entries_of, fact_of, fold, step
from app.store.writing import entry_row, write_head, write_records

if TYPE_CHECKING:
    from app.store.store import Store

_SLICE = 2000
_CASES = 500
_OPENING = f.case.CaseOpened.KIND
_CHOICES = {kind.KIND for kind in (f.office.SettingChanged, *CALENDAR_FACTS)}

Place = tuple[int, int, int]


class Doubt(NamedTuple):
    """What an import found and did not decide.

    *Shape*: `foreign_entry`: workstation `other` wrote on the case of another holder; `minor_twice`: a minor of `case`
    stands in the open application `other` too; `ack_ahead`: the centre acknowledges entries that are not here.
    """

    kind: Literal["foreign_entry", "minor_twice", "ack_ahead"]
    case: str
    number: str
    other: str


class Applied(NamedTuple):
    """The cases that came new, those that changed, and what a person must look at."""

    cases_new: tuple[str, ...]
    cases_changed: tuple[str, ...]
    doubts: tuple[Doubt, ...]


class _Case(NamedTuple):
    """The new entries of one record, and what was here of it before."""

    r: str
    entries: list[Entry]
    tail: Place | None
    stored: bytes | None


def take_in(
    store: Store, connection: sa.Connection, entries: Sequence[Entry], pause: Callable[[], None] = lambda: None
) -> Applied:
    """Store verified new entries of one sender and everything derived from them; the caller commits.

    `pause` is called between slices and may raise.
    *Trouble*: `exchange.record_taken`, `exchange.other_purpose`, `journal.payload_unreadable`.
    """
    if not entries:
        return Applied((), (), ())
    _refuse_taken(connection, entries)
    cases = _known(connection, _by_record(entries))
    _store(connection, entries, pause)
    _project(store, connection, entries)
    _count_by(store, connection, entries)
    changed: list[tuple[CaseState, bool]] = []
    doubts: list[Doubt] = []
    for case in cases:
        state = _state(connection, case)
        if state is None:
            continue
        foreign = _foreign(connection, case, state.holder)
        if foreign:
            doubts.append(Doubt("foreign_entry", case.r, state.shown_number, foreign))
        if case.stored is None or any(x.envelope.o == state.holder for x in case.entries):
            changed.append((state, case.stored is None))
    _write(store, connection, changed, pause)
    doubts += _minors_twice(connection, [state for state, _ in changed])
    new = tuple(state.id for state, fresh in changed if fresh)
    return Applied(new, tuple(state.id for state, fresh in changed if not fresh), tuple(doubts))


def _count_by(store: Store, connection: sa.Connection, entries: Iterable[Entry]) -> None:
    """Take over what the senders chose; the deadlines of cases that are here already are written anew by it."""
    senders = {x.envelope.o for x in entries if x.envelope.k in _CHOICES or x.envelope.o not in store.others}
    before = store.others
    store.others = before | {o: choices_of(connection, o) for o in senders if o != store.replica}
    if any(o in before and mark(before[o]) != mark(known) for o, known in store.others.items()):
        store.reproject(connection, store.choices)


def _refuse_taken(connection: sa.Connection, entries: Iterable[Entry]) -> None:
    """A record that one workstation has opened is never opened by another: the first keeps it, in whatever order."""
    opened = [(x.envelope.r, x.envelope.o) for x in entries if x.envelope.k == _OPENING]
    ids = sorted({r for r, _ in opened})
    openers: dict[str, str] = {}
    at = tables.entry.c
    for start in range(0, len(ids), _CASES):
        query = sa.select(at.r, at.o).where(at.r.in_(ids[start : start + _CASES]), at.k == _OPENING)
        openers.update((r, o) for r, o in connection.execute(query))
    for r, o in opened:
        if openers.setdefault(r, o) != o:
            raise Trouble("exchange.record_taken", replica=o, holder=openers[r], case=r)


def _by_record(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.envelope.r:
            groups.setdefault(entry.envelope.r, []).append(entry)
    for group in groups.values():
        group.sort(key=lambda x: _place(x.envelope))
    return groups


def _place(envelope: Envelope) -> Place:
    return (envelope.m, envelope.e, envelope.n)


def _known(connection: sa.Connection, groups: dict[str, list[Entry]]) -> list[_Case]:
    """What is stored of each record before the new entries: its last place and its state."""
    ids = list(groups)
    states: dict[str, bytes] = {}
    tails: dict[str, Place] = {}
    row, at = tables.record.c, tables.entry.c
    for start in range(0, len(ids), _CASES):
        chosen = ids[start : start + _CASES]
        states.update((r, s) for r, s in connection.execute(sa.select(row.r, row.state).where(row.r.in_(chosen))))
        query = sa.select(at.r, at.m, at.e, at.n).where(at.r.in_(chosen)).order_by(at.r, at.m, at.e, at.n)
        tails.update((r, (m, e, n)) for r, m, e, n in connection.execute(query))  # the last one of each stays
    return [_Case(r, group, tails.get(r), states.get(r)) for r, group in groups.items()]


def _store(connection: sa.Connection, entries: Sequence[Entry], pause: Callable[[], None]) -> None:
    rest = iter(entries)
    while part := list(islice(rest, _SLICE)):
        pause()
        connection.exec_driver_sql(
            "INSERT INTO journal(o, e, n, h, env, salt, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(x.envelope.o, x.envelope.e, x.envelope.n, x.hash, x.env, x.salt, x.body) for x in part],
        )
        connection.execute(sa.insert(tables.entry), [entry_row(x.envelope) for x in part])
    for entry in _last_of_chains(entries):
        at = entry.envelope
        write_head(connection, Head(at.o, at.e, at.n, entry.hash), at.t)


def _last_of_chains(entries: Iterable[Entry]) -> list[Entry]:
    return list({(x.envelope.o, x.envelope.e): x for x in entries}.values())


def _project(store: Store, connection: sa.Connection, entries: Iterable[Entry]) -> None:
    """Numbers used and facts without a case, as a rebuild would write them."""
    tops: dict[tuple[str, int, int, str], int] = {}
    for entry in entries:
        fact = fact_of(entry.envelope, entry.body)
        if fact is None:
            continue
        if isinstance(fact, f.office.ChainGenesis) and (fact.purpose == "live") != (store.purpose == "live"):
            raise Trouble("exchange.other_purpose", replica=entry.envelope.o)
        projections.note_numbers(tops, fact)
        if type(fact).RECORD != "case":
            store.project_system(connection, entry.envelope.o, fact)
    projections.write_numbers(connection, tops)


def _state(connection: sa.Connection, case: _Case) -> CaseState | None:
    """The state with the new entries; None for a record that is no case, or whose opening has not come."""
    opened = case.stored is not None or any(x.envelope.k == _OPENING for x in case.entries)
    if case.tail is None:
        return fold((x.envelope, x.body) for x in case.entries) if opened else None
    if case.stored is not None and _place(case.entries[0].envelope) > case.tail:
        return _continued(projections.decode_state(case.stored), case.entries)
    everything = entries_of(connection, case.r)
    return fold(everything) if any(envelope.k == _OPENING for envelope, _ in everything) else None


def _continued(state: CaseState, entries: Iterable[Entry]) -> CaseState:
    """The stored state after entries that all come behind it; as `fold`, only the holder's word counts."""
    for entry in entries:
        if entry.envelope.o == state.holder:
            state = step(state, entry.envelope, fact_of(entry.envelope, entry.body))
    return state


def _foreign(connection: sa.Connection, case: _Case, holder: str) -> str:
    """Another workstation than the holder that wrote on the case; "" when nobody did."""
    envelopes = [x.envelope for x in case.entries]
    if case.stored is None and case.tail is not None:  # what came before the opening is in doubt only now
        envelopes = [envelope for envelope, _ in entries_of(connection, case.r)]
    return next((envelope.o for envelope in envelopes if envelope.o != holder), "")


def _write(
    store: Store, connection: sa.Connection, states: Sequence[tuple[CaseState, bool]], pause: Callable[[], None]
) -> None:
    for start in range(0, len(states), _CASES):
        pause()
        write_records(connection, list(states[start : start + _CASES]), store.rows_of)


def _minors_twice(connection: sa.Connection, states: Iterable[CaseState]) -> list[Doubt]:
    """Minors of open applications who stand in an open application of another case (L-10.5, seen at exchange)."""
    minors = {(state.id, state.shown_number): _identities(state) for state in states if state.is_open}
    wanted = sorted(set().union(*minors.values()))
    row, key = tables.case_row.c, tables.identity_key.c
    standing: dict[str, list[tuple[str, str]]] = {}
    for start in range(0, len(wanted), _CASES):
        query = (
            sa.select(key.key, row.r, row.number)
            .join(tables.case_row, (row.r == key.r) & (row.person == key.person))
            .where(key.key.in_(wanted[start : start + _CASES]), row.place == "minor", row.closed_on == "")
        )
        for identity, r, number in connection.execute(query.order_by(row.number)):
            standing.setdefault(identity, []).append((r, number))
    found = {
        Doubt("minor_twice", case, number, other)
        for (case, number), identities in minors.items()
        for identity in sorted(identities)
        for r, other in standing.get(identity, ())
        if r != case
    }
    return sorted(found)


def _identities(state: CaseState) -> set[str]:
    return {key for minor in state.minors for key in identity_keys(minor.names, minor.recorded.birth)}
