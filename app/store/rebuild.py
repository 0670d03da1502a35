"""The journal folded again: everything derived is written anew, or held against what stands there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain.case import CaseState
from app.journal.chain import Head, follow
from app.journal.entry import NO_HASH, read_entry, read_envelope
from app.store import engine, local, projections, tables
from app.store.folding import entries_of, fact_of, fold
from app.store.unit import entry_row, write_records

if TYPE_CHECKING:
    from app.store.store import Store

_SLICE = 500


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
        local.put(connection, "projection", str(tables.PROJECTION).encode())


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
    query = sa.select(tables.entry.c.r).where(tables.entry.c.k == "case.opened").distinct().order_by(tables.entry.c.r)
    for r in connection.execute(query).scalars().all():
        state = fold(entries_of(connection, r))
        if state is not None:
            yield state


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
    count = 0
    for state in _states(connection):
        count += 1
        stored = connection.execute(sa.select(tables.record.c.state).where(tables.record.c.r == state.id)).scalar()
        if stored != projections.encode_state(state):
            problems.append(f"projection.state {state.id}")
            continue
        made = store.rows_of(state)
        row = tables.case_row
        rows = connection.execute(sa.select(row).where(row.c.r == state.id).order_by(row.c.id)).mappings().all()
        if [dict(r) for r in rows] != sorted(made.rows, key=lambda r: r["id"]):
            problems.append(f"projection.rows {state.id}")
    return count, problems
