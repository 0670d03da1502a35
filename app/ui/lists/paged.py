"""A list of up to a million rows: the ids of its filter and order, rows fetched by id in pages on the reader thread.

The row count is always true, so the scroll bar is right and jumps work. Nothing here knows SQL.
"""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal

from app.ui import tr
from app.ui.runner import Runner

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

PAGE = 200
PAGES_KEPT = 20
PAGES_PER_READ = 3
PLACEHOLDER = "…"
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ID_ROLE = int(Qt.ItemDataRole.UserRole) + 2


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: what it shows of a row and how.

    *Shape*: `header` is a message key. `text(row)` is asked on the GUI thread and must be cheap. A `chip` needs
    `tone(row)` (a name of `theme.TONES`). `width` is in pixels, the column with `stretch` takes the rest.
    `figures` is muted with figures of one width (dates). `sort` columns can be clicked; the order is made by whoever
    listens to `sort_requested`.
    """

    key: str
    header: str
    text: Callable[[R], str]
    width: int = 120
    align: Literal["left", "right", "center"] = "left"
    look: Literal["text", "strong", "muted", "figures", "chip"] = "text"
    tone: Callable[[R], str] | None = None
    stretch: bool = False
    sort: bool = False


class PagedModel(QAbstractTableModel, Generic[R]):
    """Rows by place; a row that is not here yet is shown as a placeholder and asked for."""

    sort_requested = Signal(str, bool)
    """Column key, descending: whoever owns the list answers with `set_ids` or `load`."""
    loaded = Signal(int)
    """New ids are shown: how many."""
    loading = Signal(bool)

    def __init__(
        self,
        runner: Runner,
        columns: Sequence[Column[R]],
        fetch: Callable[[Sequence[int]], Mapping[int, R]],
        parent: Any = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._runner, self._fetch = runner, fetch
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, dict[int, R]] = OrderedDict()
        self._wanted: OrderedDict[int, None] = OrderedDict()
        self._reading = False
        self._generation = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._ask)
        tr.tongue.language_changed.connect(self._on_language_changed)

    # What is in the list

    def load(self, job: Callable[[], "array[int]"]) -> None:
        """Ask the reader for the ids of a filter and order; only the newest question is answered."""
        self.loading.emit(True)
        self._runner.read(job, self.set_ids, self._on_failed, owner=self, key=("ids", id(self)))

    def set_ids(self, ids: "array[int]") -> None:
        """Show the rows of these ids in this order."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self._wanted.clear()
        self._generation += 1
        self.endResetModel()
        self.loading.emit(False)
        self.loaded.emit(len(ids))

    def refresh(self, ids: Iterable[int]) -> None:
        """Fetch these rows again if they are at hand; the others come fresh anyway."""
        changed = set(ids)
        for page, rows in list(self._pages.items()):
            if changed.intersection(rows):
                self._want(page)

    def same_ids(self, ids: "array[int]") -> bool:
        """True when the list shows exactly these rows in this order."""
        return self._ids == ids

    def row_id(self, row: int) -> int:
        """The id of the row at a place."""
        return self._ids[row]

    def row_of(self, row_id: int) -> int:
        """The place of an id, or -1."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def row(self, place: int) -> R | None:
        """The row at a place, or None while it is being fetched."""
        page = self._pages.get(place // PAGE)
        if page is None:
            self._want(place // PAGE)
            return None
        self._pages.move_to_end(place // PAGE)
        return page.get(self._ids[place])

    # Fetching

    def _want(self, page: int) -> None:
        self._wanted[page] = None
        self._wanted.move_to_end(page)
        if not self._reading and not self._timer.isActive():
            self._timer.start()

    def _ask(self) -> None:
        """Fetch the pages wanted last; places that were only scrolled past are forgotten."""
        pages = list(self._wanted)[-PAGES_PER_READ:]
        self._wanted.clear()
        if not pages:
            return
        ids = {page: list(self._ids[page * PAGE : (page + 1) * PAGE]) for page in pages}
        generation, fetch = self._generation, self._fetch
        self._reading = True

        def job() -> dict[int, dict[int, R]]:
            return {page: dict(fetch(listed)) for page, listed in ids.items()}

        def done(rows: dict[int, dict[int, R]]) -> None:
            self._reading = False
            if generation == self._generation:
                self._keep(rows)
            self._again()

        self._runner.read(job, done, self._on_failed, owner=self)

    def _keep(self, rows: dict[int, dict[int, R]]) -> None:
        for page, found in rows.items():
            self._pages[page] = found
            self._pages.move_to_end(page)
            first, last = page * PAGE, min((page + 1) * PAGE, len(self._ids)) - 1
            if last >= first:
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def _again(self) -> None:
        if self._wanted:
            self._timer.start()

    def _on_failed(self, error: Any) -> None:
        self._reading = False
        self.loading.emit(False)
        self._runner.trouble.emit(error)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.row(index.row())
            return PLACEHOLDER if row is None else column.text(row)
        if role == TONE_ROLE and column.tone is not None:
            row = self.row(index.row())
            return None if row is None else column.tone(row)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr.tr(self.columns[section].header)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; the rows do not move until it comes."""
        if 0 <= column < len(self.columns) and self.columns[column].sort:
            self.sort_requested.emit(self.columns[column].key, order == Qt.SortOrder.DescendingOrder)

    def _on_language_changed(self, _language: str) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        if len(self._ids):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(self.columns) - 1))
