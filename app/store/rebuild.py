"""The journal folded again: everything derived is written anew, or held against what stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import msgspec
import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.case import CaseState
from app.journal.chain import Head, follow
from app.journal.entry import NO_HASH, read_entry, read_envelope
from app.store import engine, local, projections, tables
from app.store.folding import entries_of, fact_of, fold
from app.store.unit import entry_row, write_records

if TYPE_CHECKING:
    from app.store.store import Store

_SLICE = 500
_at, _in = tables.entry.c, tables.journal.c


def rebuild(store: Store) -> None:
    """Drop everything derived and build it from the journal, in one transaction."""
    with store.local() as connection:
        tables.clear_derived(connection)
        _index(store, connection)
        batch: list[tuple[CaseState, bool]] = []
        for state in _states(connection):
            batch.append((state, True))
            if len(batch) >= _SLICE:
                write_records(connection, batch, store.rows_of)
                batch = []
        write_records(connection, batch, store.rows_of)
        local.put(connection, "projection", store.projection_mark())


def reproject(store: Store) -> None:
    """Write the rows of every case anew from its state, because a setting or the calendar changed.

    A stop half way is found at the next opening: the mark is written last, in the same transaction.
    """
    with store.local() as connection:
        r = tables.record.c
        ids = connection.execute(sa.select(r.r).where(r.type == "case").order_by(r.r)).scalars().all()
        for first in range(0, len(ids), _SLICE):
            part = ids[first : first + _SLICE]
            states = connection.execute(sa.select(r.state).where(r.r.in_(part)).order_by(r.r)).scalars()
            write_records(connection, [(projections.decode_state(s), False) for s in states], store.rows_of)
        local.put(connection, "projection", store.projection_mark())


def _index(store: Store, connection: sa.Connection) -> None:
    """Entries by record, numbers used, users and settings."""
    tops: dict[tuple[str, int, int, str], int] = {}
    journal = tables.journal
    query = sa.select(journal.c.env, journal.c.body).order_by(journal.c.o, journal.c.e, journal.c.n)
    rows = []
    for env, body in connection.execute(query).fetchall():
        envelope = read_envelope(env)
        rows.append(entry_row(envelope))
        fact = fact_of(envelope, body)
        if fact is None:
            continue
        projections.note_numbers(tops, fact)
        if type(fact).RECORD != "case":
            store.project_system(connection, envelope.o, fact)
    if rows:
        connection.execute(sa.insert(tables.entry), rows)
    projections.write_numbers(connection, tops)


def _states(connection: sa.Connection) -> Iterator[CaseState]:
    for r in _opened(connection):
        state = fold(entries_of(connection, r))
        if state is not None:
            yield state


def _opened(connection: sa.Connection) -> Sequence[str]:
    query = sa.select(_at.r).where(_at.k == f.case.CaseOpened.KIND).distinct().order_by(_at.r)
    return connection.execute(query).scalars().all()


class Verdict(NamedTuple):
    """What a full verification found; `problems` is empty for a whole store."""

    entries: int
    cases: int
    problems: tuple[str, ...]


def verify(store: Store) -> Verdict:
    """Check pages, chains, and that everything shown equals what the journal says.

    Nothing is written. Problems name what is damaged and where, without personal data.
    """
    problems = list(engine.check_integrity(store.databases.reader))
    with store.reading() as connection:
        entries, chain_problems = _verify_chains(connection)
        cases, case_problems = _verify_cases(store, connection)
    return Verdict(entries, cases, (*problems, *chain_problems, *case_problems))


def _verify_chains(connection: sa.Connection) -> tuple[int, list[str]]:
    problems: list[str] = []
    count = 0
    chains = connection.execute(sa.select(tables.chain).order_by(tables.chain.c.o, tables.chain.c.e)).fetchall()
    before = NO_HASH
    for row in chains:
        head = Head(row.o, row.e, 0, before if row.e > 1 else NO_HASH)
        journal = tables.journal
        query = (
            sa.select(journal.c.h, journal.c.env, journal.c.salt, journal.c.body)
            .where(journal.c.o == row.o, journal.c.e == row.e)
            .order_by(journal.c.n)
        )
        for h, env, salt, body in connection.execute(query):
            try:
                entry = read_entry(env, salt, body)
                head = follow(head, entry)
            except Trouble as trouble:
                problems.append(f"{trouble.condition} {row.o} {row.e} {head.n + 1}")
                break
            if entry.hash != h:
                problems.append(f"journal.hash {row.o} {row.e} {head.n}")
            count += 1
        if (head.n, head.h) != (row.last_n, row.last_h):
            problems.append(f"chain.head {row.o} {row.e} {row.last_n}")
        before = head.h
    return count, problems


def _verify_cases(store: Store, connection: sa.Connection) -> tuple[int, list[str]]:
    problems: list[str] = []
    seen: set[str] = set()
    for r in _opened(connection):
        seen.add(r)
        try:
            state = fold(entries_of(connection, r))
        except Trouble as trouble:
            problems.append(f"{trouble.condition} {r}")
            continue
        if state is not None:
            problems += _verify_case(store, connection, state)
    stored = connection.execute(sa.select(tables.record.c.r)).scalars()
    problems += [f"projection.state {r}" for r in sorted(set(stored) - seen)]
    return len(seen), [*problems, *_verify_index(connection)]


def _verify_case(store: Store, connection: sa.Connection, state: CaseState) -> list[str]:
    record, row, due = tables.record, tables.case_row, tables.deadline
    stored = connection.execute(sa.select(record.c.state).where(record.c.r == state.id)).scalar()
    if stored != projections.encode_state(state):
        return [f"projection.state {state.id}"]
    made = store.rows_of(state)
    rows = connection.execute(sa.select(row).where(row.c.r == state.id).order_by(row.c.id)).mappings()
    dues = connection.execute(sa.select(due).where(due.c.r == state.id).order_by(due.c.i)).mappings()
    problems = []
    if [dict(r) for r in rows] != sorted(made.rows, key=lambda r: r["id"]):
        problems.append(f"projection.rows {state.id}")
    if [dict(d) for d in dues] != made.deadlines:
        problems.append(f"projection.deadlines {state.id}")
    return problems


def _verify_index(connection: sa.Connection) -> list[str]:
    """By which entries, persons and numbers are found: nothing is missing, no counter stands too low."""
    problems = []
    kept, placed = sa.select(_in.o, _in.e, _in.n), sa.select(_at.o, _at.e, _at.n)
    for lacking in (sa.except_(kept, placed), sa.except_(placed, kept)):
        if connection.execute(lacking.limit(1)).first():
            problems.append("projection.entries")
    found = set(connection.exec_driver_sql(f"SELECT rowid FROM {tables.SEARCH}").scalars())
    if found != set(connection.execute(sa.select(tables.case_row.c.id)).scalars()):
        problems.append("projection.search")
    used = connection.execute(sa.select(tables.number_used)).fetchall()
    tops = {(row.letter, row.yy, row.workstation, row.office): row.top for row in used}
    low = {key[0] for key, top in _numbers(connection).items() if tops.get(key, 0) < top}
    return problems + [f"projection.numbers {letter}" for letter in sorted(low)]


def _numbers(connection: sa.Connection) -> dict[tuple[str, int, int, str], int]:
    tops: dict[tuple[str, int, int, str], int] = {}
    kinds = _at.k.in_([kind.KIND for kind in projections.NUMBERED])
    same = (_at.o == _in.o) & (_at.e == _in.e) & (_at.n == _in.n)
    joined = tables.entry.join(tables.journal, same)
    query = sa.select(_at.k, _in.body).select_from(joined).where(kinds, _in.body.is_not(None))
    for kind, body in connection.execute(query):
        with suppress(msgspec.DecodeError):
            fact = f.decode(kind, body)
            if fact is not None:
                projections.note_numbers(tops, fact)
    return tops
