"""Journal segments: lines of entries in bounded zstd frames, packed by the writer and unpacked by the reader."""

import hashlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import zstandard

from app.base.errors import Trouble
from app.journal import chain
from app.journal.chain import Head
from app.journal.entry import NO_HASH, Entry, from_line
from app.sync import limits
from app.sync.manifest import ChainRange

_MAGIC = b"\x28\xb5\x2f\xfd"
_LEVEL = 3


class Segment(NamedTuple):
    """One packed segment, as a member of the container."""

    name: str
    data: bytes
    digest: str


class Journal(NamedTuple):
    """The packed journal of a bundle, with the ranges that were found in it."""

    segments: tuple[Segment, ...]
    chains: tuple[ChainRange, ...]
    entries: int


def segment_name(number: int) -> str:
    """The member name of the first, second, … segment."""
    return f"journal/{number:06}.jsonl.zst"


class _Ranges:
    """Follows the lines that are written, so that a manifest can only say what is true."""

    def __init__(self) -> None:
        self.done: list[ChainRange] = []
        self._first = 0
        self._prev = NO_HASH
        self._head: Head | None = None

    def take(self, entry: Entry) -> None:
        envelope = entry.envelope
        if self._head is None or (envelope.o, envelope.e) != (self._head.o, self._head.e):
            self.close()
            self._first, self._prev = envelope.n, envelope.p
            self._head = Head(envelope.o, envelope.e, envelope.n - 1, envelope.p)
        self._head = chain.follow(self._head, entry)

    def close(self) -> None:
        if self._head is not None:
            head = self._head
            self.done.append(ChainRange(head.o, head.e, self._first, head.n, self._prev, head.h))
            self._head = None


def pack(lines: Iterable[bytes]) -> Journal:
    """Pack journal lines and follow their chains.

    *Trouble*: `sync.journal_broken` when the store's own journal does not verify, `sync.limit`.
    """
    ranges = _Ranges()
    segments: list[Segment] = []
    entries = packed_bytes = 0
    for group in _groups(lines):
        for line in group:
            _follow(ranges, line)
        entries += len(group)
        for data in _packed(group):
            segments.append(Segment(segment_name(len(segments) + 1), data, hashlib.sha256(data).hexdigest()))
            packed_bytes += len(data)
        if packed_bytes > limits.PLAIN_BYTES:
            raise Trouble("sync.part_full")
    ranges.close()
    return Journal(tuple(segments), tuple(ranges.done), entries)


def _follow(ranges: _Ranges, line: bytes) -> None:
    try:
        ranges.take(from_line(line))
    except Trouble as trouble:
        raise Trouble("sync.journal_broken", cause=trouble.condition) from None


def _groups(lines: Iterable[bytes]) -> Iterator[list[bytes]]:
    group: list[bytes] = []
    size = 0
    for line in lines:
        if group and (len(group) == limits.SEGMENT_ENTRIES or size + len(line) > limits.SEGMENT_RAW_BYTES):
            yield group
            group, size = [], 0
        group.append(line)
        size += len(line)
    if group:
        yield group


def _packed(group: list[bytes]) -> list[bytes]:
    """Pack a group as one frame, or as several when it hardly shrinks."""
    data = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True, write_content_size=True).compress(
        b"".join(group)
    )
    if len(data) <= limits.SEGMENT_PACKED_BYTES:
        return [data]
    middle = len(group) // 2
    return _packed(group[:middle]) + _packed(group[middle:])


def unpack(data: memoryview) -> list[bytes]:
    """The lines of one segment whose digest has been verified.

    *Trouble*: `sync.bundle_format`, `sync.bundle_corrupt`, `sync.limit`.
    """
    if bytes(data[:4]) != _MAGIC:
        raise Trouble("sync.bundle_format", cause="zstd_frame")
    frame = zstandard.get_frame_parameters(data)
    if not 0 < frame.content_size <= limits.SEGMENT_RAW_BYTES or frame.window_size > limits.SEGMENT_RAW_BYTES:
        raise Trouble("sync.limit", what="segment")
    if frame.dict_id or not frame.has_checksum:
        raise Trouble("sync.bundle_format", cause="zstd_frame")
    raw = _expand(data, frame.content_size)
    if not raw.endswith(b"\n"):
        raise Trouble("sync.bundle_format", cause="last_line")
    lines = raw[:-1].split(b"\n")
    if len(lines) > limits.SEGMENT_ENTRIES:
        raise Trouble("sync.limit", what="segment")
    return lines


def _expand(data: memoryview, size: int) -> bytes:
    try:
        raw = zstandard.ZstdDecompressor().decompress(data, max_output_size=size, allow_extra_data=False)
    except zstandard.ZstdError:
        raise Trouble("sync.bundle_corrupt", cause="zstd") from None
    if len(raw) != size:
        raise Trouble("sync.bundle_corrupt", cause="zstd_size")
    return raw
