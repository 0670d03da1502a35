"""Holds the entries of a bundle against its manifest and against what the store already has of their chains."""

from collections.abc import Callable
from typing import NamedTuple

from app.base.errors import Trouble
from app.journal import chain
from app.journal.chain import Head
from app.journal.entry import NO_HASH, Entry
from app.sync.manifest import ChainRange
from app.sync.roster import CutOff


class Stored(NamedTuple):
    """What the receiving store knows: the head of a chain, and the hash of one stored entry."""

    head: Callable[[str, int], Head | None]
    hash_at: Callable[[str, int, int], str | None]


class Continuity:
    """Takes the entries of a bundle in order; tells the new ones from those that are stored already."""

    def __init__(self, ranges: tuple[ChainRange, ...], stored: Stored, cutoff: CutOff | None) -> None:
        self._ranges = ranges
        self._stored = stored
        self._cutoff = cutoff
        self._at = 0
        self._heads: dict[tuple[str, int], Head] = {}
        self._known: dict[tuple[str, int], int] = {}  # as it was before the first entry: the caller stores as it reads
        for one in ranges:
            self._check_join(one)
            self._heads[(one.o, one.e)] = Head(one.o, one.e, one.last, one.head)
        self._head = self._start()
        self.skipped = 0
        self.fresh = 0

    def take(self, entry: Entry) -> bool:
        """True when the entry is new, False when the store has it already.

        *Trouble*: `sync.chain_broken`, `sync.chain_fork`, `sync.revoked_signer`.
        """
        if self._head is None:
            raise Trouble("sync.chain_broken", cause="more_entries", at=entry.envelope.n)
        self._head = chain.follow(self._head, entry)
        self._check_cutoff(self._head)
        fresh = self._is_fresh(self._head)
        self.fresh += fresh
        self.skipped += not fresh
        self._close_range(self._head)
        return fresh

    def finish(self) -> None:
        """Require that every range of the manifest has come.

        *Trouble*: `sync.chain_broken`.
        """
        if self._head is not None:
            raise Trouble("sync.chain_broken", cause="fewer_entries", at=self._head.n)

    def _start(self) -> Head | None:
        if self._at == len(self._ranges):
            return None
        one = self._ranges[self._at]
        return Head(one.o, one.e, one.first - 1, one.prev)

    def _close_range(self, head: Head) -> None:
        one = self._ranges[self._at]
        if head.n == one.last:
            if head.h != one.head:
                raise Trouble("sync.chain_broken", cause="head", at=head.n)
            self._at += 1
            self._head = self._start()

    def _is_fresh(self, head: Head) -> bool:
        if head.n > self._known[(head.o, head.e)]:
            return True
        if self._stored.hash_at(head.o, head.e, head.n) != head.h:
            raise Trouble("sync.chain_fork", chain=head.o, at=head.n)
        return False

    def _check_join(self, one: ChainRange) -> None:
        """Say before any entry is read whether the range continues what is stored."""
        known = self._stored.head(one.o, one.e)
        last = self._known[(one.o, one.e)] = known.n if known else 0
        if one.first > last + 1:
            raise Trouble("sync.chain_gap", chain=one.o, need=last + 1, first=one.first)
        before = self._stored.hash_at(one.o, one.e, one.first - 1) if one.first > 1 else self._before_epoch(one)
        if before != one.prev:
            raise Trouble("sync.chain_fork", chain=one.o, at=one.first - 1)

    def _before_epoch(self, one: ChainRange) -> str:
        """The hash on which the first entry of an epoch stands."""
        if one.e == 1:
            return NO_HASH
        previous = self._heads.get((one.o, one.e - 1)) or self._stored.head(one.o, one.e - 1)
        if previous is None:
            raise Trouble("sync.chain_gap", chain=one.o, need=1, first=1)
        return previous.h

    def _check_cutoff(self, head: Head) -> None:
        cut = self._cutoff
        if cut and (head.e, head.n) == (cut.e, cut.n) and head.h != cut.h:
            raise Trouble("sync.revoked_signer", replica=head.o)
