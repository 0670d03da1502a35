"""Questions of the case list to the store, asked on the reader thread. No widget lives here."""

from array import array
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from app.base.errors import Refusal
from app.store.projections import row_id
from app.store.rows import cases
from app.store.rows.cases import Filter, Order, Row

SOON_DAYS = 5
"""What is due within this many days stands under "due soon"."""


class Asked(NamedTuple):
    """What the list shows: words, a filter, an order."""

    text: str = ""
    shown: str = ""
    order: Order = "name"
    descending: bool = False


class Counts(NamedTuple):
    """The numbers on the filter chips."""

    by_status: Mapping[str, int]
    due: int

    @property
    def total(self) -> int:
        """All persons of the register."""
        return sum(self.by_status.values())


def ids(connection: Any, asked: Asked, today: date) -> "array[int]":
    """The rows of a question in order."""
    shown = filter_of(asked.shown, today)
    if not asked.text.strip():
        return cases.list_ids(connection, shown, asked.order, descending=asked.descending)
    return cases.search_ids(connection, asked.text, shown, asked.order, descending=asked.descending)


def filter_of(shown: str, today: date) -> Filter:
    """The filter of a chip: a status, "due", or "" for all."""
    return Filter(due_by=today + timedelta(days=SOON_DAYS)) if shown == "due" else Filter(status=shown)


def counts(connection: Any, today: date) -> Counts:
    """How many rows each filter has."""
    return Counts(cases.count_by_status(connection), cases.count_rows(connection, filter_of("due", today)))


def rows(connection: Any, wanted: Sequence[int]) -> Mapping[int, Row]:
    """Rows by id."""
    return {row.id: row for row in cases.rows_by_id(connection, wanted)}


def changed_ids(connection: Any, changed: Sequence[str]) -> list[int]:
    """The rows of the cases to which facts were recorded."""
    found: list[int] = []
    for case in changed:
        try:
            state = cases.case_state(connection, case)
        except Refusal:  # a record that is no case, for example of the office
            continue
        found += [row_id(case, person) for person in state.persons]
    return found
