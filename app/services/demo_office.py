"""The demo office of this computer: made once in the user's own folder, made anew when the first making was cut short.

Not here: the people in it (`demo`), and its window.
"""

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from app.base.clock import Clock
from app.base.errors import Trouble
from app.domain import facts as f
from app.journal.entry import read_envelope
from app.services import demo, offices
from app.store import making, places
from app.store.lockfile import StoreLock
from app.store.store import APP_VERSION, NewStore, Store, open_store

PASSPHRASE = "demo"  # noqa: S105 - shown in the unlock field; the persons are invented
USER = "a-omarova"
_MARKER = "complete.json"
_NEAR = timedelta(days=1)
_COMING_AND_GOING = {f.office.SessionOpened.KIND, f.office.SessionClosed.KIND, f.office.StoreVerified.KIND}

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


def prepare(
    *,
    as_of: date | None = None,
    progress: Callable[[int, int], None] | None = None,
    kept: Callable[[date], None] | None = None,
) -> Path:
    """The store of the demo office as of a day, made now when it is missing, half-made or of another day.

    *Shape*: an office of another day in which somebody has worked is kept; `kept` is then told the day it is of.
    *Trouble*: `store.in_use` while another run makes it, `store.disk_full`, `store.read_only`, `store.io`.
    """
    day = as_of or Clock().today()
    if _made_for(day):
        return store_folder()
    with places.guarded_files():
        folder().mkdir(parents=True, exist_ok=True)
    with StoreLock(folder()):
        if ready() and not _made_for(day) and _worked_in():
            if kept:
                kept(_made_as_of() or day)
        elif not _made_for(day):
            _make_anew(day, progress)
    return store_folder()


def _made_for(day: date) -> bool:
    made = _made_as_of()
    return ready() and made is not None and abs(day - made) <= _NEAR


def _made_as_of() -> date | None:
    try:
        return date.fromisoformat(json.loads((folder() / _MARKER).read_bytes())["as_of"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _worked_in() -> bool:
    """True when somebody recorded more than having come and gone, or when nobody can say."""
    try:
        store = open_store(store_folder(), USER, PASSPHRASE)
    except Trouble:
        return True
    try:
        with store.reading() as connection:
            found = [read_envelope(env) for env in connection.exec_driver_sql("SELECT env FROM journal").scalars()]
    finally:
        store.close()
    return any(entry.u != "system" and entry.k not in _COMING_AND_GOING for entry in found)


def _make_anew(day: date, progress: Callable[[int, int], None] | None) -> None:
    (folder() / _MARKER).unlink(missing_ok=True)
    if store_folder().exists():
        shutil.rmtree(store_folder(), ignore_errors=True)
    make(store_folder(), as_of=day, progress=progress)
    made = {"program": APP_VERSION, "as_of": day.isoformat()}
    places.write_durably(folder() / _MARKER, json.dumps(made).encode())


def make(
    place: Path,
    persons: int = demo.REFUGEES + demo.PENDING,
    *,
    seed: int = 1,
    as_of: date | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> int:
    """A demo office with its persons in any folder, whole or not at all; the number of persons made.

    *Refuses*: `demo.empty`. *Trouble*: as `offices.make`.
    """
    with making.aside(place) as building:
        store = create(building)
        try:
            return demo.fill(store, persons, seed=seed, as_of=as_of, progress=progress)
        finally:
            store.close()


def create(place: Path) -> Store:
    """An empty demo office in any folder.

    *Trouble*: as `offices.make`.
    """
    return offices.make(place, OFFICE, PASSPHRASE).store
