"""Name and value side by side, for reading: the data of a person, of a paper, of a bundle."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.ui.widgets.basic import label


class KeyValue(QWidget):
    """Pairs of a label key and a value that is data, in equal columns."""

    def __init__(self, columns: int = 2, parent: QWidget | None = None, *, spacing: int = 24) -> None:
        super().__init__(parent)
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing)
        self._grid.setVerticalSpacing(14)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._cells: list[QWidget] = []

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show these pairs (label key, value); an empty value is shown as a dash."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = [_pair(key, value) for key, value in rows]
        for place, cell in enumerate(self._cells):
            self._grid.addWidget(cell, place // self._columns, place % self._columns)

    def values(self) -> list[str]:
        """The values shown, for tests and for copying."""
        return [label.text() for cell in self._cells for label in cell.findChildren(QLabel, "value")]


def _pair(key: str, value: str) -> QWidget:
    cell = QWidget()
    box = QVBoxLayout(cell)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    box.addWidget(label(key, "small"))
    shown = label(text=value or "—", role="strong", wrap=True)
    shown.setObjectName("value")
    shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    box.addWidget(shown)
    box.addStretch(1)
    return cell
