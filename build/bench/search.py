"""Search as you type: every keystroke of names in several scripts and of numbers, as the list asks the store."""

from __future__ import annotations

from statistics import quantiles
from typing import Any, NamedTuple

import _bench as b

from app.store.rows import cases
from app.store.store import Store
from app.ui.lists.paged import PAGE
from app.ui.pages import case_query
from app.ui.pages.case_query import Asked

TYPED = (
    "ahmadi farid",
    "Mohammad Karimi",
    "ахмади",
    "Мұхаммед Рахими",
    "احمدی فرید",
    "محمد",
    "Қадыр",
    "оксана коваль",
    "P12345678",
    "A-ALA01-26",
)
P95_S = 0.050


class Keystrokes(NamedTuple):
    """The seconds of every keystroke, of Pana and of the raw query beside it."""

    ours: list[float]
    raw: list[float]
    hits: list[int]


class Raw:
    """The same FTS5 question through the driver alone: row ids, and nothing else."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def ids(self, match: str) -> list[int]:
        """The row ids of a match."""
        sql = "SELECT rowid FROM person_search WHERE person_search MATCH ? LIMIT ?"
        return [row[0] for row in self._connection.execute(sql, (match, cases.SEARCH_LIMIT))]


def typed(store: Store, raw: Raw, rounds: int) -> Keystrokes:
    """Type every text letter by letter, some times; each keystroke is asked of both."""
    found = Keystrokes([], [], [])
    today = store.clock.today()
    for number in range(rounds + 1):
        for text in TYPED:
            for length in range(1, len(text) + 1):
                part = text[:length]
                match = cases.search_match(part)
                if not match:
                    continue
                ours = b.timed(lambda part=part: found.hits.append(_asked(store, part, today)))  # type: ignore[misc]
                other = b.timed(lambda match=match: raw.ids(match))  # type: ignore[misc]
                if number:
                    found.ours.append(ours)
                    found.raw.append(other)
    return found


def _asked(store: Store, text: str, today: Any) -> int:
    """What one keystroke costs the reader thread: the ids in order, and the rows of the first page."""
    with store.reading() as connection:
        ids = case_query.ids(connection, Asked(text=text), today)
        case_query.rows(connection, list(ids[:PAGE]))
    return len(ids)


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    folder = b.many(chosen.persons)
    store = b.opened(folder)
    connection = b.connect(folder / "register.db", b.key_of(folder))
    try:
        found = typed(store, Raw(connection), chosen.rounds)
    finally:
        connection.close()
        store.close()
    ours, raw = quantiles(found.ours, n=20), quantiles(found.raw, n=20)
    shown = f"{len(found.ours)} keystrokes, {chosen.persons:,} persons"
    b.line(f"search as you type, p50 of {shown}", b.ms(ours[9]), b.ms(raw[9]), b.times(ours[9] / raw[9]))
    b.line(
        f"search as you type, p95 of {shown}",
        b.ms(ours[18]),
        b.ms(raw[18]),
        b.times(ours[18] / raw[18]),
        f"<= {b.ms(P95_S)}",
        met=ours[18] <= P95_S,
    )


if __name__ == "__main__":
    main()
