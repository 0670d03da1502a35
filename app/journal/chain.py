"""Chains: gap-free sequences of entries, each holding the hash of the one before."""

from collections.abc import Iterable
from typing import NamedTuple

from app.base.errors import Trouble
from app.journal.entry import NO_HASH, Entry


class Head(NamedTuple):
    """The last entry known of a chain; `n` = 0 for a chain that has none yet."""

    o: str
    e: int
    n: int
    h: str


def start(replica: str, epoch: int = 1, previous: str = NO_HASH) -> Head:
    """The head of a chain that has no entry yet; `previous` is the last hash of the epoch before."""
    return Head(replica, epoch, 0, previous)


def follow(head: Head, entry: Entry) -> Head:
    """The head after one more entry, which must be the next one.

    *Trouble*: `chain.foreign`, `chain.gap`, `chain.broken`.
    """
    envelope = entry.envelope
    if (envelope.o, envelope.e) != (head.o, head.e):
        raise Trouble("chain.foreign", at=envelope.n)
    if envelope.n > head.n + 1:
        raise Trouble("chain.gap", at=head.n + 1)
    if envelope.n != head.n + 1 or envelope.p != head.h:
        raise Trouble("chain.broken", at=envelope.n)
    return Head(head.o, head.e, envelope.n, entry.hash)


def verify(head: Head, entries: Iterable[Entry]) -> Head:
    """Follow a run of entries from a known head and give the new head.

    *Trouble*: as `follow`.
    """
    for entry in entries:
        head = follow(head, entry)
    return head
