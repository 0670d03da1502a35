"""One journal entry: envelope, canonical form, salted payload digest, hash, and its line in a bundle.

Format `akj1`. What was written is what is hashed, shipped and verified: nothing here serialises an entry again to
verify it, but serialising it again must give the same bytes.
"""

import base64
import binascii
import hashlib
import re
import secrets
from typing import NamedTuple

import msgspec

from app.base.errors import Trouble
from app.base.ids import USER

SALT_BYTES = 16
NO_HASH = "0" * 64
MAX_INT = (1 << 53) - 1
MAX_DEPTH = 64
MAX_LINE_BYTES = 4 * 1024 * 1024
LINE_EXTRA_BYTES = 32
"""Salt in base64, tabs and line end."""
_HEX64 = re.compile(r"^[0-9a-f]{64}$")
_KIND = re.compile(r"^[a-z_]{1,40}\.[a-z_]{1,40}$")
_RECORD = re.compile(r"^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})?$")
_CHAIN = re.compile(r"^[A-Z]{3}[0-9]{2}-S[0-9]{1,2}(>[A-Z]{3}[0-9]{2}-S[0-9]{1,2})?$")

_DOUBTFUL = re.compile(rb"[:,\[]-?[0-9]+(?:[0-9]{15}|[.eE])")
"""Where a number may stand that the profile forbids; a text may look the same."""

_encoder = msgspec.json.Encoder(order="sorted")


class Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hashed part of an entry; it holds no personal data.

    *Shape*: `exchange.md` 2.2. `o`, `e`, `n` chain and place; `p` hash of the entry before; `t` wall clock in ms UTC;
    `c` clock quality 0-3; `u` user; `k` kind; `r` record or ""; `m` term; `b` base version; `s` schema; `dg` digest.
    """

    b: int
    c: int
    dg: str
    e: int
    k: str
    m: int
    n: int
    o: str
    p: str
    r: str
    s: int
    t: int
    u: str
    v: int


class Entry(NamedTuple):
    """An entry as stored: the envelope's bytes, and apart from it the salt and payload, which may be erased."""

    envelope: Envelope
    env: bytes
    hash: str
    salt: bytes | None
    body: bytes | None


def canonical(value: object) -> bytes:
    """The canonical bytes of a document (RFC 8785 limited to ASCII keys, integers below 2^53, no floats)."""
    return _encoder.encode(value)


def payload_digest(salt: bytes, body: bytes) -> str:
    """The salted digest by which a payload hangs off the chain."""
    return hashlib.sha256(b"akj1p\0" + salt + body).hexdigest()


def entry_hash(env: bytes) -> str:
    """The hash of an entry: of its envelope's bytes."""
    return hashlib.sha256(b"akj1e\0" + env).hexdigest()


def seal(envelope: Envelope, body: bytes) -> Entry:
    """Close an entry: a fresh salt, the payload's digest in the envelope, the bytes and their hash."""
    salt = secrets.token_bytes(SALT_BYTES)
    closed = msgspec.structs.replace(envelope, dg=payload_digest(salt, body))
    env = _encoder.encode(closed)
    return Entry(closed, env, entry_hash(env), salt, body)


def read_envelope(env: bytes) -> Envelope:
    """Read an envelope from bytes that came from anywhere.

    *Trouble*: `journal.non_canonical`.
    """
    try:
        envelope = msgspec.json.decode(env, type=Envelope, strict=True)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise Trouble("journal.non_canonical") from error
    if _encoder.encode(envelope) != env or not _plausible(envelope):
        raise Trouble("journal.non_canonical")
    return envelope


def _plausible(envelope: Envelope) -> bool:
    counts = (envelope.b, envelope.e, envelope.m, envelope.n, envelope.s, envelope.t)
    return (
        envelope.v == 1
        and all(0 <= count <= MAX_INT for count in counts)
        and envelope.e >= 1
        and envelope.n >= 1
        and envelope.c in range(4)
        and bool(_CHAIN.fullmatch(envelope.o))
        and bool(_HEX64.fullmatch(envelope.p))
        and bool(_KIND.fullmatch(envelope.k))
        and bool(_RECORD.fullmatch(envelope.r))
        and bool(USER.fullmatch(envelope.u))
        and (envelope.dg == "" or bool(_HEX64.fullmatch(envelope.dg)))
    )


def read_entry(env: bytes, salt: bytes | None, body: bytes | None) -> Entry:
    """Read an entry and hold its payload against the digest; an erased payload is allowed (None).

    *Trouble*: `journal.non_canonical`, `journal.payload_mismatch`.
    """
    envelope = read_envelope(env)
    if (salt is None) != (body is None):
        raise Trouble("journal.payload_mismatch")
    if salt is not None and body is not None:
        if envelope.dg != payload_digest(salt, body):
            raise Trouble("journal.payload_mismatch")
        _require_canonical_object(body)
    return Entry(envelope, env, entry_hash(env), salt, body)


def is_readable(entry: Entry) -> bool:
    """True when a reader takes this entry of our own writer; the doubtful few are read as a reader would.

    The writer sorts its keys and has ASCII keys only, so numbers alone can leave the profile.
    """
    if entry.body is None or not _DOUBTFUL.search(entry.body):
        return True
    try:
        _require_canonical_object(entry.body)
    except Trouble:
        return False
    return True


def is_line(entry: Entry) -> bool:
    """True when the entry fits into a line of a bundle."""
    return len(entry.env) + len(entry.body or b"") + LINE_EXTRA_BYTES <= MAX_LINE_BYTES


def is_digest(text: str) -> bool:
    """True for a SHA-256 in lower-case hex."""
    return _HEX64.fullmatch(text) is not None


def _require_canonical_object(body: bytes) -> None:
    try:
        value = msgspec.json.decode(body)
        holds = isinstance(value, dict) and _encoder.encode(value) == body and _only_allowed(value)
    except (msgspec.DecodeError, UnicodeError, RecursionError, OverflowError) as error:
        raise Trouble("journal.non_canonical") from error
    if not holds:
        raise Trouble("journal.non_canonical")


def _only_allowed(value: object, depth: int = MAX_DEPTH) -> bool:
    """True within the profile; the depth is a rule of its own, so that no reader's stack decides what is valid."""
    if isinstance(value, dict):
        return depth > 0 and all(key.isascii() and _only_allowed(item, depth - 1) for key, item in value.items())
    if isinstance(value, list):
        return depth > 0 and all(_only_allowed(item, depth - 1) for item in value)
    if isinstance(value, int):
        return abs(value) <= MAX_INT
    return not isinstance(value, float)


def to_line(entry: Entry) -> bytes:
    """The entry as a line of a bundle: envelope TAB base64(salt) TAB payload LF, or `-` for what was erased."""
    if entry.salt is None or entry.body is None:
        return entry.env + b"\t-\t-\n"
    return entry.env + b"\t" + base64.b64encode(entry.salt) + b"\t" + entry.body + b"\n"


def from_line(line: bytes) -> Entry:
    """Read one line of a bundle (without or with its LF).

    *Trouble*: `journal.line`, `journal.non_canonical`, `journal.payload_mismatch`.
    """
    parts = line.removesuffix(b"\n").split(b"\t")
    if len(parts) != 3 or len(line) > MAX_LINE_BYTES:
        raise Trouble("journal.line")
    env, salt, body = parts
    if salt == b"-" and body == b"-":
        return read_entry(env, None, None)
    try:
        raw = base64.b64decode(salt, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Trouble("journal.line") from error
    if len(raw) != SALT_BYTES or base64.b64encode(raw) != salt:
        raise Trouble("journal.line")
    return read_entry(env, raw, body)
