"""A bundle of 10,000 facts out of an office and into the centre, beside compressing, encrypting and writing raw bytes.

Raw out: zstd level 3, ChaCha20-Poly1305 in 64 KiB, write, fsync of the same lines. Raw in: decrypt, unzip, split, and
`executemany` of the same journal rows with one commit. Pana also signs, chains, hashes, checks, reads back, keeps a
copy, folds every case, and writes lists and search.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from statistics import median
from typing import Any

import _bench as b
import zstandard
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.domain.permissions import Actor
from app.services import demo, demo_office, enrolment, exchange, offices
from app.store.store import NewStore, Store

CENTRE = NewStore(
    purpose="demo",
    kind="centre",
    region="",
    office="CEN00",
    workstation=1,
    name_kk="Орталық",
    name_ru="Центр",
    admin=demo_office.USER,
    admin_name="Айгерім Омарова",
)
AUTHORITY = "authority of the bench"
CHUNK = 64 * 1024
KEY = bytes(range(32))
OUT_AT_MOST, IN_AT_MOST, IN_LEAST_PER_S = 2.2, 12.0, 10_000.0  # exchange.md 0
PERSONS = 850  # about 10,000 facts


def actor(store: Store) -> Actor:
    """Who sends and takes in."""
    return store.actor(demo_office.USER)


def enrolled(folder: Path, persons: int) -> Store:
    """An office full of facts, and the centre of its trust, closed, beside it."""
    office = demo_office.create(folder / "office")
    demo.fill(office, persons, as_of=b.AS_OF)
    centre = offices.make(folder / "centre", CENTRE, demo_office.PASSPHRASE).store
    response = enrolment.certify(centre, actor(centre), enrolment.make_request(office, actor(office)), AUTHORITY)
    enrolment.install(office, actor(office), response)
    centre.close()
    return office


def journal_of(office: Store) -> list[tuple[Any, ...]]:
    """The rows of the journal as they stand."""
    with office.reading() as connection:
        found = connection.exec_driver_sql("SELECT o, e, n, h, env, salt, body FROM journal ORDER BY o, e, n")
        return [tuple(row) for row in found]


def raw_out(path: Path, lines: list[bytes]) -> None:
    """Compress, encrypt, write, fsync."""
    packed = zstandard.ZstdCompressor(level=3).compress(b"".join(lines))
    cipher = ChaCha20Poly1305(KEY)
    with path.open("wb") as file:
        for number in range(0, len(packed), CHUNK):
            file.write(cipher.encrypt(number.to_bytes(12, "big"), packed[number : number + CHUNK], None))
        file.flush()
        os.fsync(file.fileno())


def raw_register(path: Path) -> Any:
    """An empty journal for the driver alone."""
    raw = b.connect(path, KEY, create=True)
    raw.execute(
        "CREATE TABLE journal(o TEXT, e INTEGER, n INTEGER, h TEXT, env BLOB, salt BLOB, body BLOB,"
        " PRIMARY KEY(o, e, n))"
    )
    return raw


def raw_in(path: Path, raw: Any) -> None:
    """Decrypt, unzip, split, and insert the rows, durable."""
    data, cipher, size = path.read_bytes(), ChaCha20Poly1305(KEY), CHUNK + 16
    pieces = [
        cipher.decrypt((at // size * CHUNK).to_bytes(12, "big"), data[at : at + size], None)
        for at in range(0, len(data), size)
    ]
    text = zstandard.ZstdDecompressor().decompress(b"".join(pieces))
    rows = [part.split(b"\t") for part in text.split(b"\n") if part]
    raw.execute("BEGIN IMMEDIATE")
    raw.executemany(
        "INSERT INTO journal VALUES ('ALA01-S1', 1, ?, ?, ?, ?, ?)",
        [(at, f"{at:064x}", row[0], row[1], row[2]) for at, row in enumerate(rows)],
    )
    raw.execute("COMMIT")


def fresh(path: Path) -> Path:
    """A folder made anew."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir()
    return path


def send(office: Store, folder: Path) -> float:
    """Seconds of one export; what came out stays in the folder."""
    place = fresh(folder / "stick")
    return b.timed(lambda: exchange.export(office, actor(office), place))


def take(folder: Path) -> float:
    """Seconds of the import into a centre that has nothing yet."""
    shutil.rmtree(folder / "taking", ignore_errors=True)
    shutil.copytree(folder / "centre", folder / "taking")
    centre = b.opened(folder / "taking")
    try:
        return b.timed(lambda: exchange.import_bundles(centre, actor(centre), folder / "stick"))
    finally:
        centre.close()


def write_raw(folder: Path, lines: list[bytes]) -> float:
    """Seconds of the raw way out."""
    return b.timed(lambda: raw_out(folder / "raw.bin", lines))


def read_raw(folder: Path) -> float:
    """Seconds of the raw way in."""
    for name in ("raw.db", "raw.db-wal", "raw.db-shm"):
        (folder / name).unlink(missing_ok=True)
    raw = raw_register(folder / "raw.db")
    try:
        return b.timed(lambda: raw_in(folder / "raw.bin", raw))
    finally:
        raw.close()


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    with b.scratch() as folder:
        office = enrolled(folder, 60 if chosen.quick else PERSONS)
        rows = journal_of(office)
        lines = [b"\t".join((env, salt.hex().encode(), body)) + b"\n" for *_, env, salt, body in rows]
        out = b.interleaved(chosen.rounds, lambda: send(office, folder), lambda: write_raw(folder, lines))
        size = next((folder / "stick" / "AKB").glob("*.akb")).stat().st_size
        raw_size = (folder / "raw.bin").stat().st_size
        office.close()
        taken = b.interleaved(chosen.rounds, lambda: take(folder), lambda: read_raw(folder))
    b.compare(f"bundle of {len(rows):,} facts out ({size // 1000:,} KB; raw {raw_size // 1000:,} KB)", out,
              at_most=OUT_AT_MOST)  # fmt: skip
    rate = len(rows) / median(taken.ours)
    b.line(
        f"bundle of {len(rows):,} facts in ({rate:,.0f} facts/s)",
        b.spread(taken.ours, b.ms),
        b.spread(taken.raw, b.ms),
        b.spread(taken.ratios, b.times),
        f"<= {IN_AT_MOST:g}x and >= {IN_LEAST_PER_S:,.0f} facts/s",
        met=median(taken.ratios) <= IN_AT_MOST and rate >= IN_LEAST_PER_S,
    )


if __name__ == "__main__":
    main()
