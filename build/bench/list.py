"""From the unlocked key to the list of all persons on the screen: open the store, the ids in order, the first page."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import _bench as b
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.services import demo_office
from app.store import slots
from app.store import store as stores
from app.store.lockfile import StoreLock
from app.store.rows.cases import Row
from app.store.store import Store
from app.ui import main as screens
from app.ui.desk import Desk
from app.ui.hub import Hub
from app.ui.lists.paged import PAGE, PagedModel
from app.ui.pages import case_query
from app.ui.pages.case_query import Asked
from app.ui.pages.cases import CasesPage, columns
from app.ui.runner import Runner

PATIENCE_MS = 60_000


def wait_until(holds: Callable[[], bool]) -> None:
    """Let Qt work until something holds."""
    application = cast("QApplication", QApplication.instance())
    patience = QTimer()
    patience.setSingleShot(True)
    patience.start(PATIENCE_MS)
    while not holds():
        # With a time limit Qt would not wait but turn round and round, and take the interpreter from the reader.
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if not patience.isActive():
            raise SystemExit("the list did not come")


def open_unlocked(folder: Path, slot: slots.Unlocked) -> Store:
    """What the program does once the key is derived; the derivation is meant to be slow and is not measured."""
    return stores._opened(folder, StoreLock(folder), slot)


def desk_of(store: Store) -> Desk:
    """A desk as the window has it, without a window."""
    return Desk(store, store.actor(demo_office.USER), "", Runner(), Hub())


def model_ready(folder: Path, slot: slots.Unlocked) -> float:
    """Seconds until the model of the list has all ids and the rows of its first page."""
    began = time.perf_counter()
    desk = desk_of(open_unlocked(folder, slot))

    def fetch(wanted: Any) -> dict[int, Row]:
        with desk.store.reading() as connection:
            return dict(case_query.rows(connection, wanted))

    def ids() -> Any:
        with desk.store.reading() as connection:
            return case_query.ids(connection, Asked(), desk.today)

    model: PagedModel[Row] = PagedModel(desk.runner, columns(desk), fetch)
    model.load(ids)
    wait_until(lambda: model.rowCount() > 0 and model.row(0) is not None)
    seconds = time.perf_counter() - began
    model.deleteLater()
    leave(desk)
    return seconds


def leave(desk: Desk) -> None:
    """Take down what asks the reader, then the threads, then the store."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    desk.runner.shutdown()
    desk.close()


def page_shown(folder: Path, slot: slots.Unlocked) -> float:
    """Seconds until the whole page of the list stands on the (offscreen) screen with its rows."""
    began = time.perf_counter()
    desk = desk_of(open_unlocked(folder, slot))
    page = CasesPage(desk)
    page.resize(1366, 768)
    page.show()
    wait_until(lambda: page.model.rowCount() > 0 and page.model.row(0) is not None)
    page.grab()
    seconds = time.perf_counter() - began
    page.close()
    page.deleteLater()
    leave(desk)
    return seconds


def raw_rows(path: Path, key: bytes) -> float:
    """Seconds of the driver alone: open, ids in order, the rows of one page."""
    began = time.perf_counter()
    raw = b.connect(path, key)
    ids = [row[0] for row in raw.execute("SELECT id FROM case_row ORDER BY sort_key, id")]
    marks = ",".join("?" * PAGE)
    page = ids[:PAGE] + [-1] * (PAGE - len(ids[:PAGE]))
    raw.execute(f"SELECT * FROM case_row WHERE id IN ({marks})", page).fetchall()
    seconds = time.perf_counter() - began
    raw.close()
    return seconds


def main() -> None:
    """Print the lines."""
    chosen = b.options()
    folder = b.many(chosen.persons)
    application = screens.application()
    slot = slots.unlock(folder, demo_office.USER, demo_office.PASSPHRASE)
    register, key = folder / "register.db", slot.keys.database
    found = b.interleaved(chosen.rounds, lambda: model_ready(folder, slot), lambda: raw_rows(register, key))
    b.compare(f"unlocked to list model, {chosen.persons:,} persons", found, at_most=2.0)
    found = b.interleaved(chosen.rounds, lambda: page_shown(folder, slot), lambda: raw_rows(register, key))
    b.compare(f"unlocked to page drawn, {chosen.persons:,} persons", found)
    application.quit()


if __name__ == "__main__":
    main()
