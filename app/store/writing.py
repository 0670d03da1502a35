"""Rows that an entry, a chain and a case leave in the store, whoever recorded them; the caller commits.

Not here: what is in the rows of lists (`projections`), and the door through which own facts enter (`unit`).
"""

from collections.abc import Callable

import sqlalchemy as sa

from app.domain.case import CaseState
from app.journal.chain import Head
from app.journal.entry import Envelope
from app.store import projections
from app.store.projections import encode_state


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
