"""A small table of texts that is shown whole: a family, the papers of a case. Long lists are `app.ui.lists`."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.ui import tr

_ROW = 40
_HEAD = 38
_KEY = int(Qt.ItemDataRole.UserRole)


class SmallTable(QTableWidget):
    """Rows of texts. Arrows move, Enter or a double click sends `opened(key)`, Tab leaves."""

    opened = Signal(str)

    def __init__(self, name: str, headers: Sequence[str], stretch: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headers), parent)
        self._headers = tuple(headers)
        tr.keep(self, name, "setAccessibleName")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setHighlightSections(False)
        head.setFixedHeight(_HEAD)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._stretch = stretch
        self.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        tr.tongue.language_changed.connect(self._on_language)
        self._on_language("")

    def set_rows(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these rows: a key, which comes back in `opened`, and the texts."""
        self.setRowCount(len(rows))
        for place, (key, texts) in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(_KEY, key)
                self.setItem(place, column, item)
        self.setFixedHeight(_HEAD + len(rows) * _ROW + 4)
        self._fit()
        if rows:
            self.setCurrentCell(0, 0)
            self.clearSelection()

    def _fit(self) -> None:
        """Each column as wide as it needs and the rest for one of them; without room all give way alike."""
        head, room = self.horizontalHeader(), self.viewport().width()
        needed = [max(self.sizeHintForColumn(at), head.sectionSizeHint(at)) for at in range(self.columnCount())]
        spare = room - sum(needed)
        for at, width in enumerate(needed):
            if spare < 0:
                head.resizeSection(at, width * room // sum(needed))
            else:
                head.resizeSection(at, width + (spare if at == self._stretch else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keys(self) -> list[str]:
        """The keys of the rows."""
        return [self._key(row) for row in range(self.rowCount())]

    def texts(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [
            [
                item.text() if (item := self.item(row, column)) is not None else ""
                for column in range(self.columnCount())
            ]
            for row in range(self.rowCount())
        ]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._open(self.currentRow())
        else:
            super().keyPressEvent(event)

    def _key(self, row: int) -> str:
        item = self.item(row, 0)
        return str(item.data(_KEY)) if item is not None else ""

    def _open(self, row: int) -> None:
        if self._key(row):
            self.opened.emit(self._key(row))

    def _on_language(self, _language: str) -> None:
        self.setHorizontalHeaderLabels([tr.tr(key) if key else "" for key in self._headers])
        self._fit()
