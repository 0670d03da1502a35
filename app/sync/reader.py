"""Reads a bundle in the one safe order: decrypt, strict archive, roster, signature, then JSON, sums, entries, blobs.

Everything is authenticated before it is parsed. Entries are given one by one; nothing of a bundle may be kept before
`finish` has returned.
"""

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from app.base.errors import Trouble
from app.journal.chain import Head
from app.journal.entry import Entry, from_line
from app.sync import age_box, limits, manifest, segments, ustar
from app.sync.continuity import Continuity, Stored
from app.sync.guard import refusing
from app.sync.keys import key_id, verifies
from app.sync.manifest import ChainRange, Manifest
from app.sync.medium import open_regular
from app.sync.roster import Listed, Roster

_SUM = re.compile(
    rb"([0-9a-f]{64})  ((?:journal/[0-9]{6}\.jsonl\.zst)|(?:blobs/([0-9a-f]{2})/(\3[0-9a-f]{62})(?:\.([0-9]{6}))?))"
)


class Sum(NamedTuple):
    """One line of `SHA256SUMS`; `blob` and `piece` for attachments only."""

    digest: str
    name: str
    blob: str
    piece: int | None


class Summary(NamedTuple):
    """What a bundle held: new entries, entries stored already, attachments."""

    fresh: int
    skipped: int
    blobs: int


class Reading:
    """A bundle whose sender and manifest are verified; read `entries`, then `blobs`, then `finish`."""

    def __init__(
        self, archive: ustar.Archive, sums: list[Sum], about: Manifest, sender: Listed, stored: Stored
    ) -> None:
        self._archive = archive
        self._journal = [one for one in sums if not one.blob]
        self._files = [one for one in sums if one.blob]
        self._continuity = Continuity(about.chains, stored, sender.cutoff)
        self._stage = 0
        self._bytes = 0
        self._blobs = 0
        self.manifest = about
        self.sender = sender

    def entries(self) -> Iterator[Entry]:
        """The verified entries that are new, in order; those stored already are skipped.

        *Trouble*: `sync.chain_broken`, `sync.chain_fork`, `sync.payload_missing`, `sync.revoked_signer`,
        `sync.non_canonical`, `sync.member_mismatch`, `sync.bundle_corrupt`, `sync.bundle_format`, `sync.limit`.
        """
        self._enter(0)
        with refusing("sync.bundle_format"):
            for one in self._journal:
                for line in segments.unpack(self._member(one, limits.SEGMENT_PACKED_BYTES)):
                    entry = from_line(line)
                    if entry.body is None:
                        raise Trouble("sync.payload_missing", at=entry.envelope.n)
                    if self._continuity.take(entry):
                        yield entry
            self._continuity.finish()
        self._stage = 1

    def blobs(self) -> Iterator[tuple[str, bytes]]:
        """The attachments: SHA-256 and bytes.

        *Trouble*: `sync.member_mismatch`, `sync.blob_mismatch`, `sync.bundle_format`, `sync.limit`.
        """
        self._enter(1)
        with refusing("sync.bundle_format"):
            at = 0
            while at < len(self._files):
                pieces = _pieces_of(self._files, at)
                at += len(pieces)
                yield pieces[0].blob, self._blob(pieces)
                self._blobs += 1
        self._stage = 2

    def finish(self) -> Summary:
        """Prove the end: nothing after the last member, and every count as the manifest says.

        *Trouble*: `sync.member_mismatch`, `sync.bundle_format`.
        """
        self._enter(2)
        with refusing("sync.bundle_format"):
            self._archive.close()
            seen = self._continuity.fresh + self._continuity.skipped
            counts = (self.manifest.entries, self.manifest.blobs, self.manifest.bytes)
            if (seen, self._blobs, self._bytes) != counts:
                raise Trouble("sync.member_mismatch", cause="counts")
        self._stage = 3
        return Summary(self._continuity.fresh, self._continuity.skipped, self._blobs)

    def _enter(self, stage: int) -> None:
        if self._stage != stage:
            raise RuntimeError("read entries, then blobs, then finish")

    def _member(self, one: Sum, limit: int) -> memoryview:
        data = self._archive.expect(one.name, limit)
        if hashlib.sha256(data).hexdigest() != one.digest:
            raise Trouble("sync.member_mismatch", cause="digest")
        self._bytes += len(data)
        return data

    def _blob(self, pieces: list[Sum]) -> bytes:
        data = b"".join(self._member(one, limits.PIECE_BYTES) for one in pieces)
        if pieces[0].piece is None:
            if pieces[0].digest != pieces[0].blob:
                raise Trouble("sync.member_mismatch", cause="blob")
        elif hashlib.sha256(data).hexdigest() != pieces[0].blob:
            raise Trouble("sync.blob_mismatch", h=pieces[0].blob)
        return data


def _pieces_of(files: list[Sum], at: int) -> list[Sum]:
    """The pieces of the attachment that begins here: the file itself, or pieces 0, 1, 2 … in order."""
    first = files[at]
    if first.piece is None:
        return [first]
    same = [first]
    while at + len(same) < len(files) and files[at + len(same)].blob == first.blob:
        same.append(files[at + len(same)])
    if [one.piece for one in same] != list(range(len(same))):
        raise Trouble("sync.bundle_format", cause="pieces")
    return same


def open_bundle(
    path: Path,
    identity: str,
    trust: Roster,
    me: str,
    known: Callable[[str, int], Head | None],
    hash_at: Callable[[str, int, int], str | None],
) -> Reading:
    """Decrypt a bundle into memory and verify sender, signature, addressee, sums and the join with what is stored.

    `known` gives the head of a chain, `hash_at` the hash of a stored entry (chain, epoch, place).
    *Trouble*: `sync.not_a_file`, `sync.bundle_*`, `sync.not_for_us`, `sync.unknown_signer`, `sync.bad_signature`,
    `sync.revoked_signer`, `sync.member_mismatch`, `sync.non_canonical`, `sync.chain_gap`, `sync.chain_fork`,
    `sync.limit`, `sync.media_lost`.
    """
    with refusing("sync.bundle_format"):
        with open_regular(path) as stream:
            plain = age_box.decrypt(stream, identity)
        archive = ustar.Archive(plain)
        body = bytes(archive.expect("bundle.json", limits.MANIFEST_BYTES))
        signature = bytes(archive.expect("bundle.sig", limits.SIGNATURE_BYTES))
        sender = _sender(archive.expect("signer.pem", limits.CERTIFICATE_BYTES), trust)
        if not verifies(sender.public, body, signature):
            raise Trouble("sync.bad_signature", replica=sender.replica)
        about = manifest.read(body)
        _check_addresses(about, sender, me)
        _check_status(about.chains, sender)
        sums = _read_sums(archive.expect("SHA256SUMS", limits.SUMS_BYTES), about)
        return Reading(archive, sums, about, sender, Stored(known, hash_at))


def _sender(certificate: memoryview, trust: Roster) -> Listed:
    sender = trust.by_certificate(certificate)
    if sender is None:
        raise Trouble("sync.unknown_signer", roster=trust.version)
    return sender


def _check_addresses(about: Manifest, sender: Listed, me: str) -> None:
    if about.from_ != sender.replica or about.signer != key_id(sender.public):
        raise Trouble("sync.bad_signature", replica=sender.replica)
    if me not in about.to:
        raise Trouble("sync.not_for_us")
    own = {sender.replica, f"{sender.replica}>{me}"}
    if any(one.o not in own for one in about.chains):
        raise Trouble("sync.bad_signature", replica=sender.replica)


def _check_status(ranges: tuple[ChainRange, ...], sender: Listed) -> None:
    """Entries up to the cut-off of a key stay valid, later ones do not; a replaced key without cut-off is believed."""
    if sender.cutoff is None:
        if sender.status in ("suspended", "revoked"):
            raise Trouble("sync.revoked_signer", replica=sender.replica)
        return
    end = (sender.cutoff.e, sender.cutoff.n)
    if any((one.e, one.last) > end for one in ranges):
        raise Trouble("sync.revoked_signer", replica=sender.replica)


def _read_sums(data: memoryview, about: Manifest) -> list[Sum]:
    raw = bytes(data)
    if hashlib.sha256(raw).hexdigest() != about.sums:
        raise Trouble("sync.member_mismatch", cause="sums")
    lines = raw.split(b"\n")
    if lines.pop() != b"" or len(lines) != about.files:
        raise Trouble("sync.bundle_format", cause="sums")
    sums = [_read_sum(line) for line in lines]
    names = [one.name for one in sums]
    journal = [name for name in names if name.startswith("journal/")]
    ordered = [segments.segment_name(at) for at in range(1, len(journal) + 1)]
    if names[: len(ordered)] != ordered or len(names) != len(set(names)):
        raise Trouble("sync.bundle_format", cause="sums")
    return sums


def _read_sum(line: bytes) -> Sum:
    match = _SUM.fullmatch(line)
    if match is None:
        raise Trouble("sync.bundle_format", cause="sums")
    digest, name, _, blob, piece = (part.decode("ascii") if part else "" for part in match.groups())
    return Sum(digest, name, blob, int(piece) if piece else None)
