"""The disk or stick that a bundle is written to and read back from: the few acts on it, each in one place.

A test puts a faulty medium in its place; nothing else needs to.
"""

import os
import shutil
import stat
from pathlib import Path
from typing import BinaryIO

from app.base.errors import Trouble
from app.sync.guard import on_media

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Medium:
    """A folder's disk, as the operating system offers it."""

    def free_bytes(self, folder: Path) -> int:
        """The room that is left."""
        return shutil.disk_usage(folder).free

    def create(self, path: Path) -> BinaryIO:
        """A new file for writing; an existing one or a link is refused."""
        return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _FLAGS, 0o600), "wb")

    def settle(self, stream: BinaryIO) -> None:
        """Have what was written put on the disk."""
        stream.flush()
        os.fsync(stream.fileno())

    def reopen(self, path: Path) -> BinaryIO:
        """The file again for reading, from the disk rather than from memory as far as the system allows."""
        stream = open_regular(path)
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return stream

    def rename(self, source: Path, target: Path) -> None:
        """Give the file its final name."""
        source.rename(target)

    def settle_folder(self, folder: Path) -> None:
        """Have the folder's names put on the disk; best effort, FAT and Windows may refuse it."""
        if not hasattr(os, "O_DIRECTORY"):
            return
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        except OSError:
            return
        finally:
            os.close(handle)


def open_regular(path: Path) -> BinaryIO:
    """Open a plain file for reading; a link, a folder, a pipe or a device is refused.

    *Trouble*: `sync.not_a_file`.
    """
    if not stat.S_ISREG(path.lstat().st_mode):
        raise Trouble("sync.not_a_file", name=path.name)
    stream = os.fdopen(os.open(path, os.O_RDONLY | _FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
        stream.close()
        raise Trouble("sync.not_a_file", name=path.name)
    return stream


def read_small(path: Path, limit: int) -> bytes:
    """The bytes of an enrolment or authority file.

    *Trouble*: `sync.not_a_file`, `sync.limit`, `sync.read_only`, `sync.media_lost`.
    """
    with on_media(), open_regular(path) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise Trouble("sync.limit", what="file")
    return data


def write_small(path: Path, data: bytes, medium: Medium | None = None) -> None:
    """Write an enrolment or authority file, whole or not at all, readable by its owner only; never over another file.

    *Trouble*: `sync.name_taken`, `sync.media_full`, `sync.read_only`, `sync.media_lost`.
    """
    disk = medium or Medium()
    part = path.with_name(path.name + ".part")
    with on_media():
        if path.exists():
            raise Trouble("sync.name_taken", name=path.name)
        part.unlink(missing_ok=True)
        try:
            with disk.create(part) as stream:
                stream.write(data)
                disk.settle(stream)
            disk.rename(part, path)
        finally:
            part.unlink(missing_ok=True)
        disk.settle_folder(path.parent)
