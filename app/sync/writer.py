"""Writes a bundle to a folder or stick: never a partial file under the final name, and read back before it counts."""

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.base.clock import Clock
from app.base.errors import Trouble
from app.journal.chain import Head
from app.sync import age_box, limits, parcel
from app.sync.bundle_name import FOLDER, PART_PATTERN, bundle_name
from app.sync.guard import on_media
from app.sync.medium import Medium
from app.sync.parcel import Blob, BundlePlan, Sender

_READ_BYTES = 1024 * 1024


class Written(NamedTuple):
    """A bundle that stands on the medium and was read back.

    `head` is the last entry in it (None when it has no entries); `manifest_sha256` is the next bundle's `prev`.
    """

    path: Path
    sha256: str
    id: str
    no: int
    part: int
    entries: int
    blobs: int
    bytes: int
    head: Head | None
    manifest_sha256: str


def _silent(_done: int, _total: int) -> None:
    """Show no progress."""


def _never() -> bool:
    return False


class _Pull:
    """The plaintext as a stream to read from, that reports progress and stops when cancelled."""

    def __init__(self, pieces: Iterator[bytes], report: Callable[[int], None]) -> None:
        self._pieces = pieces
        self._rest = memoryview(b"")
        self._report = report
        self._done = 0

    def read(self, size: int = -1) -> bytes:
        """At most this many bytes; none at the end."""
        while not self._rest:
            piece = next(self._pieces, None)
            if piece is None:
                return b""
            self._rest = memoryview(piece)
        data = bytes(self._rest[:size] if size >= 0 else self._rest)
        self._rest = self._rest[len(data) :]
        self._done += len(data)
        self._report(self._done)
        return data


class _Hashing:
    """A file that is hashed as it is written."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self.count = 0

    def write(self, data: bytes) -> int:
        """Write all of it."""
        self._stream.write(data)
        self._hash.update(data)
        self.count += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back here; the medium settles the file."""

    @property
    def sha256(self) -> str:
        """The SHA-256 of what was written."""
        return self._hash.hexdigest()


class _Watch:
    """Progress over both passes (writing and reading back), and the wish to stop."""

    def __init__(self, total: int, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        self._total = total
        self._progress = progress
        self._cancelled = cancelled

    def __call__(self, done: int) -> None:
        if self._cancelled():
            raise Trouble("sync.cancelled")
        self._progress(min(done, self._total), self._total)


def write_bundle(
    folder: Path,
    plan: BundlePlan,
    lines: Iterable[bytes],
    blobs: Sequence[Blob],
    sender: Sender,
    recipients: Sequence[str],
    *,
    progress: Callable[[int, int], None] = _silent,
    cancelled: Callable[[], bool] = _never,
    medium: Medium | None = None,
) -> Written:
    """Write one part of a bundle into the folder `AKB` of a folder or stick, read it back, and give it its name.

    It is encrypted to the recipients and to the sender's own key. `progress` gets (done, total) in bytes over both
    passes; a cancelled or failed bundle leaves no file.
    *Trouble*: `sync.cancelled`, `sync.media_full`, `sync.media_lost`, `sync.read_only`, `sync.read_back`,
    `sync.name_taken`, `sync.not_a_folder`, `sync.journal_broken`, `sync.part_full`, `sync.blob_mismatch`.
    """
    disk = medium or Medium()
    packed = parcel.make(plan, lines, blobs, sender)
    everyone = tuple(dict.fromkeys((*recipients, sender.age)))
    target = _target_folder(folder)
    path = target / bundle_name(sender.replica, plan.to[0], plan.no, plan.part)
    need = age_box.encrypted_size(packed.size, len(everyone))
    with on_media():
        _prepare(target, path, need, disk)
        watch = _Watch(packed.size + need, progress, cancelled)
        sha256, size = _write(path, packed, everyone, disk, watch)
    return _written(path, packed, sha256, size)


def _written(path: Path, packed: parcel.Parcel, sha256: str, size: int) -> Written:
    manifest = packed.manifest
    last = manifest.chains[-1] if manifest.chains else None
    head = Head(last.o, last.e, last.last, last.head) if last else None
    return Written(
        path,
        sha256,
        manifest.id,
        manifest.no,
        manifest.part,
        manifest.entries,
        manifest.blobs,
        size,
        head,
        hashlib.sha256(packed.body).hexdigest(),
    )


def _target_folder(folder: Path) -> Path:
    """The folder `AKB` of the place the user chose, or that place itself when it is that folder."""
    with on_media():
        if not folder.is_dir():
            raise Trouble("sync.not_a_folder", name=folder.name)
        target = folder if folder.name == FOLDER else folder / FOLDER
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise Trouble("sync.not_a_folder", name=target.name)
        target.mkdir(exist_ok=True)
    return target


def _prepare(target: Path, path: Path, need: int, disk: Medium) -> None:
    _sweep(target)
    if path.exists():
        raise Trouble("sync.name_taken", name=path.name)
    free = disk.free_bytes(target) - limits.RESERVE_BYTES
    if need > free:
        raise Trouble("sync.media_full", need_mb=-(-need // limits.MIB), free_mb=max(free, 0) // limits.MIB)


def _sweep(target: Path) -> None:
    """Remove what an interrupted export left more than an hour ago."""
    now = Clock().now().timestamp()  # the computer's clock even in a demo store: file times come from it
    for leftover in target.iterdir():
        if not PART_PATTERN.fullmatch(leftover.name) or leftover.is_symlink() or not leftover.is_file():
            continue
        if now - leftover.stat().st_mtime > limits.LEFTOVER_SECONDS:
            leftover.unlink(missing_ok=True)


def _write(
    path: Path, packed: parcel.Parcel, recipients: tuple[str, ...], disk: Medium, watch: _Watch
) -> tuple[str, int]:
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)  # our own of a moment ago: the name holds our replica, and the store runs only once
    try:
        with disk.create(part) as stream:
            sink = _Hashing(stream)
            age_box.encrypt(_Pull(parcel.stream(packed), watch), sink, recipients)
            disk.settle(stream)
        _read_back(part, sink, disk, lambda done: watch(packed.size + done))
        disk.rename(part, path)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise
    disk.settle_folder(path.parent)
    return sink.sha256, sink.count


def _read_back(part: Path, sink: _Hashing, disk: Medium, watch: Callable[[int], None]) -> None:
    found = hashlib.sha256()
    done = 0
    with disk.reopen(part) as stream:
        while data := stream.read(_READ_BYTES):
            found.update(data)
            done += len(data)
            watch(done)
    if found.hexdigest() != sink.sha256:
        raise Trouble("sync.read_back", name=part.name)
