"""The roster `akr1`: which workstations are trusted now, signed by the authority, with a version that only rises.

Revocation is a cut-off in the chain, not a date, so it works with any clock.
"""

import hashlib
from typing import Literal, NamedTuple

import msgspec

from app.base.errors import Trouble
from app.journal.entry import NO_HASH, canonical
from app.sync import limits
from app.sync.age_box import is_recipient
from app.sync.authority import Authority
from app.sync.guard import refusing
from app.sync.keys import key_id, verifies
from app.sync.manifest import is_count, is_hex64, is_replica, read_canonical

CENTRE = "CEN00"
Status = Literal["active", "retired", "suspended", "revoked"]


class CutOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last entry of a workstation that is still believed."""

    e: int
    n: int
    h: str


class Listed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One workstation's key in the roster; `key` is the public key in hexadecimal, `age` the recipient."""

    replica: str
    cert_sha256: str
    key: str
    age: str
    status: Status
    cutoff: CutOff | None
    since_version: int

    @property
    def public(self) -> bytes:
        """The 32 bytes of the public key."""
        return bytes.fromhex(self.key)


class RosterDocument(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The signed document; `prev` is the SHA-256 of the version before, `issued` and `expires_hint` in ms UTC."""

    format: Literal["akr1"]
    version: int
    issued: int
    expires_hint: int
    prev: str
    min_app: str
    ca: tuple[str, ...]
    replicas: tuple[Listed, ...]


class Roster(NamedTuple):
    """A verified roster: the document, and the bytes and signature that are kept and passed on."""

    document: RosterDocument
    body: bytes
    signature: bytes

    @property
    def version(self) -> int:
        """Its version."""
        return self.document.version

    def by_certificate(self, certificate: bytes | memoryview) -> Listed | None:
        """The workstation that a certificate file belongs to; the file is not parsed."""
        wanted = hashlib.sha256(certificate).hexdigest()
        return next((one for one in self.document.replicas if one.cert_sha256 == wanted), None)

    def active(self, replica: str) -> Listed | None:
        """The key under which a workstation works now."""
        found = (one for one in self.document.replicas if one.replica == replica and one.status == "active")
        return next(found, None)

    def centre(self) -> Listed | None:
        """The key of the central office, to which offices send their bundles."""
        found = (one for one in self.document.replicas if one.replica[:5] == CENTRE and one.status == "active")
        return next(found, None)


def read(body: bytes, signature: bytes, ca_public: bytes) -> Roster:
    """Read a roster; the signature is checked before its content is looked at.

    *Trouble*: `sync.bad_signature`, `sync.roster_format`, `sync.non_canonical`, `sync.limit`.
    """
    with refusing("sync.roster_format"):
        if len(body) > limits.ROSTER_BYTES:
            raise Trouble("sync.limit", what="roster")
        if not verifies(ca_public, body, signature):
            raise Trouble("sync.bad_signature")
        document = read_canonical(body, RosterDocument, "sync.roster_format")
        if key_id(ca_public) not in document.ca or not _plausible(document):
            raise Trouble("sync.roster_format", cause="content")
        return Roster(document, body, signature)


def newer(held: Roster | None, offered: Roster) -> Roster:
    """The roster to hold from now on; versions may be skipped but never go back.

    *Trouble*: `sync.roster_rollback`, `sync.roster_conflict` (an alarm: two documents with one version).
    """
    if held is None:
        return offered
    if offered.version < held.version:
        raise Trouble("sync.roster_rollback", held=held.version, offered=offered.version)
    same_version_other_bytes = offered.version == held.version and offered.body != held.body
    other_history = offered.version == held.version + 1 and offered.document.prev != _digest(held)
    if same_version_other_bytes or other_history:
        raise Trouble("sync.roster_conflict", version=offered.version)
    return offered


def succeed(
    held: Roster | None, replicas: tuple[Listed, ...], authority: Authority, issued: int, min_app: str
) -> Roster:
    """The next version of the roster, signed by the authority."""
    document = RosterDocument(
        format="akr1",
        version=held.version + 1 if held else 1,
        issued=issued,
        expires_hint=issued + 365 * 86_400_000,
        prev=_digest(held) if held else NO_HASH,
        min_app=min_app,
        ca=(key_id(authority.public),),
        replicas=replicas,
    )
    body = canonical(document)
    return read(body, authority.sign_roster(body), authority.public)


def _digest(roster: Roster) -> str:
    return hashlib.sha256(roster.body).hexdigest()


def _plausible(document: RosterDocument) -> bool:
    actives = [one.replica for one in document.replicas if one.status == "active"]
    certificates = [one.cert_sha256 for one in document.replicas]
    return (
        is_count(document.version, 1)
        and is_count(document.issued)
        and is_count(document.expires_hint)
        and is_hex64(document.prev)
        and len(actives) == len(set(actives))
        and len(certificates) == len(set(certificates))
        and all(_plausible_listed(one) for one in document.replicas)
    )


def _plausible_listed(one: Listed) -> bool:
    return (
        is_replica(one.replica)
        and is_hex64(one.cert_sha256)
        and is_hex64(one.key)
        and is_recipient(one.age)
        and is_count(one.since_version, 1)
        and (one.cutoff is None or (is_count(one.cutoff.e, 1) and is_count(one.cutoff.n) and is_hex64(one.cutoff.h)))
    )
