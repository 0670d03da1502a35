"""What the benchmarks share: options, timing beside a raw reference, the line of the table, and the store of many.

A ratio is taken inside one round: Pana and the raw reference run one after the other, in turns first. A line of the
table holds medians with [least-most] over the rounds. Nothing but stdout and `build/out/bench` is written.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import sqlalchemy as sa

from app.services import demo, demo_office
from app.store import slots, sqlcipher
from app.store.store import Store, open_store

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "build" / "out" / "bench"
AS_OF = date(2026, 11, 25)
MANY, FEW = 100_000, 2_000
PRAGMAS = (
    "foreign_keys = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",
    "synchronous = FULL",
    "trusted_schema = OFF",
)
"""As the store sets them: the raw reference shall differ in nothing but our code."""


class Options(NamedTuple):
    """How much is measured."""

    persons: int
    quick: bool
    rounds: int


def options() -> Options:
    """The options that every benchmark understands; one that it does not need changes nothing."""
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("--persons", type=int, help=f"persons in the store of the lists (default {MANY:,})")
    parser.add_argument("--quick", action="store_true", help=f"small sizes ({FEW:,} persons): to see that it runs")
    parser.add_argument("--rounds", type=int, help="rounds of each measurement (default 5, with --quick 3)")
    given = parser.parse_args()
    return Options(
        persons=given.persons or (FEW if given.quick else MANY),
        quick=given.quick,
        rounds=given.rounds or (3 if given.quick else 5),
    )


# -- timing and the table ---------------------------------------------------------------------------------------------


class Measured(NamedTuple):
    """Seconds of Pana and of the raw reference, round by round."""

    ours: tuple[float, ...]
    raw: tuple[float, ...]

    @property
    def ratios(self) -> tuple[float, ...]:
        """Pana by raw, round by round."""
        return tuple(a / b for a, b in zip(self.ours, self.raw, strict=True))


def timed(work: Callable[[], Any]) -> float:
    """The seconds that something takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def interleaved(
    rounds: int, ours: Callable[[], float], raw: Callable[[], float], *, raw_needs_ours: bool = False
) -> Measured:
    """Both measurements, `rounds` times after one round to warm up, each first in turns.

    `ours` and `raw` give the seconds of their own timing. With `raw_needs_ours` Pana always goes first.
    """
    found: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds + 1):
        pair = [(0, ours), (1, raw)]
        if number % 2 and not raw_needs_ours:
            pair.reverse()
        for place, measure in pair:
            gc.collect()
            seconds = measure()
            if number:
                found[place].append(seconds)
    return Measured(tuple(found[0]), tuple(found[1]))


def spread(values: Sequence[float], form: Callable[[float], str]) -> str:
    """Median [least-most], the unit once."""
    least, most = (form(end(values)).rstrip(" msx/") for end in (min, max))
    return f"{form(median(values))} [{least}-{most}]"


def ms(seconds: float) -> str:
    """Milliseconds, with as many figures as mean something."""
    value = seconds * 1000
    return f"{value:,.0f} ms" if value >= 100 else f"{value:.1f} ms" if value >= 1 else f"{value:.2f} ms"


def times(value: float) -> str:
    """A ratio."""
    return f"{value:.1f}x" if value >= 10 else f"{value:.2f}x"


def line(what: str, ours: str, raw: str, ratio: str, target: str = "", *, met: bool | None = None) -> None:
    """One line of the table: what, Pana, raw reference, ratio, target, met."""
    verdict = {True: "yes", False: "**no**", None: "-"}[met]
    print(f"| {what} | {ours} | {raw} | {ratio} | {target or '-'} | {verdict} |", flush=True)


def compare(what: str, found: Measured, *, at_most: float | None = None, form: Callable[[float], str] = ms) -> None:
    """The line of a measurement whose target is a ratio."""
    line(
        what,
        spread(found.ours, form),
        spread(found.raw, form),
        spread(found.ratios, times),
        f"<= {at_most:g}x" if at_most else "",
        met=median(found.ratios) <= at_most if at_most else None,
    )


# -- stores -----------------------------------------------------------------------------------------------------------


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder on the same disk as the cache, gone afterwards."""
    CACHE.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="scratch-", dir=CACHE))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def many(persons: int) -> Path:
    """The folder of a demo office of so many persons, made once and kept."""
    folder = CACHE / f"persons-{persons}"
    marker = CACHE / f"persons-{persons}.json"
    if marker.is_file():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    CACHE.mkdir(parents=True, exist_ok=True)
    store = demo_office.create(folder)
    began = time.perf_counter()
    try:
        demo.fill(store, persons, as_of=AS_OF)
    finally:
        store.close()
    seconds = time.perf_counter() - began
    marker.write_text(json.dumps({"persons": persons, "seconds": round(seconds, 1)}), encoding="utf-8")
    return folder


def making(persons: int) -> float:
    """The seconds in which that office was made."""
    many(persons)
    found = json.loads((CACHE / f"persons-{persons}.json").read_text(encoding="utf-8"))
    return float(found["seconds"])


def opened(folder: Path) -> Store:
    """An office of ours, unlocked."""
    return open_store(folder, demo_office.USER, demo_office.PASSPHRASE)


def key_of(folder: Path) -> bytes:
    """The raw key of the register of an office of ours."""
    return slots.unlock(folder, demo_office.USER, demo_office.PASSPHRASE).keys.database


# -- the raw driver ---------------------------------------------------------------------------------------------------

Statement = tuple[str, Any, bool]
"""Text, parameters, and whether it is for many rows."""


def connect(path: Path, key: bytes | None, *, create: bool = False) -> Any:
    """The driver alone, with the pragmas of the store; without a key a plain file."""
    mode = "rwc" if create else "rw"
    raw = sqlcipher.dbapi2.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None)
    if key is not None:
        raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")
    if create:
        raw.execute("PRAGMA journal_mode = WAL")
    return raw


@contextmanager
def noted(engine: sa.Engine) -> Iterator[list[Statement]]:
    """What the store has the driver write, statement by statement."""
    found: list[Statement] = []

    def note(_c: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, many: bool) -> None:
        if statement.lstrip()[:6].upper() in ("INSERT", "UPDATE", "DELETE"):
            found.append((statement, parameters, many))

    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def replay(raw: Any, statements: Sequence[Statement]) -> None:
    """The same rows through the driver, in one transaction with the same commit."""
    raw.execute("BEGIN IMMEDIATE")
    for statement, parameters, several in statements:
        if several:
            raw.executemany(statement, parameters)
        else:
            raw.execute(statement, parameters)
    raw.execute("COMMIT")
