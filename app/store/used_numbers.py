"""Which numbers stand in the register already: of applications, certificates, booklets and border receipts.

The counters of the numbers that this program gives are `projections`; the rules that ask stand in the domain.
"""

import sqlalchemy as sa

from app.domain.case import CaseState
from app.domain.intake import NumberKind
from app.store import projections, tables

UNNUMBERED = "—"
"""Stands for the number of a case that has none yet: after a notice of detention, before the registration."""


def number_used(connection: sa.Connection, number: str, kind: NumberKind) -> str:
    """The number of the case in which a number of this kind stands already, or "": each kind has its own series.

    *Shape*: spaces and the case of letters do not count, everything else does.
    """
    typed = _written(number)
    found = _holding(connection, number) if projections.code(number) else _from_paper(connection)
    same = (s for s in found if typed in {_written(n) for n in _numbers(s, kind)})
    return next((s.shown_number or UNNUMBERED for s in same), "")


def receipt_used(connection: sa.Connection, receipt: str) -> str:
    """The number of the registered application in which a border receipt stands already, or ""."""
    found = _holding(connection, receipt)
    return next((s.number for s in found if s.number and s.lodged and s.lodged.border_receipt == receipt), "")


def booklet_used(connection: sa.Connection, number: str) -> str:
    """The number of the case in which a booklet was given out already, or ""."""
    given = (s for s in _holding(connection, number) if any(c.number == number for c in s.certificates))
    return next((state.shown_number for state in given), "")


def _holding(connection: sa.Connection, number: str) -> list[CaseState]:
    """The cases that the search index finds by a whole number."""
    found = f"SELECT rowid FROM {tables.SEARCH} WHERE {tables.SEARCH} MATCH ?"
    sql = f"SELECT state FROM record WHERE r IN (SELECT r FROM case_row WHERE id IN ({found})) ORDER BY r"
    rows = connection.exec_driver_sql(sql, (f'"{projections.code(number)}"',))
    return [projections.decode_state(row[0]) for row in rows]


def _from_paper(connection: sa.Connection) -> list[CaseState]:
    """The cases with a number that this program does not give: the search index leaves out numbers in Cyrillic."""
    sql = (
        "SELECT state FROM record WHERE r IN (SELECT r FROM case_row WHERE number <> '' AND number NOT GLOB"
        " '[ART]-[A-Z][A-Z][A-Z][0-9][0-9]-[0-9][0-9]-*') ORDER BY r"
    )
    return [projections.decode_state(row[0]) for row in connection.exec_driver_sql(sql)]


def _written(number: str) -> str:
    return "".join(number.casefold().split())


def _numbers(state: CaseState, kind: NumberKind) -> tuple[str, ...]:
    if kind == "application":
        return (state.number,)
    return tuple(c.number for c in state.certificates if c.kind == kind)
