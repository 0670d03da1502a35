"""A grid of form rows that closes up where a row does not apply; which rows apply is told by their fields."""

from collections.abc import Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.binding import Binder, Field


class PackedGrid(QWidget):
    """The rows of a binder side by side in equal columns; hidden rows leave no hole."""

    def __init__(self, binder: Binder, fields: Iterable[Field], columns: int = 3) -> None:
        super().__init__()
        self._binder, self._fields, self._columns = binder, tuple(fields), columns
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(6)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 90)
        for field in self._fields:
            binder.rows[field.name].setParent(self)
        binder.retranslate()
        self.pack()

    def pack(self) -> None:
        """Lay out the rows that apply now."""
        shown = tuple(f.name for f in self._fields if f.shown_when is None or f.shown_when(self._binder.values))
        if shown == self._shown:
            return
        for name in self._shown:
            self._grid.removeWidget(self._binder.rows[name])
        self._shown = shown
        for field in self._fields:
            self._binder.rows[field.name].setVisible(field.name in shown)
        self._place()
        if self.parentWidget() is not None:  # without one it would become a window
            self.setVisible(bool(shown))

    @property
    def any_shown(self) -> bool:
        """True when at least one row applies."""
        return bool(self._shown)

    def _place(self) -> None:
        at_row = at_column = 0
        for field in self._fields:
            if field.name not in self._shown:
                continue
            width = min(field.span or self._columns, self._columns)
            if (field.new_row and at_column) or at_column + width > self._columns:
                at_row, at_column = at_row + 1, 0
            self._grid.addWidget(self._binder.rows[field.name], at_row, at_column, 1, width)
            at_column += width
