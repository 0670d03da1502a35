"""The unit of work: the only door through which facts enter the store.

Nothing is kept unless `commit()` was called; after it every entry is on the disk (WAL, synchronous=FULL).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.base.errors import Refusal
from app.base.ids import uuid7
from app.domain import facts as f
from app.domain import numbers
from app.domain.birth import BirthDate
from app.domain.case import CaseState
from app.domain.commands import PersonData
from app.domain.facts.values import Names
from app.domain.intake import Intake, identity_keys, same_parents_possible
from app.domain.permissions import Actor
from app.domain.reapplication import is_over
from app.journal.chain import Head
from app.journal.entry import Entry, Envelope, is_digest, is_line, is_readable, seal
from app.store import projections, tables, used_numbers
from app.store.counting import CALENDAR_FACTS, Choices
from app.store.folding import step
from app.store.projections import decode_state
from app.store.used_numbers import UNNUMBERED
from app.store.writing import entry_row, write_head, write_records

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
        self.chosen: Choices | None = None
        """By what the office counts after this unit, when that changes."""
        self.is_committed = False

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
        """The number of the open application in which a minor stands already, folded or in an own file, or "".

        An application that is over for the minor (`reapplication`) does not count.
        """
        for case, standing, number in self._standing(person):
            if not self._is_over(case, standing):
                return number
        wanted = identity_keys(person.names, person.birth)
        for case, parents in (self._minors[k] for k in sorted(wanted & self._minors.keys())):
            if same_parents_possible(person.parents, parents):
                return self._states[case].shown_number
        return ""

    def registered_elsewhere(self, person: PersonData) -> str:
        """The number of the open application that a person of this name and day of birth has already, or ""."""
        return self._stands(person, place="applicant")

    def folded_elsewhere(self, person: PersonData) -> str:
        """The number of the open application in which somebody of this identity is listed as a minor, or ""."""
        found = self._standing(person, place="minor")
        return next((number for case, minor, number in found if not self._is_over(case, minor)), "")

    def _stands(self, person: PersonData, place: str = "") -> str:
        """The number of an open case in which somebody of this identity stands, in this place or in any."""
        return next((number for _case, _person, number in self._standing(person, place)), "")

    def _is_over(self, case: str, person: str) -> bool:
        store = self.store
        return is_over(self.case(case), person, store.clock.today(), store.settings, store.calendar)

    def old_certificate(self, person: PersonData) -> str:
        """The number of a certificate that this person still has from an application that is over, or ""."""
        for case, standing, _number in self._standing(person, place="applicant"):
            valid = [c.number for c in self.case(case).certificates if c.holder == standing and not c.ended]
            if valid and self._is_over(case, standing):
                return valid[-1]
        return ""

    def _standing(self, person: PersonData, place: str = "") -> Iterator[tuple[str, str, str]]:
        """The open cases in which somebody of this id or identity stands: (case, person, number)."""
        row, key = tables.case_row.c, tables.identity_key.c
        if person.person and not place:
            known = sa.select(row.r, row.person, row.number).where(row.person == person.person, row.closed_on == "")
            for case, same, number in self.connection.execute(known.order_by(row.number)).fetchall():
                yield case, same, number or UNNUMBERED
        stand = (
            sa.select(row.r, row.person, row.number, key.parents)
            .join(tables.case_row, (row.r == key.r) & (row.person == key.person))
            .where(key.key.in_(identity_keys(person.names, person.birth)), row.closed_on == "")
            .order_by(row.number)
        )
        if place:
            stand = stand.where(row.place == place)
        for case, same, number, parents in self.connection.execute(stand).fetchall():
            if same_parents_possible(person.parents, tuple(json.loads(parents))):
                yield case, same, number or UNNUMBERED

    def cases_of(self, person: str) -> tuple[str, ...]:
        """The cases in which a person stands, as applicant or folded minor, whoever holds them."""
        row = tables.case_row.c
        return tuple(self.connection.execute(sa.select(row.r).where(row.person == person).order_by(row.r)).scalars())

    def same_identity(self, names: Names, born: BirthDate) -> tuple[tuple[str, str], ...]:
        """Who stands in the register under a name and day of birth: (case, person), in a fixed order.

        *Shape*: nobody for a birth that is known only in part; a person has to judge then.
        """
        key = tables.identity_key.c
        found = sa.select(key.r, key.person).where(key.key.in_(identity_keys(names, born))).distinct()
        return tuple((r, person) for r, person in self.connection.execute(found.order_by(key.r, key.person)))

    def intake(self) -> Intake:
        """What the rules of the domain read."""
        return Intake(
            now=self.store.clock.now(),
            calendar=self.store.calendar,
            settings=self.store.settings,
            new_id=self.new_id,
            number=self.next_number,
            listed_elsewhere=self.listed_elsewhere,
            receipt_used=partial(used_numbers.receipt_used, self.connection),
            booklet_used=partial(used_numbers.booklet_used, self.connection),
            registered_elsewhere=self.registered_elsewhere,
            folded_elsewhere=self.folded_elsewhere,
            number_used=partial(used_numbers.number_used, self.connection),
            old_certificate=self.old_certificate,
        )

    @property
    def recorded(self) -> tuple[f.Fact, ...]:
        """The facts recorded in this unit so far."""
        return tuple(self._facts)

    def commit(self) -> None:
        """Make it true: journal, chain head and everything derived, in one transaction, synced to the disk."""
        self._write_journal()
        for write in self._projections():
            write()
        self._write_cases()
        projections.write_numbers(self.connection, self._tops)
        if self.changes_settings:
            self.chosen = self.store.choices_in(self.connection)
            self.store.reproject(self.connection, self.chosen)
        self.connection.commit()
        self.is_committed = True
        self.store.committed(self)

    def _projections(self) -> list[Callable[[], None]]:
        return [
            lambda fact=fact: self.store.project_system(self.connection, self.store.replica, fact)  # type: ignore[misc]
            for fact in self._facts
            if type(fact).RECORD != "case"
        ]

    @property
    def changes_settings(self) -> bool:
        """True when this unit recorded another value of a setting, another calendar or a day off."""
        return any(isinstance(fact, (f.office.SettingChanged, *CALENDAR_FACTS)) for fact in self._facts)

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
