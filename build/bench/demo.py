"""How fast a demo office is made, and what the encryption of the register costs by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import _bench as b

from app.services import demo, demo_office

LIMIT_S = 300.0  # issue 2: 100,000 persons in under five minutes


def written_by(persons: int, folder: Path) -> tuple[list[str], list[b.Statement]]:
    """The tables of a register, and everything that a demo office of so many persons has written into it."""
    store = demo_office.create(folder / "source")
    try:
        with b.noted(store.databases.writer) as statements:
            demo.fill(store, persons, as_of=b.AS_OF)
    finally:
        store.close()
    raw = b.connect(folder / "source" / "register.db", b.key_of(folder / "source"))
    found = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    raw.close()
    return [sql for name, sql in found if not name.startswith(("person_search_", "sqlite_"))], statements


def insertion(folder: Path, key: bytes | None, schema: list[str], statements: list[b.Statement]) -> float:
    """The seconds of those statements in an empty register of their own."""
    path = folder / ("encrypted.db" if key else "plain.db")
    raw: Any = b.connect(path, key, create=True)
    for sql in schema:
        raw.execute(sql)
    seconds = b.timed(lambda: b.replay(raw, statements))
    raw.close()
    path.unlink()
    return seconds


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    seconds = b.making(chosen.persons)
    b.line(
        f"demo office of {chosen.persons:,} persons, one run",
        f"{seconds:.0f} s",
        "-",
        f"{chosen.persons / seconds:,.0f} persons/s",
        "<= 300 s for 100,000",
        met=seconds / chosen.persons <= LIMIT_S / b.MANY,
    )
    with b.scratch() as folder:
        persons = 200 if chosen.quick else b.FEW
        schema, statements = written_by(persons, folder)
        found = b.interleaved(
            chosen.rounds,
            lambda: insertion(folder, bytes(range(32)), schema, statements),
            lambda: insertion(folder, None, schema, statements),
        )
    b.compare(f"register rows of {persons:,} persons by the driver: encrypted, against plain", found, at_most=1.25)


if __name__ == "__main__":
    main()
