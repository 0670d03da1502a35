"""What this store keeps about exchange: own keys and trust, heads and receipts of chains, bundles in and out.

Keys and trust stand in `machine`, inside the encrypted register, and in no file. Not here: what the bytes mean
(`app.sync`), and the entries of others (`incoming.py`).
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

import msgspec
import sqlalchemy as sa

from app.domain.facts.values import Blob
from app.journal.chain import Head
from app.journal.entry import Entry, is_digest, read_envelope, to_line
from app.store import local
from app.store.tables import bundle_in, bundle_out, chain, journal, machine

Connection = sa.Connection
"""A connection of this store, for those above this floor who hand one on."""

_KEYS = "exchange.keys"
_TRUST = "exchange.trust"
_WANTED = "exchange.wanted"
_MISSING = "exchange.missing."


class Keys(msgspec.Struct, frozen=True):
    """The secret keys of this workstation: 32 bytes to sign with, an age identity to decrypt with, its public half."""

    signing: bytes
    secret: str
    recipient: str


class Trust(msgspec.Struct, frozen=True):
    """What enrolment gave: the own certificate, the authority's, and the roster with its signature."""

    certificate: bytes
    ca: bytes
    roster: bytes
    signature: bytes


class Run(NamedTuple):
    """Entries of one chain from `first` to `last`."""

    o: str
    e: int
    first: int
    last: int


class Sent(NamedTuple):
    """A bundle that was written; `first` and `last` are 0 when it has no entries."""

    to: str
    no: int
    part: int
    sha256: str
    manifest_sha256: str
    first: int
    last: int
    at: int


class Received(NamedTuple):
    """A bundle that was imported."""

    sha256: str
    sender: str
    no: int
    part: int
    entries: int
    at: int


# -- keys and trust --------------------------------------------------------------------------------------------------


def keys(connection: sa.Connection) -> Keys | None:
    """The keys of this workstation, once they were made."""
    data = local.get(connection, _KEYS)
    return None if data is None else msgspec.msgpack.decode(data, type=Keys)


def keep_keys(connection: sa.Connection, kept: Keys) -> None:
    """Keep the keys of this workstation."""
    local.put(connection, _KEYS, msgspec.msgpack.encode(kept))


def trust(connection: sa.Connection) -> Trust | None:
    """What enrolment gave, once it did."""
    data = local.get(connection, _TRUST)
    return None if data is None else msgspec.msgpack.decode(data, type=Trust)


def keep_trust(connection: sa.Connection, kept: Trust) -> None:
    """Keep what enrolment gave, in place of the older."""
    local.put(connection, _TRUST, msgspec.msgpack.encode(kept))


# -- chains ----------------------------------------------------------------------------------------------------------


def heads(connection: sa.Connection) -> list[Head]:
    """The last stored entry of every chain that has one."""
    rows = connection.execute(sa.select(chain).where(chain.c.last_n > 0).order_by(chain.c.o, chain.c.e))
    return [Head(row.o, row.e, row.last_n, row.last_h) for row in rows]


def head(connection: sa.Connection, o: str, e: int) -> Head | None:
    """The last stored entry of one chain."""
    row = connection.execute(sa.select(chain).where(chain.c.o == o, chain.c.e == e)).one_or_none()
    return Head(row.o, row.e, row.last_n, row.last_h) if row else None


def hash_at(connection: sa.Connection, o: str, e: int, n: int) -> str | None:
    """The hash of a stored entry."""
    place = (journal.c.o == o) & (journal.c.e == e) & (journal.c.n == n)
    return connection.execute(sa.select(journal.c.h).where(place)).scalar_one_or_none()


def unacknowledged(connection: sa.Connection, o: str) -> list[Run]:
    """The entries of a chain, epoch by epoch, that were not acknowledged.

    For the own chain: by the centre. For a chain of others: as far as its writer is known to have our receipt.
    """
    query = sa.select(chain).where(chain.c.o == o, chain.c.last_n > chain.c.acked_n).order_by(chain.c.e)
    return [Run(row.o, row.e, row.acked_n + 1, row.last_n) for row in connection.execute(query)]


def acknowledge(connection: sa.Connection, mark: Head) -> bool:
    """Note up to where a chain was received; False, and nothing noted, when that entry is not the one stored here.

    An acknowledgement may go down: a centre put back from a backup has lost what it had.
    """
    if hash_at(connection, mark.o, mark.e, mark.n) != mark.h:
        return False
    place = (chain.c.o == mark.o) & (chain.c.e == mark.e)
    connection.execute(chain.update().where(place).values(acked_n=mark.n, acked_h=mark.h))
    return True


def rows_of_run(connection: sa.Connection, run: Run) -> Iterator[tuple[int, bytes, bytes | None, bytes | None]]:
    """The stored entries of a run in order: place, envelope, salt, payload."""
    place = (journal.c.o == run.o) & (journal.c.e == run.e) & journal.c.n.between(run.first, run.last)
    query = sa.select(journal.c.n, journal.c.env, journal.c.salt, journal.c.body).where(place).order_by(journal.c.n)
    for row in connection.execute(query):
        yield row[0], row[1], row[2], row[3]


def lines(connection: sa.Connection, runs: Sequence[Run]) -> Iterator[bytes]:
    """The lines of a bundle for some runs."""
    for run in runs:
        for _n, env, salt, body in rows_of_run(connection, run):
            yield to_line(Entry(read_envelope(env), env, "", salt, body))


# -- bundles ---------------------------------------------------------------------------------------------------------


def last_sent(connection: sa.Connection, to: str) -> Sent | None:
    """The newest bundle to an addressee."""
    out = bundle_out.c
    query = sa.select(
        out.to, out.no, out.part, out.sha256, out.manifest_sha256, out.first, out.last, out.at
    ).where(out.to == to)  # fmt: skip
    row = connection.execute(query.order_by(out.no.desc(), out.part.desc()).limit(1)).one_or_none()
    return Sent(*row) if row else None


def note_sent(connection: sa.Connection, sent: Sent) -> None:
    """Keep a bundle that was written."""
    connection.execute(bundle_out.insert().values(**sent._asdict()))


def received(connection: sa.Connection, sha256: str) -> Received | None:
    """The bundle with this digest, if it was imported."""
    row = connection.execute(sa.select(bundle_in).where(bundle_in.c.sha256 == sha256)).one_or_none()
    return Received(*row) if row else None


def newest_received(connection: sa.Connection, sender: str) -> int:
    """The highest number of a bundle imported from a sender; 0 when none was."""
    query = sa.select(sa.func.max(bundle_in.c.no)).where(bundle_in.c.sender == sender)
    return connection.execute(query).scalar() or 0


def note_received(connection: sa.Connection, taken: Received) -> None:
    """Keep a bundle that was imported."""
    connection.execute(bundle_in.insert().values(**taken._asdict()))


# -- attachments -----------------------------------------------------------------------------------------------------


class _Payload(msgspec.Struct):
    blobs: tuple[Blob, ...] = ()


def blobs_of(body: bytes | None) -> Iterator[Blob]:
    """The attachments that a payload names, also one of a kind that this program does not know."""
    if body is not None and b'"blobs":' in body:
        with suppress(msgspec.DecodeError):  # what a newer program names in another shape is not known here
            yield from (blob for blob in msgspec.json.decode(body, type=_Payload).blobs if is_digest(blob.h))


def all_missing(connection: sa.Connection) -> set[str]:
    """Attachments of others that have not come, and are known not to have."""
    chosen = sa.select(machine.c.value).where(machine.c.key.startswith(_MISSING, autoescape=True))
    return {h for value in connection.execute(chosen).scalars() for h in _digests(value)}


def missing(connection: sa.Connection, sender: str) -> tuple[str, ...]:
    """Attachments that entries of a sender name and that have not come."""
    return _digests(local.get(connection, _MISSING + sender))


def note_missing(connection: sa.Connection, sender: str, digests: Sequence[str]) -> None:
    """Keep which attachments of a sender have not come."""
    local.put(connection, _MISSING + sender, msgspec.json.encode(sorted(set(digests))))


def wanted(connection: sa.Connection) -> tuple[str, ...]:
    """Attachments that the centre asked for in its newest bundle."""
    return _digests(local.get(connection, _WANTED))


def note_wanted(connection: sa.Connection, digests: Sequence[str]) -> None:
    """Keep which attachments the centre asks for."""
    local.put(connection, _WANTED, msgspec.json.encode(sorted(set(digests))))


def _digests(data: bytes | None) -> tuple[str, ...]:
    return msgspec.json.decode(data, type=tuple[str, ...]) if data else ()
