"""Rows of the case list, the case file and the deadline list; search; the stock on a date."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

import sqlalchemy as sa

from app.base.errors import Refusal
from app.domain import facts as f
from app.domain.case import CaseState
from app.domain.deadlines import Deadline
from app.domain.namekeys import QueryTerm, query_terms
from app.journal.entry import Envelope
from app.store import engine, tables
from app.store.folding import entries_of, fact_of
from app.store.projections import code, decode_deadline, decode_state

_row = tables.case_row
Order = Literal["name", "number", "registered", "due", "status"]
_ORDERS = {
    "name": (_row.c.sort_key,),
    "number": (_row.c.number,),
    "registered": (_row.c.registered_on,),
    "due": (sa.case((_row.c.due_on == "", 1), else_=0), _row.c.due_on),
    "status": (_row.c.status, _row.c.due_on),
}
SEARCH_LIMIT = 2000
"""A search that finds more is shown up to here, with the count."""


class Filter(NamedTuple):
    """What the list shows: a status or all, only what is due by a day, only applicants."""

    status: str = ""
    due_by: date | None = None
    place: str = ""


class Row(NamedTuple):
    """One (person, case) of the list."""

    id: int
    case: str
    person: str
    place: str
    number: str
    name_kk: str
    name_ru: str
    name_latin: str
    birth: str
    citizenship: str
    status: str
    registered_on: str
    due_on: str
    due_kind: str
    due_alerts: str
    late: bool
    holder: str


_COLUMNS = (
    _row.c.id, _row.c.r, _row.c.person, _row.c.place, _row.c.number, _row.c.name_kk, _row.c.name_ru,
    _row.c.name_latin, _row.c.birth, _row.c.citizenship, _row.c.status, _row.c.registered_on, _row.c.due_on,
    _row.c.due_kind, _row.c.due_alerts, _row.c.late, _row.c.holder,
)  # fmt: skip


class TimelineEntry(NamedTuple):
    """One line of a case's history."""

    at_ms: int
    user: str
    kind: str
    fact: f.Fact | None
    chain: str
    n: int


class Stock(NamedTuple):
    """The persons in the register on a date; a stock, never a flow (f-22, f-24)."""

    as_of: date
    refugees: int
    pending: int
    intentions: int
    refused: int

    @property
    def total(self) -> int:
        """Refugees and applications under consideration."""
        return self.refugees + self.pending


def list_ids(
    connection: sa.Connection, shown: Filter = Filter(), order: Order = "name", *, descending: bool = False
) -> array[int]:
    """The ids of all rows of a filter in order: 8 bytes each, so the list knows its true length."""
    return _ids(connection.execute(_ordered(shown, order, descending)))


def _ordered(shown: Filter, order: Order, descending: bool) -> sa.Select[tuple[int]]:
    columns = _ORDERS[order]
    query = sa.select(_row.c.id).order_by(*((c.desc() for c in columns) if descending else columns), _row.c.id)
    return query.where(*_conditions(shown))


def _ids(found: sa.CursorResult[Any]) -> array[int]:
    """The ids of a result as the driver gives them: as rows of SQLAlchemy they cost as much again as the query."""
    with engine.guarded():
        return array("q", (row[0] for row in found.cursor.fetchall())) if found.cursor else array("q")


def _conditions(shown: Filter) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if shown.status:
        conditions.append(_row.c.status == shown.status)
    if shown.due_by:
        conditions += [_row.c.due_on != "", _row.c.due_on <= shown.due_by.isoformat()]
    if shown.place:
        conditions.append(_row.c.place == shown.place)
    return conditions


def rows_by_id(connection: sa.Connection, ids: Sequence[int]) -> list[Row]:
    """The rows of some ids, in the order of the ids."""
    found = connection.execute(sa.select(*_COLUMNS).where(_row.c.id.in_(list(ids))))
    known = {row[0]: Row._make(row) for row in found}
    return [known[i] for i in ids if i in known]


def count_rows(connection: sa.Connection, shown: Filter) -> int:
    """How many rows a filter has; without their order this is a fraction of `list_ids`."""
    query = sa.select(sa.func.count()).select_from(_row).where(*_conditions(shown))
    return connection.execute(query).scalar_one()


def count_by_status(connection: sa.Connection) -> dict[str, int]:
    """How many persons have each status."""
    rows = connection.execute(sa.select(_row.c.status, sa.func.count()).group_by(_row.c.status))
    return {row[0]: row[1] for row in rows}


def search_ids(
    connection: sa.Connection,
    text: str,
    shown: Filter = Filter(),
    order: Order = "name",
    *,
    descending: bool = False,
    limit: int = SEARCH_LIMIT,
) -> array[int]:
    """The rows that fit what was typed: any script's form of a name, part of a number, a document number.

    *Shape*: the filter keeps some of the first `limit` hits.
    """
    match = search_match(text)
    if not match:
        return array("q")
    hits = sa.text(f"SELECT rowid FROM {tables.SEARCH} WHERE {tables.SEARCH} MATCH :match LIMIT :most")
    query = _ordered(shown, order, descending).where(_row.c.id.in_(hits.columns(rowid=sa.Integer)))
    return _ids(connection.execute(query, {"match": match, "most": limit}))


def search_match(text: str) -> str:
    """What was typed as a question to the index: names and beginnings of numbers that must all fit, or one number.

    Empty when nothing can be asked for. A word with a digit is never a name: as such it would fit everybody's number.
    """
    parts = text.split()
    numbers = {part: code(part) for part in parts if any(sign.isdigit() for sign in part) and code(part)}
    asked = [_match(term) for term in query_terms(" ".join(part for part in parts if part not in numbers))]
    asked += [f'"{number}"*' for number in dict.fromkeys(numbers.values())]
    every, whole = " AND ".join(asked), code(text)
    return f'({every}) OR "{whole}"*' if numbers and len(parts) > 1 and whole else every


def _match(term: QueryTerm) -> str:
    alternatives = [*(f'"{p}"*' for p in term.prefixes), *(f'"{e}"' for e in term.exact)]
    return "(" + " OR ".join(alternatives) + ")"


def find_case(connection: sa.Connection, reference: str) -> str:
    """The case of an id, or of the number of an application, receipt, certificate or document, typed in any manner.

    The beginning of a number is enough where it leads to one case only.
    *Refuses*: `case.unknown`.
    """
    wanted = reference.strip()
    own = connection.execute(sa.select(_row.c.r).where(_row.c.r == wanted).limit(1)).scalar()
    if own is not None:
        return str(own)
    plain = code(wanted)
    for match in (f'"{plain}"', f'"{plain}"*') if any(c.isdigit() for c in plain) else ():
        cases = _cases_of(connection, match)
        if len(cases) == 1:
            return cases.pop()
        if cases:
            break
    raise Refusal("case.unknown", field="case")


def _cases_of(connection: sa.Connection, match: str) -> set[str]:
    sql = (
        f"SELECT DISTINCT r FROM case_row WHERE id IN (SELECT rowid FROM {tables.SEARCH} WHERE {tables.SEARCH} MATCH ?)"
        " LIMIT 2"
    )
    return {str(row[0]) for row in connection.exec_driver_sql(sql, (match,))}


def case_state(connection: sa.Connection, r: str) -> CaseState:
    """The state of a case.

    *Refuses*: `case.unknown`.
    """
    data = connection.execute(sa.select(tables.record.c.state).where(tables.record.c.r == r)).scalar()
    if data is None:
        raise Refusal("case.unknown", field="case")
    return decode_state(data)


def family_cases(connection: sa.Connection, state: CaseState) -> tuple[str, ...]:
    """The other cases of the family as it is now: registered together or tied since, and not split off (L-11.2e).

    f-40 and f-29 ask of these only: whoever was recognised in a family that has been split is no relative any more.
    """
    cases = state.kin
    if not cases:
        return ()
    known = connection.execute(sa.select(tables.record.c.r).where(tables.record.c.r.in_(cases))).scalars().all()
    return tuple(r for r in cases if r in set(known))


def timeline(connection: sa.Connection, r: str) -> tuple[TimelineEntry, ...]:
    """The history of a case, oldest first."""
    found: list[tuple[Envelope, bytes | None]] = entries_of(connection, r)
    return tuple(TimelineEntry(env.t, env.u, env.k, fact_of(env, body), env.o, env.n) for env, body in found)


class DueRow(NamedTuple):
    """One open deadline with the case it belongs to."""

    case: str
    number: str
    name_kk: str
    name_latin: str
    deadline: Deadline


def due_rows(connection: sa.Connection, *, by: date | None = None, limit: int = 1000) -> tuple[DueRow, ...]:
    """Open deadlines, soonest first; with `by` only those due by that day."""
    d = tables.deadline
    soonest = sa.select(d.c.r, d.c.i, d.c.due, d.c.body).order_by(d.c.due, d.c.r, d.c.i).limit(limit)
    if by:
        soonest = soonest.where(d.c.due <= by.isoformat())
    # First the few deadlines, then their cases: the index on `due` ends the search early.
    due = soonest.subquery()
    query = (
        sa.select(due.c.r, _row.c.number, _row.c.name_kk, _row.c.name_latin, due.c.body)
        .join(_row, (_row.c.r == due.c.r) & (_row.c.place == "applicant"))
        .order_by(due.c.due, due.c.r, due.c.i)
    )
    return tuple(
        DueRow(r, number, kk, latin, decode_deadline(body)) for r, number, kk, latin, body in connection.execute(query)
    )


def deadlines_of(connection: sa.Connection, r: str) -> tuple[Deadline, ...]:
    """The open deadlines of a case, soonest first."""
    d = tables.deadline
    query = sa.select(d.c.body).where(d.c.r == r).order_by(d.c.i)
    return tuple(decode_deadline(body) for body in connection.execute(query).scalars())


def stock(connection: sa.Connection, as_of: date) -> Stock:
    """Who was in the register at the end of a day."""
    day = as_of.isoformat()
    c = _row.c
    gone = sa.and_(c.closed_on != "", c.closed_on <= day)
    decided = sa.and_(c.decided_on != "", c.decided_on <= day)
    registered = sa.and_(c.registered_on != "", c.registered_on <= day)
    lodged = sa.and_(c.lodged_on != "", c.lodged_on <= day)
    granted = sa.and_(c.refugee_on != "", c.refugee_on <= day, c.refugee_to >= day)
    label = sa.case(
        (gone, "gone"),
        (granted, "refugee"),
        (sa.and_(decided, c.decision == "refuse"), "refused"),
        (decided, "ended"),
        (registered, "pending"),
        (lodged, "intention"),
        else_="later",
    )
    counts: dict[str, int] = {
        row[0]: row[1] for row in connection.execute(sa.select(label, sa.func.count()).group_by(label))
    }
    return Stock(
        as_of,
        refugees=counts.get("refugee", 0),
        pending=counts.get("pending", 0),
        intentions=counts.get("intention", 0),
        refused=counts.get("refused", 0),
    )


def alert_days(row: Row) -> tuple[int, ...]:
    """The alert steps of a row's next deadline."""
    found: Any = json.loads(row.due_alerts) if row.due_alerts else []
    return tuple(int(n) for n in found)
