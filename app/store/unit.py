"""The unit of work: the only door through which facts enter the store.

Nothing is kept unless `commit()` was called; after it every entry is on the disk (WAL, synchronous=FULL).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.base.errors import Refusal
from app.base.ids import uuid7
from app.domain import facts as f
from app.domain import numbers
from app.domain.case import CaseState
from app.domain.commands import PersonData
from app.domain.intake import Intake, identity_keys, same_parents_possible
from app.domain.permissions import Actor
from app.journal.chain import Head
from app.journal.entry import Entry, Envelope, is_digest, is_line, is_readable, seal
from app.store import projections, tables
from app.store.folding import step
from app.store.projections import decode_state, encode_state

if TYPE_CHECKING:
    from app.store.store import Store

_JUMP_MS = 31 * 24 * 3600 * 1000
_BLOB_BYTES = 512 * 1024 * 1024  # what one part of a bundle can carry


class UnitOfWork:
    """Reads, `record(record, fact)`, `commit()`."""

    def __init__(self, store: Store, actor: Actor, connection: sa.Connection) -> None:
        self.store = store
        self.actor = actor
        self.connection = connection
        self.head: Head = store.head
        self._last_t = store.last_t
        self._entries: list[Entry] = []
        self._facts: list[f.Fact] = []
        self._states: dict[str, CaseState] = {}
        self._fresh: set[str] = set()
        self._tops: dict[tuple[str, int, int, str], int] = {}
        self._minors: dict[str, tuple[str, tuple[str, ...]]] = {}
        self._committed = False

    def case(self, r: str) -> CaseState:
        """The state of a case, with what this unit has recorded so far.

        *Refuses*: `case.unknown`.
        """
        if r not in self._states:
            row = self.connection.execute(sa.select(tables.record.c.state).where(tables.record.c.r == r)).scalar()
            if row is None:
                raise Refusal("case.unknown", field="case")
            self._states[r] = decode_state(row)
        return self._states[r]

    def own_case(self, r: str) -> CaseState:
        """The state of a case that this workstation holds; copies of others are read-only.

        *Refuses*: `case.unknown`, `case.held_elsewhere`.
        """
        state = self.case(r)
        if state.holder != self.store.replica:
            raise Refusal("case.held_elsewhere", holder=state.holder)
        return state

    def record(self, r: str, fact: f.Fact) -> None:
        """Record one fact: seal it into the chain and fold it into its record.

        *Refuses*: `fact.too_large`, `fact.unwritable`.
        """
        state = self._states.get(r) if type(fact).RECORD == "case" else None
        if type(fact).RECORD == "case" and state is None and type(fact).CLASS != "opening":
            state = self.case(r)
        if type(fact).RECORD == "case" and state is None:
            self._fresh.add(r)
        self._append(r, fact, state)

    def _append(self, r: str, fact: f.Fact, state: CaseState | None) -> None:
        t = self.store.clock.now_ms()
        is_case = type(fact).RECORD == "case"
        open_envelope = Envelope(
            v=1,
            o=self.head.o,
            e=self.head.e,
            n=self.head.n + 1,
            p=self.head.h,
            t=t,
            c=self._quality(t),
            u=self.actor.user,
            k=type(fact).KIND,
            r=r,
            m=(state.term if state else 1) if r else 0,
            b=state.version if state else 0,
            s=f.SCHEMA,
            dg="",
        )
        entry = _sealed(open_envelope, fact)
        self._facts.append(fact)
        self.head = Head(self.head.o, self.head.e, entry.envelope.n, entry.hash)
        self._last_t = t
        self._entries.append(entry)
        if is_case:
            self._states[r] = step(state, entry.envelope, fact)
            self._note_minor(r, fact)
        projections.note_numbers(self._tops, fact)

    def _note_minor(self, r: str, fact: f.Fact) -> None:
        """Remember whom this unit folded where, for `listed_elsewhere`."""
        if isinstance(fact, f.case.MinorListed):
            minor = self._states[r].persons.get(fact.person)
            if minor:
                for key in identity_keys(minor.names, minor.recorded.birth):
                    self._minors[key] = (r, minor.recorded.parents)

    def _quality(self, t: int) -> int:
        """Clock quality of `exchange.md` 2.2; a clock set by a story is meant to move."""
        if self.store.clock.standing or not self._last_t:
            return 0
        if t < self._last_t:
            return 1
        return 3 if t > self._last_t + _JUMP_MS else 0

    def next_number(self, letter: str) -> str:
        """The next number of a letter in this year; never given twice, never changed (`docs/model.md` 4)."""
        office, workstation = self.store.replica.split("-S")
        yy = self.store.clock.today().year % 100
        key = (letter, yy, int(workstation), office)
        if key not in self._tops:
            n = tables.number_used.c
            stored = self.connection.execute(
                sa.select(n.top).where(
                    n.letter == letter, n.yy == yy, n.workstation == int(workstation), n.office == office
                )
            ).scalar()
            self._tops[key] = stored or 0
        self._tops[key] += 1
        return numbers.make(letter, office, yy, int(workstation), self._tops[key])  # type: ignore[arg-type]

    def new_id(self) -> str:
        """A fresh UUIDv7."""
        return uuid7(self.store.clock.now_ms())

    def listed_elsewhere(self, person: PersonData) -> str:
        """The number of the open application in which a minor stands already, folded or in an own file, or ""."""
        row, key = tables.case_row.c, tables.identity_key.c
        if person.person:
            query = sa.select(row.number).where(row.person == person.person, row.closed_on == "").limit(1)
            found = self.connection.execute(query).scalar()
            if found:
                return str(found)
        wanted = identity_keys(person.names, person.birth)
        stand = (
            sa.select(row.number, key.parents)
            .join(tables.case_row, (row.r == key.r) & (row.person == key.person))
            .where(key.key.in_(wanted), row.closed_on == "")
            .order_by(row.number)
        )
        for number, parents in self.connection.execute(stand):
            if same_parents_possible(person.parents, tuple(json.loads(parents))):
                return str(number)
        for case, parents in (self._minors[k] for k in sorted(wanted & self._minors.keys())):
            if same_parents_possible(person.parents, parents):
                return self._states[case].shown_number
        return ""

    def receipt_used(self, receipt: str) -> str:
        """The number of the registered application in which a border receipt stands already, or ""."""
        typed = (s for s in self._holding(receipt) if s.number and s.lodged and s.lodged.border_receipt == receipt)
        return next((state.number for state in typed), "")

    def booklet_used(self, number: str) -> str:
        """The number of the case in which a booklet was given out already, or ""."""
        given = (s for s in self._holding(number) if any(c.number == number for c in s.certificates))
        return next((state.shown_number for state in given), "")

    def _holding(self, number: str) -> list[CaseState]:
        """The cases that the search index finds by a whole number."""
        found = f"SELECT rowid FROM {tables.SEARCH} WHERE {tables.SEARCH} MATCH ?"
        sql = f"SELECT state FROM record WHERE r IN (SELECT r FROM case_row WHERE id IN ({found})) ORDER BY r"
        rows = self.connection.exec_driver_sql(sql, (f'"{projections.code(number)}"',))
        return [decode_state(row[0]) for row in rows]

    def intake(self) -> Intake:
        """What the rules of the domain read."""
        return Intake(
            now=self.store.clock.now(),
            calendar=self.store.calendar,
            settings=self.store.settings,
            new_id=self.new_id,
            number=self.next_number,
            listed_elsewhere=self.listed_elsewhere,
            receipt_used=self.receipt_used,
            booklet_used=self.booklet_used,
        )

    @property
    def recorded(self) -> tuple[f.Fact, ...]:
        """The facts recorded in this unit so far."""
        return tuple(self._facts)

    def commit(self) -> None:
        """Make it true: journal, chain head and everything derived, in one transaction, synced to the disk."""
        self._write_journal()
        self._write_cases()
        projections.write_numbers(self.connection, self._tops)
        for write in self._projections():
            write()
        self.connection.commit()
        self._committed = True
        self.store.committed(self)

    def _projections(self) -> list[Callable[[], None]]:
        return [
            lambda fact=fact: self.store.project_system(self.connection, self.store.replica, fact)  # type: ignore[misc]
            for fact in self._facts
            if type(fact).RECORD != "case"
        ]

    @property
    def changes_settings(self) -> bool:
        """True when this unit recorded another value of a setting."""
        return any(isinstance(fact, f.office.SettingChanged) for fact in self._facts)

    def _write_journal(self) -> None:
        if not self._entries:
            return
        rows = [
            {"o": x.envelope.o, "e": x.envelope.e, "n": x.envelope.n, "h": x.hash, "env": x.env, "salt": x.salt,
             "body": x.body}
            for x in self._entries
        ]  # fmt: skip
        self.connection.execute(sa.insert(tables.journal), rows)
        self.connection.execute(sa.insert(tables.entry), [entry_row(x.envelope) for x in self._entries])
        write_head(self.connection, self.head, self._last_t)

    def _write_cases(self) -> None:
        touched = {x.envelope.r for x in self._entries if x.envelope.r}
        states = [s for r, s in self._states.items() if r in touched]
        write_records(self.connection, [(s, s.id in self._fresh) for s in states], self.store.rows_of)

    @property
    def last_t(self) -> int:
        """The wall time of the last entry."""
        return self._last_t

    @property
    def touched(self) -> tuple[str, ...]:
        """The cases that this unit changed."""
        return tuple({x.envelope.r for x in self._entries if x.envelope.r})


def _sealed(envelope: Envelope, fact: f.Fact) -> Entry:
    """The entry of a fact; what a reader of the journal would not take is not written."""
    if not all(is_digest(blob.h) and 0 <= blob.z <= _BLOB_BYTES for blob in fact.blobs):
        raise Refusal("fact.unwritable", kind=envelope.k)
    try:
        entry = seal(envelope, f.encode(fact))
    except (UnicodeError, OverflowError, msgspec.MsgspecError) as error:
        raise Refusal("fact.unwritable", kind=envelope.k) from error
    if not is_line(entry):
        raise Refusal("fact.too_large", kind=envelope.k)
    if not is_readable(entry):
        raise Refusal("fact.unwritable", kind=envelope.k)
    return entry


def entry_row(envelope: Envelope) -> dict[str, object]:
    """The row by which an entry is found from its record."""
    return {
        "r": envelope.r, "m": envelope.m, "e": envelope.e, "n": envelope.n, "o": envelope.o, "k": envelope.k,
        "t": envelope.t,
    }  # fmt: skip


def write_head(connection: sa.Connection, head: Head, t: int) -> None:
    """Store the head of a chain."""
    connection.exec_driver_sql(
        "INSERT INTO chain(o, e, last_n, last_h, last_t, acked_n, acked_h, status)"
        " VALUES (?, ?, ?, ?, ?, 0, '', 'open')"
        " ON CONFLICT(o, e) DO UPDATE SET last_n = excluded.last_n, last_h = excluded.last_h, last_t = excluded.last_t",
        (head.o, head.e, head.n, head.h, t),
    )


def write_records(
    connection: sa.Connection,
    states: list[tuple[CaseState, bool]],
    rows_of: Callable[[CaseState], projections.CaseRows],
) -> None:
    """Store the states of cases and the rows derived from them."""
    if not states:
        return
    connection.exec_driver_sql(
        "INSERT INTO record(r, type, holder, m, ver, state) VALUES (?, 'case', ?, ?, ?, ?)"
        " ON CONFLICT(r) DO UPDATE SET holder = excluded.holder, m = excluded.m, ver = excluded.ver,"
        " state = excluded.state",
        [(s.id, s.holder, s.term, s.version, encode_state(s)) for s, _fresh in states],
    )
    projections.write_case(connection, states, [rows_of(s) for s, _fresh in states])
