"""The plaintext of a bundle before encryption: manifest, signature and members as one stream of bytes."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from app.base.errors import Trouble
from app.base.ids import uuid7
from app.journal.entry import NO_HASH, canonical
from app.sync import limits, segments, ustar
from app.sync.keys import SigningKey
from app.sync.manifest import Manifest, Mark, Recover, Schema, read


class Blob(NamedTuple):
    """An attachment of the store: SHA-256, size in bytes, and how to get its bytes when they are needed."""

    h: str
    size: int
    read: Callable[[], bytes]


class Sender(NamedTuple):
    """The workstation that sends: its name, signing key, certificate (PEM) and its own age recipient."""

    replica: str
    key: SigningKey
    certificate: bytes
    age: str


class BundlePlan(NamedTuple):
    """What the sender decides about a bundle; ranges, sums and counts are found while it is packed.

    *Units*: `created` in ms UTC. `prev` is the `manifest_sha256` of the bundle before to the same addressee.
    """

    to: tuple[str, ...]
    no: int
    created: int
    app: str
    roster: int
    part: int = 1
    parts: int = 1
    prev: str = NO_HASH
    heads: tuple[Mark, ...] = ()
    acks: tuple[Mark, ...] = ()
    wants: tuple[str, ...] = ()
    recover: Recover | None = None
    refdata: tuple[tuple[str, int], ...] = ()
    schema: Schema = Schema(env=1, max=1)
    id: str = ""


class _File(NamedTuple):
    name: str
    size: int
    digest: str


class Parcel(NamedTuple):
    """A bundle ready to be streamed."""

    manifest: Manifest
    body: bytes
    opening: tuple[tuple[str, bytes], ...]
    journal: segments.Journal
    blobs: tuple[Blob, ...]
    size: int


def make(plan: BundlePlan, lines: Iterable[bytes], blobs: Sequence[Blob], sender: Sender) -> Parcel:
    """Pack the journal, list the attachments, and sign.

    *Trouble*: `sync.journal_broken`, `sync.part_full`, `sync.blob_mismatch`.
    """
    journal = segments.pack(lines)
    if any(one.o != sender.replica and not one.o.startswith(sender.replica + ">") for one in journal.chains):
        raise Trouble("sync.journal_broken", cause="foreign_chain")
    files = [_File(one.name, len(one.data), one.digest) for one in journal.segments]
    for blob in blobs:
        files += _blob_files(blob)
    sums = b"".join(f"{file.digest}  {file.name}\n".encode("ascii") for file in files)
    body = canonical(_manifest(plan, sender, journal, blobs, files, sums))
    opening = (
        ("bundle.json", body),
        ("bundle.sig", sender.key.sign(body)),
        ("signer.pem", sender.certificate),
        ("SHA256SUMS", sums),
    )
    sizes = [len(data) for _, data in opening] + [file.size for file in files]
    size = sum(ustar.stored_size(one) for one in sizes) + len(ustar.END)
    if size > limits.PLAIN_BYTES or len(files) > limits.MEMBERS or len(sums) > limits.SUMS_BYTES:
        raise Trouble("sync.part_full")
    return Parcel(read(body), body, opening, journal, tuple(blobs), size)


def _manifest(
    plan: BundlePlan,
    sender: Sender,
    journal: segments.Journal,
    blobs: Sequence[Blob],
    files: list[_File],
    sums: bytes,
) -> Manifest:
    return Manifest(
        format="akb1",
        id=plan.id or uuid7(plan.created),
        from_=sender.replica,
        to=plan.to,
        no=plan.no,
        part=plan.part,
        parts=plan.parts,
        prev=plan.prev,
        created=plan.created,
        signer=sender.key.id,
        chains=journal.chains,
        heads=plan.heads,
        acks=plan.acks,
        wants=plan.wants,
        recover=plan.recover,
        roster=plan.roster,
        refdata=dict(plan.refdata),
        schema=plan.schema,
        app=plan.app,
        sums=hashlib.sha256(sums).hexdigest(),
        files=len(files),
        bytes=sum(file.size for file in files),
        entries=journal.entries,
        blobs=len(blobs),
    )


def _blob_files(blob: Blob) -> list[_File]:
    name = f"blobs/{blob.h[:2]}/{blob.h}"
    if blob.size <= limits.PIECE_BYTES:
        return [_File(name, blob.size, blob.h)]
    pieces = enumerate(_pieces(read_blob(blob)))
    return [_File(f"{name}.{at:06}", len(piece), hashlib.sha256(piece).hexdigest()) for at, piece in pieces]


def _pieces(data: bytes) -> Iterator[memoryview]:
    view = memoryview(data)
    for at in range(0, len(view), limits.PIECE_BYTES):
        yield view[at : at + limits.PIECE_BYTES]


def read_blob(blob: Blob) -> bytes:
    """The bytes of an attachment, held against its name.

    *Trouble*: `sync.blob_mismatch`.
    """
    data = blob.read()
    if len(data) != blob.size or hashlib.sha256(data).hexdigest() != blob.h:
        raise Trouble("sync.blob_mismatch", h=blob.h)
    return data


def stream(parcel: Parcel) -> Iterator[bytes]:
    """The plaintext, piece by piece; attachments are read one at a time.

    *Trouble*: `sync.blob_mismatch`.
    """
    for name, data in parcel.opening:
        yield from _member(name, data)
    for segment in parcel.journal.segments:
        yield from _member(segment.name, segment.data)
    for blob in parcel.blobs:
        yield from _blob_members(blob)
    yield ustar.END


def _blob_members(blob: Blob) -> Iterator[bytes]:
    data = read_blob(blob)
    name = f"blobs/{blob.h[:2]}/{blob.h}"
    if blob.size <= limits.PIECE_BYTES:
        yield from _member(name, data)
        return
    for at, piece in enumerate(_pieces(data)):
        yield from _member(f"{name}.{at:06}", bytes(piece))


def _member(name: str, data: bytes) -> Iterator[bytes]:
    yield ustar.header(name, len(data))
    yield data
    yield ustar.padding(len(data))


def share_out(blobs: Iterable[Blob], journal_bytes: int) -> list[list[Blob]]:
    """Share attachments out over parts: the first goes with the journal (its raw size), the others hold blobs only.

    *Units*: bytes.
    """
    parts: list[list[Blob]] = [[]]
    used = journal_bytes
    for blob in blobs:
        need = blob.size + (blob.size // limits.PIECE_BYTES + 1) * 1536
        if used + need > limits.PLAIN_BYTES - 4 * limits.MIB and (parts[-1] or used):
            parts.append([])
            used = 0
        parts[-1].append(blob)
        used += need
    return parts
