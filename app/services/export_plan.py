"""What goes into the next bundle: which entries, which attachments, which receipts, shared out over parts.

Not here: writing it (`exchange.py`), and what a bundle looks like (`app.sync`).
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

import msgspec

from app.base.errors import Refusal
from app.journal.chain import Head
from app.journal.entry import LINE_EXTRA_BYTES
from app.services.enrolment import Credentials
from app.store import peers
from app.store.peers import Connection, Run, blobs_of
from app.store.store import Store
from app.sync import limits, parcel
from app.sync.manifest import Mark
from app.sync.parcel import Blob

PART_BYTES = 64 * limits.MIB
"""Raw journal in one part, about 100,000 entries: the receiver holds a part in memory and takes it in as one."""
_QUIET = frozenset({"bundle.written", "sync.import", "session.opened", "session.closed"})
"""What the desk itself leaves in the chain; alone it is no reason for a stick, and travels with the next one."""


class _Kind(msgspec.Struct):
    k: str


class Part(NamedTuple):
    """One part of a bundle: the entries and the attachments in it."""

    runs: tuple[Run, ...]
    blobs: tuple[Blob, ...]


class Plan(NamedTuple):
    """A bundle to one addressee, in parts."""

    parts: tuple[Part, ...]
    heads: tuple[Mark, ...]
    acks: tuple[Mark, ...]
    wants: tuple[str, ...]


class _Unsent(NamedTuple):
    """The entries to send: parts of them, their raw size, the attachments they name, and whether any is news."""

    parts: list[tuple[Run, ...]]
    last_bytes: int
    named: dict[str, int]
    news: bool


def addressees(store: Store, own: Credentials, to: str) -> list[str]:
    """To whom the next bundle goes: from an office to the centre; from the centre to those who await a receipt.

    *Refuses*: `exchange.addressee`, `exchange.nothing_new`.
    """
    centre = own.roster.centre()
    if store.office.kind != "centre":
        if centre is None or to not in ("", centre.replica):
            raise Refusal("exchange.addressee", field="to", to=to)
        return [centre.replica]
    if to:
        if to == store.replica or own.roster.active(to) is None:
            raise Refusal("exchange.addressee", field="to", to=to)
        return [to]
    with store.reading() as connection:
        writers = sorted({head.o for head in peers.heads(connection)} - {store.replica})
        waiting = [o for o in writers if own.roster.active(o) and peers.unacknowledged(connection, o)]
    if not waiting:
        raise Refusal("exchange.nothing_new")
    return waiting


def make(store: Store, to: str) -> Plan:
    """Everything for one addressee.

    *Refuses*: `exchange.nothing_new`.
    """
    with store.reading() as connection:
        if store.office.kind == "centre":
            return _receipt(store, connection, to)
        unsent = _unsent(connection, store.replica)
        wanted = dict.fromkeys(peers.wanted(connection), 0)
        heads = peers.heads(connection)
    blobs = _existing(store, {**wanted, **unsent.named})
    if not unsent.news and not any(blob.h in wanted for blob in blobs):
        raise Refusal("exchange.nothing_new")
    shares = parcel.share_out(blobs, unsent.last_bytes)
    parts = [Part(runs, ()) for runs in unsent.parts[:-1]]
    parts.append(Part(unsent.parts[-1] if unsent.parts else (), tuple(shares[0])))
    parts += [Part((), tuple(share)) for share in shares[1:]]
    held = tuple(_mark(head) for head in heads)
    return Plan(tuple(parts), held, tuple(mark for mark in held if mark.o != store.replica), ())


def _receipt(store: Store, connection: Connection, to: str) -> Plan:
    """The receipt for an office: its own chains as they stand here, and nothing of anybody else."""
    marks = tuple(_mark(head) for head in peers.heads(connection) if head.o == to)
    if not marks:
        raise Refusal("exchange.nothing_new")
    return Plan((Part((), ()),), marks, marks, peers.missing(connection, to)[: limits.WANTS])


def _mark(head: Head) -> Mark:
    return Mark(head.o, head.e, head.n, head.h)


def _unsent(connection: Connection, replica: str) -> _Unsent:
    parts: list[tuple[Run, ...]] = []
    named: dict[str, int] = {}
    size, news = 0, False
    current: list[Run] = []
    for run in peers.unacknowledged(connection, replica):
        first = run.first
        for n, env, _salt, body in peers.rows_of_run(connection, run):
            length = len(env) + len(body or b"") + LINE_EXTRA_BYTES
            if size and size + length > PART_BYTES:
                current += [run._replace(first=first, last=n - 1)] if n > first else []
                parts.append(tuple(current))
                current, size, first = [], 0, n
            size += length
            news = news or msgspec.json.decode(env, type=_Kind).k not in _QUIET
            named.update((blob.h, blob.z) for blob in blobs_of(body))
        current.append(run._replace(first=first))
    return _Unsent([*parts, tuple(current)] if current else parts, size, named, news)


def _existing(store: Store, named: dict[str, int]) -> list[Blob]:
    """The attachments that are here; a size that is not known from an entry is taken from the file."""
    found = []
    for h, size in named.items():
        if store.blobs.has(h):
            found.append(Blob(h, size or len(store.blobs.get(h)), partial(store.blobs.get, h)))
    return found


def lines(store: Store, runs: tuple[Run, ...]) -> Iterator[bytes]:
    """The lines of a part, read while it is packed."""
    if runs:
        with store.reading() as connection:
            yield from peers.lines(connection, runs)
