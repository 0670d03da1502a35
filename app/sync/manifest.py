"""The manifest of a bundle, `bundle.json`: exactly these keys, in canonical form."""

import re
from typing import Literal, TypeVar

import msgspec

from app.base.errors import Trouble
from app.base.ids import REPLICA
from app.journal.entry import MAX_INT, canonical
from app.sync import limits

FORMAT = "akb1"
_HEX64 = re.compile(r"[0-9a-f]{64}")
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CHAIN = re.compile(r"[A-Z]{3}[0-9]{2}-S[0-9]{1,2}(>[A-Z]{3}[0-9]{2}-S[0-9]{1,2})?")
_APP = re.compile(r"[0-9A-Za-z.+-]{1,32}")
_WORD = re.compile(r"[a-z0-9._-]{1,40}")

Document = TypeVar("Document", bound=msgspec.Struct)


class ChainRange(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A run of entries in this bundle: `prev` is the hash before `first`, `head` that of `last`."""

    o: str
    e: int
    first: int
    last: int
    prev: str
    head: str


class Mark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of a chain by place and hash."""

    o: str
    e: int
    n: int
    h: str


class Recover(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The epoch for which the sender asks to be healed."""

    e: int


class Schema(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The versions of envelope and payload that the sender knows."""

    env: int
    max: int


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"from_": "from"}):
    """What a bundle says about itself; its bytes are what the sender signs.

    *Shape*: `exchange.md` 3.1. `files` and `bytes` count the members after `SHA256SUMS`; `created` in ms UTC.
    """

    format: Literal["akb1"]
    id: str
    from_: str
    to: tuple[str, ...]
    no: int
    part: int
    parts: int
    prev: str
    created: int
    signer: str
    chains: tuple[ChainRange, ...]
    heads: tuple[Mark, ...]
    acks: tuple[Mark, ...]
    wants: tuple[str, ...]
    recover: Recover | None
    roster: int
    refdata: dict[str, int]
    schema: Schema
    app: str
    sums: str
    files: int
    bytes: int
    entries: int
    blobs: int


def read_canonical(data: bytes | memoryview, shape: type[Document], condition: str) -> Document:
    """Read a document of fixed keys and require that its bytes are the canonical ones.

    *Trouble*: the condition given, `sync.non_canonical`.
    """
    try:
        document = msgspec.json.decode(data, type=shape, strict=True)
        same = canonical(document) == bytes(data)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise Trouble(condition, cause=type(error).__name__) from None
    if not same:
        raise Trouble("sync.non_canonical")
    return document


def read(data: bytes | memoryview) -> Manifest:
    """Read a manifest whose signature has been verified.

    *Trouble*: `sync.bundle_format`, `sync.non_canonical`, `sync.limit`.
    """
    manifest = read_canonical(data, Manifest, "sync.bundle_format")
    _check_limits(manifest)
    if not _plausible(manifest):
        raise Trouble("sync.bundle_format", cause="manifest")
    return manifest


def is_hex64(text: str) -> bool:
    """True for a SHA-256 in lower-case hexadecimal."""
    return bool(_HEX64.fullmatch(text))


def is_replica(text: str) -> bool:
    """True for the name of a workstation."""
    return bool(REPLICA.fullmatch(text))


def is_count(number: int, least: int = 0) -> bool:
    """True for a number that the format allows."""
    return least <= number <= MAX_INT


def _check_limits(manifest: Manifest) -> None:
    sizes = (
        (manifest.files, limits.MEMBERS),
        (manifest.bytes, limits.PLAIN_BYTES),
        (len(manifest.acks), limits.ACKS),
        (len(manifest.heads), limits.ACKS),
        (len(manifest.wants), limits.WANTS),
        (len(manifest.chains), limits.CHAINS),
        (len(manifest.to), limits.ADDRESSEES),
    )
    if any(size > most for size, most in sizes):
        raise Trouble("sync.limit", what="manifest")


def _plausible(manifest: Manifest) -> bool:
    counts = (manifest.created, manifest.roster, manifest.files, manifest.bytes, manifest.entries, manifest.blobs)
    return (
        bool(_UUID.fullmatch(manifest.id))
        and is_replica(manifest.from_)
        and all(is_replica(name) for name in manifest.to)
        and all(is_count(count) for count in counts)
        and all(is_count(count, 1) for count in (manifest.no, manifest.part, manifest.parts))
        and all(is_hex64(text) for text in (manifest.prev, manifest.signer, manifest.sums, *manifest.wants))
        and all(_plausible_range(chain) for chain in manifest.chains)
        and all(_plausible_mark(mark) for mark in (*manifest.heads, *manifest.acks))
        and _plausible_versions(manifest)
    )


def _plausible_range(chain: ChainRange) -> bool:
    return (
        bool(_CHAIN.fullmatch(chain.o))
        and is_count(chain.e, 1)
        and is_count(chain.first, 1)
        and is_count(chain.last, chain.first)
        and is_hex64(chain.prev)
        and is_hex64(chain.head)
    )


def _plausible_mark(mark: Mark) -> bool:
    return bool(_CHAIN.fullmatch(mark.o)) and is_count(mark.e, 1) and is_count(mark.n, 1) and is_hex64(mark.h)


def _plausible_versions(manifest: Manifest) -> bool:
    places = [(chain.o, chain.e) for chain in manifest.chains]
    return (
        len(places) == len(set(places))
        and bool(_APP.fullmatch(manifest.app))
        and is_count(manifest.schema.env, 1)
        and is_count(manifest.schema.max, 1)
        and (manifest.recover is None or is_count(manifest.recover.e, 1))
        and all(_WORD.fullmatch(name) and is_count(version) for name, version in manifest.refdata.items())
    )
