"""Entries of a record -> its state, in the order (term, epoch, n); no arrival order and no clock decides anything.

A record has one opening chain: `incoming.take_in` refuses an opening of a record that another chain has opened, because
two openings in one journal could not be told apart here - which came first is not kept.
"""

from collections.abc import Iterable

import msgspec
import sqlalchemy as sa

from app.base.errors import Trouble
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.case_fold import evolve
from app.journal.entry import Envelope, read_envelope
from app.store.tables import entry, journal

OPENING = "case.opened"
"""The entry that establishes who holds a case (`exchange-format.md`)."""


def fact_of(envelope: Envelope, body: bytes | None) -> f.Fact | None:
    """The fact of an entry; None when it was erased, or when its kind or its schema is a newer program's.

    *Trouble*: `journal.payload_unreadable`.
    """
    if body is None or envelope.s > f.SCHEMA:
        return None
    try:
        return f.decode(envelope.k, body)
    except msgspec.DecodeError as error:
        raise Trouble("journal.payload_unreadable", kind=envelope.k, at=envelope.n) from error


def step(state: CaseState | None, envelope: Envelope, fact: f.Fact | None) -> CaseState:
    """The state after one more entry of its record."""
    if state is None:
        state = CaseState(id=envelope.r, holder=envelope.o)
    kind = f.REGISTRY.get(envelope.k)
    state = evolve(state, fact)
    if kind is not None and kind.CLASS != "commuting":
        state = msgspec.structs.replace(state, version=envelope.b + 1, term=envelope.m)
    return state


def fold(entries: Iterable[tuple[Envelope, bytes | None]]) -> CaseState | None:
    """The state of a case from all its entries in order."""
    state: CaseState | None = None
    for envelope, body in entries:
        if state is None and envelope.k != OPENING:
            continue  # Only an opening makes a holder: whoever else knows the id cannot take the case (NotHolder).
        if state is not None and envelope.o != state.holder:
            continue  # Another office's word on this case waits for a person; it never changes the state by itself.
        state = step(state, envelope, fact_of(envelope, body))
    return state


def entries_of(connection: sa.Connection, r: str) -> list[tuple[Envelope, bytes | None]]:
    """The entries of a record in order."""
    joined = entry.join(journal, (journal.c.o == entry.c.o) & (journal.c.e == entry.c.e) & (journal.c.n == entry.c.n))
    query = (
        sa.select(journal.c.env, journal.c.body)
        .select_from(joined)
        .where(entry.c.r == r)
        .order_by(entry.c.m, entry.c.e, entry.c.n)
    )
    return [(read_envelope(env), body) for env, body in connection.execute(query)]
