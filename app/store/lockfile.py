"""One program per store: a lock of the operating system on `<store>/lock`, which a killed process loses by itself.

Not here: locks of the databases; SQLite has its own.
"""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from app.base.errors import Trouble
from app.store import places

NAME = "lock"


class StoreLock:
    """The sole use of a store folder, from making this object to `release` or the end of the process."""

    def __init__(self, folder: Path) -> None:
        """Take the lock.

        Trouble: store.in_use when another process has it; store.missing, store.read_only, store.disk_full, store.io.
        """
        if not folder.is_dir():
            raise Trouble("store.missing")
        with places.guarded_files():
            self._handle: int | None = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError:
            self.release()
            raise Trouble("store.in_use") from None

    def release(self) -> None:
        """Let another process have the store; doing it twice is harmless."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        # flock, not lockf: a lockf lock is lost as soon as any descriptor of the file is closed in this process.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
