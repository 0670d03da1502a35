"""Finds bundles on a stick or in a folder and copies them to the inbox; nothing else there is opened."""

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from app.base.errors import Trouble
from app.sync import limits
from app.sync.bundle_name import FOLDER, PATTERN, SUFFIX
from app.sync.guard import on_media
from app.sync.medium import Medium, open_regular

_COPY_BYTES = 1024 * 1024
_NAMES = 200_000
_PROGRAMS = {".exe", ".lnk", ".inf", ".bat", ".cmd", ".com", ".scr", ".vbs", ".js", ".msi", ".ps1", ".pif", ".sh"}


class Found(NamedTuple):
    """A file that looks like a bundle from outside: place and size in bytes."""

    path: Path
    size: int


class Scan(NamedTuple):
    """What a stick holds: bundles by name, whether there were more than can be taken, and names of programs seen."""

    bundles: tuple[Found, ...]
    more: bool
    programs: tuple[str, ...]


def scan(folder: Path) -> Scan:
    """Look for bundles in a folder and in its folder `AKB`; links, folders and other names are left alone.

    *Trouble*: `sync.not_a_folder`, `sync.read_only`, `sync.media_lost`.
    """
    with on_media():
        if not folder.is_dir():
            raise Trouble("sync.not_a_folder", name=folder.name)
        names = list(_names(folder))
        found = [_found(one) for one in names]
        inner = folder / FOLDER
        if inner.is_dir() and not inner.is_symlink():
            found += [_found(one) for one in _names(inner)]
    bundles = sorted((one for one in found if one), key=lambda one: one.path.name)
    programs = tuple(sorted(one.name for one in names if Path(one.name).suffix.lower() in _PROGRAMS)[:20])
    return Scan(tuple(bundles[: limits.STICK_FILES]), len(bundles) > limits.STICK_FILES, programs)


def _names(folder: Path) -> Iterator["os.DirEntry[str]"]:
    with os.scandir(folder) as names:
        yield from islice(names, _NAMES)


def _found(one: "os.DirEntry[str]") -> Found | None:
    if not PATTERN.fullmatch(one.name) or not one.is_file(follow_symlinks=False):
        return None
    size = one.stat(follow_symlinks=False).st_size
    return Found(Path(one.path), size) if limits.FILE_BYTES_MIN <= size <= limits.FILE_BYTES_MAX else None


def _silent(_done: int, _total: int) -> None:
    """Show no progress."""


def _never() -> bool:
    return False


def copy_to_inbox(
    bundle: Path,
    inbox: Path,
    *,
    progress: Callable[[int, int], None] = _silent,
    cancelled: Callable[[], bool] = _never,
) -> Path:
    """Copy a bundle to the inbox as `<sha256>.akb`, so that the stick may be pulled; the same file comes once.

    *Trouble*: `sync.not_a_file`, `sync.bundle_format` (size), `sync.cancelled`, `sync.media_full`,
    `sync.media_lost`, `sync.read_only`.
    """
    disk = Medium()
    part = inbox / f".{secrets.token_hex(8)}.part"
    with on_media(), open_regular(bundle) as source:
        size = os.fstat(source.fileno()).st_size
        if not limits.FILE_BYTES_MIN <= size <= limits.FILE_BYTES_MAX:
            raise Trouble("sync.bundle_format", cause="file_size")
        try:
            with disk.create(part) as stream:
                digest = _copy(source, stream, size, progress, cancelled)
                disk.settle(stream)
            target = inbox / f"{digest}{SUFFIX}"
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        disk.settle_folder(inbox)
    return target


def _copy(
    source: BinaryIO,
    target: BinaryIO,
    size: int,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> str:
    digest = hashlib.sha256()
    done = 0
    while data := source.read(_COPY_BYTES):
        if cancelled():
            raise Trouble("sync.cancelled")
        done += len(data)
        if done > limits.FILE_BYTES_MAX:
            raise Trouble("sync.limit", what="file")
        target.write(data)
        digest.update(data)
        progress(done, size)
    return digest.hexdigest()
