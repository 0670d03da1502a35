"""What the board of the first page asks: whatever is late or due within a week, in an office of 100,000 open cases.

Beside it a plain loop over the same rows: read every open deadline, keep those due, sort, look up the names.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from statistics import median
from typing import Any

import _bench as b
import sqlalchemy as sa

from app.domain.deadlines import open_deadlines
from app.store import tables
from app.store.projections import decode_deadline, decode_state
from app.store.rows.cases import DueRow, due_rows
from app.store.store import Store
from app.ui.pages.today import MOST, WEEK_DAYS

CASES, FEW_CASES = 100_000, 1_000
PERSONS_A_CASE = 1.8
"""As the demo office makes families; a little more, so that the cases suffice."""
AT_MOST_S = 1.0
SAMPLE = 2_000


def persons(chosen: b.Options) -> int:
    """The persons of the store: as asked for, else so many that their open cases suffice."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--persons", type=int)
    asked, _ = parser.parse_known_args(sys.argv[1:])
    return asked.persons or int((FEW_CASES if chosen.quick else CASES) * PERSONS_A_CASE)


def plain(raw: Any, by: date, most: int) -> list[DueRow]:
    """The same rows by a loop over all open deadlines."""
    last = by.isoformat()
    due = [row for row in raw.execute("SELECT due, r, i, body FROM deadline") if row[0] <= last]
    due.sort(key=lambda row: row[:3])
    sql = "SELECT r, number, name_kk, name_latin FROM case_row WHERE place = 'applicant'"
    named = {row[0]: (row[1], row[2], row[3]) for row in raw.execute(sql)}
    return [DueRow(r, *named[r], decode_deadline(body)) for _due, r, _i, body in due[:most]]


def asked(store: Store, by: date) -> list[DueRow]:
    """As the page asks."""
    with store.reading() as connection:
        return list(due_rows(connection, by=by, limit=MOST))


def anew(store: Store) -> float:
    """Seconds for which the board would wait if the deadlines of all cases were computed for it (from a sample)."""
    with store.reading() as connection:
        kept = list(connection.execute(sa.select(tables.record.c.state).limit(SAMPLE)).scalars())
        total = connection.execute(sa.select(sa.func.count()).select_from(tables.record)).scalar() or 0
    seconds = b.timed(lambda: [open_deadlines(decode_state(s), store.calendar, store.settings) for s in kept])
    return seconds * total / max(1, len(kept))


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    folder = b.many(persons(chosen))
    store = b.opened(folder)
    by = b.AS_OF + timedelta(days=WEEK_DAYS)
    try:
        raw = b.connect(folder / "register.db", b.key_of(folder))
        cases = raw.execute("SELECT count(DISTINCT r) FROM deadline").fetchone()[0]
        rows = raw.execute("SELECT count(*) FROM deadline").fetchone()[0]
        if asked(store, by) != plain(raw, by, MOST):
            raise SystemExit("the board and the plain loop differ")
        found = b.interleaved(
            chosen.rounds, lambda: b.timed(lambda: asked(store, by)), lambda: b.timed(lambda: plain(raw, by, MOST))
        )
        ours, other, ratio = b.spread(found.ours, b.ms), b.spread(found.raw, b.ms), b.spread(found.ratios, b.times)
        what = f"board of the week: {rows:,} open deadlines of {cases:,} open cases"
        b.line(what, ours, other, ratio, "< 1 s", met=median(found.ours) < AT_MOST_S)
        b.line(f"the deadlines of these cases computed anew ({SAMPLE:,} measured)", b.ms(anew(store)), "-", "-")
        raw.close()
    finally:
        store.close()


if __name__ == "__main__":
    main()
