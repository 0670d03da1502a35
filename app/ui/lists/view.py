"""The table that shows a `PagedModel`: row heights, colours, keyboard; the cells are painted by one delegate."""

from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui import fonts, tr
from app.ui.lists.paged import PLACEHOLDER, TONE_ROLE, Column, PagedModel
from app.ui.theme import theme
from app.ui.widgets.chip import HEIGHT, chip_width, paint_chip

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 44
_PAD = 12
_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
}


class RowDelegate(QStyledItemDelegate):
    """Paints one cell: the ground of its row, the line below, and text or a status chip."""

    def __init__(self, view: "PagedView") -> None:
        super().__init__(view)
        self._view = view
        plain = fonts.font(14)
        self._fonts = {"strong": fonts.font(14, QFont.Weight.DemiBold), "figures": fonts.font(14, figures=True)}
        self._fonts |= {"text": plain, "muted": plain}
        self._measure = {look: QFontMetrics(font) for look, font in self._fonts.items()}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        column = self._view.column(index.column())
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or index.row() == self._view.hovered:
            painter.fillRect(rect, theme.colour("selection" if selected else "hover"))
        if selected and index.column() == 0 and self._view.hasFocus():
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line"))
        text = str(index.data() or "")
        place = rect.adjusted(_PAD, 0, -_PAD, 0)
        if column.look == "chip":
            self._paint_chip(painter, place, text, index)
        else:
            self._paint_text(painter, place, text, column, selected)

    def _paint_chip(self, painter: QPainter, place: QRect, text: str, index: Index) -> None:
        tone = index.data(TONE_ROLE)
        if tone is None or not text:
            return
        width = min(chip_width(text), place.width() + _PAD)
        top = place.top() + (place.height() - HEIGHT) / 2
        paint_chip(painter, QRectF(place.left() - 2, top, width, HEIGHT), text, str(tone))

    def _paint_text(self, painter: QPainter, place: QRect, text: str, column: Column[Any], selected: bool) -> None:
        painter.setFont(self._fonts[column.look])
        pale = text == PLACEHOLDER or (column.look in ("muted", "figures") and not selected)
        painter.setPen(theme.colour("muted" if pale else "text"))
        shown = self._measure[column.look].elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _ALIGN[column.align], shown)


class PagedView(QTableView):
    """A list: Enter or a double click opens a row, arrows, Page and Home/End move, Tab leaves."""

    opened = Signal(object)
    """The id of the row that was opened."""
    chosen = Signal(object)
    """The id of the row under the mark, as it moves."""

    def __init__(self, model: PagedModel[Any], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self._paged = model
        self._kept = 0
        self._set_looks()
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self._set_columns()
        tr.keep(self, name, "setAccessibleName")
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        self.selectionModel().currentRowChanged.connect(self._on_current)
        self.doubleClicked.connect(lambda index: self.opened.emit(model.row_id(index.row())))
        self.entered.connect(self._on_entered)

    def _set_looks(self) -> None:
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAlternatingRowColors(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)

    def _set_columns(self) -> None:
        header = self.horizontalHeader()
        header.setDefaultAlignment(_ALIGN["left"])
        header.setHighlightSections(False)
        header.setFixedHeight(42)
        header.setSectionsClickable(True)
        header.setMinimumSectionSize(48)
        header.setSortIndicatorShown(False)
        header.sectionClicked.connect(self._on_header)
        for place, column in enumerate(self._paged.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            header.resizeSection(place, column.width)

    def column(self, place: int) -> Column[Any]:
        """The table row of a column."""
        return self._paged.columns[place]

    def current_id(self) -> int | None:
        """The id of the row under the mark."""
        index = self.currentIndex()
        return self._paged.row_id(index.row()) if index.isValid() else None

    def select_id(self, row_id: int) -> bool:
        """Put the mark on a row and scroll to it; false when the list does not hold it."""
        place = self._paged.row_of(row_id)
        if place < 0:
            return False
        self.selectRow(place)
        self.scrollTo(self._paged.index(place, 0))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row_id = self.current_id()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row_id is not None:
            self.opened.emit(row_id)
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _on_entered(self, index: QModelIndex) -> None:
        self._hover(index.row())

    def _hover(self, row: int) -> None:
        for changed in {self.hovered, row} - {-1}:
            self.viewport().update(0, self.rowViewportPosition(changed), self.viewport().width(), ROW_HEIGHT)
        self.hovered = row

    def _on_header(self, place: int) -> None:
        header = self.horizontalHeader()
        if not self.column(place).sort:
            return
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == place
        up = Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if again and header.sortIndicatorOrder() == up else up
        header.setSortIndicatorShown(True)
        header.setSortIndicator(place, order)
        self._paged.sort(place, order)

    def _on_about_to_reset(self) -> None:
        self._kept = self.current_id() or 0
        self.hovered = -1

    def _on_reset(self) -> None:
        """Keep the mark on the same row where the new list still holds it."""
        if self._kept:
            self.select_id(self._kept)

    def _on_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._paged.row_id(current.row()))
