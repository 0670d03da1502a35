"""The demo office of this computer: made once in the user's own folder, made anew when the first making was cut short.

Not here: the people in it (`demo`), and its window.
"""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.base.clock import Clock
from app.services import demo, offices
from app.store import places
from app.store.lockfile import StoreLock
from app.store.store import APP_VERSION, NewStore, Store

PASSPHRASE = "demo"  # noqa: S105 - shown in the unlock field; the persons are invented
USER = "a-omarova"
_MARKER = "complete.json"

OFFICE = NewStore(
    purpose="demo",
    kind="region",
    region="ALA",
    office="ALA01",
    workstation=1,
    name_kk="Алматы қаласының әкімдігі (көрсету кеңсесі)",
    name_ru="Акимат города Алматы (демонстрационный отдел)",
    admin=USER,
    admin_name="Айгерім Омарова",
)


def folder() -> Path:
    """The folder of the demo office, the marker and the lock."""
    return places.user_area().with_name("pana-demo")


def store_folder() -> Path:
    """The store of the demo office."""
    return folder() / "store"


def ready() -> bool:
    """True when the demo office was made to the end by this or an earlier run."""
    return (folder() / _MARKER).is_file() and offices.holds_store(store_folder())


def prepare(*, as_of: date | None = None, progress: Callable[[int, int], None] | None = None) -> Path:
    """The store of the demo office, made now when it is missing or half-made.

    *Trouble*: `store.in_use` while another run makes it, `store.disk_full`, `store.read_only`, `store.io`.
    """
    if ready():
        return store_folder()
    with places.guarded_files():
        folder().mkdir(parents=True, exist_ok=True)
    with StoreLock(folder()):
        if not ready():
            _make_anew(as_of, progress)
    return store_folder()


def _make_anew(as_of: date | None, progress: Callable[[int, int], None] | None) -> None:
    (folder() / _MARKER).unlink(missing_ok=True)
    if store_folder().exists():
        shutil.rmtree(store_folder(), ignore_errors=True)
    store = create(store_folder())
    try:
        demo.fill(store, as_of=as_of, progress=progress)
    finally:
        store.close()
    made = {"program": APP_VERSION, "as_of": (as_of or Clock().today()).isoformat()}
    places.write_durably(folder() / _MARKER, json.dumps(made).encode())


def create(place: Path) -> Store:
    """An empty demo office in any folder.

    *Trouble*: as `offices.make`.
    """
    return offices.make(place, OFFICE, PASSPHRASE).store
