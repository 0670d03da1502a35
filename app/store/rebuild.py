"""The journal folded again: everything derived is written anew, or held against what stands there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.case import CaseState
from app.journal.chain import Head, follow
from app.journal.entry import NO_HASH, Envelope, read_entry, read_envelope
from app.store import engine, local, peers, projections, tables
from app.store.counting import Choices
from app.store.folding import entries_of, fact_of, fold
from app.store.writing import entry_row, write_records

if TYPE_CHECKING:
    from app.store.store import Store

_SLICE = 500
_ENTRIES = 5000
_at, _in = tables.entry.c, tables.journal.c


def rebuild(store: Store) -> None:
    """Drop everything derived and build it from the journal, in one transaction."""
    with store.local() as connection:
        tables.clear_derived(connection)
        _index(store, connection)
        store.load_choices(connection)  # what stood there before may not have come from the journal
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
        for part in kept_states(connection):
            write_records(connection, [(state, False) for state in part], store.rows_of)
        local.put(connection, "projection", store.projection_mark())


def rewrite_dues(store: Store, connection: sa.Connection, own: Choices) -> None:
    """Write the deadlines of every case anew, inside the transaction that changes a setting or the calendar."""
    for part in kept_states(connection):
        projections.write_dues(connection, part, lambda state: store.choices_for(state.holder, own))
    local.put(connection, "projection", store.projection_mark(own))


def kept_states(connection: sa.Connection) -> Iterator[list[CaseState]]:
    """The states of all cases in slices, in the order of their ids."""
    r = tables.record.c
    ids = connection.execute(sa.select(r.r).where(r.type == "case").order_by(r.r)).scalars().all()
    for first in range(0, len(ids), _SLICE):
        part = ids[first : first + _SLICE]
        states = connection.execute(sa.select(r.state).where(r.r.in_(part)).order_by(r.r)).scalars()
        yield [projections.decode_state(state) for state in states]


def _index(store: Store, connection: sa.Connection) -> None:
    """Entries by record, numbers used, users and settings."""
    tops: dict[tuple[str, int, int, str], int] = {}
    for part in _journal(connection):
        connection.execute(sa.insert(tables.entry), [entry_row(envelope) for envelope, _ in part])
        for envelope, body in part:
            fact = fact_of(envelope, body)
            if fact is None:
                continue
            projections.note_numbers(tops, fact)
            if type(fact).RECORD != "case":
                store.project_system(connection, envelope.o, fact)
    projections.write_numbers(connection, tops)


def _journal(connection: sa.Connection) -> Iterator[list[tuple[Envelope, bytes | None]]]:
    """The whole journal in slices, each read to its end, so that between two of them the connection may write."""
    after: tuple[str, int, int] = ("", 0, 0)
    place = sa.tuple_(_in.o, _in.e, _in.n)
    query = sa.select(_in.env, _in.body).order_by(_in.o, _in.e, _in.n).limit(_ENTRIES)
    while rows := connection.execute(query.where(place > after)).fetchall():
        part = [(read_envelope(env), body) for env, body in rows]
        yield part
        last = part[-1][0]
        after = (last.o, last.e, last.n)


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
    """Check pages of both databases, chains, attachments, and that everything shown equals what the journal says.

    Nothing is written. Problems name what is damaged and where, without personal data.
    """
    problems = list(engine.check_integrity(store.databases.reader))
    problems += [f"blobs.{complaint}" for complaint in store.blobs.check()]
    with store.reading() as connection:
        problems += [f"journal.guard {name}" for name in tables.guards_missing(connection)]
        named: set[str] = set()
        entries, chain_problems = _verify_chains(connection, named)
        problems += chain_problems + _verify_blobs(store, connection, named)
        problems += _verify_office(store, connection)
        cases, case_problems = _verify_cases(store, connection)
    return Verdict(entries, cases, (*problems, *case_problems))


def _verify_blobs(store: Store, connection: sa.Connection, named: set[str]) -> list[str]:
    """Every attachment that an entry names is here, or is known not to have come yet."""
    try:
        lacking = store.blobs.lacking(named)
    except Trouble:
        return []  # the check of the pages has said what is wrong with the database
    expected = peers.all_missing(connection)
    return [f"blobs.missing {h}" for h in lacking if h not in expected]


def _verify_office(store: Store, connection: sa.Connection) -> list[str]:
    """Users, roles and settings are those of the journal."""
    names: dict[str, str] = {}
    roles: dict[str, set[str]] = {}
    chosen: dict[tuple[str, str], str] = {}
    for o, fact in _facts(connection, (f.office.UserAdded, f.office.RoleGiven, f.office.SettingChanged)):
        if isinstance(fact, f.office.SettingChanged):
            chosen[o, fact.key] = fact.value
        elif isinstance(fact, f.office.UserAdded) and o == store.replica:
            names[fact.user] = fact.name
            roles.setdefault(fact.user, set())
        elif isinstance(fact, f.office.RoleGiven) and o == store.replica and fact.user in roles:
            roles[fact.user].add(fact.role)
    users = {(user, name, json.dumps(sorted(roles[user]))) for user, name in names.items()}
    settings = {(o, key, value) for (o, key), value in chosen.items()}
    problems = []
    if users != set(map(tuple, connection.execute(sa.select(tables.user)))):
        problems.append("projection.users")
    if settings != set(map(tuple, connection.execute(sa.select(tables.setting)))):
        problems.append("projection.settings")
    return problems


def _verify_chains(connection: sa.Connection, named: set[str]) -> tuple[int, list[str]]:
    """Follow every chain; `named` gathers the attachments on the way."""
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
            named.update(blob.h for blob in peers.blobs_of(body))
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
    record, row, due, key = tables.record, tables.case_row, tables.deadline, tables.identity_key
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
    keys = connection.execute(sa.select(key).where(key.c.r == state.id)).mappings()
    if _in_order(dict(k) for k in keys) != _in_order(made.identities):
        problems.append(f"projection.identities {state.id}")
    return problems


def _in_order(keys: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(keys, key=lambda row: (row["key"], row["person"]))


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
    for _o, fact in _facts(connection, projections.NUMBERED):
        projections.note_numbers(tops, fact)
    return tops


def _facts(connection: sa.Connection, kinds: Sequence[type[f.Fact]]) -> Iterator[tuple[str, f.Fact]]:
    """The readable facts of some kinds and who wrote each, chain by chain."""
    same = (_at.o == _in.o) & (_at.e == _in.e) & (_at.n == _in.n)
    joined = tables.entry.join(tables.journal, same)
    query = sa.select(_in.env, _in.body).select_from(joined).where(_at.k.in_([kind.KIND for kind in kinds]))
    for env, body in connection.execute(query.order_by(_at.o, _at.e, _at.n)):
        with suppress(Trouble):  # what cannot be read is named where the chains are followed
            envelope = read_envelope(env)
            fact = fact_of(envelope, body)
            if fact is not None:
                yield envelope.o, fact
