"""A store is built in a folder of its own beside its place, and takes the place when it is whole.

A making that was cut short, by whatever, leaves nothing at the place; what it left beside it goes at the next making.
Not here: what a new store contains (`store.create`).
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.base.errors import Trouble
from app.store import places, slotfile
from app.store.lockfile import StoreLock

_INSIDE = "store"


@contextmanager
def aside(folder: Path) -> Iterator[Path]:
    """The folder to build in, not there yet; it becomes `folder` when the block ends well, and goes when it does not.

    Everything in it must be closed by then: Windows renames no folder with an open file.

    Trouble: store.exists, store.not_empty, store.disk_full, store.read_only, store.io.
    """
    with places.guarded_files():
        place = folder.resolve()
        _check_free(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        _clear_left(place)
        work = place.parent / f"{_prefix(place)}{secrets.token_hex(4)}"
        work.mkdir(mode=0o700)
    try:
        with StoreLock(work):
            yield work / _INSIDE
            with places.guarded_files():
                _take_place(work / _INSIDE, place)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _prefix(place: Path) -> str:
    return f".{place.name}.making-"


def _check_free(place: Path) -> None:
    if slotfile.exists(place):
        raise Trouble("store.exists")
    if place.exists() and any(place.iterdir()):
        raise Trouble("store.not_empty")


def _clear_left(place: Path) -> None:
    """Take away what makings that were cut short left; one that is at work holds its lock."""
    for left in [path for path in place.parent.iterdir() if path.name.startswith(_prefix(place)) and path.is_dir()]:
        try:
            StoreLock(left).release()
        except Trouble:
            continue
        shutil.rmtree(left, ignore_errors=True)


def _take_place(made: Path, place: Path) -> None:
    _check_free(place)
    places.sync_folder(made)
    if place.exists():
        place.rmdir()  # Windows renames onto nothing, not even onto an empty folder.
    os.rename(made, place)  # noqa: PTH104 - Path.replace says that something may be replaced
    places.sync_folder(place.parent)
