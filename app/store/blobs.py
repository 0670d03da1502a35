"""Scans, photos and issued papers by their SHA-256, in the second encrypted database of a store.

A blob is durable before `put` returns, so the entry that names it may be written afterwards; one that no entry and no
draft names is collected later. Not here: what a file shows, or whether it may be stored (`imaging`, `domain`).
"""

import hashlib
from collections.abc import Callable, Collection, Iterable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple, Self

import sqlalchemy as sa

from app.base.clock import Clock
from app.base.errors import Trouble
from app.store.engine import Databases, check_integrity, open_database
from app.store.slots import StoreKeys

NAME = "blobs.db"
_SLICE = 500

_metadata = sa.MetaData()
_blob = sa.Table(
    "blob",
    _metadata,
    sa.Column("h", sa.String, primary_key=True),
    sa.Column("type", sa.String, nullable=False),
    sa.Column("z", sa.Integer, nullable=False),
    sa.Column("put_ms", sa.Integer, nullable=False),  # before the data: read without touching its overflow pages
    sa.Column("data", sa.LargeBinary, nullable=False),
)


class Blob(NamedTuple):
    """A stored file: SHA-256 in lower-case hex, size in bytes, MIME type."""

    h: str
    z: int
    type: str


class Blobs:
    """The files of a store, found by what they contain.

    `clock` dates a blob for `collect`; it is the computer's clock, also in a story.
    """

    def __init__(self, databases: Databases, clock: Clock | None = None) -> None:
        self._databases = databases
        self._clock = clock or Clock()

    @classmethod
    def open(
        cls,
        folder: Path,
        keys: StoreKeys,
        *,
        create: bool = False,
        read_only: bool = False,
        clock: Clock | None = None,
    ) -> Self:
        """Open the files of a store, or make an empty collection.

        Trouble: as `engine.open_database`.
        """
        databases = open_database(folder / NAME, keys.blobs, create=create, read_only=read_only)
        try:
            if not read_only:
                with databases.writer.begin() as connection:
                    _metadata.create_all(connection)
        except BaseException:
            databases.close()
            raise
        return cls(databases, clock)

    def put(self, data: bytes, mime: str) -> Blob:
        """Store a file, durably; the same bytes are kept once, and their age starts anew.

        Trouble: store.disk_full, store.read_only, store.busy, store.io.
        """
        blob = Blob(hashlib.sha256(data).hexdigest(), len(data), mime)
        now = self._clock.now_ms()
        with self._databases.writer.begin() as connection:
            again = sa.update(_blob).where(_blob.c.h == blob.h).values(put_ms=now)
            if not connection.execute(again).rowcount:
                row = {"h": blob.h, "type": mime, "z": blob.z, "put_ms": now, "data": data}
                connection.execute(sa.insert(_blob), row)
        return blob

    def get(self, h: str) -> bytes:
        """The bytes of a file, compared with their digest.

        Trouble: store.blob_missing, store.blob_damaged, store.damaged.
        """
        with self._databases.reader.connect() as connection:
            data = connection.execute(sa.select(_blob.c.data).where(_blob.c.h == h)).scalar_one_or_none()
        if data is None:
            raise Trouble("store.blob_missing", h=h)
        if hashlib.sha256(data).hexdigest() != h:
            raise Trouble("store.blob_damaged", h=h)
        return bytes(data)

    def has(self, h: str) -> bool:
        """True when the file is here."""
        with self._databases.reader.connect() as connection:
            return connection.execute(sa.select(_blob.c.z).where(_blob.c.h == h)).first() is not None

    def lacking(self, named: Iterable[str]) -> list[str]:
        """Of these digests those that are not here, in order."""
        with self._databases.reader.connect() as connection:
            return sorted(set(named).difference(connection.execute(sa.select(_blob.c.h)).scalars()))

    def collect(self, keep: Callable[[str], bool] | Collection[str], older_than: timedelta) -> int:
        """Delete the files that nobody names and that were put longer ago than this; returns how many.

        `keep` holds, or answers for, the digests that an entry or a draft names.
        """
        named = keep if callable(keep) else frozenset(keep).__contains__
        before = self._clock.now_ms() - int(older_than.total_seconds() * 1000)
        with self._databases.reader.connect() as connection:
            old = connection.execute(sa.select(_blob.c.h).where(_blob.c.put_ms < before)).scalars().all()
        unnamed = [h for h in old if not named(h)]
        gone = 0
        for start in range(0, len(unnamed), _SLICE):
            chosen = _blob.c.h.in_(unnamed[start : start + _SLICE])
            with self._databases.writer.begin() as connection:
                # The age is asked again: somebody may just have put the same bytes.
                gone += connection.execute(sa.delete(_blob).where(chosen, _blob.c.put_ms < before)).rowcount
        return gone

    def check(self) -> list[str]:
        """Every complaint of the integrity checks of this database."""
        return check_integrity(self._databases.reader)

    def close(self) -> None:
        """Close the database."""
        self._databases.close()
